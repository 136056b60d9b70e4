/**
 * An AWS::DynamoDB::GlobalTable lists all its Regions, its own among them, and configures the table per Region. Here the
 * own Region's entry becomes the table itself, as AWS::DynamoDB::Table and Terraform have it.
 */
import { unknown, type MapValue, type Value } from '../core/value.ts';
import type { DeclaredResource } from '../evaluation/declared-resource.ts';
import { snakeCase } from './locate.ts';
import { ownRegion } from './own-region.ts';
import { valueKey } from './value-key.ts';

/** What CloudFormation has per replica and a table has for itself. */
const perReplica = [
  'PointInTimeRecoverySpecification',
  'DeletionProtectionEnabled',
  'TableClass',
  'KinesisStreamSpecification',
  'ContributorInsightsSpecification',
  'ResourcePolicy',
  'SSESpecification',
  'Tags',
];

const globalTables: ReadonlySet<string> = new Set(['AWS::DynamoDB::GlobalTable', 'awscc_dynamodb_global_table']);

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-dynamodb-globaltable.html */
export function listsOwnRegion({ sourceType }: DeclaredResource): boolean {
  return globalTables.has(sourceType);
}

function nameIn({ language }: DeclaredResource, property: string): string {
  return language === 'terraform' ? snakeCase(property) : property;
}

/** The attributes with those of the own Region's replica at the top; of other tables as they are. */
export function liftOwnReplica(declared: DeclaredResource): MapValue {
  const { attributes } = declared;
  const replicas = attributes.entries.get(nameIn(declared, 'Replicas'));
  if (!listsOwnRegion(declared) || replicas === undefined) return attributes;
  const entries = new Map(attributes.entries);
  for (const property of perReplica.map((each) => nameIn(declared, each))) {
    const value = lifted(declared, replicas, property);
    if (value !== undefined) entries.set(property, merged(attributes.entries.get(property), value));
  }
  return { ...attributes, entries };
}

function lifted(declared: DeclaredResource, replicas: Value, property: string): Value | undefined {
  const items = replicas.kind === 'list' ? replicas.items : [replicas];
  const own = items.find((item) => item.kind === 'map' && liesHere(declared, item));
  if (own?.kind === 'map') return own.entries.get(property);
  const values = items.map((item) => (item.kind === 'map' ? item.entries.get(property) : item));
  const [first] = values;
  const isShared = items.every((item) => item.kind === 'map') && values.every((value) => isSame(value, first));
  return isShared ? first : ownIsUnknown(declared, property);
}

function liesHere(declared: DeclaredResource, replica: MapValue): boolean {
  const region = replica.entries.get(nameIn(declared, 'Region'));
  const own = ownRegion(declared);
  return region !== undefined && own !== undefined && isSame(region, own);
}

function isSame(left: Value | undefined, right: Value | undefined): boolean {
  if (left === undefined || right === undefined) return left === right;
  const key = valueKey(left);
  return key !== undefined && key === valueKey(right);
}

function ownIsUnknown(declared: DeclaredResource, property: string): Value {
  return unknown(
    `${declared.id}/Replicas.${property}`,
    { code: 'derived', subject: "which replica is the stack's own", cure: 'state the Region of the stack' },
    declared.attributes.entries.get(nameIn(declared, 'Replicas'))?.range,
  );
}

/** The table says whether it is encrypted, the replica with which key. */
function merged(ofTable: Value | undefined, ofReplica: Value): Value {
  if (ofTable?.kind !== 'map' || ofReplica.kind !== 'map') return ofReplica;
  return { ...ofReplica, entries: new Map([...ofTable.entries, ...ofReplica.entries]) };
}
