import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compileRegistryModels, generatedPath } from '../../scripts/compile-registry-models.ts';
import { registryModelTexts } from '../../src/evaluation/terraform/modules/registry-models.generated.ts';
import { findModel } from '../../src/evaluation/terraform/modules/registry-models.ts';
import type { Report } from '../../src/findings/report.ts';
import { isDeclared } from '../../src/graph/node.ts';
import { parseHcl } from '../../src/loaders/hcl/parse-hcl.ts';
import { SourceFile } from '../../src/core/source.ts';
import { lintText, nodeAt } from '../helpers/lint-text.ts';
import { plainDocument } from '../helpers/plain-document.ts';
import { evaluateFiles, placeOf } from '../helpers/terraform.ts';

test('what is compiled in is what registry-models/ holds', async () => {
  const text = await compileRegistryModels('.');
  const command = 'node scripts/run-script.mjs scripts/compile-registry-models.ts';
  expect(readFileSync(generatedPath, 'utf8'), `run \`${command}\``).toBe(text);
});

test.each(registryModelTexts)('$source $versions is read without complaint', ({ source, versions, text }) => {
  expect(parseHcl(new SourceFile(source, text)).diagnostics).toEqual([]);
  const model = findModel(source, versions);
  expect(model?.source).toBe(source);
  const { resources, calls, outputs } = model?.module ?? {};
  expect((resources?.size ?? 0) + (calls?.size ?? 0) + (outputs?.size ?? 0)).toBeGreaterThan(0);
});

/** The properties of what a call makes, by address. */
async function propertiesOf(source: string, version: string, call: string): Promise<Map<string, unknown>> {
  const main = `provider "aws" { region = "eu-west-1" }
    module "it" {
      source  = "${source}"
      version = "${version}"
      ${call}
    }`;
  return modelledIn(await lintText({ 'infra/main.tf': main }));
}

function modelledIn(report: Report): Map<string, unknown> {
  const made = new Map<string, unknown>();
  for (const { kind, address, document } of report.graph.nodes.values()) {
    if (kind === 'modelled') made.set(address, Object(plainDocument(document)).properties);
  }
  return made;
}

describe('a label, which creates nothing', () => {
  test.each([
    { what: 'left on', label: '', made: ['aws_sqs_queue.orders[0]'] },
    { what: 'turned off', label: 'enabled = false', made: [] },
    { what: 'turned off by its context', label: 'context = { enabled = false }', made: [] },
    {
      what: 'turned on in spite of it',
      label: 'enabled = true\ncontext = { enabled = false }',
      made: ['aws_sqs_queue.orders[0]'],
    },
    { what: 'as its own input says', label: 'enabled = var.enabled', made: ['aws_sqs_queue.orders[*]'] },
  ])('$what', async ({ label, made }) => {
    const report = await lintText({
      'main.tf': `provider "aws" { region = "eu-west-1" }
        variable "enabled" { type = bool }
        module "outer" {
          source    = "cloudposse/label/null"
          version   = "0.25.0"
          namespace = "shop"
          ${label}
        }
        module "this" {
          source  = "cloudposse/label/null"
          version = "0.25.0"
          name    = "orders"
          context = module.outer.context
        }
        resource "aws_sqs_queue" "orders" {
          count = module.this.enabled ? 1 : 0
          name  = module.this.id
        }`,
    });
    const queues = [...report.graph.nodes.values()].filter(({ sourceType }) => sourceType === 'aws_sqs_queue');
    expect(queues.map(({ address }) => address)).toEqual(made);
  });
});

