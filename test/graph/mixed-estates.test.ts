/** One estate in two languages, or in several roots: what one declares and the other names is one thing, as certainly as it is written. */
import { describe, expect, test } from 'vitest';
import type { Config } from '../../src/config/config.ts';
import { parseRegion } from '../../src/core/ids.ts';
import { endsOf, lintText } from '../helpers/lint-text.ts';

const east = 'provider "aws" {\n  region = "us-east-1"\n}\n';
const west = 'provider "aws" {\n  region = "us-west-2"\n}\n';

function deployed(regions: Readonly<Record<string, string>>): Partial<Config> {
  const nothing = { name: undefined, varFiles: [], parameters: [], role: undefined, statedAt: undefined };
  const deployments = Object.entries(regions).map(([path, region]) => ({
    ...nothing,
    path,
    region: parseRegion(region),
  }));
  return { deployments };
}

interface Estate {
  readonly what: string;
  readonly files: Readonly<Record<string, string>>;
  /** Template → its Region. */
  readonly regions?: Readonly<Record<string, string>>;
  readonly from: string;
  readonly verb: string;
  /** With a question mark where the relation is only possible. */
  readonly ends: readonly string[];
}

const table = (name: string): string =>
  `resource "aws_dynamodb_table" "orders" {\n  name     = "${name}"\n  hash_key = "id"\n}\n`;
const globalTable = `Resources:
  Orders:
    Type: AWS::DynamoDB::GlobalTable
    Properties:
      TableName: orders
      Replicas: [{ Region: us-east-1 }, { Region: us-west-2 }]
`;
const oneTable = `Resources:
  Orders:
    Type: AWS::DynamoDB::Table
    Properties: { TableName: orders }
`;
const replicaOf = (arn: string): string =>
  `resource "aws_dynamodb_table_replica" "orders" {\n  global_table_arn = "${arn}"\n}\n`;

const tables: readonly Estate[] = [
  {
    what: 'a global table of a stack, whose replica a root declares',
    files: { 'stack.yaml': globalTable, 'west/main.tf': west + table('orders') },
    regions: { 'stack.yaml': 'us-east-1' },
    from: 'Orders',
    verb: 'replicatesTo',
    ends: ['Orders/replica["us-west-2"]', 'aws_dynamodb_table.orders'],
  },
  {
    // A replica lies in the account of its table, and the roots of a workload share one.
    what: 'a table of a stack, replicated by a root that names its ARN',
    files: {
      'stack.yaml': oneTable,
      'west/main.tf': west + replicaOf('arn:aws:dynamodb:us-east-1:111122223333:table/orders'),
    },
    regions: { 'stack.yaml': 'us-east-1' },
    from: 'Orders',
    verb: 'replicatesTo',
    ends: ['Orders/replica["us-west-2"]'],
  },
];

const plan = (vault: string): string => `Resources:
  Plan:
    Type: AWS::Backup::BackupPlan
    Properties:
      BackupPlan:
        BackupPlanName: nightly
        BackupPlanRule:
          - RuleName: daily
            TargetBackupVault: nightly
            CopyActions: [{ DestinationBackupVaultArn: ${vault} }]
`;
const vault = (name: string): string => `resource "aws_backup_vault" "far" {\n  name = "${name}"\n}\n`;

