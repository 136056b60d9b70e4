/** Steps of the ladders: how they are called, and how several mechanisms of one member become one interval. */
import type { UnknownSymbol } from '../core/value.ts';
import type { LadderMember, LadderName } from './assessment.ts';
import type { PathMember } from './recovery-path.ts';

export type Step = 0 | 1 | 2 | 3;

const steps: readonly Step[] = [0, 1, 2, 3];

/** The step of this number; undefined where there is none. */
function stepOf(grade: number): Step | undefined {
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

/** Where a member stands: low by what certainly brings it back in another Region, high by that and what may. */
export function ladderMember({ node, part, ways }: PathMember): LadderMember {
  const out = (ways.get('region') ?? []).flatMap((way) => {
    const step = stepOf(way.mechanism.grade);
    return step === undefined || step === 0 ? [] : [{ step, way }];
  });
  let best: { readonly step: Step; readonly because: string } = { step: 0, because: nowhere[part] };
  for (const { step, way } of out) {
    if (way.holds === 'yes' && step > best.step) best = { step, because: way.stands };
  }
  const higher = out.filter(({ step, way }) => way.holds === 'unknown' && step > best.step);
  // What may not exist at all can't be counted on to hold anything back either.
  const high = node.exists === 'unknown' ? Infinity : Math.max(best.step, ...higher.map(({ step }) => step));
  return {
    node: node.id,
    step: { low: best.step, high },
    stepName: stepName(part, best.step),
    because: best.because,
    unknowns: distinct(higher.flatMap(({ way }) => way.unknowns)),
  };
}

/** Why a member stands on the lowest step. */
const nowhere = {
  data: 'nothing of it leaves its Region',
  compute: 'nothing stands in for it in another Region',
  traffic: 'nothing leads its users to another Region',
} as const satisfies Record<LadderName, string>;

/** Each symbol once. */
export function distinct(symbols: readonly UnknownSymbol[]): readonly UnknownSymbol[] {
  return [...new Map(symbols.map((symbol) => [symbol.key, symbol])).values()];
}
