/**
 * A planned resource put over the same one as its `.tf` files give it: the plan decides what is known, the source says
 * where it stands, what it refers to, and what a plan leaves out.
 */
import type { SourceRange } from '../../../core/source.ts';
import { joinMarks, map, noMarks, type ListValue, type MapValue, type Marks, type Value } from '../../../core/value.ts';
import type { DeclaredResource } from '../../declared-resource.ts';
import { keyOf } from '../values/symbols.ts';
import { summaryOf } from '../values/summary.ts';

/** @param inPlan the names of all attributes that the plan speaks of, also of those that nobody set */
export function withSource(
  planned: DeclaredResource,
  source: DeclaredResource,
  inPlan: ReadonlySet<string>,
): DeclaredResource {
  const entries = new Map<string, Value>();
  for (const [name, value] of source.attributes.entries) if (!inPlan.has(name)) entries.set(name, value);
  for (const [name, value] of planned.attributes.entries) {
    const written = source.attributes.entries.get(name);
    if (written !== undefined) entries.set(name, merged(value, written));
    // An expression that turned out to be null sets nothing, and the provider computes it.
    else if (value.kind !== 'unknown' && value.kind !== 'reference') entries.set(name, unwritten(value, source.header));
  }
  return {
    ...planned,
    attributes: map(entries, source.attributes.range),
    lifecycle: source.lifecycle,
    region: knownOne(source.region, planned.region),
    account: knownOne(source.account, planned.account),
    scope: source.scope,
    defaultTags: knownOne(source.defaultTags, planned.defaultTags),
    header: source.header,
    block: source.block,
    calls: source.calls,
    dependsOn: [...new Set([...source.dependsOn, ...planned.dependsOn])],
  };
}

/** The source's, unless only the plan knows it. */
function knownOne(source: Value | undefined, planned: Value | undefined): Value | undefined {
  return isKnown(source) || !isKnown(planned) ? source : planned;
}

function isKnown(value: Value | undefined): boolean {
  return value !== undefined && summaryOf(value).known;
}

/** What the provider or the state adds stands nowhere in the source. */
function unwritten(value: Value, header: SourceRange): Value {
  return placedAt(value, header, noMarks);
}

/** The plan's value at the place of the written one. */
function merged(planned: Value, written: Value): Value {
  if (planned.kind === 'unknown') return written;
  // What the expression refers to says more than a text of it, and more than the names in it.
  if (written.kind === 'reference') return withMarks(written, planned.marks);
  if (planned.kind === 'reference') return isOpen(written) ? atPlaceOf(planned, written) : written;
  if (planned.kind === 'list' && written.kind === 'list') return mergedItems(planned, written);
  if (planned.kind === 'map' && written.kind === 'map') return mergedEntries(planned, written);
  return keyOf(planned) === keyOf(written) ? withMarks(written, planned.marks) : atPlaceOf(planned, written);
}

/** Unknown for want of something that the plan had. */
function isOpen(written: Value): boolean {
  if (written.kind !== 'unknown') return false;
  return ['input', 'unresolved-module', 'unread', 'unsupported', 'limit'].includes(written.symbol.reason.code);
}

function mergedEntries(planned: MapValue, written: MapValue): MapValue {
  const entries = new Map<string, Value>();
  for (const [name, value] of planned.entries) {
    const own = written.entries.get(name);
    entries.set(name, own === undefined ? atPlaceOf(value, written) : merged(value, own));
  }
  return { ...planned, entries, ...placeOf(written), marks: joinMarks([planned, written]) };
}

/** Items of a set come in another order: each is put over the one that is most like it. */
function mergedItems(planned: ListValue, written: ListValue): ListValue {
  const left = [...written.items];
  const items = planned.items.map((item) => {
    const best = indexOfBest(item, left);
    const [own] = best === -1 ? [] : left.splice(best, 1);
    return own === undefined ? atPlaceOf(item, written) : merged(item, own);
  });
  return { ...planned, items, set: written.set, ...placeOf(written), marks: joinMarks([planned, written]) };
}

/** More items than these are taken in their order: comparing each with each must not take long. */
const longestCompared = 200;

function indexOfBest(item: Value, candidates: readonly Value[]): number {
  if (candidates.length > longestCompared) return 0;
  let best = -1;
  let bestScore = -1;
  for (const [index, candidate] of candidates.entries()) {
    const score = likeness(item, candidate);
    if (score > bestScore) [best, bestScore] = [index, score];
  }
  return best;
}

/** How many of the known parts agree; negative when one contradicts, so that it is another item. */
function likeness(planned: Value, written: Value): number {
  if (planned.kind === 'map' && written.kind === 'map') {
    let score = 0;
    for (const [name, value] of planned.entries) {
      const own = written.entries.get(name);
      const part = own === undefined ? 0 : likeness(value, own);
      if (part < 0) return -1;
      score += part;
    }
    return score;
  }
  if (planned.kind !== 'scalar' || written.kind !== 'scalar') return 0;
  return String(planned.value) === String(written.value) ? 1 : -1;
}

function placeOf({ range, decidedAt }: Value): Pick<Value, 'range' | 'decidedAt'> {
  return { range, decidedAt };
}

/** A value that the plan knows and the source doesn't: written there, decided by the plan. */
function atPlaceOf(value: Value, written: Value): Value {
  return placedAt(value, written.range, throughMarks(written));
}

function placedAt(value: Value, range: SourceRange | undefined, marks: Marks): Value {
  const placed = { ...value, range, decidedAt: value.range, marks: joinMarks([value, { marks }]) };
  if (placed.kind === 'list') return { ...placed, items: placed.items.map((item) => placedAt(item, range, marks)) };
  if (placed.kind !== 'map') return placed;
  const entries = new Map([...placed.entries].map(([key, entry]) => [key, placedAt(entry, range, marks)] as const));
  return { ...placed, entries };
}

/** A template's text came through the resources that it refers to. */
function throughMarks(written: Value): Marks {
  if (written.kind !== 'template') return summaryOf(written).marks;
  const through = written.parts.flatMap((part) =>
    typeof part === 'object' && part.kind === 'reference' ? [part.resource] : [],
  );
  return joinMarks([written, { marks: { ...noMarks, via: through } }]);
}

function withMarks<V extends Value>(value: V, marks: Marks): V {
  return marks === noMarks ? value : { ...value, marks: joinMarks([value, { marks }]) };
}
