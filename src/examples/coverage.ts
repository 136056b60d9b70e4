/** What the examples of a policy leave open: a policy whose examples never fail, never pass or never leave it undecided is not shown to work. */
import type { Policy } from '../policy/policy.ts';
import { kindsShown, type JudgedExample } from './judge-example.ts';

/** Sentences, one for each gap. */
export function coverageGaps(policy: Policy, examples: readonly JudgedExample[]): readonly string[] {
  if (examples.length === 0) return ['it has no examples'];
  const verdicts = examples.flatMap((example) => example.verdicts);
  const given = new Set(verdicts.map(({ verdict }) => verdict));
  if (!given.has('pass') && !given.has('fail') && !given.has('unknown')) return ['it judges nothing in its examples'];
  const failed = new Set(verdicts.filter(({ verdict }) => verdict === 'fail').map(({ check }) => check));
  const unshown = [...policy.checks.keys()].filter((index) => !failed.has(index));
  return [
    ...unshown.map((index) => `no example fails ${checkInWords(policy, index)}`),
    ...(examples.some((example) => kindsShown(example.verdicts).includes('pass')) ? [] : ['no example passes']),
    ...(isAlwaysDecided(policy) || given.has('unknown') || given.has('not-applicable')
      ? []
      : ['in no example is it unknown or not applicable']),
  ];
}

function checkInWords({ checks }: Policy, index: number): string {
  return checks.length === 1 ? 'its check' : `check ${index + 1} ("${checks[index]?.message ?? ''}")`;
}

/** About what the configuration states of every workload: it applies wherever there is something to judge. */
export function isAlwaysDecided({ subjects, where }: Policy): boolean {
  return where === undefined && subjects.every((subject) => subject === 'workload');
}
