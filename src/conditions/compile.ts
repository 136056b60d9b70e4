/**
 * Compiles a condition once, when its policy is loaded: paths and operands are read, and every name is checked against the
 * vocabulary. A mistake is reported with its place; what was refused is left out, so that one run tells all mistakes.
 */
import type { Condition, Comparison, Counting, Quantifier, SetOf } from './condition.ts';
import { compileTests } from './compile-tests.ts';
import {
  below,
  compileChain,
  compileListPath,
  compilePlace,
  refuse,
  standingOf,
  type Frame,
  type Problem,
  type Standing,
} from './compile-path.ts';
import type { CompiledComparison, CompiledCondition, CompiledCount, CompiledSet, SetSource } from './compiled.ts';
import { looksLikePath, reservedNames } from './path.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface Compilation {
  readonly condition: CompiledCondition;
  readonly problems: readonly Problem[];
}

/** Stands where a condition was refused; a condition with problems is never evaluated. */
const nothing: CompiledCondition = { kind: 'all', conditions: [] };

/** Keys from the root of a condition to its innermost part: far more than any policy needs. */
const maximumDepth = 60;

/** Without a vocabulary names are not checked: built-in policies were, when they were built in. */
export function compileCondition(condition: Condition, vocabulary?: Vocabulary): Compilation {
  const problems: Problem[] = [];
  const frame = topFrame(vocabulary, (problem) => problems.push(problem));
  return { condition: compile(condition, frame), problems };
}

/** A set on its own, for the `at` of a check. */
export function compileItems(
  quantifier: { readonly of: SetOf; readonly where: Condition | undefined },
  vocabulary?: Vocabulary,
): { readonly set: CompiledSet; readonly where: CompiledCondition | undefined; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const frame = topFrame(vocabulary, (problem) => problems.push(problem));
  const set = compileSet({ of: quantifier.of }, frame);
  const inside = insideFrame(set, undefined, frame);
  const where = quantifier.where === undefined ? undefined : compile(quantifier.where, below(inside, 'where'));
  return { set, where, problems };
}

/** One hop of a way that starts at the subject: the next hop starts from its items. */
export interface CompiledHop {
  readonly set: CompiledSet;
  readonly name: string | undefined;
  readonly where: CompiledCondition | undefined;
}

/** Hops one after the other, and the frame of what is said of the items that the last one leads to. */
export function compileHops(
  hops: readonly Quantifier[],
  start: Frame,
): { readonly hops: readonly CompiledHop[]; readonly end: Frame } {
  const compiled: CompiledHop[] = [];
  let frame = start;
  for (const [index, hop] of hops.entries()) {
    const { inside, ...rest } = compileQuantifier(hop, { ...frame, at: [...start.at, index] });
    compiled.push(rest);
    frame = inside;
  }
  return { hops: compiled, end: { ...frame, at: start.at } };
}

export function topFrame(vocabulary: Vocabulary | undefined, report: (problem: Problem) => void): Frame {
  return { vocabulary, here: 'subject', names: new Map(), hasEdge: false, at: [], report };
}

function compile(condition: Condition, frame: Frame): CompiledCondition {
  if (frame.at.length > maximumDepth) {
    refuse(frame, 'This condition is nested too deeply.');
    return nothing;
  }
  if ('all' in condition) return { kind: 'all', conditions: compileEach(condition.all, below(frame, 'all')) };
  if ('any' in condition) return { kind: 'any', conditions: compileEach(condition.any, below(frame, 'any')) };
  if ('not' in condition) return { kind: 'not', condition: compile(condition.not, below(frame, 'not')) };
  if ('some' in condition) return compileSome('some', condition.some, below(frame, 'some'));
  if ('none' in condition) return compileSome('none', condition.none, below(frame, 'none'));
  if ('every' in condition) {
    const inner = below(frame, 'every');
    const { set, name, where, inside } = compileQuantifier(condition.every, inner);
    const satisfies = compile(condition.every.satisfies, below(inside, 'satisfies'));
    return { kind: 'every', set, name, where, satisfies, empty: condition.every.empty };
  }
  if ('count' in condition) return compileCount(condition.count, below(frame, 'count'));
  return compileComparison(condition, frame);
}

