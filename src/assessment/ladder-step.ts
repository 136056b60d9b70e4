/** Steps of the ladders: how they are called, and how several mechanisms of one member become one interval. */
import type { Truth } from '../core/truth.ts';
import type { UnknownSymbol } from '../core/value.ts';
import type { GraphNode } from '../graph/node.ts';
import type { LadderMember, LadderName } from './assessment.ts';

export type Step = 0 | 1 | 2 | 3;

const steps: readonly Step[] = [0, 1, 2, 3];

/** The step of this number; undefined where there is none. */
export function stepOf(grade: number): Step | undefined {
  return steps.find((step) => step === grade);
}

const stepNames = {
  data: ['lost', 'restorable', 'replicated', 'active'],
  compute: ['absent', 'startable', 'running', 'full'],
  traffic: ['unreachable', 'switchable', 'automatic', 'active'],
} as const satisfies Record<LadderName, readonly [string, string, string, string]>;

export function stepName(ladder: LadderName, step: Step): string {
  return stepNames[ladder][step];
}

/** One way in which a member could stand on a step. */
export interface Mechanism {
  readonly step: Step;
  readonly holds: Truth;
  /** "recovery points are copied to us-west-2" */
  readonly because: string;
  readonly unknowns: readonly UnknownSymbol[];
}

/** Where a member stands: low by what certainly holds, high by that and what may. */
export function memberOf(
  ladder: LadderName,
  node: GraphNode,
  mechanisms: readonly Mechanism[],
  otherwise: string,
): LadderMember {
  let low: Step = 0;
  let high: Step = 0;
  let because = otherwise;
  const unknowns: UnknownSymbol[] = [];
  for (const mechanism of mechanisms) {
    if (mechanism.holds === 'no') continue;
    if (mechanism.step > high) high = mechanism.step;
    if (mechanism.holds === 'yes' && mechanism.step > low) {
      low = mechanism.step;
      because = mechanism.because;
    }
  }
  for (const mechanism of mechanisms) {
    if (mechanism.holds === 'unknown' && mechanism.step > low) unknowns.push(...mechanism.unknowns);
  }
  // What may not exist at all can't be counted on to hold anything back either.
  const reach = node.exists === 'unknown' ? Infinity : high;
  return {
    node: node.id,
    step: { low, high: reach },
    stepName: stepName(ladder, low),
    because,
    unknowns: distinct(unknowns),
  };
}

/** Each symbol once. */
export function distinct(symbols: readonly UnknownSymbol[]): readonly UnknownSymbol[] {
  return [...new Map(symbols.map((symbol) => [symbol.key, symbol])).values()];
}
