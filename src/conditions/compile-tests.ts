/** Reads the operators of a comparison or a count with their operands, and checks that the two can be compared at all. */
import { RE2JS } from 're2js';
import { MeasureLeaf } from '../core/document.ts';
import { didYouMean } from '../core/suggest.ts';
import { below, compilePlace, kindAt, refuse, type Frame } from './compile-path.ts';
import type { Operand, Test } from './compiled.ts';
import { literal } from './literal.ts';
import { asDuration, type TimeUnit } from './operators/measure.ts';
import { operatorNames, type OperatorName, type Presence } from './operators/operators.ts';
import { looksLikePath, type PlacePath } from './path.ts';

/** What stands on the left: a number of items, or what a path finds. */
export type Left =
  | { readonly kind: 'number'; readonly unit: undefined }
  | { readonly kind: 'path'; readonly path: PlacePath; readonly unit: TimeUnit | undefined };

const presences: readonly Presence[] = ['present', 'absent', 'empty'];
const ordering: ReadonlySet<OperatorName> = new Set(['atLeast', 'atMost']);
const takingLists: ReadonlySet<OperatorName> = new Set(['in', 'equals', 'otherThan']);

export function compileTests(operators: Readonly<Record<string, unknown>>, left: Left, frame: Frame): readonly Test[] {
  const given = Object.entries(operators).filter(([, operand]) => operand !== undefined);
  if (given.length === 0) refuse(frame, 'A comparison needs an operator, such as equals or atLeast.');
  return given.flatMap(([name, operand]) => compileTest(name, operand, left, below(frame, name)) ?? []);
}

function compileTest(name: string, operand: unknown, left: Left, frame: Frame): Test | undefined {
  if (name === 'is') return compilePresence(operand, frame);
  if (name === 'matches') return compileExpression(operand, frame);
  const operator = operatorNames.find((each) => each === name);
  if (operator === undefined) {
    refuse(frame, `There is no operator "${name}".${didYouMean(name, ['is', 'matches', ...operatorNames])}`);
    return undefined;
  }
  const compiled = compileOperand(operand, operator, frame);
  if (compiled === undefined) return undefined;
  checkKinds(left, operator, compiled, frame);
  return { kind: 'operator', operator, operand: compiled };
}

function compilePresence(operand: unknown, frame: Frame): Test | undefined {
  const presence = presences.find((each) => each === operand);
  if (presence !== undefined) return { kind: 'is', presence };
  refuse(frame, `"is" takes ${presences.join(', ')}, not ${JSON.stringify(operand)}.`);
  return undefined;
}

function compileExpression(operand: unknown, frame: Frame): Test | undefined {
  const expression = typeof operand === 'string' ? readExpression(operand) : undefined;
  if (expression !== undefined) return { kind: 'matches', expression };
  refuse(
    frame,
    `${JSON.stringify(operand)} is not a regular expression of RE2 (https://github.com/google/re2/wiki/Syntax).`,
  );
  return undefined;
}

function readExpression(text: string): RE2JS | undefined {
  try {
    return RE2JS.compile(text);
  } catch {
    return undefined;
  }
}

function compileOperand(operand: unknown, operator: OperatorName, frame: Frame): Operand | undefined {
  if (looksLikePath(operand)) {
    const path = compilePlace(operand, frame);
    return path === undefined ? undefined : { kind: 'path', path };
  }
  if (Array.isArray(operand) && !takingLists.has(operator)) {
    refuse(frame, `${operator} takes one value, not a list; ask for several with "all" or "any".`);
    return undefined;
  }
  const document = literal(operand);
  return { kind: 'literal', document: ordering.has(operator) ? asDuration(document) : document };
}

/** A duration is never compared with a bare number, and a raw number only with its unit to a duration. */
function checkKinds(left: Left, operator: OperatorName, operand: Operand, frame: Frame): void {
  const [one, other] = [kindOfLeft(left, frame), kindOfOperand(operand, operator, frame)];
  if (one === 'raw' && other === 'duration' && ordering.has(operator)) {
    refuse(
      frame,
      'A raw number of AWS is compared with a duration: say what it counts with "unit: days" or another unit.',
    );
  }
  if (one === 'duration' && other === 'number') {
    refuse(frame, 'A duration is compared with a bare number; write it with its unit, such as 7d or 90s.');
  }
  if (one === 'number' && other === 'duration' && ordering.has(operator)) {
    refuse(frame, 'A number is compared with a duration; only times have one.');
  }
}

type ComparedKind = 'duration' | 'number' | 'raw' | undefined;

function kindOfLeft(left: Left, frame: Frame): ComparedKind {
  if (left.kind === 'number') return 'number';
  return left.unit === undefined ? comparedKind(kindAt(left.path, frame)) : 'duration';
}

function kindOfOperand(operand: Operand, operator: OperatorName, frame: Frame): ComparedKind {
  if (operand.kind === 'path') {
    const kind = comparedKind(kindAt(operand.path, frame));
    return kind === 'raw' ? undefined : kind;
  }
  const document = ordering.has(operator) ? operand.document : asDuration(operand.document);
  if (document instanceof MeasureLeaf) return 'duration';
  return typeof document === 'number' ? 'number' : undefined;
}

function comparedKind(kind: ReturnType<typeof kindAt>): ComparedKind {
  return kind === 'duration' || kind === 'number' || kind === 'raw' ? kind : undefined;
}
