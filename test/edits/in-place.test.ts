/**
 * No edit replaces a resource, and with it the data that it holds: what an edit writes is known to be changed in place, by
 * CloudFormation's specification (fixtures/schema-facts.json) and by the source of Terraform's provider
 * (fixtures/terraform-updates.json). A new edit fails here until that is known of each argument that it may write.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { pointerKeys } from '../../src/core/pointer.ts';
import type { ResourceTable } from '../../src/normalization/resource-table.ts';
import { sourceNames } from '../../src/normalization/source-names.ts';
import { tables } from '../../src/normalization/tables.ts';
import { builtInGroups, builtInPolicies } from '../../src/policy/built-in.ts';
import { editTarget, type EditedProperty } from '../../src/policy/edit-target.ts';
import type { Policy } from '../../src/policy/policy.ts';

type Replacements = Readonly<Record<string, Readonly<Record<string, 'yes' | 'maybe'>>>>;

const { replacement }: { readonly replacement: Replacements } = factsIn('schema-facts.json');

interface Updated {
  readonly arguments: readonly string[];
}

const { updated }: { readonly updated: Readonly<Record<string, Updated>> } = factsIn('terraform-updates.json');

function factsIn(name: string): ReturnType<typeof JSON.parse> {
  return JSON.parse(readFileSync(new URL(`../../fixtures/${name}`, import.meta.url), 'utf8'));
}

/** `maybe` in the specification; the handler itself replaces for none of them. */
const changedInPlace = new Set([
  // https://github.com/aws-cloudformation/aws-cloudformation-resource-providers-rds/blob/main/aws-rds-dbinstance/src/main/java/software/amazon/rds/dbinstance/util/ImmutabilityHelper.java
  'AWS::RDS::DBInstance MultiAZ',
  'AWS::RDS::DBInstance BackupRetentionPeriod',
]);

/** What a policy is about in a table: a type of its own, or a part, whose list stands at `at`. */
interface Judged {
  readonly table: ResourceTable;
  readonly part: { readonly type: string; readonly at: string; readonly label: string } | undefined;
}

function judgedBy({ subjects }: Policy): readonly Judged[] {
  const types = subjects.flatMap(
    (subject) =>
      builtInGroups()
        .get(subject)
        ?.map(({ type }) => type) ?? [subject],
  );
  return tables.flatMap((table) => [
    ...(types.includes(table.type) ? [{ table, part: undefined }] : []),
    ...(table.parts ?? []).filter(({ type }) => types.includes(type)).map((part) => ({ table, part })),
  ]);
}

function editedProperties({ fix }: Policy): readonly EditedProperty[] {
  return fix.edits.map(({ set }) => editTarget(set)).filter((target) => target?.kind === 'property');
}

/** The paths of properties that CloudFormation replaces for, or may. */
function replacedInTemplates(judged: Judged, { keys }: EditedProperty): readonly string[] {
  const { table, part } = judged;
  const [name] = sourceNames({ language: 'cloudformation', sourceType: table.type, partType: part?.type }, keys);
  if (name === undefined) return [];
  const steps = [...pointerKeys(part?.at ?? ''), ...name.steps].filter((step) => !/^\d+$/u.test(step));
  const around = steps.map((_, index) => steps.slice(0, index + 1).join('.'));
  return around
    .map((path) => ({ path, how: replacement[table.type]?.[path] }))
    .filter(({ path, how }) => how === 'yes' || (how === 'maybe' && !changedInPlace.has(`${table.type} ${path}`)))
    .map(({ path }) => `${table.type} ${path}`);
}

/** The arguments of which it is not known that the provider changes them in place. */
function doubtfulInTerraform({ table, part }: Judged, { keys }: EditedProperty): readonly string[] {
  return table.terraform.flatMap((sourceType) =>
    sourceNames({ language: 'terraform', sourceType, partType: part?.type }, keys)
      .map(({ satellite, steps }) => ({ type: satellite?.terraform ?? sourceType, path: steps.join('.') }))
      .map(({ type, path }) => ({ block: part === undefined ? type : `${type} ${part.label}`, path }))
      .filter(({ block, path }) => updated[block]?.arguments.includes(path) !== true)
      .map(({ block, path }) => `${block} ${path}`),
  );
}

const policies = builtInPolicies().filter((policy) => editedProperties(policy).length > 0);

describe('what is edited is changed in place', () => {
  test.each(policies.map((policy) => ({ id: policy.id, policy })))('by $id', ({ policy }) => {
    const pairs = judgedBy(policy).flatMap((judged) => editedProperties(policy).map((target) => ({ judged, target })));
    expect(pairs.flatMap(({ judged, target }) => replacedInTemplates(judged, target))).toEqual([]);
    expect(pairs.flatMap(({ judged, target }) => doubtfulInTerraform(judged, target))).toEqual([]);
  });
});

// What docs/fix.md names as left alone for this.
test.each([
  { type: 'AWS::AmazonMQ::Broker', keys: ['DeploymentMode'] },
  { type: 'AWS::EFS::FileSystem', keys: ['AvailabilityZoneName'] },
  { type: 'AWS::Route53::HealthCheck', keys: ['HealthCheckConfig', 'RequestInterval'] },
  { type: 'AWS::RDS::DBInstance', keys: ['AvailabilityZone'] },
])('an edit of $type $keys would not be', ({ type, keys }) => {
  const table = tables.find((each) => each.type === type) ?? expect.unreachable();
  const judged = { table, part: undefined };
  const target: EditedProperty = { kind: 'property', keys };
  expect(replacedInTemplates(judged, target)).toEqual([`${type} ${keys.join('.')}`]);
  expect(doubtfulInTerraform(judged, target)).not.toEqual([]);
});