describe('what calls make', () => {
  test.each([
    {
      module: 'dynamodb-table',
      version: '~> 5.1',
      call: 'name = "orders"\npoint_in_time_recovery_enabled = true\nreplica_regions = [{ region_name = "us-east-1" }]',
      address: 'module.it.aws_dynamodb_table.this[0]',
      properties: {
        TableName: 'orders',
        BillingMode: 'PAY_PER_REQUEST',
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        DeletionProtectionEnabled: false,
        Replicas: [{ Region: 'us-east-1', PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: false } }],
      },
    },
    {
      module: 's3-bucket',
      version: '5.0.0',
      call: 'bucket = "orders-2f9a"\nversioning = { enabled = true }\nlifecycle_rule = [{ id = "old", enabled = true, noncurrent_version_expiration = { days = 30 } }]',
      address: 'module.it.aws_s3_bucket.this[0]',
      properties: {
        BucketName: 'orders-2f9a',
        VersioningConfiguration: { Status: 'Enabled' },
        LifecycleConfiguration: { Rules: [{ Id: 'old', NoncurrentVersionExpiration: { NoncurrentDays: 30 } }] },
      },
    },
    {
      module: 'rds',
      version: '~> 6.0',
      call: 'identifier = "orders"\nengine = "postgres"\nmulti_az = true\nbackup_retention_period = 14',
      address: 'module.it.module.db_instance.aws_db_instance.this[0]',
      properties: {
        DBInstanceIdentifier: 'orders',
        MultiAZ: true,
        BackupRetentionPeriod: 14,
        CopyTagsToSnapshot: false,
        DeletionProtection: false,
      },
    },
    {
      module: 'rds',
      version: '>= 7.0',
      call: 'identifier = "orders"\nengine = "postgres"',
      address: 'module.it.module.db_instance.aws_db_instance.this[0]',
      properties: { BackupRetentionPeriod: 0, CopyTagsToSnapshot: true },
    },
    {
      module: 'rds-aurora',
      version: '10.2.0',
      call: 'name = "orders"\nengine = "aurora-mysql"\ninstances = { one = { availability_zone = "eu-west-1a" } }',
      address: 'module.it.aws_rds_cluster_instance.this["one"]',
      properties: { DBInstanceIdentifier: 'orders-one', AvailabilityZone: 'eu-west-1a' },
    },
    {
      module: 'efs',
      version: '1.8.1',
      call: 'name = "shared"',
      address: 'module.it.aws_efs_file_system.this[0]',
      properties: { Encrypted: true, BackupPolicy: { Status: 'ENABLED' } },
    },
    {
      module: 'vpc',
      version: '~> 6.0',
      call: 'azs = ["eu-west-1a", "eu-west-1b"]\npublic_subnets = ["10.0.1.0/24", "10.0.2.0/24"]\nprivate_subnets = ["10.0.3.0/24"]\nenable_nat_gateway = true\nsingle_nat_gateway = true',
      address: 'module.it.aws_subnet.public[1]',
      properties: { AvailabilityZone: 'eu-west-1b', CidrBlock: '10.0.2.0/24', MapPublicIpOnLaunch: false },
    },
    {
      module: 'alb',
      version: '10.5.0',
      call: 'name = "shop"\ntarget_groups = { app = { port = 8080, create_attachment = false, health_check = { path = "/health" } } }',
      address: 'module.it.aws_lb_target_group.this["app"]',
      properties: { Port: 8080, Protocol: 'HTTP', HealthCheckPath: '/health' },
    },
    {
      module: 'autoscaling',
      version: '9.1.0',
      call: 'name = "shop"\nmin_size = 0\nmax_size = 4\ndesired_capacity = 0\nhealth_check_type = "ELB"',
      address: 'module.it.aws_autoscaling_group.this[0]',
      properties: { MinSize: 0, MaxSize: 4, DesiredCapacity: 0, HealthCheckType: 'ELB' },
    },
  ])('$module $version: $address', async ({ module, version, call, address, properties }) => {
    const made = await propertiesOf(`terraform-aws-modules/${module}/aws`, version, call);
    expect([...made.keys()]).toContain(address);
    expect(made.get(address)).toMatchObject(properties);
  });

  test('a vault, a plan and its selection', async () => {
    const made = await propertiesOf(
      'lgallard/backup/aws',
      '~> 1.5',
      `vault_name = "orders"
      locked = true
      min_retention_days = 7
      max_retention_days = 90
      rules = [{ name = "daily", schedule = "cron(0 5 * * ? *)", lifecycle = { delete_after = 35 } }]
      selection_name = "tagged"
      selection_tags = [{ type = "STRINGEQUALS", key = "backup", value = "daily" }]`,
    );
    expect(made.get('module.it.aws_backup_vault.ab_vault[0]')).toMatchObject({
      BackupVaultName: 'orders',
      LockConfiguration: { MinRetentionDays: 7, MaxRetentionDays: 90 },
    });
    expect(made.get('module.it.aws_backup_plan.ab_plan[0]')).toMatchObject({
      BackupPlan: { BackupPlanRule: [{ RuleName: 'daily', Lifecycle: { DeleteAfterDays: 35 } }] },
    });
  });
});

