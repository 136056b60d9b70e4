import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/findings/report.ts';
import { lintText } from '../helpers/lint-text.ts';

/** `achieved`, or `achieved? possible`. */
function tierOf(report: Report): string {
  const [workload] = report.workloads;
  if (workload === undefined) return 'no workload';
  return workload.possibleTier === undefined
    ? workload.achievedTier
    : `${workload.achievedTier}? ${workload.possibleTier}`;
}

const providers = `
provider "aws" { region = "us-east-1" }
provider "aws" {
  alias  = "west"
  region = "us-west-2"
}
`;
const database = `
resource "aws_db_instance" "orders" {
  identifier              = "orders"
  engine                  = "postgres"
  backup_retention_period = 14
}
`;
const replica = `
resource "aws_db_instance" "orders_replica" {
  provider            = aws.west
  replicate_source_db = aws_db_instance.orders.arn
}
`;
const plan = (copy: string): string => `
resource "aws_backup_vault" "here" { name = "here" }
resource "aws_backup_vault" "there" {
  provider = aws.west
  name     = "there"
}
resource "aws_backup_plan" "daily" {
  name = "daily"
  rule {
    rule_name         = "daily"
    target_vault_name = aws_backup_vault.here.name
    ${copy}
  }
}
resource "aws_backup_selection" "orders" {
  name         = "orders"
  plan_id      = aws_backup_plan.daily.id
  iam_role_arn = "arn:aws:iam::111122223333:role/backup"
  resources    = [aws_db_instance.orders.arn]
}
`;
const copyTo = (vault: string): string => `copy_action {
      destination_vault_arn = ${vault}
    }`;
const group = (name: string, desired: number, west = false): string => `
resource "aws_autoscaling_group" "${name}" {
  ${west ? 'provider           = aws.west' : ''}
  min_size           = ${desired}
  max_size           = 10
  availability_zones = ["${west ? 'us-west-2a' : 'us-east-1a'}"]
}
`;
const balancer = (name: string, west = false): string => `
resource "aws_lb" "${name}" {
  ${west ? 'provider = aws.west' : ''}
  subnets  = ["subnet-${name}-1", "subnet-${name}-2"]
}
`;
const record = (name: string, target: string, policy: string): string => `
resource "aws_route53_record" "${name}" {
  zone_id        = "Z1"
  name           = "www.example.com"
  type           = "A"
  set_identifier = "${name}"
  ${policy}
  alias {
    name                   = aws_lb.${target}.dns_name
    zone_id                = aws_lb.${target}.zone_id
    evaluate_target_health = true
  }
}
`;
const failover = (role: string): string => `failover_routing_policy { type = "${role}" }`;
const weighted = (weight: number): string => `weighted_routing_policy { weight = ${weight} }`;
const table = (more = ''): string => `
resource "aws_dynamodb_table" "orders" {
  name     = "orders"
  hash_key = "id"
  ${more}
}
`;
const compute = (running: number): string => group('web', 4) + group('web_dr', running, true);
const entry = balancer('web') + balancer('web_dr', true);
const switching = entry + record('one', 'web', failover('PRIMARY')) + record('two', 'web_dr', failover('SECONDARY'));

