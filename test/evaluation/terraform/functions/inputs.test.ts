/** Every argument of every function replaced by an unknown, by null, by a secret and by what only AWS can tell. */
import { describe, expect, test } from 'vitest';
import type { Value } from '../../../../src/core/value.ts';
import { terraformFunctions } from '../../../../src/evaluation/terraform/functions/index.ts';
import { marksOfAll } from '../../../../src/evaluation/terraform/values/symbols.ts';
import { summaryOf } from '../../../../src/evaluation/terraform/values/summary.ts';
import { plainValue } from '../../../helpers/terraform.ts';
import { valueOf } from '../../../helpers/terraform-functions.ts';
import { typicalCalls } from './tables/typical-calls.ts';

test('every function has a typical call', () => {
  const console = 'type';
  expect([...typicalCalls.keys(), console].toSorted()).toEqual([...terraformFunctions.keys()].toSorted());
});

/** `replace/2`: the call of `replace` with its second argument replaced. */
interface Case {
  readonly name: string;
  readonly expression: string;
}

function casesWith(replacement: (argument: string) => string): readonly Case[] {
  return [...typicalCalls].flatMap(([name, args]) =>
    args.map((argument, at) => {
      const replaced = args.with(at, replacement(argument));
      return { name: `${name}/${at + 1}`, expression: `${name}(${replaced.join(', ')})` };
    }),
  );
}

function evaluated(expression: string): Value {
  const value = valueOf(expression);
  if (value === undefined) throw new Error(`${expression} left no value`);
  return value;
}

describe('an unknown argument', () => {
  test.each(casesWith(() => 'var.unknown'))('$name: $expression', ({ expression }) => {
    const value = evaluated(expression);
    expect(summaryOf(value).known).toBe(false);
    expect(plainValue(value)).not.toHaveProperty('$invalid');
  });

  /** What they give is another value each time, or a secret. */
  const different = /^(?:bcrypt|rsadecrypt|sensitive)\//u;
  const same = casesWith(() => 'var.unknown').filter(({ name }) => !different.test(name));

  test.each(same)('$name: twice the same', ({ expression }) => {
    expect(plainValue(evaluated(`[${expression}] == [${expression}]`))).toBe(true);
  });
});

describe('null', () => {
  /** Terraform refuses null in the place of every other argument. */
  const accepted: ReadonlyMap<string, unknown> = new Map<string, unknown>([
    ['coalesce/1', 'orders'],
    ['coalescelist/1', ['orders']],
    ['contains/2', false],
    ['ephemeralasnull/1', null],
    ['issensitive/1', false],
    ['jsonencode/1', 'null'],
    ['lookup/3', null],
    ['merge/1', { b: 2 }],
    ['merge/2', { a: 1 }],
    ['nonsensitive/1', null],
    ['sensitive/1', { $sensitive: null }],
    ['tobool/1', null],
    ['tolist/1', null],
    ['tomap/1', null],
    ['tonumber/1', null],
    ['toset/1', null],
    ['tostring/1', null],
    ['yamlencode/1', 'null\n...\n'],
  ]);

  test.each(casesWith(() => 'null'))('$name: $expression', ({ name, expression }) => {
    const value = plainValue(evaluated(expression));
    if (accepted.has(name)) expect(value).toEqual(accepted.get(name));
    else expect(value).toHaveProperty('$invalid');
  });
});

describe('a secret', () => {
  /** They ask about the mark, or take it off. */
  const open: ReadonlySet<string> = new Set(['issensitive/1', 'nonsensitive/1']);

  test.each(casesWith((argument) => `sensitive(${argument})`))('$name: $expression', ({ name, expression }) => {
    expect(summaryOf(evaluated(expression)).marks.sensitive).toBe(!open.has(name));
  });

  test('is not told in a refusal either', () => {
    expect(plainValue(evaluated('formatdate(sensitive("YYYYY"), "2026-11-22T00:00:00Z")'))).toEqual({
      $invalid: 'Terraform would refuse what formatdate() is given.',
    });
  });
});

describe('what only AWS can tell', () => {
  /** Of a whole map only which further entries it has is not known: these came through the resource. */
  const inEntries: ReadonlySet<string> = new Set(['merge/1']);

  test.each(casesWith(() => 'aws_vpc.main.id'))('$name: $expression', ({ name, expression }) => {
    const value = evaluated(expression);
    expect(summaryOf(value).known).toBe(false);
    expect(resourcesOf(value).includes('infra#aws_vpc.main')).toBe(!inEntries.has(name));
  });
});

/** The resources that a value is an attribute of, or came through. */
function resourcesOf(value: Value): readonly string[] {
  const parts = value.kind === 'template' ? value.parts.filter((part) => typeof part !== 'string') : [];
  const items = value.kind === 'list' ? value.items : value.kind === 'map' ? [...value.entries.values()] : [];
  return [...marksOfAll([value]).via.map(String), ...[...parts, ...items].flatMap((part) => resourcesOf(part))];
}
