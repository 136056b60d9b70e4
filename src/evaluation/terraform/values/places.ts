/** Where a value stands and where it was decided, as it is passed on. */
import type { SourceRange } from '../../../core/source.ts';
import { seenAt, type Marks, type Value, joinMarks, noMarks } from '../../../core/value.ts';
import { BlockEntries } from './block-entries.ts';

/** The same value as part of a wider expression at `range`: what was written inside it was not decided elsewhere. */
export function placedAt<V extends Value>(value: V, range: SourceRange): V {
  if (value.range === range) return value;
  if (value.decidedAt === undefined && value.range !== undefined && liesIn(value.range, range))
    return { ...value, range };
  return seenAt(value, range);
}

function liesIn(inner: SourceRange, outer: SourceRange): boolean {
  return inner.file === outer.file && inner.start >= outer.start && inner.end <= outer.end;
}

/** The one place elsewhere that decided a result of these operands; undefined when there is none, or several. */
export function decisivePlace(operands: readonly Value[]): SourceRange | undefined {
  let place: SourceRange | undefined;
  for (const { decidedAt } of operands) {
    if (decidedAt === undefined || decidedAt === place) continue;
    if (place !== undefined) return undefined;
    place = decidedAt;
  }
  return place;
}

/** Adds marks to a value and to everything inside it. */
export function marked<V extends Value>(value: V, marks: Marks): V;
export function marked(value: Value, marks: Marks): Value {
  if (marks === noMarks) return value;
  const joined = { ...value, marks: joinMarks([value, { marks }]) };
  if (joined.kind === 'list') return { ...joined, items: joined.items.map((item) => marked(item, marks)) };
  if (joined.kind !== 'map') return joined;
  const entries = [...joined.entries].map(([key, entry]) => [key, marked(entry, marks)] as const);
  return { ...joined, entries: joined.entries instanceof BlockEntries ? new BlockEntries(entries) : new Map(entries) };
}

/** A condition decides, but the result does not come through the resources that it asks about. */
export function withoutVia<V extends Value>(value: V): V {
  return value.marks.via.length === 0 ? value : { ...value, marks: { ...value.marks, via: [] } };
}

const secretMarks: Marks = { sensitive: true, via: [], perDeployment: false };

/** The value, sensitive if one of those is that it was chosen by or taken from. */
export function asSecretAs<V extends Value>(value: V, sources: readonly Value[]): V {
  return sources.some(({ marks }) => marks.sensitive) ? asSecret(value) : value;
}

export function asSecret<V extends Value>(value: V): V {
  return value.marks.sensitive ? value : marked(value, secretMarks);
}
