/**
 * What a value holds all in all: how large and how deep it is, whether every part of it is known, and the marks of its
 * parts. Computed once per list or map, because the same ones are passed on again and again.
 */
import { joinMarks, type Marks, noMarks, type UnknownSymbol, type Value } from '../../../core/value.ts';

export interface Summary {
  /** Number of values in the tree, with long text counted by its length. */
  readonly size: number;
  /** 0 for what is no list or map. */
  readonly depth: number;
  /** Nothing in it is unknown, a reference or a template. */
  readonly known: boolean;
  /** The marks of it and of everything inside. */
  readonly marks: Marks;
  /** The first unknown in it. */
  readonly cause: UnknownSymbol | undefined;
}

const contents = new WeakMap<object, Summary>();

export function summaryOf(value: Value): Summary {
  switch (value.kind) {
    case 'scalar':
      return leaf(value, true, typeof value.value === 'string' ? value.value.length : 0);
    case 'reference':
      return leaf(value, false, 0);
    case 'unknown':
      return { ...leaf(value, false, 0), cause: value.symbol };
    case 'template':
      return templateSummary(value.parts, value);
    case 'list':
      return withMarks(contentsOf(value.items, value.items), value.marks);
    case 'map': {
      const inside = withMarks(contentsOf(value.entries, value.entries.values()), value.marks);
      return value.rest === undefined ? inside : { ...inside, known: false, cause: inside.cause ?? value.rest };
    }
  }
}

export function isWhollyKnown(value: Value): boolean {
  return value.kind === 'scalar' || summaryOf(value).known;
}

// One unit of size per 64 characters, about what a value itself takes.
const charactersPerUnit = 64;

function leaf(value: Value, known: boolean, length: number): Summary {
  return { size: 1 + Math.floor(length / charactersPerUnit), depth: 0, known, marks: value.marks, cause: undefined };
}

function templateSummary(parts: readonly (string | Value)[], value: Value): Summary {
  const unknownPart = parts.find((part) => typeof part !== 'string' && part.kind === 'unknown');
  const length = parts.reduce((sum, part) => sum + (typeof part === 'string' ? part.length : 1), 0);
  const cause = typeof unknownPart === 'object' && unknownPart.kind === 'unknown' ? unknownPart.symbol : undefined;
  return { ...leaf(value, false, length), cause };
}

function contentsOf(holder: object, members: Iterable<Value>): Summary {
  const remembered = contents.get(holder);
  if (remembered !== undefined) return remembered;
  let size = 1;
  let depth = 0;
  let known = true;
  let cause: UnknownSymbol | undefined;
  const marks: { marks: Marks }[] = [];
  for (const member of members) {
    const inside = summaryOf(member);
    size += inside.size;
    depth = Math.max(depth, inside.depth);
    known &&= inside.known;
    cause ??= inside.cause;
    if (inside.marks !== noMarks) marks.push({ marks: inside.marks });
  }
  const summary = { size, depth: depth + 1, known, marks: joinMarks(marks), cause };
  contents.set(holder, summary);
  return summary;
}

function withMarks(summary: Summary, marks: Marks): Summary {
  return marks === noMarks ? summary : { ...summary, marks: joinMarks([{ marks }, summary]) };
}
