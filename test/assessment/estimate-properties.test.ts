/** Over random estates: what is added never makes a recovery worse, what is taken away never better, what is unknown never sure. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Estimate } from '../../src/assessment/assessment.ts';
import type { Report } from '../../src/findings/report.ts';
import { tiersWith } from '../../src/policy/built-in.ts';
import { lintText } from '../helpers/lint-text.ts';

const runs = process.env['DR_LINT_SEARCH'] === undefined ? 25 : 300;
const order = ['none', ...tiersWith({}).all.map(({ name }) => name)];

const providers = `
variable "vault" {}
variable "running" {}
provider "aws" { region = "us-east-1" }
provider "aws" {
  alias  = "west"
  region = "us-west-2"
}
resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}
`;

/** What is there in any case: each is a member of a ladder. */
const parts = {
  database: `
resource "aws_db_instance" "orders" {
  identifier = "orders"
  engine     = "postgres"
}
`,
  bucket: 'resource "aws_s3_bucket" "invoices" {\n  bucket = "invoices"\n}\n',
  table: 'resource "aws_dynamodb_table" "carts" {\n  name     = "carts"\n  hash_key = "id"\n}\n',
  group: `
resource "aws_autoscaling_group" "web" {
  availability_zones = ["us-east-1a", "us-east-1b"]
  min_size           = 4
  max_size           = 8
}
`,
  balancer: 'resource "aws_lb" "web" {\n  name = "web"\n}\n',
} as const;
type Part = keyof typeof parts;

interface Mechanism {
  readonly name: string;
  readonly of: Part;
  readonly text: string;
  /** The same with what it rests on unknown. */
  readonly unknown?: string;
}

const plan = (name: string, schedule: string, copy: string): string => `
resource "aws_backup_plan" "${name}" {
  name = "${name}"
  rule {
    rule_name         = "${name}"
    target_vault_name = "Default"
    schedule          = "${schedule}"
    ${copy === '' ? '' : `copy_action {\n      destination_vault_arn = ${copy}\n    }`}
  }
}
resource "aws_backup_selection" "${name}" {
  name         = "${name}"
  plan_id      = aws_backup_plan.${name}.id
  iam_role_arn = "arn:aws:iam::111122223333:role/backup"
  resources    = [aws_db_instance.orders.arn]
}
`;
const vault = '"arn:aws:backup:us-west-2:111122223333:backup-vault:orders"';
const standby = (size: string): string => `
resource "aws_autoscaling_group" "web_dr" {
  provider           = aws.west
  availability_zones = ["us-west-2a", "us-west-2b"]
  min_size           = ${size}
  max_size           = 8
}
`;
const alias = (role: string, target: string): string => `
resource "aws_route53_record" "${role}" {
  zone_id        = "Z1"
  name           = "www.example.org"
  type           = "A"
  set_identifier = "${role}"
  failover_routing_policy { type = "${role.toUpperCase()}" }
  alias {
    name                   = aws_lb.${target}.dns_name
    zone_id                = aws_lb.${target}.zone_id
    evaluate_target_health = true
  }
}
`;
const mechanisms: readonly Mechanism[] = [
  {
    name: 'a replica of the database',
    of: 'database',
    text: `
resource "aws_db_instance" "orders_replica" {
  provider            = aws.west
  replicate_source_db = aws_db_instance.orders.arn
}
`,
  },
  { name: 'a daily plan', of: 'database', text: plan('daily', 'cron(0 5 * * ? *)', '') },
  {
    name: 'an hourly plan that copies',
    of: 'database',
    text: plan('hourly', 'cron(0 * * * ? *)', vault),
    unknown: plan('hourly', 'cron(0 * * * ? *)', 'var.vault'),
  },
  { name: 'a weekly plan that copies', of: 'database', text: plan('weekly', 'cron(0 5 ? * SUN *)', vault) },
  {
    name: 'a replica of the table',
    of: 'table',
    text: `
resource "aws_dynamodb_table_replica" "carts" {
  provider         = aws.west
  global_table_arn = aws_dynamodb_table.carts.arn
}
`,
  },
  {
    name: 'a locked vault',
    of: 'database',
    text: `
resource "aws_backup_vault" "locked" {
  name = "locked"
}
resource "aws_backup_vault_lock_configuration" "locked" {
  backup_vault_name   = aws_backup_vault.locked.name
  changeable_for_days = 3
}
${plan('locked', 'cron(0 7 * * ? *)', '"${aws_backup_vault.locked.arn}"')}`,
  },
  {
    name: 'a standby group',
    of: 'group',
    text: standby('2'),
    unknown: standby('var.running'),
  },
  {
    name: 'a balancer in the other Region, and the switch to it',
    of: 'balancer',
    text: `
resource "aws_lb" "web_dr" {
  provider = aws.west
  name     = "web"
}
${alias('primary', 'web')}${alias('secondary', 'web_dr')}`,
  },
  {
    name: 'a replica of the bucket',
    of: 'bucket',
    text: `
resource "aws_s3_bucket" "invoices_dr" {
  provider = aws.west
  bucket   = "invoices-dr"
}
resource "aws_s3_bucket_versioning" "invoices" {
  bucket = aws_s3_bucket.invoices.id
  versioning_configuration { status = "Enabled" }
}
resource "aws_s3_bucket_versioning" "invoices_dr" {
  provider = aws.west
  bucket   = aws_s3_bucket.invoices_dr.id
  versioning_configuration { status = "Enabled" }
}
resource "aws_s3_bucket_replication_configuration" "invoices" {
  bucket = aws_s3_bucket.invoices.id
  role   = "arn:aws:iam::111122223333:role/replication"
  rule {
    id     = "all"
    status = "Enabled"
    filter {}
    delete_marker_replication { status = "Disabled" }
    destination { bucket = aws_s3_bucket.invoices_dr.arn }
  }
}
`,
  },
];