const vaults: readonly Estate[] = [
  {
    what: 'a plan of a stack that stores in the vault of a root, by its name',
    files: {
      'stack.yaml': plan('arn:aws:backup:us-west-2:111122223333:backup-vault:far'),
      'east/main.tf': east + vault('nightly'),
    },
    regions: { 'stack.yaml': 'us-east-1' },
    from: 'Plan/rule["daily"]',
    verb: 'storesIn',
    ends: ['aws_backup_vault.far'],
  },
  {
    what: 'a plan of a stack that copies to the vault of a root, by an ARN in its own account',
    files: {
      'stack.yaml': plan('!Sub "arn:aws:backup:us-west-2:${AWS::AccountId}:backup-vault:far"'),
      'west/main.tf': west + vault('far'),
    },
    regions: { 'stack.yaml': 'us-east-1' },
    from: 'Plan/rule["daily"]',
    verb: 'copiesTo',
    ends: ['aws_backup_vault.far'],
  },
  {
    what: 'by an ARN in an account that may be another one',
    files: {
      'stack.yaml': plan('arn:aws:backup:us-west-2:111122223333:backup-vault:far'),
      'west/main.tf': west + vault('far'),
    },
    regions: { 'stack.yaml': 'us-east-1' },
    from: 'Plan/rule["daily"]',
    verb: 'copiesTo',
    ends: ['arn:aws:backup:us-west-2:111122223333:backup-vault:far', 'aws_backup_vault.far?'],
  },
  {
    what: 'by an ARN in the account that the root states',
    files: {
      'stack.yaml': plan('arn:aws:backup:us-west-2:111122223333:backup-vault:far'),
      'west/main.tf': `provider "aws" {\n  region              = "us-west-2"\n  allowed_account_ids = ["111122223333"]\n}\n${vault('far')}`,
    },
    regions: { 'stack.yaml': 'us-east-1' },
    from: 'Plan/rule["daily"]',
    verb: 'copiesTo',
    ends: ['aws_backup_vault.far'],
  },
];

const replica = (source: string): string =>
  `resource "aws_db_instance" "replica" {\n  instance_class      = "db.m6g.large"\n  replicate_source_db = "${source}"\n}\n`;
const caller = 'data "aws_caller_identity" "me" {}\n';
const database = `Resources:
  Orders:
    Type: AWS::RDS::DBInstance
    Properties: { DBInstanceIdentifier: orders, Engine: mysql, DBInstanceClass: db.m6g.large, AllocatedStorage: "20" }
`;

const databases: readonly Estate[] = [
  {
    what: "a root's replica of a stack's database, by an ARN in its own account",
    files: {
      'stack.yaml': database,
      'west/main.tf':
        west + caller + replica('arn:aws:rds:us-east-1:${data.aws_caller_identity.me.account_id}:db:orders'),
    },
    regions: { 'stack.yaml': 'us-east-1' },
    from: 'Orders',
    verb: 'replicatesTo',
    ends: ['aws_db_instance.replica'],
  },
  {
    what: "a stack's replica of a root's database, by an ARN in its own account",
    files: {
      'east/main.tf': `${east}resource "aws_db_instance" "orders" {\n  identifier     = "orders"\n  engine         = "mysql"\n  instance_class = "db.m6g.large"\n}\n`,
      'replica.yaml': `Resources:\n  Copy:\n    Type: AWS::RDS::DBInstance\n    Properties:\n      DBInstanceClass: db.m6g.large\n      SourceDBInstanceIdentifier: !Sub "arn:aws:rds:us-east-1:\${AWS::AccountId}:db:orders"\n`,
    },
    regions: { 'replica.yaml': 'us-west-2' },
    from: 'aws_db_instance.orders',
    verb: 'replicatesTo',
    ends: ['Copy'],
  },
  {
    what: 'a database of another Region is not meant by a name',
    files: { 'stack.yaml': database, 'west/main.tf': west + replica('orders') },
    regions: { 'stack.yaml': 'us-east-1' },
    from: 'Orders',
    verb: 'replicatesTo',
    ends: [],
  },
];

const bucketOfRoot = (name: string): string => `resource "aws_s3_bucket" "${name}" {\n  bucket = "shop-${name}"\n}\n`;
const bucketOfStack = (name: string, more = ''): string =>
  `Resources:\n  Bucket:\n    Type: AWS::S3::Bucket\n    Properties:\n      BucketName: shop-${name}\n${more}`;
const replicateTo = (arn: string): string =>
  `      ReplicationConfiguration:\n        Role: arn:aws:iam::111122223333:role/replication\n        Rules: [{ Status: Enabled, Destination: { Bucket: ${arn} } }]\n`;
