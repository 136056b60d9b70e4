import { expect, test } from 'vitest';
import type { Report } from '../../../src/findings/report.ts';
import { drawPicture } from '../../../src/reporters/picture/draw-picture.ts';
import type { Section } from '../../../src/reporters/picture/picture.ts';
import { twoRegions } from '../../helpers/estate.ts';
import { lintText } from '../../helpers/lint-text.ts';

function onlySection(report: Report): Section {
  const [section, ...others] = drawPicture(report).sections;
  if (section === undefined || others.length > 0) throw new Error('the estate is not one workload');
  return section;
}

async function drawn(
  files: Readonly<Record<string, string>>,
  options?: Parameters<typeof lintText>[1],
): Promise<Section> {
  return onlySection(await lintText(files, options));
}

function arrowsOf({ arrows }: Section): readonly string[] {
  return arrows.map(({ kind, from, to, certain }) => `${from.name} ${kind}${certain ? '' : '?'} ${to.name}`).toSorted();
}

test('Regions from left to right, with what each holds', async () => {
  const { columns } = await drawn(twoRegions);
  expect(columns.map(({ title, role, boxes }) => [title, role, boxes.map(({ name }) => name).toSorted()])).toEqual([
    ['us-east-1', 'primary', ['carts', 'daily', 'orders', 'primary', 'shop']],
    ['eu-west-1', 'recovery', ['orders_replica', 'recovery', 'shop_recovery']],
    ['Global', 'global', ['shop']],
  ]);
});

test('arrows from box to box: what a rule of a plan does, its plan does', async () => {
  expect(arrowsOf(await drawn(twoRegions))).toEqual([
    'daily copiesTo recovery',
    'daily storesIn primary',
    'orders protectedBy daily',
    'orders replicatesTo orders_replica',
    'shop routesTo shop',
    'shop_recovery counterpartOf shop',
  ]);
});

test('data that goes with its Region is a gap; what is replicated is none', async () => {
  const { columns } = await drawn(twoRegions, { config: { tier: 'backup-restore' } });
  const lost = columns.flatMap(({ boxes }) =>
    boxes.filter(({ gaps }) => gaps.some(({ reason }) => reason === 'lost')).map(({ name }) => name),
  );
  expect(lost).toEqual(['carts']);
});

test('a tier that is higher than the promised one keeps the promise', async () => {
  const files = {
    'main.tf': `
provider "aws" {
  region = "us-east-1"
}
resource "aws_dynamodb_table" "carts" {
  name             = "carts"
  hash_key         = "id"
  stream_enabled   = true
  stream_view_type = "NEW_AND_OLD_IMAGES"
  replica {
    region_name = "eu-west-1"
  }
}
`,
  };
  const keepsTier = async (tier: string): Promise<boolean> => (await drawn(files, { config: { tier } })).keepsTier;
  expect(await keepsTier('backup-restore')).toBe(true);
  expect(await keepsTier('active-active')).toBe(false);
});

test('findings about a resource, or about a part of it, stand at its box', async () => {
  const { columns } = await drawn(twoRegions);
  const gapsOf = (kind: string): readonly string[] =>
    columns.flatMap(({ boxes }) =>
      boxes.filter((box) => box.kind === kind).flatMap(({ gaps }) => gaps.flatMap(({ policy }) => policy ?? [])),
    );
  expect(gapsOf('RDS database')).toContain('rds/multi-az');
  expect(gapsOf('Backup vault')).toContain('backup/vault-lock');
});

test('what has no part in a recovery is counted', async () => {
  const { undrawn } = await drawn(twoRegions);
  expect(undrawn).toContainEqual({ kind: 'EC2 Subnet', count: 3 });
  expect(undrawn).toContainEqual({ kind: 'S3 bucket', count: 1 });
});

test('an unknown Region is named by what decides it; a literal ARN stands in its own Region', async () => {
  const { columns } = await drawn({
    'main.tf': `
variable "region" {}
provider "aws" {
  region = var.region
}
resource "aws_backup_plan" "daily" {
  name = "daily"
  rule {
    rule_name         = "daily"
    target_vault_name = "main"
    copy_action {
      destination_vault_arn = "arn:aws:backup:eu-west-1:111122223333:backup-vault:recovery"
    }
  }
}
`,
  });
  const found = columns.map(({ title, note, role, boxes }) => ({
    title,
    note,
    role,
    names: boxes.map((box) => box.name),
  }));
  expect(found).toContainEqual({
    title: 'Region unknown',
    note: 'var.region',
    role: 'unknown',
    names: ['daily', 'main'],
  });
  expect(found).toContainEqual({ title: 'eu-west-1', note: '', role: 'other', names: ['backup-vault:recovery'] });
});

