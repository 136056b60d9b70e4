/** The laws of three values: what is known less of is never judged otherwise, only less surely. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Condition } from '../../src/conditions/condition.ts';
import { relationVerbs } from '../../src/graph/relation.ts';
import { truthOn } from '../helpers/condition.ts';
import { node, relation, unknown, type Plain } from '../helpers/graph.ts';

const scalars = fc.constantFrom<string | number | boolean>('a', 'b', 1, 2, true);
const names = ['A', 'B', 'C'];

const comparisons = fc
  .tuple(fc.constantFrom(...names), fc.constantFrom('equals', 'otherThan', 'atLeast', 'atMost', 'like'), scalars)
  .map(([name, operator, operand]): Condition => {
    const path = `$.properties.${name}`;
    return { value: path, [operator]: operator === 'like' ? `${operand}*` : operand };
  });

const itemComparisons = fc
  .tuple(fc.constantFrom('equals', 'otherThan'), scalars)
  .map(([operator, operand]): Condition => ({ value: '$', [operator]: operand }));

const quantified = fc
  .tuple(fc.constantFrom('some', 'none', 'pass', 'fail', 'count', 'distinct'), itemComparisons, fc.nat(3))
  .map(([kind, inner, limit]): Condition => {
    const of = '$.properties.List[*]';
    if (kind === 'some') return { some: { of, where: inner } };
    if (kind === 'none') return { none: { of, where: inner } };
    if (kind === 'count') return { count: { of, where: inner, atMost: limit } };
    if (kind === 'distinct') return { count: { of, distinct: true, atLeast: limit } };
    return { every: { of, satisfies: inner, empty: kind === 'pass' ? 'pass' : 'fail' } };
  });

const related = fc.constantFrom<Condition>(
  { some: { of: 'protectedBy', where: { value: '$.properties.A', equals: '$subject.properties.A' } } },
  { none: { of: 'protectedBy', where: { value: '$.properties.A', equals: 'a' } } },
  { every: { of: 'protectedBy', satisfies: { value: '$.properties.A', otherThan: 'b' }, empty: 'fail' } },
  { count: { of: 'protectedBy', atLeast: 2 } },
);

const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3 },
    comparisons,
    quantified,
    related,
    fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((all): Condition => ({ all })),
    fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((any): Condition => ({ any })),
    tie('condition').map((not): Condition => ({ not })),
  ),
}));

interface World {
  readonly properties: Readonly<Record<string, Plain>>;
  readonly list: readonly Plain[];
  readonly others: readonly Plain[];
}

const worlds: fc.Arbitrary<World> = fc.record({
  properties: fc.dictionary(fc.constantFrom(...names), scalars, { maxKeys: 3 }),
  list: fc.array(scalars, { maxLength: 3 }),
  others: fc.array(scalars, { maxLength: 2 }),
});

/** Which of the facts of a world are not known. */
const gaps = fc.record({
  properties: fc.subarray(names),
  items: fc.subarray([0, 1, 2]),
  wholeList: fc.boolean(),
  doubtful: fc.subarray([0, 1]),
  hidden: fc.subarray([0, 1]),
});

function truthIn(world: World, asked: Condition, missing?: Parameters<Parameters<typeof gaps.map>[0]>[0]): string {
  const properties: Record<string, Plain> = { ...world.properties };
  for (const name of missing?.properties ?? []) if (name in properties) properties[name] = unknown(`var.${name}`);
  const list = world.list.map((item, index) =>
    missing?.items.includes(index) === true ? unknown(`var.${index}`) : item,
  );
  properties['List'] = missing?.wholeList === true ? unknown('var.list') : list;
  const subject = node('aws_ebs_volume.data', { properties });
  const others = world.others.map((item, index) =>
    node(`aws_backup_plan.p${index}`, {
      properties: { A: missing?.hidden.includes(index) === true ? unknown(`var.plan${index}`) : item },
    }),
  );
  const relations = others.map((other, index) =>
    relation(subject, 'protectedBy', other, { certain: missing?.doubtful.includes(index) !== true }),
  );
  return truthOn(subject, asked, { others, relations });
}

test('replacing a known by an unknown makes an answer unknown, never another one', () => {
  fc.assert(
    fc.property(condition, worlds, gaps, (asked, world, missing) => {
      const [known, less] = [truthIn(world, asked), truthIn(world, asked, missing)];
      expect(known).not.toBe('unknown');
      expect([known, 'unknown']).toContain(less);
    }),
    { numRuns: 500 },
  );
});

test('a condition or its opposite holds, or both are unknown', () => {
  fc.assert(
    fc.property(condition, worlds, gaps, (asked, world, missing) => {
      const opposite = { yes: 'no', no: 'yes', unknown: 'unknown' }[truthIn(world, asked, missing)];
      expect(truthIn(world, { not: asked }, missing)).toBe(opposite);
    }),
    { numRuns: 200 },
  );
});

test('every relation can be followed both ways', () => {
  const lonely = node('aws_ebs_volume.data');
  for (const of of relationVerbs) expect(truthOn(lonely, { some: { of } })).toBe('no');
});