const replicateFromRoot = (arn: string): string =>
  `resource "aws_s3_bucket_replication_configuration" "all" {\n  bucket = aws_s3_bucket.orders.id\n  role   = "arn:aws:iam::111122223333:role/replication"\n  rule {\n    status = "Enabled"\n    destination {\n      bucket = "${arn}"\n    }\n  }\n}\n`;

const buckets: readonly Estate[] = [
  {
    what: "a stack's bucket replicated to a root's",
    files: {
      'stack.yaml': bucketOfStack('orders', replicateTo('arn:aws:s3:::shop-copy')),
      'west/main.tf': west + bucketOfRoot('copy'),
    },
    regions: { 'stack.yaml': 'us-east-1' },
    from: 'Bucket',
    verb: 'replicatesTo',
    ends: ['aws_s3_bucket.copy'],
  },
  {
    what: "a root's bucket replicated to a stack's",
    files: {
      'east/main.tf': east + bucketOfRoot('orders') + replicateFromRoot('arn:aws:s3:::shop-copy'),
      'stack.yaml': bucketOfStack('copy'),
    },
    regions: { 'stack.yaml': 'us-west-2' },
    from: 'aws_s3_bucket.orders',
    verb: 'replicatesTo',
    ends: ['Bucket'],
  },
  {
    what: 'both ways',
    files: {
      'east/main.tf': east + bucketOfRoot('orders') + replicateFromRoot('arn:aws:s3:::shop-copy'),
      'stack.yaml': bucketOfStack('copy', replicateTo('arn:aws:s3:::shop-orders')),
    },
    regions: { 'stack.yaml': 'us-west-2' },
    from: 'Bucket',
    verb: 'replicatesTo',
    ends: ['aws_s3_bucket.orders'],
  },
];

const record = (name: string): string =>
  `resource "aws_route53_record" "shop" {\n  zone_id = "Z1"\n  name    = "shop"\n  type    = "A"\n  alias {\n    name                   = ${name}\n    zone_id                = "Z2"\n    evaluate_target_health = true\n  }\n}\n`;
const balancer = (more = ''): string => `Resources:
  Balancer:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties: { Name: shop }
${more}`;
const exported = 'Outputs:\n  Dns:\n    Value: !GetAtt Balancer.DNSName\n    Export: { Name: shop-dns }\n';

const records: readonly Estate[] = [
  {
    what: "a root's record to a stack's load balancer, by its export",
    files: {
      'stack.yaml': balancer(exported),
      'dns/main.tf': `${east}data "aws_cloudformation_export" "shop" {\n  name = "shop-dns"\n}\n${record('data.aws_cloudformation_export.shop.value')}`,
    },
    regions: { 'stack.yaml': 'us-east-1' },
    from: 'aws_route53_record.shop',
    verb: 'routesTo',
    ends: ['Balancer'],
  },
  {
    what: 'by looking it up by its name',
    files: {
      'stack.yaml': balancer(),
      'dns/main.tf': `${east}data "aws_lb" "shop" {\n  name = "shop"\n}\n${record('data.aws_lb.shop.dns_name')}`,
    },
    regions: { 'stack.yaml': 'us-east-1' },
    from: 'aws_route53_record.shop',
    verb: 'routesTo',
    ends: ['Balancer'],
  },
  {
    what: 'not one of that name in another Region',
    files: {
      'stack.yaml': balancer(),
      'dns/main.tf': `${west}data "aws_lb" "shop" {\n  name = "shop"\n}\n${record('data.aws_lb.shop.dns_name')}`,
    },
    regions: { 'stack.yaml': 'us-east-1' },
    from: 'aws_route53_record.shop',
    verb: 'routesTo',
    ends: ['data.aws_lb.shop'],
  },
  {
    what: 'not where its Region is not known',
    files: {
      'stack.yaml': balancer(),
      'dns/main.tf': `${east}data "aws_lb" "shop" {\n  name = "shop"\n}\n${record('data.aws_lb.shop.dns_name')}`,
    },
    from: 'aws_route53_record.shop',
    verb: 'routesTo',
    ends: ['data.aws_lb.shop'],
  },
];

