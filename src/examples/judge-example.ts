/** One example of one policy, linted by that policy alone: whether what is reported is what the example says. */
import type { Policy } from '../policy/policy.ts';
import type { Verdict } from '../policy/verdict.ts';
import type { Example } from './example.ts';
import { expectationsOf, reportedMessages } from './expectations.ts';
import { lintExample } from './lint-example.ts';

export interface JudgedExample {
  readonly example: Example;
  /** Of the policy on every resource that it concerns. */
  readonly verdicts: readonly Verdict[];
  readonly differences: readonly Difference[];
}

/** A place where something else was reported than is expected there. */
export interface Difference {
  /** `main.tf:3`, relative to the example; empty when it is about the example as a whole. */
  readonly place: string;
  /** `expected fail rds/multi-az, got nothing` */
  readonly message: string;
}

/** What the name of an example may begin with: what the policy says of something in it. */
export const exampleKinds = ['fail', 'pass', 'unknown'] as const;

export async function judgeExample(example: Example, policy: Policy): Promise<JudgedExample> {
  const linted = await lintExample(example, [policy]);
  if (linted.kind === 'mistaken') {
    const differences = linted.mistakes.map((message) => ({ place: '', message }));
    return { example, verdicts: [], differences };
  }
  const { verdicts } = linted.report;
  const differences = differencesOf(expectationsOf(example), reportedMessages(linted.report));
  return { example, verdicts, differences: [...differences, ...misnamed(example, verdicts)] };
}

function differencesOf(expected: readonly string[], got: ReadonlyMap<string, string>): readonly Difference[] {
  const missing = expected.filter((what) => !got.has(what));
  const surplus = [...got.keys()].filter((what) => !expected.includes(what));
  const places = new Set([...missing, ...surplus].map(placeOf));
  return [...places].map((place) => {
    const at = (list: readonly string[]): readonly string[] => list.filter((what) => placeOf(what) === place);
    const unexpected = at(surplus);
    const messages = unexpected.map((what) => got.get(what) ?? '').join(' ');
    const told = unexpected.length === 0 ? '' : ` (${messages})`;
    return { place, message: `expected ${inWords(at(missing))}, got ${inWords(unexpected)}${told}` };
  });
}

function placeOf(what: string): string {
  return what.replace(/ .*/u, '');
}

function inWords(whats: readonly string[]): string {
  return whats.length === 0 ? 'nothing' : whats.map((what) => what.slice(placeOf(what).length + 1)).join(' and ');
}

function misnamed({ name }: Example, verdicts: readonly Verdict[]): readonly Difference[] {
  const shown = kindsShown(verdicts);
  if (shown.some((kind) => name.startsWith(`${kind}-`))) return [];
  const message =
    shown.length === 0
      ? 'the policy judges nothing in it'
      : `its name should start with ${shown.map((kind) => `${kind}-`).join(' or ')}: that is what the policy says of it`;
  return [{ place: '', message }];
}

/** What an example with these verdicts may be called; one in which nothing is judged shows nothing. */
export function kindsShown(verdicts: readonly Verdict[]): readonly (typeof exampleKinds)[number][] {
  const undesired = exampleKinds.filter((kind) => kind !== 'pass' && verdicts.some(({ verdict }) => verdict === kind));
  return undesired.length === 0 && verdicts.length > 0 ? ['pass'] : undesired;
}
