/** The quantifiers: `some`, `none`, `every` over the items of a set, each item perhaps only possible. */
import { and, not, or, type Truth } from '../core/truth.ts';
import type { CompiledCondition, CompiledEvery, CompiledSome } from './compiled.ts';
import { evidenceOf, type Judgement, negated } from './judgement.ts';
import type { Doubt, Item, Member, Scope } from './scope.ts';
import { membersOf, placeOfSet } from './set-members.ts';

/** Evaluates a condition; handed in, because conditions and quantifiers contain each other. */
export type Evaluate = (condition: CompiledCondition, scope: Scope) => Judgement;

/** More reasons than these help nobody, and an unknown list may have thousands. */
const maximumDoubts = 8;

/** So few items that fell short explain why none holds; more of them explain nothing. */
const maximumShort = 3;

export function some({ set, name, where }: CompiledSome, scope: Scope, evaluate: Evaluate): Judgement {
  const found: ItemJudgement[] = [];
  const fellShort: ItemJudgement[] = [];
  for (const member of membersOf(set, scope)) {
    const judged = membership(member, where, within(scope, member, name), evaluate);
    if (judged.truth === 'yes') return ofItem('yes', judged, name);
    if (judged.truth === 'unknown') found.push(judged);
    else if (fellShort.length <= maximumShort) fellShort.push(judged);
  }
  const telling = fellShort.length <= maximumShort ? fellShort : [];
  const operands = telling.flatMap(({ judgement }) => (judgement === undefined ? [] : evidenceOf(judgement)));
  return onUndecided(found, name) ?? { ...withoutItem('no', placeOfSet(set, scope)), operands };
}

export function none(quantifier: CompiledSome, scope: Scope, evaluate: Evaluate): Judgement {
  return negated(some(quantifier, scope, evaluate));
}

export function every(quantifier: CompiledEvery, scope: Scope, evaluate: Evaluate): Judgement {
  const { set, name, where, satisfies, empty } = quantifier;
  const undecided: ItemJudgement[] = [];
  const perhapsThere: ItemJudgement[] = [];
  let someSatisfies: Truth = 'no';
  for (const member of membersOf(set, scope)) {
    const inner = within(scope, member, name);
    const isIn = membership(member, where, inner, evaluate);
    if (isIn.truth === 'no') continue;
    const judged = evaluate(satisfies, inner);
    const truth = or(not(isIn.truth), judged.truth);
    if (truth === 'no') return ofItem('no', { ...isIn, judgement: judged }, name);
    if (truth === 'unknown') undecided.push(asUnknown(isIn, judged));
    if (isIn.truth === 'unknown') perhapsThere.push(isIn);
    someSatisfies = or(someSatisfies, and(isIn.truth, judged.truth));
  }
  const place = placeOfSet(set, scope);
  // Where an empty set fails, one item must be there and satisfy: it fails also when none of those perhaps there does.
  if (empty === 'fail' && someSatisfies === 'no') return withoutItem('no', place);
  const mayBeEmpty = empty === 'fail' && someSatisfies === 'unknown';
  return onUndecided([...undecided, ...(mayBeEmpty ? perhapsThere : [])], name) ?? withoutItem('yes', place);
}

/** An item with the answer to whether it is one, and the evidence. */
export interface ItemJudgement {
  readonly member: Member;
  readonly truth: Truth;
  readonly judgement: Judgement | undefined;
  readonly doubts: readonly Doubt[];
}

/** Whether an item belongs to what is quantified over: it is there, and `where` holds. */
export function membership(
  member: Member,
  where: CompiledCondition | undefined,
  scope: Scope,
  evaluate: Evaluate,
): ItemJudgement {
  const judgement = where === undefined ? undefined : evaluate(where, scope);
  const truth = and(member.isThere, judgement?.truth ?? 'yes');
  const doubts = truth === 'unknown' ? [...member.doubts, ...(judgement?.doubts ?? [])] : [];
  return { member, truth, judgement, doubts };
}

/** The scope inside a quantifier: `$` is the item, and `as` binds it. */
export function within(scope: Scope, item: Item, name: string | undefined): Scope {
  const bound = name === undefined ? scope.bound : new Map(scope.bound).set(name, item);
  return { context: scope.context, current: item, bound };
}

function asUnknown(isIn: ItemJudgement, judged: Judgement): ItemJudgement {
  return { ...isIn, truth: 'unknown', judgement: judged, doubts: [...isIn.doubts, ...judged.doubts] };
}

function ofItem(truth: Truth, { member, judgement, doubts }: ItemJudgement, name: string | undefined): Judgement {
  const bound = new Map(judgement?.bound);
  if (name !== undefined) bound.set(name, member);
  return {
    truth,
    decision: {
      place: judgement?.decision?.place,
      value: judgement?.decision?.value,
      expected: judgement?.decision?.expected,
      item: member,
    },
    operands: judgement?.operands ?? [],
    bound,
    doubts: truth === 'unknown' ? doubts : [],
  };
}

/** The judgement on undecided items, or undefined when there are none. */
function onUndecided(undecided: readonly ItemJudgement[], name: string | undefined): Judgement | undefined {
  const [first] = undecided;
  if (first === undefined) return undefined;
  const doubts = undecided.slice(0, maximumDoubts).flatMap((each) => each.doubts);
  return { ...ofItem('unknown', first, name), doubts: doubts.slice(0, maximumDoubts) };
}

/** A judgement that no single item decided: nothing is there, or all hold. */
function withoutItem(truth: Truth, place: ReturnType<typeof placeOfSet>): Judgement {
  const decision = { place, value: place?.document, expected: undefined, item: undefined };
  return { truth, decision, operands: [], bound: new Map(), doubts: [] };
}