const secrets: readonly Estate[] = [
  {
    what: "a stack's secret, replicated into the Region of a root",
    files: {
      'stack.yaml':
        'Resources:\n  Login:\n    Type: AWS::SecretsManager::Secret\n    Properties: { Name: login, ReplicaRegions: [{ Region: us-west-2 }] }\n',
      'west/main.tf': west,
    },
    regions: { 'stack.yaml': 'us-east-1' },
    from: 'Login',
    verb: 'replicatesTo',
    ends: ['Login/replica["us-west-2"]'],
  },
  {
    what: "a root's table under a key of a stack, by its alias",
    files: {
      'stack.yaml':
        'Resources:\n  Key:\n    Type: AWS::KMS::Key\n  Alias:\n    Type: AWS::KMS::Alias\n    Properties: { AliasName: alias/shop, TargetKeyId: !Ref Key }\n',
      'east/main.tf': `${east}data "aws_kms_alias" "shop" {\n  name = "alias/shop"\n}\nresource "aws_efs_file_system" "files" {\n  encrypted  = true\n  kms_key_id = data.aws_kms_alias.shop.target_key_arn\n}\n`,
    },
    regions: { 'stack.yaml': 'us-east-1' },
    from: 'aws_efs_file_system.files',
    verb: 'encryptedBy',
    ends: ['Key'],
  },
];

const copyingPlan = (vaultArn: string): string =>
  `resource "aws_backup_plan" "nightly" {\n  name = "nightly"\n  rule {\n    rule_name         = "daily"\n    target_vault_name = "nightly"\n    copy_action {\n      destination_vault_arn = ${vaultArn}\n    }\n  }\n}\n`;
const backend = (key: string): string =>
  `terraform {\n  backend "s3" {\n    bucket = "state"\n    key    = "${key}"\n  }\n}\n`;
const stateOf = (config: string, more = ''): string =>
  `data "terraform_remote_state" "far" {\n  backend = "s3"\n  config  = { bucket = "state", region = "us-east-1", ${config} }\n  ${more}\n}\n`;
const vaultOutput =
  'output "vault" {\n  value = { arn = aws_backup_vault.far.arn, name = aws_backup_vault.far.name }\n}\n';
const readsVault = 'data.terraform_remote_state.far.outputs.vault.arn';
const far = `${west}${backend('far')}${vault('far')}${vaultOutput}`;
const copies = { from: 'aws_backup_plan.nightly/rule["daily"]', verb: 'copiesTo' } as const;

const states: readonly Estate[] = [
  {
    ...copies,
    what: 'a root that reads the state of another',
    files: { 'far/main.tf': far, 'near/main.tf': east + stateOf('key = "far"') + copyingPlan(readsVault) },
    ends: ['aws_backup_vault.far'],
  },
  {
    ...copies,
    what: 'a root that reads the state of a folder beside it',
    files: {
      'far/main.tf': west + vault('far') + vaultOutput,
      'near/main.tf': `${east}data "terraform_remote_state" "far" {\n  backend = "local"\n  config  = { path = "../far/terraform.tfstate" }\n}\n${copyingPlan(readsVault)}`,
    },
    ends: ['aws_backup_vault.far'],
  },
  {
    ...copies,
    what: 'a state of another key is not known',
    files: { 'far/main.tf': far, 'near/main.tf': east + stateOf('key = "elsewhere"') + copyingPlan(readsVault) },
    ends: ['an output of another root, through terraform_remote_state'],
  },
  {
    ...copies,
    what: 'nor that of another workspace',
    files: {
      'far/main.tf': far,
      'near/main.tf': east + stateOf('key = "far"', 'workspace = "live"') + copyingPlan(readsVault),
    },
    ends: ['an output of another root, through terraform_remote_state'],
  },
  {
    ...copies,
    what: 'nor one that two roots keep',
    files: {
      'far/main.tf': far,
      'twin/main.tf': far,
      'near/main.tf': east + stateOf('key = "far"') + copyingPlan(readsVault),
    },
    ends: ['an output of another root, through terraform_remote_state'],
  },
  {
    ...copies,
    what: 'states that are read in a circle end',
    files: {
      'far/main.tf': `${far}data "terraform_remote_state" "near" {\n  backend = "s3"\n  config  = { bucket = "state", key = "near" }\n}\noutput "back" {\n  value = data.terraform_remote_state.near.outputs.plan\n}\n`,
      'near/main.tf': `${east}${backend('near')}${stateOf('key = "far"')}${copyingPlan(readsVault)}output "plan" {\n  value = data.terraform_remote_state.far.outputs.back\n}\n`,
    },
    ends: ['aws_backup_vault.far'],
  },
];

