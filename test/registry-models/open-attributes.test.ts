/**
 * What a model does not speak of must come out unknown, never as a default: held for every table, so that a property that
 * is mapped later is unknown in every model until the model speaks of it.
 */
import { expect, test } from 'vitest';
import { UnknownLeaf, type Document } from '../../src/core/document.ts';
import type { UnknownSymbol } from '../../src/core/value.ts';
import type { DeclaredResource } from '../../src/evaluation/declared-resource.ts';
import { tables } from '../../src/normalization/tables.ts';
import { terraform } from '../helpers/declared.ts';
import { normalOf } from '../helpers/normal.ts';
import { evaluateFiles } from '../helpers/terraform.ts';

const rest: UnknownSymbol = { key: 'rest', reason: { code: 'unresolved-module', subject: 'the rest', cure: '' } };

/** A resource of which a model says nothing. */
function untold(type: string): DeclaredResource {
  const resource = terraform(`${type}.it`, {});
  return { ...resource, attributes: { ...resource.attributes, rest } };
}

function knownParts(document: Document, path: string): readonly string[] {
  if (document instanceof UnknownLeaf) return [];
  if (Array.isArray(document)) return document.flatMap((item: Document, index) => knownParts(item, `${path}/${index}`));
  if (typeof document !== 'object' || document === null) return [`${path} = ${String(document)}`];
  return Object.entries(document).flatMap(([name, member]) => knownParts(member, `${path}/${name}`));
}

/** The keys of a list of attributes, whose values are open, and what the type itself says. */
const knownAnyway = /\/(?:Key|FileSystemType|VolumeType) = /u;

/** No model declares one. */
const noModelHas = new Set(['aws_dlm_lifecycle_policy']);

test.each(
  tables
    .flatMap(({ type, terraform: names }) => names.map((name) => ({ name, type })))
    .filter(({ name }) => !noModelHas.has(name)),
)('$name ($type) has no default for what is not told', ({ name }) => {
  const known = knownParts(normalOf(untold(name)).properties, '').filter((each) => !knownAnyway.test(each));
  expect(known).toEqual([]);
});

test('the attributes and blocks of a modelled resource are open, but for what the module never sets', () => {
  const root = evaluateFiles({
    'infra/main.tf':
      'module "t" {\n  source = "terraform-aws-modules/dynamodb-table/aws"\n  version = "4.0.0"\n  name = "t"\n  replica_regions = [{ region_name = "us-east-1" }]\n}',
  });
  const { attributes } = root.resource('module.t.aws_dynamodb_table.this[0]');
  expect(attributes.rest?.reason.code).toBe('unresolved-module');
  expect(attributes.entries.get('global_table_witness')).toMatchObject({ value: null });
  const replicas = attributes.entries.get('replica');
  const [replica] = replicas?.kind === 'list' ? replicas.items : [];
  expect(replica).toMatchObject({ kind: 'map', rest: { reason: { code: 'unresolved-module' } } });
});
