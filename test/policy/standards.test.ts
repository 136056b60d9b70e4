/** What policies refer to in the standards of AWS exists: fixtures/standards.json lists the names. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { builtInPolicies } from '../../src/policy/built-in.ts';

interface Standard {
  readonly ids: readonly string[];
}

const known: Readonly<Record<string, Standard>> = JSON.parse(
  readFileSync(new URL('../../fixtures/standards.json', import.meta.url), 'utf8'),
);

const references = builtInPolicies().flatMap(({ id, standards }) =>
  Object.entries(standards).flatMap(([standard, ids]) => ids.map((name) => ({ policy: id, standard, name }))),
);

describe('ids of standards', () => {
  test.each([
    { standard: 'config', form: /^[a-z0-9]+(-[a-z0-9]+)+$/u },
    { standard: 'securityHub', form: /^[A-Z][A-Za-z0-9]*\.[1-9][0-9]*$/u },
    { standard: 'backupAuditManager', form: /^[A-Z]+(_[A-Z]+)+$/u },
    { standard: 'wellArchitected', form: /^REL[0-9]{2}-BP[0-9]{2}$/u },
  ])('are written as $standard writes them, and stand in its list', ({ standard, form }) => {
    const listed = new Set(known[standard]?.ids);
    const ours = references.filter((reference) => reference.standard === standard);
    expect(ours).not.toEqual([]);
    expect(ours.filter(({ name }) => !form.test(name))).toEqual([]);
    expect(ours.filter(({ name }) => !listed.has(name))).toEqual([]);
  });

  test('stand once in a policy', () => {
    const keys = references.map(({ policy, standard, name }) => `${policy} ${standard} ${name}`);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });
});

test('every policy names a practice of the Well-Architected Framework, or what AWS refuses', () => {
  const without = builtInPolicies().filter(
    ({ standards, guards }) =>
      (standards['wellArchitected'] ?? []).length === 0 && !guards.includes('validity') && !guards.includes('hygiene'),
  );
  expect(without.map(({ id }) => id)).toEqual([]);
});