describe('which model a call is judged by', () => {
  test.each([
    ['no version: the newest', 'terraform-aws-modules/rds/aws', undefined, '7.0.0'],
    ['the host of the registry', 'registry.terraform.io/terraform-aws-modules/rds/aws', '6.1.0', '6.0.0'],
    ['several conditions', 'terraform-aws-modules/rds/aws', '>= 6.2, < 7.0, != 6.5.0', '6.0.0'],
    ['a range over several majors: the newest', 'terraform-aws-modules/rds/aws', '>= 5.0', '7.0.0'],
    ['only the last number may rise', 'terraform-aws-modules/alb/aws', '~> 10.4.0', '10.0.0'],
    ['the last two may', 'terraform-aws-modules/alb/aws', '~> 10.4', '10.5.0'],
    ['a single number has no upper end', 'terraform-aws-modules/rds/aws', '~> 6', '7.0.0'],
    ['a submodule', 'terraform-aws-modules/rds/aws//modules/db_instance', '6.1.0', '6.0.0'],
    ['a tag on GitHub', 'github.com/terraform-aws-modules/terraform-aws-rds?ref=v6.1.0', undefined, '6.0.0'],
    [
      'git over https',
      'git::https://github.com/terraform-aws-modules/terraform-aws-rds.git?ref=v7.0.1',
      undefined,
      '7.0.0',
    ],
    ['git over ssh', 'git@github.com:terraform-aws-modules/terraform-aws-rds.git?ref=v7.0.1', undefined, '7.0.0'],
    [
      'a submodule on GitHub',
      'git::ssh://git@github.com/terraform-aws-modules/terraform-aws-rds.git//modules/db_instance?depth=1&ref=6.1.0',
      undefined,
      '6.0.0',
    ],
    ['a release before all models', 'terraform-aws-modules/rds/aws', '~> 3.0', undefined],
    ['a release that nobody knows yet', 'terraform-aws-modules/rds/aws', '>= 99.0', undefined],
    ['a branch', 'github.com/terraform-aws-modules/terraform-aws-rds?ref=master', undefined, undefined],
    ['no constraint at all', 'terraform-aws-modules/rds/aws', 'latest', undefined],
    ['somebody else’s module of that name', 'example/rds/aws', undefined, undefined],
    ['another host', 'app.terraform.io/terraform-aws-modules/rds/aws', undefined, undefined],
    ['another provider', 'terraform-aws-modules/rds/google', undefined, undefined],
  ])('%s', (_, source, version, from) => {
    expect(findModel(source, version)?.versions.from?.join('.')).toBe(from);
  });
});

describe('a call that no model covers stays unread', () => {
  test.each([
    ['an input that the module does not have', 'version = "7.0.0"\n  identifier = "orders"\n  colour = "red"'],
    ['an input whose effect is not described', 'version = "7.0.0"\n  identifier = "orders"\n  s3_import = {}'],
    ['a version that is no literal', 'version = var.version\n  identifier = "orders"'],
  ])('%s', (_, call) => {
    const root = evaluateFiles({
      'infra/main.tf': `module "db" {\n  source = "terraform-aws-modules/rds/aws"\n  ${call}\n}`,
    });
    expect(root.addresses).toEqual(['module.db']);
    expect(root.messages).toEqual([expect.stringContaining('note input/unresolved-module')]);
  });
});

/** The files of every range in a value, however deep. */
function* filesIn(value: unknown): Generator<string> {
  if (value instanceof SourceFile) yield value.path;
  else if (value instanceof Map) for (const entry of value.values()) yield* filesIn(entry);
  else if (typeof value === 'object' && value !== null)
    for (const member of Object.values(value)) yield* filesIn(member);
}

test('it is said once for each module that a model stands in for it', () => {
  const call = 'source = "terraform-aws-modules/dynamodb-table/aws"';
  const root = evaluateFiles({
    'infra/main.tf': `module "orders" {\n  ${call}\n  name = "orders"\n}\nmodule "carts" {\n  ${call}\n  name = "carts"\n}`,
  });
  expect(root.messages.filter((message) => message.includes('module'))).toEqual([
    'infra/main.tf:1:1 note input/modelled-module The module "terraform-aws-modules/dynamodb-table/aws" is not on disk: what it declares is taken from a model of it.',
  ]);
});

