/**
 * Counting with unknowns: the number of items is an interval. An item that is perhaps not there counts at its upper end
 * only; with `distinct` one symbol counts once, and different unknowns may turn out equal to each other or to what is known.
 */
import { MeasureLeaf } from '../core/document.ts';
import { and, or, type Truth } from '../core/truth.ts';
import type { UnknownSymbol } from '../core/value.ts';
import { answersOn } from './compare.ts';
import type { CompiledCount } from './compiled.ts';
import type { Judgement } from './judgement.ts';
import { identityOf } from './operators/equality.ts';
import { membership, within, type Evaluate } from './quantify.ts';
import type { Doubt, Member, Scope } from './scope.ts';
import { membersOf, placeOfSet } from './set-members.ts';
import { symbolsIn } from './symbols.ts';

/** Items that count once. */
interface Group {
  readonly member: Member;
  /** Whether one of them is an item. */
  readonly isIn: Truth;
  /** The value is known, so that it differs from every other known one. */
  readonly known: boolean;
  readonly doubts: readonly Doubt[];
}

export function count(counting: CompiledCount, scope: Scope, evaluate: Evaluate): Judgement {
  const { set, tests } = counting;
  const groups = [...groupsOf(counting, scope, evaluate).values()];
  const doubts = groups.flatMap((group) => group.doubts);
  const number = numberOf(groups, doubts[0]?.symbol);
  const answers = answersOn(number, tests, scope);
  const truth = and(...answers.map((each) => each.truth));
  const place = placeOfSet(set, scope);
  return {
    truth,
    decision: {
      place,
      value: number,
      expected: answers.find((each) => each.truth === truth)?.expected,
      item: groups.findLast(({ isIn }) => isIn === 'yes')?.member,
    },
    operands: answers.flatMap(({ operand }) => (operand?.node === undefined ? [] : [operand])),
    bound: new Map(),
    doubts: truth === 'unknown' ? doubts : [],
  };
}

function groupsOf(
  { set, where, distinct }: CompiledCount,
  scope: Scope,
  evaluate: Evaluate,
): ReadonlyMap<string, Group> {
  const groups = new Map<string, Group>();
  for (const [index, member] of membersOf(set, scope).entries()) {
    const { truth, doubts } = membership(member, where, within(scope, member, undefined), evaluate);
    if (truth === 'no') continue;
    const { key, known } = identity(member, distinct, index);
    const same = groups.get(key);
    groups.set(key, {
      member: same?.member ?? member,
      isIn: or(same?.isIn ?? 'no', truth),
      known,
      doubts: [...(same?.doubts ?? []), ...doubts, ...(known ? [] : doubtsAbout(member))].slice(0, 3),
    });
  }
  return groups;
}

/** A node counts once, however it was reached; an item of a list counts by its value only where `distinct` says so. */
function identity(member: Member, distinct: boolean, index: number): { key: string; known: boolean } {
  if (member.node !== undefined && member.pointer === '') return { key: `node ${member.node.id}`, known: true };
  return distinct ? identityOf(member.document) : { key: `position ${index}`, known: true };
}

function doubtsAbout({ document, node, pointer }: Member): readonly Doubt[] {
  const place = { node, pointer, path: '', document };
  return symbolsIn(document).map((symbol) => ({ kind: 'value', place, symbol }));
}

function numberOf(groups: readonly Group[], because: UnknownSymbol | undefined): MeasureLeaf {
  let certain = 0;
  let possible = 0;
  let isSomethingThere = false;
  for (const { member, isIn, known } of groups) {
    if (isIn === 'yes' && known) certain += 1;
    if (isIn === 'yes') isSomethingThere = true;
    possible += member.many ? Infinity : 1;
  }
  const low = Math.max(certain, isSomethingThere ? 1 : 0);
  return new MeasureLeaf('number', { low, high: possible }, low === possible ? undefined : because);
}