describe('the achieved tier', () => {
  const cases: readonly (readonly [what: string, main: string, tier: string])[] = [
    ['nothing leaves the Region', database + plan(''), 'none'],
    ['recovery points stay in their Region', database + plan(copyTo('aws_backup_vault.here.arn')), 'none'],
    ['recovery points are copied', database + plan(copyTo('aws_backup_vault.there.arn')), 'backup-restore'],
    [
      'one more store that nothing copies',
      `${database}${plan(copyTo('aws_backup_vault.there.arn'))}${table()}`,
      'none',
    ],
    ['a live copy of the data alone is all that there is to bring back', database + replica, 'pilot-light'],
    ['capacity that could not be started there', database + replica + group('web', 4), 'backup-restore'],
    ['capacity at zero, an entry to switch to', database + replica + compute(0) + entry, 'pilot-light'],
    ['running capacity, but a switch by hand', database + replica + compute(1) + entry, 'pilot-light'],
    ['running capacity, failover by health', database + replica + compute(1) + switching, 'warm-standby'],
    [
      'too little running for the tier',
      database + replica + group('web', 10) + group('web_dr', 1, true) + switching,
      'pilot-light',
    ],
    [
      'both Regions serve, the data takes writes in both',
      `${table('replica { region_name = "us-west-2" }')}${compute(4)}${entry}${record('one', 'web', weighted(50))}${record('two', 'web_dr', weighted(50))}`,
      'active-active',
    ],
    [
      'a record without weight takes the traffic once nothing else is healthy',
      `${table('replica { region_name = "us-west-2" }')}${compute(4)}${entry}${record('one', 'web', weighted(100))}${record('two', 'web_dr', weighted(0))}`,
      'warm-standby',
    ],
    [
      'a record without weight takes no traffic while nothing checks the others',
      `${table('replica { region_name = "us-west-2" }')}${compute(4)}${entry}${record('one', 'web', weighted(100))}${record('two', 'web_dr', weighted(0))}`.replaceAll(
        'evaluate_target_health = true',
        'evaluate_target_health = false',
      ),
      'pilot-light',
    ],
  ];
  test.each(cases)('%s', async (_, main, tier) => {
    // The vault in us-west-2 and what is declared there would otherwise contend for being the primary Region.
    const report = await lintText({ 'main.tf': providers + main + network });
    expect(tierOf(report)).toBe(tier);
  });

  test('is only possible where a Region is not known', async () => {
    const report = await lintText({
      'main.tf': `variable "dr" {}\n${providers.replace('"us-west-2"', 'var.dr')}${database}${replica}${network}`,
    });
    expect(tierOf(report)).toBe('none? pilot-light');
    expect(report.workloads[0]?.possibleIf.map(({ reason }) => reason.subject)).toEqual(['var.dr']);
  });

  test('is only possible where a module that could hold data was not read', async () => {
    const module = 'module "storage" {\n  source = "example/storage/aws"\n}\n';
    const report = await lintText({ 'main.tf': providers + database + replica + module + network });
    expect(tierOf(report)).toBe('none? pilot-light');
  });

  test('rests on snapshots that a policy copies', async () => {
    const volume = `
resource "aws_ebs_volume" "uploads" {
  availability_zone = "us-east-1a"
  size              = 100
  tags              = { Snapshot = "true" }
}
`;
    const snapshots = (target: string): string => `
resource "aws_dlm_lifecycle_policy" "volumes" {
  policy_details {
    resource_types = ["VOLUME"]
    target_tags    = { Snapshot = "true" }
    schedule {
      name = "daily"
      create_rule { interval = 24 }
      retain_rule { count = 30 }
      cross_region_copy_rule { target = "${target}" }
    }
  }
}
`;
    expect(tierOf(await lintText({ 'main.tf': providers + volume + snapshots('us-west-2') }))).toBe('backup-restore');
    expect(tierOf(await lintText({ 'main.tf': providers + volume + snapshots('us-east-1') }))).toBe('none');
  });

  test('does not rest on a secret', async () => {
    const secret = 'resource "aws_secretsmanager_secret" "orders" {\n  replica {\n    region = "us-west-2"\n  }\n}\n';
    expect(tierOf(await lintText({ 'main.tf': providers + secret }))).toBe('none');
  });

  test.each([
    ['"shop-access-logs"', 'shop-access-logs'],
    ['"shop-terraform-state-${var.stage}"', 'shop-terraform-state-…'],
    ['"${var.stage}-loki"', '…-loki'],
  ])('does not rest on logs, states and traces: %s', async (name, said) => {
    const store = `variable "stage" {}\nresource "aws_s3_bucket" "store" { bucket = ${name} }\n`;
    const report = await lintText({ 'main.tf': providers + database + replica + store + network });
    expect(tierOf(report)).toBe('pilot-light');
    expect(report.workloads[0]?.leftOut.map(({ because }) => because)).toEqual([`its name says so (${said})`]);
  });

  test('rests on a store of which only part of a word would say so', async () => {
    const store = 'variable "stage" {}\nresource "aws_s3_bucket" "store" { bucket = "${var.stage}logs" }\n';
    expect(tierOf(await lintText({ 'main.tf': providers + database + replica + store + network }))).toBe('none');
  });

  test('says what holds it back', async () => {
    const report = await lintText({ 'main.tf': providers + database + replica + compute(0) + switching + network });
    expect(report.workloads[0]?.nextTier).toBe('warm-standby');
    expect(report.workloads[0]?.heldBackBy).toEqual([
      'compute: aws_autoscaling_group.web is startable (aws_autoscaling_group.web_dr in us-west-2 runs 0 of 4)',
    ]);
  });
});

/** Makes us-east-1 the Region with most resources, and adds nothing to a ladder. */
const network = Array.from(
  { length: 6 },
  (_, index) => `resource "aws_subnet" "private_${index}" { vpc_id = "vpc-1" }\n`,
).join('');

test('two of one name that hold a tier back are told apart by their deployments', async () => {
  const stack = 'Resources:\n  Orders:\n    Type: AWS::DynamoDB::Table\n    DeletionPolicy: Retain\n';
  const report = await lintText({ 'eu.yaml': stack, 'us.yaml': stack });
  expect(report.workloads[0]?.heldBackBy).toEqual([
    'data: Orders in eu.yaml is lost (nothing of it leaves its Region)',
    'data: Orders in us.yaml is lost (nothing of it leaves its Region)',
  ]);
});