/** An estate with one mechanism that is added, taken away, or not known. */
interface Case {
  readonly held: readonly Part[];
  readonly others: readonly Mechanism[];
  readonly one: Mechanism;
}

const cases: fc.Arbitrary<Case> = fc
  .record({
    held: fc.subarray<Part>(['database', 'bucket', 'table', 'group', 'balancer'], { minLength: 1 }),
    one: fc.nat(),
    others: fc.subarray([...mechanisms]),
  })
  .map(({ held, one, others }) => {
    const fitting = mechanisms.filter(({ of }) => held.includes(of));
    const chosen = fitting[one % fitting.length];
    if (chosen === undefined) throw new Error('each part has a mechanism');
    return { held, one: chosen, others: others.filter((each) => each !== chosen && held.includes(each.of)) };
  });

function assessed({ held, others }: Case, more = ''): Promise<Report> {
  const main = [providers, ...held.map((part) => parts[part]), ...others.map(({ text }) => text), more].join('\n');
  return lintText({ 'main.tf': main }, { policies: [] });
}

function rank(report: Report, which: 'achievedTier' | 'possibleTier' = 'achievedTier'): number {
  const [workload] = report.workloads;
  return order.indexOf(workload?.[which] ?? workload?.achievedTier ?? 'none');
}

/** The high ends as a pair; a way back is chosen for the data it loses first. */
function pair(estimate: Estimate): readonly [number, number] {
  return [estimate.rpo?.high ?? 0, estimate.rto?.high ?? 0];
}

function isWorse(before: Estimate, after: Estimate): boolean {
  const [[loss, time], [newLoss, newTime]] = [pair(before), pair(after)];
  return newLoss > loss || (newLoss === loss && newTime > time);
}

/** What got worse of what is in both. */
function worsened(before: Report, after: Report): readonly string[] {
  const names: string[] = [];
  for (const [id, estimates] of before.estimates) {
    for (const [disruption, estimate] of estimates) {
      const now = after.estimates.get(id)?.get(disruption);
      if (now !== undefined && isWorse(estimate, now)) names.push(`${id} ${disruption}`);
    }
  }
  return names;
}

test('one more mechanism never lowers the tier and worsens no estimate', { timeout: 600_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(cases, async (each) => {
      const [without, withIt] = [await assessed(each), await assessed(each, each.one.text)];
      expect(worsened(without, withIt)).toEqual([]);
      expect(rank(withIt)).toBeGreaterThanOrEqual(rank(without));
    }),
    { numRuns: runs },
  );
});

test('what is not known is never more certain than what is', { timeout: 600_000 }, async () => {
  const uncertain = cases.filter(({ one }) => one.unknown !== undefined);
  await fc.assert(
    fc.asyncProperty(uncertain, async (each) => {
      const [known, unknown] = [await assessed(each, each.one.text), await assessed(each, each.one.unknown)];
      expect(worsened(unknown, known)).toEqual([]);
      expect(rank(unknown)).toBeLessThanOrEqual(rank(known));
      expect(rank(unknown, 'possibleTier')).toBeGreaterThanOrEqual(rank(known));
    }),
    { numRuns: runs },
  );
});
