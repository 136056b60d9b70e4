/**
 * Every name in the mapping tables exists: fixtures/schema-facts.json lists the argument and property paths of the types
 * as the provider's and CloudFormation's schemas have them. List positions add nothing to a path.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Field, Fields, TerraformName } from '../../src/normalization/fields.ts';
import { tables } from '../../src/normalization/tables.ts';

type Paths = Readonly<Record<string, Readonly<Record<string, string>>>>;

const facts: { readonly terraform: Paths; readonly cloudformation: Paths } = JSON.parse(
  readFileSync(new URL('../../fixtures/schema-facts.json', import.meta.url), 'utf8'),
);

/** What only Terraform declares has no type in CloudFormation. */
const onlyInTerraform = new Set([
  'AWS::Backup::GlobalSettings',
  'AWS::Backup::RegionSettings',
  'AWS::CertificateManager::CertificateValidation',
  'AWS::EC2::FastSnapshotRestore',
  'AWS::EC2::Image',
  'AWS::EC2::Snapshot',
  'AWS::OpenSearchService::OutboundConnection',
  'AWS::RDS::DBClusterSnapshot',
  'AWS::RDS::DBSnapshot',
  'AWS::StorageGateway::Volume',
]);

/** Names that the provider had before version 6.25, which older code still uses. */
const formerNames = new Set([
  // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/guides/version-5-upgrade
  'aws_ecs_cluster capacity_providers',
  'aws_ecs_cluster default_capacity_provider_strategy',
  'aws_ecs_cluster default_capacity_provider_strategy.base',
  'aws_ecs_cluster default_capacity_provider_strategy.capacity_provider',
  'aws_ecs_cluster default_capacity_provider_strategy.weight',
  'aws_autoscaling_group tags',
  'aws_autoscaling_attachment alb_target_group_arn',
  'aws_db_instance name',
  'aws_elasticache_replication_group availability_zones',
  'aws_elasticache_replication_group number_cache_clusters',
  'aws_elasticache_replication_group replication_group_description',
  'aws_elasticache_replication_group cluster_mode.num_node_groups',
  'aws_elasticache_replication_group cluster_mode.replicas_per_node_group',
  // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/guides/version-6-upgrade
  'aws_redshift_cluster snapshot_copy.destination_region',
  'aws_redshift_cluster snapshot_copy.retention_period',
  'aws_redshift_cluster snapshot_copy.grant_name',
]);

/** Where the schemas have the types of parts. */
const propertyTypes: ReadonlyMap<string, string> = new Map([['AWS::Events::Rule.Target', 'AWS::Events::Rule.Targets']]);

interface Names {
  readonly cloudFormation: Set<string>;
  readonly terraform: Set<string>;
  /** The fields that read them. */
  readonly fields: Map<string, Field>;
}

function noNames(): Names {
  return { cloudFormation: cloudFormationNames, terraform: new Set(), fields: new Map() };
}

/** Where a field stands: the CloudFormation type and path, and the Terraform block. */
interface At {
  readonly type: string;
  readonly path: string;
  readonly block: string;
}

function join(path: string, step: string): string {
  return path === '' ? step : `${path}.${step}`;
}

function several(name: TerraformName | undefined): readonly string[] {
  if (name === undefined) return [];
  return typeof name === 'string' ? [name] : name;
}

function collect(fields: Fields, at: At, names: Names): void {
  for (const [property, field] of Object.entries(fields)) collectField(field, property, at, names);
}

function collectField(field: Field, property: string, at: At, names: Names): void {
  const [ofType, ...ofPath] = field.of?.split('.') ?? [at.type, ...(at.path === '' ? [] : [at.path])];
  const path = join(ofPath.join('.'), property);
  const isDescribedElsewhere = 'describedBy' in field && field.describedBy !== undefined;
  const isApiOnly = 'api' in field && field.api !== undefined;
  const members = 'members' in field ? field.members : undefined;
  const holdsApiOnly = Object.values(members ?? {}).every((member) => 'api' in member && member.api !== undefined);
  if (!isApiOnly && !isDescribedElsewhere && !(members !== undefined && holdsApiOnly))
    names.cloudFormation.add(`${ofType} ${path}`);
  if (field.kind === 'attributes') {
    for (const each of Object.values(field.keys)) {
      for (const name of several(each.terraform)) names.terraform.add(join(at.block, name));
    }
    return;
  }
  const terraform = 'terraform' in field ? several(field.terraform) : [];
  for (const name of terraform.map((each) => join(at.block, each))) {
    names.terraform.add(name);
    names.fields.set(name, field);
  }
  const block = terraform.length === 0 ? at.block : join(at.block, terraform[0] ?? '');
  if (members === undefined) return;
  // A list without a name in Terraform is one that only satellites add to.
  const isRead = terraform.length > 0 || field.kind !== 'objects' || field.around;
  const [memberType = '', ...memberPath] = isDescribedElsewhere ? field.describedBy.split('.') : [ofType, path];
  collect(members, { type: memberType, path: memberPath.join('.'), block }, isRead ? names : noNames());
}