const written = (value: string): string =>
  `resource "aws_ssm_parameter" "vault" {\n  name  = "/shop/vault"\n  type  = "String"\n  value = ${value}\n}\n`;
const readParameter = 'data "aws_ssm_parameter" "vault" {\n  name = "/shop/vault"\n}\n';

const parameters: readonly Estate[] = [
  {
    ...copies,
    what: 'a parameter that one root writes and another reads',
    files: {
      'far/main.tf': `${west}${vault('far')}${written('aws_backup_vault.far.arn').replace('{\n', '{\n  region = "us-east-1"\n')}`,
      'near/main.tf': east + readParameter + copyingPlan('data.aws_ssm_parameter.vault.value'),
    },
    ends: ['aws_backup_vault.far'],
  },
  {
    ...copies,
    what: 'a parameter that a stack writes and a root reads',
    files: {
      'far.yaml':
        'Resources:\n  Far:\n    Type: AWS::Backup::BackupVault\n    Properties: { BackupVaultName: far }\n  Parameter:\n    Type: AWS::SSM::Parameter\n    Properties: { Name: /shop/vault, Type: String, Value: !GetAtt Far.BackupVaultArn }\n',
      'near/main.tf': east + readParameter + copyingPlan('data.aws_ssm_parameter.vault.value'),
    },
    regions: { 'far.yaml': 'us-east-1' },
    ends: ['Far'],
  },
];

const unitVault =
  'include "root" { path = find_in_parent_folders("root.hcl") }\nterraform { source = "../../modules/vault" }\n';
const unitPlan = (more = ''): string =>
  `terraform { source = "../../modules/plan" }\ndependency "vault" {\n  config_path = "../vault"\n  ${more}\n}\ninputs = { far = dependency.vault.outputs.vault.arn }\n`;
const units = (more = ''): Readonly<Record<string, string>> => ({
  'root.hcl': '',
  'modules/vault/main.tf': west + vault('far') + vaultOutput,
  'modules/plan/main.tf': `${east}variable "far" {}\n${copyingPlan('var.far')}`,
  'live/vault/terragrunt.hcl': unitVault,
  'live/plan/terragrunt.hcl': unitPlan(more),
});

const dependencies: readonly Estate[] = [
  { ...copies, what: 'a unit of Terragrunt that depends on another', files: units(), ends: ['aws_backup_vault.far'] },
  {
    ...copies,
    what: 'not where it skips the outputs',
    files: units('skip_outputs = true'),
    ends: ['an output of live/vault'],
  },
  {
    ...copies,
    what: 'units that depend on each other end',
    files: {
      ...units(),
      'live/vault/terragrunt.hcl': `${unitVault}dependency "plan" {\n  config_path = "../plan"\n}\ninputs = { back = dependency.plan.outputs.x }\n`,
    },
    ends: ['aws_backup_vault.far'],
  },
];

describe('two languages, one estate', () => {
  test.each([
    ...tables,
    ...vaults,
    ...databases,
    ...buckets,
    ...records,
    ...secrets,
    ...states,
    ...parameters,
    ...dependencies,
  ])('$what', async ({ files, regions = {}, from, verb, ends }) => {
    const report = await lintText(files, { config: deployed(regions) });
    expect(endsOf(report, from, verb)).toEqual(ends);
  });
});
