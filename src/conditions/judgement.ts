/** What a condition answers: the truth, and the evidence that messages and places are made from. */
import type { Document } from '../core/document.ts';
import { and, not, or, type Truth } from '../core/truth.ts';
import type { Doubt, Item, Place } from './scope.ts';

export interface Judgement {
  readonly truth: Truth;
  /** What decided; undefined where there was nothing to look at (an empty `all`). */
  readonly decision: Decision | undefined;
  /** What else was compared. */
  readonly operands: readonly Place[];
  /** Names bound by `as` → the item that decided. */
  readonly bound: ReadonlyMap<string, Item>;
  /** What could not be known; empty unless the truth is unknown. */
  readonly doubts: readonly Doubt[];
}

export interface Decision {
  /** The place that was compared or, of a count, the list; undefined for relations. */
  readonly place: Place | undefined;
  /** `{value}`: undefined when absent. */
  readonly value: Document | undefined;
  /** `{expected}` */
  readonly expected: Document | undefined;
  /** The item of a quantifier that decided. */
  readonly item: Item | undefined;
}

/** A judgement on several at once: the evidence is that of the one that decided or, unknown, of all that are. */
export function conclude(truth: Truth, judgements: readonly Judgement[]): Judgement {
  const agreeing = judgements.filter((each) => each.truth === truth);
  const [first = judgements[0], ...others] = agreeing;
  const bound = new Map(agreeing.flatMap((each) => [...each.bound]).toReversed());
  const otherPlaces = others.flatMap((each) => evidenceOf(each));
  return {
    truth,
    decision: first?.decision,
    operands: [...(first?.operands ?? []), ...otherPlaces],
    bound,
    doubts: truth === 'unknown' ? agreeing.flatMap((each) => each.doubts) : [],
  };
}

/** Every place that a judgement looked at, the one that decided first. */
export function evidenceOf({ decision, operands }: Judgement): readonly Place[] {
  return decision?.place === undefined ? operands : [decision.place, ...operands];
}

export function allOf(judgements: readonly Judgement[]): Judgement {
  return conclude(and(...judgements.map(({ truth }) => truth)), judgements);
}

export function anyOf(judgements: readonly Judgement[]): Judgement {
  return conclude(or(...judgements.map(({ truth }) => truth)), judgements);
}

export function negated(judgement: Judgement): Judgement {
  return { ...judgement, truth: not(judgement.truth) };
}
