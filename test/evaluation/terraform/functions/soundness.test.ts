/**
 * Nothing is guessed: whatever is said of a call with something unknown in it holds for every value of the unknown. A
 * call is evaluated with a variable, and again with values in its place.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Value } from '../../../../src/core/value.ts';
import { valueOf } from '../../../helpers/terraform-functions.ts';
import { plainValue } from '../../../helpers/terraform.ts';
import { typicalCalls } from './tables/typical-calls.ts';

/** What the unknown may turn out to be. */
const candidates = [
  '""',
  '"a"',
  '"-dr"',
  '"orders-dr"',
  '"10.0.0.0/8"',
  '"1"',
  '0',
  '1',
  '2.5',
  'true',
  'null',
  '[]',
  '["a"]',
  '["a", "b"]',
  '[1, "a", null]',
  'toset(["a", "b"])',
  '[["a"], "b"]',
  '{}',
  '{ a = "x" }',
  '{ b = "y", c = null }',
];

/** How an unknown (`HOLE`) stands in an argument: alone, in a text, in a list, in a map. */
const placings: readonly ((argument: string) => string)[] = [
  () => 'HOLE',
  () => '"orders-${HOLE}"',
  () => '"${HOLE}-dr"',
  () => '"a${HOLE}b"',
  () => '[HOLE]',
  () => '["a", HOLE]',
  () => '[HOLE, "b", HOLE]',
  () => 'toset(["a", HOLE])',
  () => '[["a"], HOLE]',
  () => '[["a"], [HOLE]]',
  () => '{ a = HOLE }',
  () => '{ a = 1, b = HOLE }',
  () => '{ a = 1, (HOLE) = 2 }',
  (argument) => `concat(try(tolist(${argument}), []), [HOLE])`,
  (argument) => `merge(try(tomap(${argument}), {}), HOLE)`,
];

/** Functions that give something else each time, and one that asks about types. */
const excluded = new Set([
  'bcrypt',
  'rsadecrypt',
  'timestamp',
  'plantimestamp',
  'uuid',
  'base64gzip',
  'ephemeralasnull',
]);

const calls = [...typicalCalls].filter(([name]) => !excluded.has(name));

const callWithUnknown = fc
  .record({
    call: fc.constantFrom(...calls.filter(([, args]) => args.length > 0)),
    place: fc.nat(),
    placing: fc.constantFrom(...placings),
  })
  .map(({ call: [name, args], place, placing }) => {
    const at = place % args.length;
    return `${name}(${args.with(at, placing(args[at] ?? '')).join(', ')})`;
  });

/** `known` holds for `value`: what it leaves open may be anything. */
function holds(known: Value | undefined, value: Value | undefined): boolean {
  if (known === undefined || value === undefined) return known === value;
  if (known.kind === 'unknown' || known.kind === 'reference') return true;
  if (known.kind === 'template') return value.kind === 'scalar' && fits(known.parts, String(value.value));
  if (known.kind === 'list') return value.kind === 'list' && listHolds(known, value);
  if (known.kind === 'map') return value.kind === 'map' && mapHolds(known, value);
  // A number may become a text beside texts.
  return (
    value.kind === 'scalar' &&
    (known.value === null ? value.value === null : String(known.value) === String(value.value))
  );
}

function listHolds(known: Value & { kind: 'list' }, value: Value & { kind: 'list' }): boolean {
  if (known.set) {
    const certain = known.items.filter((item) => item.kind === 'scalar');
    return certain.every((item) => value.items.some((other) => holds(item, other)));
  }
  return known.items.length === value.items.length && known.items.every((item, at) => holds(item, value.items[at]));
}

function mapHolds(known: Value & { kind: 'map' }, value: Value & { kind: 'map' }): boolean {
  const entriesHold = [...known.entries].every(([key, entry]) => holds(entry, value.entries.get(key)));
  return entriesHold && (known.rest !== undefined || known.entries.size === value.entries.size);
}

/** The known parts stand in the text, the first at its start and the last at its end. */
function fits(parts: readonly (string | Value)[], text: string): boolean {
  const pattern = parts.map((part) => (typeof part === 'string' ? part.replace(/[$()*+.?[\\\]^{|}]/gu, '\\$&') : '.*'));
  return new RegExp(`^${pattern.join('')}$`, 'su').test(text);
}

function isRefused(value: Value | undefined): boolean {
  return value?.kind === 'unknown' && value.symbol.reason.code === 'invalid';
}

test('what is known of a call holds for every value of what is not', { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(callWithUnknown, fc.constantFrom(...candidates), (call, candidate) => {
      const known = valueOf(call.replaceAll('HOLE', 'var.unknown'));
      const value = valueOf(call.replaceAll('HOLE', candidate));
      // What is refused for certain is refused for every value; what is refused for this value is no counterexample.
      if (isRefused(known)) expect(plainValue(value)).toHaveProperty('$invalid');
      else if (!isRefused(value))
        expect({
          call,
          candidate,
          known: plainValue(known),
          holds: holds(known, value),
          value: plainValue(value),
        }).toMatchObject({ holds: true });
    }),
    { numRuns: 600 },
  );
});