describe('places are never in the model', () => {
  const files = {
    'infra/main.tf': `variable "protect" { default = false }
module "orders" {
  source  = "terraform-aws-modules/dynamodb-table/aws"
  version = "5.5.0"
  name    = "orders"
  point_in_time_recovery_enabled = var.protect
  replica_regions = [{ region_name = "us-east-1" }]
}
output "arn" { value = module.orders.dynamodb_table_arn }
`,
  };

  test('a finding stands at the argument that decided, else at the call', async () => {
    const { findings } = await lintText(files);
    const found = findings.filter(({ policy }) => policy.startsWith('dynamodb/'));
    expect(
      found.map(({ policy, place, related }) => [
        policy,
        placeOf(place),
        related.map(({ range, label }) => `${label} ${placeOf(range)}`),
      ]),
    ).toEqual([
      ['dynamodb/deletion-protection', 'infra/main.tf:2:1', []],
      ['dynamodb/replica-pitr', 'infra/main.tf:2:1', []],
      ['dynamodb/pitr', 'infra/main.tf:6:36', ['default here infra/main.tf:1:32', 'called here infra/main.tf:2:1']],
    ]);
    for (const { place } of findings) expect(place?.file.path ?? 'infra/main.tf').toBe('infra/main.tf');
  });

  test('nor is any range of a value, a header, or a diagnostic', () => {
    const root = evaluateFiles({
      'infra/main.tf': `module "net" {
  source         = "terraform-aws-modules/vpc/aws"
  version        = "6.0.0"
  azs            = ["eu-west-1a"]
  public_subnets = flatten([for outer in range(40) : [for inner in range(40) : "10.\${outer}.\${inner}.0/24"]])
}
resource "aws_instance" "web" { subnet_id = module.net.public_subnets[0] }`,
    });
    expect(root.messages).toEqual([
      expect.stringContaining('infra/main.tf:1:1 note input/modelled-module'),
      expect.stringContaining('infra/main.tf:1:1 warning input/limit'),
    ]);
    expect([...new Set(filesIn(root.resources))]).toEqual(['infra/main.tf']);
    expect(placeOf(root.value('aws_instance.web', 'subnet_id')?.range)).toBe('infra/main.tf:7:45');
  });
});