const cloudFormationNames = new Set<string>();
const terraformNames = new Set<string>();
const terraformFields = new Map<string, Field>();

function keep(type: string, { terraform, fields }: Names): void {
  for (const name of terraform) terraformNames.add(`${type} ${name}`);
  for (const [name, field] of fields) terraformFields.set(`${type} ${name}`, field);
}

for (const table of tables) {
  const own = noNames();
  const [type = '', ...path] = (propertyTypes.get(table.type) ?? table.type).split('.');
  collect(table.properties, { type, path: path.join('.'), block: '' }, own);
  if (table.tags !== undefined) {
    cloudFormationNames.add(`${table.type} ${table.tags.property}`);
    for (const name of several(table.tags.terraform)) own.terraform.add(name);
  }
  for (const name of table.terraform) keep(name, own);
  for (const satellite of table.satellites ?? []) {
    const its = noNames();
    its.terraform.add(satellite.joinBy);
    collect(satellite.properties, { type: table.type, path: '', block: '' }, its);
    keep(satellite.terraform, its);
    for (const { type, joinBy } of satellite.cloudFormation ?? []) cloudFormationNames.add(`${type} ${joinBy}`);
  }
}

function missing(names: ReadonlySet<string>, schema: Paths): readonly string[] {
  return [...names].filter((name) => {
    const [type = '', path = ''] = name.split(' ');
    if (onlyInTerraform.has(type) || formerNames.has(name)) return false;
    return !isNamed(schema[type] ?? {}, path);
  });
}

/** Text in one language, a number or truth in the other; one text that stands for a list of one. */
const readAlike = new Set([
  'aws_cloudformation_stack_set_instance region',
  'aws_cloudformation_stack_set_instance stack_set_instance_region',
  'aws_customer_gateway bgp_asn',
  'aws_launch_template block_device_mappings.ebs.delete_on_termination',
  'aws_launch_template block_device_mappings.ebs.encrypted',
  // One rule of a security group has one peer.
  ...['ingress', 'egress'].flatMap((direction) =>
    ['cidr_blocks', 'ipv6_cidr_blocks', 'prefix_list_ids', 'security_groups'].map(
      (peers) => `aws_security_group ${direction}.${peers}`,
    ),
  ),
  'aws_security_group_rule cidr_blocks',
  'aws_security_group_rule ipv6_cidr_blocks',
  'aws_security_group_rule prefix_list_ids',
]);

/** The types in the provider's schema that a field can read. */
function formsOf(field: Field): RegExp {
  if (field.kind === 'scalar') return { text: /^string$/u, number: /^number$/u, boolean: /^boolean$/u }[field.type];
  if (field.kind === 'texts') return /^(?:list|set)\(/u;
  if (field.kind === 'map' || field.kind === 'pairs') return /^(?:map|block)/u;
  if (field.kind === 'objects' || field.kind === 'object' || field.kind === 'named') return /^(?:block|object)/u;
  return /./u;
}

/** Keys of maps add nothing to a path, either. */
function isNamed(paths: Readonly<Record<string, string>>, path: string): boolean {
  if (paths[path] !== undefined) return true;
  const steps = path.split('.');
  for (const [index] of steps.entries()) {
    const map = steps.slice(0, index).join('.');
    if (paths[map]?.startsWith('map<') !== true) continue;
    const rest = steps.slice(index + 1);
    return rest.length === 0 || paths[join(map, rest.join('.'))] !== undefined;
  }
  return false;
}

describe('names in the mapping tables', () => {
  test('are names of CloudFormation', () => {
    expect(missing(cloudFormationNames, facts.cloudformation)).toEqual([]);
  });

  test('are names of the Terraform provider', () => {
    expect(missing(terraformNames, facts.terraform)).toEqual([]);
  });

  test('list no exception that is not used', () => {
    expect([...formerNames].filter((name) => !terraformNames.has(name))).toEqual([]);
  });

  test('are read as what the provider has there', () => {
    const otherwise = [...terraformFields].filter(([name, field]) => {
      const [type = '', path = ''] = name.split(' ');
      const schema = facts.terraform[type]?.[path];
      return schema !== undefined && !readAlike.has(name) && !formsOf(field).test(schema);
    });
    expect(otherwise.map(([name]) => name)).toEqual([]);
  });

  test('tags have the form of the schema, and none are left out that both languages have', () => {
    const wrong = tables.filter(({ type, terraform, tags }) => {
      const paths = facts.cloudformation[type] ?? {};
      if (tags === undefined) return 'Tags' in paths && terraform.some((name) => facts.terraform[name]?.['tags']);
      const schema = paths[tags.property];
      return schema !== undefined && (schema.startsWith('array<') ? 'list' : 'map') !== tags.form;
    });
    expect(wrong.map(({ type }) => type)).toEqual([]);
  });
});
