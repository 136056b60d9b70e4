/** Text out of parts, some of which may not be known: what `Fn::Sub` and `Fn::Join` end in, and literals with dynamic references. */
import type { SourceRange } from '../../core/source.ts';
import {
  joinMarks,
  type ReferenceValue,
  type Scalar,
  scalar,
  seenAt,
  type TemplateValue,
  type UnknownValue,
  type Value,
} from '../../core/value.ts';
import { lookupOpening, resolveDynamicReferences } from './dynamic-references.ts';
import type { Scope } from './scope.ts';

export type TextPart = TemplateValue['parts'][number];

/** What a part that isn't text costs, as text. */
const charactersPerPart = 16;

/** A scalar as CloudFormation makes text of it. */
export function textOfScalar(value: Scalar): string {
  return value === null ? '' : String(value);
}

/** The text of a known scalar; undefined for everything else. */
export function knownText(value: Value | undefined): string | undefined {
  return value?.kind === 'scalar' ? textOfScalar(value.value) : undefined;
}

/** Whether it is text, or turns out to be, rather than a list, a mapping or nothing. */
export function isTextual(value: Value | undefined): boolean {
  return value !== undefined && value.kind !== 'list' && value.kind !== 'map';
}

/** All parts one after the other: known text where all of them are known, one part alone as itself, else a template of text and what is not known. */
export function concatenate(values: readonly Value[], range: SourceRange, scope: Scope): Value {
  const marks = joinMarks(values);
  const parts: TextPart[] = [];
  let length = 0;
  for (const value of values) {
    if (value.kind === 'list' || value.kind === 'map') {
      return scope.fault(
        range,
        'A list or a mapping stands here where CloudFormation needs text.',
        'Use a value that is text, or join the list first.',
      );
    }
    for (const part of partsOf(value)) {
      length += typeof part === 'string' ? part.length : charactersPerPart;
      parts.push(part);
    }
  }
  if (!scope.spend(marks.via.length) || !scope.spendOnText(length)) return scope.overLimit(range);
  const resolved = adjacentJoined(resolveDynamicReferences(adjacentJoined(parts), scope, range));
  const only = resolved[0];
  if (only === undefined) return scalar('', range, marks);
  if (resolved.length > 1)
    return {
      kind: 'template',
      parts: resolved,
      range,
      decidedAt: undefined,
      marks: joinMarks([{ marks }, ...resolved.filter(isValue)]),
    };
  if (typeof only !== 'string') return { ...seenAt(only, range), marks: joinMarks([{ marks }, only]) };
  return { ...scalar(only, range, marks), decidedAt: onlyDecision(values) };
}

/** A scalar, in which text that CloudFormation looks up when it deploys is not known: of a parameter or a mapping, too. */
export function withLookups(literal: Value, fallback: SourceRange, scope: Scope): Value {
  const isLookup =
    literal.kind === 'scalar' && typeof literal.value === 'string' && literal.value.includes(lookupOpening);
  return isLookup ? concatenate([literal], literal.range ?? fallback, scope) : literal;
}

/** Where the text was decided, when just one of its parts was decided elsewhere. */
function onlyDecision(values: readonly Value[]): SourceRange | undefined {
  const decisions = values.map((value) => value.decidedAt).filter((place) => place !== undefined);
  return decisions.length === 1 ? decisions[0] : undefined;
}

function partsOf(value: Exclude<Value, { kind: 'list' | 'map' }>): readonly TextPart[] {
  if (value.kind === 'scalar') return [textOfScalar(value.value)];
  return value.kind === 'template' ? value.parts : [value];
}

function isValue(part: TextPart): part is ReferenceValue | UnknownValue {
  return typeof part !== 'string';
}

function adjacentJoined(parts: readonly TextPart[]): readonly TextPart[] {
  const joined: TextPart[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (typeof part === 'string' && typeof last === 'string') joined[joined.length - 1] = last + part;
    else if (part !== '') joined.push(part);
  }
  return joined;
}
