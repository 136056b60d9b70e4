/** What to make of the changes of a policy that its examples don't notice. */
import type { Policy } from '../../src/policy/policy.ts';
import type { Mutant } from './policy-mutants.ts';
import { unnoticeableChanges } from './unnoticeable-changes.ts';

export interface ExplainedSurvivors {
  /** An example is missing, or the part decides nothing. */
  readonly unexplained: readonly string[];
  /** Of which it is written down why no example can notice them. */
  readonly explained: readonly string[];
  /** Of which it is still written down, and which are noticed, or no longer there. */
  readonly outdated: readonly string[];
}

export function explainSurvivors({ id }: Policy, survivors: readonly Mutant[]): ExplainedSurvivors {
  const reasons = unnoticeableChanges[id] ?? {};
  const changes = survivors.map(({ change }) => change);
  return {
    unexplained: changes.filter((change) => reasons[change] === undefined),
    explained: changes.filter((change) => reasons[change] !== undefined),
    outdated: Object.keys(reasons).filter((change) => !changes.includes(change)),
  };
}