describe('a modelled module in its root', () => {
  test('outputs join as references of the module itself would', async () => {
    const report = await lintText({
      'infra/main.tf': `provider "aws" { region = "eu-west-1" }
        provider "aws" {
          alias  = "dr"
          region = "eu-central-1"
        }
        module "net" {
          source          = "terraform-aws-modules/vpc/aws"
          version         = "~> 5.0"
          azs             = ["eu-west-1a", "eu-west-1b"]
          private_subnets = ["10.0.1.0/24", "10.0.2.0/24"]
        }
        resource "aws_instance" "web" { subnet_id = module.net.private_subnets[1] }
        module "orders" {
          source     = "terraform-aws-modules/rds/aws"
          version    = "6.13.1"
          identifier = "orders"
          engine     = "postgres"
        }
        module "replica" {
          source              = "terraform-aws-modules/rds/aws"
          version             = "6.13.1"
          providers           = { aws = aws.dr }
          identifier          = "orders-replica"
          replicate_source_db = module.orders.db_instance_arn
        }`,
    });
    const edges = [...report.graph.nodes.values()].flatMap(({ id, address }) =>
      ['runsIn', 'replicatesTo'].flatMap((verb) =>
        report.graph
          .follow(id, verb)
          .map(({ node, relation }) => `${address} ${verb} ${node.address} ${relation.certain}`),
      ),
    );
    expect(edges).toEqual([
      'aws_instance.web runsIn module.net.aws_subnet.private[1] true',
      'module.net.aws_subnet.private[0] runsIn module.net.aws_vpc.this[0] true',
      'module.net.aws_subnet.private[1] runsIn module.net.aws_vpc.this[0] true',
      'module.orders.module.db_instance.aws_db_instance.this[0] replicatesTo module.replica.module.db_instance.aws_db_instance.this[0] true',
    ]);
    const replica = nodeAt(report, 'module.replica.module.db_instance.aws_db_instance.this[0]');
    expect(plainDocument(replica.document)).toMatchObject({ region: 'eu-central-1' });
  });

  test.each([
    [
      'for_each = toset(["a", "b"])',
      ['module.t["a"].aws_dynamodb_table.this[0]', 'module.t["b"].aws_dynamodb_table.this[0]'],
      'yes',
    ],
    ['count = 0', [], undefined],
    ['count = var.tables', ['module.t[*].aws_dynamodb_table.this[0]'], 'unknown'],
  ])('with %s', (meta, addresses, exists) => {
    const root = evaluateFiles({
      'infra/main.tf': `variable "tables" {}\nmodule "t" {\n  source = "terraform-aws-modules/dynamodb-table/aws"\n  name = "t"\n  ${meta}\n}`,
    });
    expect(root.messages.filter((message) => message.includes('unresolved-module'))).toEqual([]);
    expect(root.addresses).toEqual(addresses);
    expect(root.resources.find(({ kind }) => kind === 'resource')?.exists).toBe(exists);
  });

  test('called from a module of ours', () => {
    const root = evaluateFiles({
      'infra/main.tf': 'module "app" {\n  source = "./app"\n  ha = true\n}',
      'infra/app/main.tf':
        'variable "ha" {}\nmodule "db" {\n  source = "terraform-aws-modules/rds/aws"\n  identifier = "x"\n  multi_az = var.ha\n}\noutput "arn" { value = module.db.db_instance_arn }',
    });
    const address = 'module.app.module.db.module.db_instance.aws_db_instance.this[0]';
    const { calls, header, modelOf } = root.resource(address);
    expect(calls.map((call) => [placeOf(call.header), call.ours])).toEqual([
      ['infra/main.tf:1:1', true],
      ['infra/app/main.tf:2:1', false],
    ]);
    expect([placeOf(header), modelOf]).toEqual([
      'infra/app/main.tf:2:1',
      'terraform-aws-modules/rds/aws//modules/db_instance',
    ]);
    const multiAz = root.value(address, 'multi_az');
    expect([placeOf(multiAz?.range), placeOf(multiAz?.decidedAt)]).toEqual([
      'infra/app/main.tf:5:14',
      'infra/main.tf:3:8',
    ]);
  });

  test('an output that the model does not have is unknown', () => {
    const root = evaluateFiles({
      'infra/main.tf':
        'module "db" {\n  source = "terraform-aws-modules/rds/aws"\n  identifier = "x"\n}\nresource "null_resource" "probe" { triggers = { v = module.db.db_instance_status } }',
    });
    expect(root.plain('null_resource.probe', 'triggers')).toEqual({ v: { $unknown: 'module.db.db_instance_status' } });
  });

  test('a sensitive input is judged and stays sensitive', () => {
    const root = evaluateFiles({
      'infra/main.tf':
        'variable "n" {\n  sensitive = true\n  default = "secret-table"\n}\nmodule "t" {\n  source = "terraform-aws-modules/dynamodb-table/aws"\n  name = var.n\n}',
    });
    expect(root.plain('module.t.aws_dynamodb_table.this[0]', 'name')).toEqual({ $sensitive: 'secret-table' });
  });
});

test('the module on disk comes before its model', async () => {
  const main = 'module "t" {\n  source = "terraform-aws-modules/dynamodb-table/aws"\n  name = "t"\n}';
  const report = await lintText({
    'infra/main.tf': main,
    'infra/.terraform/modules/modules.json':
      '{"Modules":[{"Key":"","Source":"","Dir":"."},{"Key":"t","Source":"registry.terraform.io/terraform-aws-modules/dynamodb-table/aws","Version":"5.5.0","Dir":".terraform/modules/t"}]}',
    'infra/.terraform/modules/t/main.tf':
      'variable "name" {}\nresource "aws_dynamodb_table" "mine" { name = var.name }',
  });
  const tables = [...report.graph.nodes.values()].filter((node) => isDeclared(node));
  expect(tables.map(({ address, kind }) => [address, kind])).toEqual([
    ['module.t.aws_dynamodb_table.mine', 'declared'],
  ]);
});
