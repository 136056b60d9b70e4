import { describe, expect, test } from 'vitest';
import { terraformFunctions } from '../../../../src/evaluation/terraform/functions/index.ts';
import { plainValueOf } from '../../../helpers/terraform-functions.ts';
import { laterRows } from './tables/beyond-terraform.ts';
import { dateRows } from './tables/dates.ts';
import { encodingRows } from './tables/encoding.ts';
import { fileRows } from './tables/files.ts';
import { listRows } from './tables/lists.ts';
import { mapRows } from './tables/maps-and-sets.ts';
import { networkRows } from './tables/networks.ts';
import { numberRows } from './tables/numbers.ts';
import { providerRows } from './tables/providers.ts';
import { stringRows } from './tables/strings.ts';

const families = [
  { family: 'numbers', rows: numberRows },
  { family: 'strings', rows: stringRows },
  { family: 'lists', rows: listRows },
  { family: 'maps and sets', rows: mapRows },
  { family: 'encodings', rows: encodingRows },
  { family: 'dates', rows: dateRows },
  { family: 'networks', rows: networkRows },
  { family: 'files', rows: fileRows },
  { family: "Terraform's own provider", rows: providerRows },
  { family: 'OpenTofu, AWS and later versions', rows: laterRows },
];

describe.each(families)('$family', ({ rows }) => {
  test.each(rows)('%s', (expression, value) => {
    expect(plainValueOf(expression)).toEqual(value);
  });
});

// They have no value that a table could state: tested with what is not known.
const withoutValue = ['abspath', 'base64gzip', 'bcrypt', 'plantimestamp', 'rsadecrypt', 'timestamp', 'type', 'uuid'];

test('every function has a row', () => {
  const calls = families.flatMap(({ rows }) => rows.map(([expression]) => expression)).join('\n');
  const called = new Set([...calls.matchAll(/([\w:]+)\(/gu)].map(([, name]) => name));
  const missing = [...terraformFunctions.keys()].filter((name) => !called.has(name));
  expect(missing.toSorted()).toEqual(withoutValue);
});

test('no row stands in the tables twice', () => {
  const expressions = families.flatMap(({ rows }) => rows.map(([expression]) => expression));
  expect(expressions.filter((expression, at) => expressions.indexOf(expression) !== at)).toEqual([]);
});