function compileEach(conditions: readonly Condition[], frame: Frame): readonly CompiledCondition[] {
  return conditions.map((condition, index) => compile(condition, below(frame, index)));
}

function compileSome(kind: 'some' | 'none', quantifier: Quantifier, frame: Frame): CompiledCondition {
  const { set, name, where } = compileQuantifier(quantifier, frame);
  return { kind, set, name, where };
}

function compileCount(counting: Omit<Quantifier, 'as'> & Counting, frame: Frame): CompiledCount {
  const { set, where } = compileQuantifier(counting, frame);
  const { atLeast, atMost, equals } = counting;
  const tests = compileTests({ atLeast, atMost, equals }, { kind: 'number', unit: undefined }, frame);
  return { kind: 'count', set, where, distinct: counting.distinct === true, tests };
}

function compileQuantifier(
  quantifier: Quantifier,
  frame: Frame,
): {
  readonly set: CompiledSet;
  readonly name: string | undefined;
  readonly where: CompiledCondition | undefined;
  readonly inside: Frame;
} {
  const set = compileSet(quantifier, frame);
  const name = quantifier.as;
  if (name !== undefined && reservedNames.has(name)) {
    refuse(below(frame, 'as'), `"${name}" has a meaning of its own; bind another name.`);
  }
  const inside = insideFrame(set, name, frame);
  const where = quantifier.where === undefined ? undefined : compile(quantifier.where, below(inside, 'where'));
  return { set, name, where, inside };
}

/** The frame of what stands inside a quantifier: `$` is the item. */
function insideFrame(set: CompiledSet, name: string | undefined, frame: Frame): Frame {
  const overRelations = set.sources.some(({ kind }) => kind === 'chain');
  const here: Standing = set.sources.every(({ kind }) => kind === 'chain') ? 'node' : 'datum';
  const names = name === undefined ? frame.names : new Map(frame.names).set(name, here);
  return { ...frame, here, names, hasEdge: frame.hasEdge || overRelations };
}

function compileSet({ of, from }: Pick<Quantifier, 'of' | 'from'>, frame: Frame): CompiledSet {
  const start = from === undefined ? undefined : compilePlace(from, below(frame, 'from'));
  const startsAt = start === undefined ? frame.here : standingOf(start.root, frame);
  if (start !== undefined && (start.keys.length > 0 || startsAt === undefined)) {
    refuse(below(frame, 'from'), `A set starts from a whole resource, such as $subject; ${start.text} is none.`);
  }
  const texts = typeof of === 'string' ? [of] : of;
  const sources: SetSource[] = [];
  for (const [index, text] of texts.entries()) {
    const at = typeof of === 'string' ? below(frame, 'of') : below(frame, 'of', index);
    const source = compileSource(text, startsAt, at);
    if (source !== undefined) sources.push(source);
  }
  return { sources, from: start };
}

function compileSource(text: string, startsAt: Standing | undefined, frame: Frame): SetSource | undefined {
  if (looksLikePath(text)) {
    const path = compileListPath(text, frame);
    return path === undefined ? undefined : { kind: 'list', path };
  }
  const verbs = compileChain(text, frame);
  if (verbs === undefined) return undefined;
  if (startsAt !== 'datum') return { kind: 'chain', verbs };
  refuse(frame, `Relations are followed from a resource, and $ is an item of a list here. Write "from: $subject".`);
  return undefined;
}

function compileComparison(comparison: Comparison, frame: Frame): CompiledComparison | typeof nothing {
  const value = compilePlace(comparison.value, below(frame, 'value'));
  if (value === undefined) return nothing;
  const { value: _, unit, ...operators } = comparison;
  const tests = compileTests(operators, { kind: 'path', path: value, unit }, frame);
  return { kind: 'compare', value, unit, tests };
}
