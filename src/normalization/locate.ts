/** Finds the value of a property in a resource's attributes, in the names of the source language. */
import { assertNever } from '../core/assert-never.ts';
import { unknown, type MapValue, type Value } from '../core/value.ts';
import type { TerraformName } from './fields.ts';
import { namesWithAcronyms } from './names-with-acronyms.ts';
import { childName, childPointer, type Place } from './pointer.ts';

/**
 * How the source names things: `terraform` by the tables, `cloudFormation` as AWS does, `awscc` as AWS does but in snake
 * case (the Terraform provider that is generated from CloudFormation's schemas).
 */
export type Dialect = 'terraform' | 'cloudFormation' | 'awscc';

/** Where properties are read from: a resource's attributes, or one block or object in them. */
export interface Scope {
  readonly value: Value | undefined;
  readonly place: Place;
}

export interface Located {
  /** Undefined when nothing is written. */
  readonly value: Value | undefined;
  readonly place: Place;
}

export function locate(
  dialect: Dialect,
  scope: Scope,
  property: string,
  terraform: TerraformName | undefined,
): Located {
  const pointer = childPointer(scope.place.pointer, property);
  const names = namesOf(dialect, property, terraform);
  for (const name of names) {
    const value = follow(scope.value, name);
    if (value !== undefined) return { value, place: { pointer, name: childName(scope.place.name, name) } };
  }
  return { value: undefined, place: { pointer, name: childName(scope.place.name, names[0] ?? property) } };
}

/** The names that a property may be written under. */
export function namesOf(dialect: Dialect, property: string, terraform?: TerraformName): readonly string[] {
  if (dialect === 'cloudFormation') return [property];
  if (dialect === 'awscc') return [snakeCase(property)];
  if (terraform === undefined) return [];
  return typeof terraform === 'string' ? [terraform] : terraform;
}

function follow(scope: Value | undefined, path: string): Value | undefined {
  let at = scope;
  for (const name of path.split('.')) {
    if (at === undefined) return undefined;
    at = step(at, name);
  }
  return at;
}

/** One step into a value: the first of repeated blocks, and below something unknown another unknown. */
function step(value: Value, name: string): Value | undefined {
  switch (value.kind) {
    case 'map':
      return entryOf(value, name);
    case 'list': {
      const [first] = value.items;
      return first === undefined ? undefined : step(first, name);
    }
    case 'unknown':
      return unknown(`${value.symbol.key}.${name}`, value.symbol.reason, value.range, value.marks);
    case 'reference':
      return unknown(
        `${value.resource}.${value.attribute}.${name}`,
        { code: 'computed', subject: `${value.text}.${name}`, cure: '' },
        value.range,
        value.marks,
      );
    case 'scalar':
    case 'template':
      return undefined;
    default:
      return assertNever(value);
  }
}

/** Null arguments count as not written; where an unknown map was merged in, a missing one is unknown. */
function entryOf({ entries, rest, range, marks }: MapValue, name: string): Value | undefined {
  const member = entries.get(name);
  if (member === undefined && rest !== undefined) return unknown(`${rest.key}.${name}`, rest.reason, range, marks);
  return member?.kind === 'scalar' && member.value === null ? undefined : member;
}

const fewerCapitals: readonly (readonly [string, string])[] = [
  ['CloudFormation', 'Cloudformation'],
  ['CloudFront', 'Cloudfront'],
  ['CloudWatch', 'Cloudwatch'],
  ['CNAMEs', 'Cnames'],
  ['FSx', 'Fsx'],
];

/** `DBInstanceIdentifier` → `db_instance_identifier`, as the awscc provider names attributes. */
// https://github.com/hashicorp/terraform-provider-awscc/blob/main/internal/naming/naming.go
export function snakeCase(property: string): string {
  let name = property;
  for (const [written, read] of fewerCapitals) name = name.replaceAll(written, read);
  return name.replaceAll(/([A-Z])(?=[A-Z][a-z])|([a-z])(?=[A-Z0-9])|([0-9])(?=[A-Za-z])/gu, '$1$2$3_').toLowerCase();
}

/** `retention_days` → `RetentionDays`: the way back, for attributes that no table names. */
export function pascalCase(attribute: string): string {
  return (
    acronyms.get(attribute) ?? attribute.replaceAll(/(?:^|_)([a-z0-9])/gu, (_, letter: string) => letter.toUpperCase())
  );
}

const acronyms: ReadonlyMap<string, string> = new Map(namesWithAcronyms.map((name) => [snakeCase(name), name]));
