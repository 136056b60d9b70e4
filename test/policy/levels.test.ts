/** Policies are as grave, and tiers as strict, as fixtures/policy-levels.json says. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { builtInPolicies } from '../../src/policy/built-in.ts';
import type { Level } from '../../src/core/level.ts';
import type { Check, Policy } from '../../src/policy/policy.ts';

interface Decided {
  readonly tiers: readonly string[];
  /** Threshold → what each tier takes; null: it takes that of the next higher tier. */
  readonly parameters: Readonly<Record<string, readonly unknown[]>>;
  readonly levels: Readonly<Record<string, readonly Level[]>>;
}

const decided: Decided = JSON.parse(
  readFileSync(new URL('../../fixtures/policy-levels.json', import.meta.url), 'utf8'),
);
const gravity: readonly Level[] = ['off', 'note', 'warning', 'error'];

/** A tier without a level takes that of the next higher one. */
function levelAt(levels: Check['level'] | Policy['level'], tier: string): Level | undefined {
  if (levels === undefined || typeof levels === 'string') return levels;
  const higher = decided.tiers.slice(decided.tiers.indexOf(tier));
  return higher.map((each) => levels[each]).find((level) => level !== undefined);
}

/** A policy that is off is off with all its checks. */
function gravestAt(policy: Policy, tier: string): Level | undefined {
  const own = levelAt(policy.level, tier);
  if (own === 'off') return own;
  const levels = policy.checks.map(({ level }) => levelAt(level, tier) ?? own ?? 'off');
  return gravity.findLast((level) => levels.includes(level));
}

/** What is decided is the policy's own level, or, where a graver check is what it is about, the level of that one. */
describe('the level of', () => {
  test.each(builtInPolicies().map((policy) => ({ id: policy.id, policy })))('$id', ({ id, policy }) => {
    const own = decided.tiers.map((tier) => levelAt(policy.level, tier));
    const gravest = decided.tiers.map((tier) => gravestAt(policy, tier));
    expect([own, gravest]).toContainEqual(decided.levels[id]);
  });
});

test('the thresholds of the tiers', () => {
  const tiers: Readonly<Record<string, { readonly parameters: Readonly<Record<string, unknown>> }>> = parse(
    readFileSync(new URL('../../policies/tiers.yaml', import.meta.url), 'utf8'),
  );
  const asDecided = decided.tiers.map((tier, index) => {
    const given = Object.entries(decided.parameters).map(([name, values]) => [name, values[index]]);
    return [tier, Object.fromEntries(given.filter(([, value]) => value !== null))];
  });
  const asWritten = Object.entries(tiers).map(([tier, { parameters }]) => [tier, parameters]);
  expect(Object.fromEntries(asWritten)).toEqual(Object.fromEntries(asDecided));
});
