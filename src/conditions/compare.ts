/** A comparison: the place that a path names, against one or several operands. All operators must hold. */
import { SensitiveLeaf, type Document } from '../core/document.ts';
import { and, type Truth } from '../core/truth.ts';
import type { UnknownSymbol } from '../core/value.ts';
import type { CompiledComparison, Operand, Test } from './compiled.ts';
import type { Judgement } from './judgement.ts';
import { withUnit, type TimeUnit } from './operators/measure.ts';
import { applyOperator, isPresence } from './operators/operators.ts';
import { isMatch } from './operators/text.ts';
import { placeAt } from './read-place.ts';
import type { Doubt, Place, Scope } from './scope.ts';
import { symbolsIn } from './symbols.ts';

/** One operator with its answer. */
interface Answer {
  readonly truth: Truth;
  readonly expected: Document | undefined;
  /** The place of an operand that is a path. */
  readonly operand: Place | undefined;
}

export function compare({ value, unit, tests }: CompiledComparison, scope: Scope): Judgement {
  const place = placeAt(value, scope);
  const document = inUnit(place.document, unit);
  const answers = tests.map((test) => answer(test, document, unit, scope));
  const truth = and(...answers.map((each) => each.truth));
  const deciding = answers.find((each) => each.truth === truth);
  return {
    truth,
    decision: { place, value: document, expected: deciding?.expected, item: undefined },
    operands: answers.flatMap(({ operand }) => (operand?.node === undefined ? [] : [operand])),
    bound: new Map(),
    doubts: truth === 'unknown' ? answers.flatMap((each) => doubtsOf(each, place)) : [],
  };
}

/** Applies the operators of a count to a number that the graph gave. */
export function answersOn(document: Document, tests: readonly Test[], scope: Scope): readonly Answer[] {
  return tests.map((test) => answer(test, document, undefined, scope));
}

function answer(test: Test, document: Document | undefined, unit: TimeUnit | undefined, scope: Scope): Answer {
  switch (test.kind) {
    case 'is':
      return { truth: isPresence(document, test.presence), expected: test.presence, operand: undefined };
    case 'matches': {
      const truth = document === undefined ? 'no' : isMatch(revealed(document), test.expression);
      return { truth, expected: test.expression.pattern(), operand: undefined };
    }
    case 'operator': {
      const operand = operandAt(test.operand, scope);
      const expected = inUnit(operand.document, unit);
      const truth = applyOperator(test.operator, document, expected);
      return { truth, expected, operand: operand.place };
    }
  }
}

function operandAt(operand: Operand, scope: Scope): { document: Document | undefined; place: Place | undefined } {
  if (operand.kind === 'literal') return { document: operand.document, place: undefined };
  const place = placeAt(operand.path, scope);
  return { document: place.document, place };
}

function inUnit(document: Document | undefined, unit: TimeUnit | undefined): Document | undefined {
  if (!(document instanceof SensitiveLeaf)) return document === undefined ? undefined : withUnit(document, unit);
  return new SensitiveLeaf(withUnit(revealed(document), unit));
}

function revealed(document: Document): Document {
  return document instanceof SensitiveLeaf ? revealed(document.reveal()) : document;
}

/** What was not known on either side. A figure that gives no reason of its own is its own reason. */
function doubtsOf({ truth, operand, expected }: Answer, place: Place): readonly Doubt[] {
  if (truth !== 'unknown') return [];
  const doubts = [
    ...symbolsIn(place.document).map((symbol) => doubt(place, symbol)),
    ...symbolsIn(expected).map((symbol) => doubt(operand ?? place, symbol)),
  ];
  return doubts.length > 0 ? doubts : [doubt(place, symbolOfPlace(place))];
}

function doubt(place: Place, symbol: UnknownSymbol): Doubt {
  return { kind: 'value', place, symbol };
}

function symbolOfPlace({ node, pointer, path }: Place): UnknownSymbol {
  const reason = { code: 'derived', subject: path, cure: '' } as const;
  return { key: `figure ${node?.id ?? ''} ${pointer} ${path}`, reason };
}