test('instances of one declaration are one box, a cluster holds its instances', async () => {
  const { columns } = await drawn({
    'main.tf': `
provider "aws" {
  region = "us-east-1"
}
resource "aws_instance" "web" {
  count         = 4
  instance_type = "m5.large"
}
resource "aws_rds_cluster" "orders" {
  engine = "aurora-postgresql"
}
resource "aws_rds_cluster_instance" "orders" {
  count              = 2
  cluster_identifier = aws_rds_cluster.orders.id
  instance_class     = "db.r6g.large"
  engine             = "aurora-postgresql"
}
`,
  });
  expect(columns.flatMap(({ boxes }) => boxes.map(({ kind, name }) => `${kind} ${name}`))).toEqual([
    'EC2 instance web ×4',
    'Aurora cluster orders',
  ]);
});

test('a load balancer leads to what answers, without the listeners and target groups between', async () => {
  const section = await drawn({
    'main.tf': `
provider "aws" {
  region = "us-east-1"
}
resource "aws_lb" "shop" {
  name = "shop"
}
resource "aws_lb_listener" "https" {
  load_balancer_arn = aws_lb.shop.arn
  port              = 443
  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.web.arn
  }
}
resource "aws_lb_target_group" "web" {
  name = "web"
  port = 443
}
resource "aws_autoscaling_group" "web" {
  min_size          = 2
  max_size          = 4
  target_group_arns = [aws_lb_target_group.web.arn]
}
`,
  });
  expect(arrowsOf(section)).toEqual(['shop routesTo web']);
  expect(section.columns.flatMap(({ boxes }) => boxes.map(({ kind }) => kind))).toEqual([
    'Load balancer',
    'Auto Scaling group',
  ]);
});

test('a box is called by its own name, its modules are told beside it', async () => {
  const { columns } = await drawn({
    'main.tf': `
provider "aws" {
  region = "us-east-1"
}
module "orders" {
  source = "./store"
}
module "carts" {
  source = "./store"
}
`,
    'store/main.tf': `
resource "aws_dynamodb_table" "this" {
  name = "this"
}
resource "aws_s3_bucket" "exports" {
  bucket = "exports"
}
`,
  });
  const names = columns.flatMap(({ boxes }) => boxes.map(({ kind, name, module }) => [kind, name, module]));
  expect(names).toEqual([
    ['DynamoDB table', 'orders', ''],
    ['S3 bucket', 'exports', 'orders'],
    ['DynamoDB table', 'carts', ''],
    ['S3 bucket', 'exports', 'carts'],
  ]);
});

test('a workload shows what it is related to in another one as a guest', async () => {
  const { sections } = drawPicture(
    await lintText(
      {
        'shop/main.tf': `
provider "aws" {
  region = "us-east-1"
}
resource "aws_db_instance" "orders" {
  engine = "postgres"
}
resource "aws_backup_selection" "orders" {
  name         = "orders"
  plan_id      = aws_backup_plan.daily.id
  iam_role_arn = "arn:aws:iam::111122223333:role/backup"
  resources    = [aws_db_instance.orders.arn]
}
resource "aws_backup_plan" "daily" {
  name = "daily"
  rule {
    rule_name         = "daily"
    target_vault_name = "main"
  }
}
`,
      },
      {
        config: {
          workloads: [
            {
              name: 'orders',
              include: [],
              resources: ['aws_db_instance.orders'],
              tags: {},
              tier: 'pilot-light',
              objectives: undefined,
              needs: {},
              statedAt: undefined,
            },
          ],
        },
      },
    ),
  );
  const guests = sections.map(({ workload, columns }) => [
    workload.name,
    columns.flatMap(({ boxes }) => boxes.filter(({ guestOf }) => guestOf !== undefined).map(({ name }) => name)),
  ]);
  expect(guests).toEqual([
    ['orders', ['daily']],
    ['default', ['orders']],
  ]);
});

test('many boxes of one kind become stacks that keep what is lost apart', async () => {
  const table = (name: string, replica: string): string => `
resource "aws_dynamodb_table" "${name}" {
  name             = "${name}"
  hash_key         = "id"
  stream_enabled   = true
  stream_view_type = "NEW_AND_OLD_IMAGES"
  ${replica}
}`;
  const replica = 'replica {\n    region_name = "eu-west-1"\n  }';
  const tables = Array.from({ length: 500 }, (_, at) => table(`table_${at}`, at % 5 === 0 ? '' : replica));
  const { columns, arrows } = await drawn({
    'main.tf': `provider "aws" {\n  region = "us-east-1"\n}\n${tables.join('')}`,
  });
  const [primary] = columns;
  const stacks = primary?.boxes.map(({ members, gaps }) => [
    members.length,
    gaps.some(({ reason }) => reason === 'lost'),
  ]);
  expect(stacks?.toSorted()).toEqual([
    [100, true],
    [400, false],
  ]);
  expect(arrows).toHaveLength(1);
});
