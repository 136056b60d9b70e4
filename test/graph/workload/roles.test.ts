import { describe, expect, test } from 'vitest';
import { isDocumentMap, UnknownLeaf } from '../../../src/core/document.ts';
import { parseRegion, type Region } from '../../../src/core/ids.ts';
import type { Report } from '../../../src/findings/report.ts';
import { lintText, nodeAt } from '../../helpers/lint-text.ts';

function roleOf(report: Report, address: string): string {
  const { document } = nodeAt(report, address);
  const role = isDocumentMap(document) ? document['role'] : undefined;
  if (role instanceof UnknownLeaf) return 'unknown';
  return typeof role === 'string' ? role : 'none';
}

function region(text: string): Region {
  const parsed = parseRegion(text);
  if (parsed === undefined) throw new Error(`${text} is no Region`);
  return parsed;
}

const providers = `
provider "aws" { region = "us-east-1" }
provider "aws" {
  alias  = "west"
  region = "us-west-2"
}
`;
const bucket = (name: string, provider = ''): string =>
  `resource "aws_s3_bucket" "${name}" {\n  bucket = "shop-${name}"\n  ${provider}\n}\n`;
const west = 'provider = aws.west';

describe('without stated Regions', () => {
  test('the Region with most resources is the primary one, and the report says that it was inferred', async () => {
    const report = await lintText({
      'main.tf': providers + bucket('one', west) + bucket('two', west) + bucket('three'),
    });
    expect([roleOf(report, 'aws_s3_bucket.one'), roleOf(report, 'aws_s3_bucket.three')]).toEqual([
      'primary',
      'recovery',
    ]);
    expect(report.workloads[0]?.regions).toEqual({ primary: 'us-west-2', recovery: ['us-east-1'], inferred: true });
  });

  test('of Regions of about one size, the one that replicates to the other is the primary one', async () => {
    const database = 'resource "aws_db_instance" "orders" {\n  identifier = "orders"\n  engine = "postgres"\n}\n';
    const replica = `resource "aws_db_instance" "copy" {\n  replicate_source_db = aws_db_instance.orders.arn\n  ${west}\n}\n`;
    const report = await lintText({
      'main.tf': providers + database + bucket('one') + replica + bucket('two', west) + bucket('three', west),
    });
    expect(report.workloads[0]?.regions).toEqual({ primary: 'us-east-1', recovery: ['us-west-2'], inferred: true });
  });

  test.each([
    ['the folders of their roots', 'environments/primary', 'environments/secondary', 'orders'],
    ['the names of the resources', '.', '.', 'dr'],
  ])('of Regions of about one size, the one that is called primary is, by %s', async (_, one, other, name) => {
    const provider = (code: string): string => `provider "aws" { region = "${code}" }\n`;
    const files =
      one === other
        ? { 'main.tf': providers + bucket('one') + bucket(name, west) + bucket('dr_two', west) }
        : {
            [`${one}/main.tf`]: provider('us-east-1') + bucket('one'),
            [`${other}/main.tf`]: provider('us-west-2') + bucket(name) + bucket('two'),
          };
    const report = await lintText(files);
    expect(report.workloads[0]?.regions.primary).toBe('us-east-1');
  });

  test('a Region that holds only a certificate or a topic is no recovery Region', async () => {
    const topic = `resource "aws_sns_topic" "alarms" {\n  name     = "alarms"\n  ${west}\n}\n`;
    const report = await lintText({ 'main.tf': providers + bucket('orders') + topic });
    expect(report.workloads[0]?.regions.recovery).toEqual([]);
  });

  test('a record lies in no Region and serves the primary one', async () => {
    const record = 'resource "aws_route53_record" "www" {\n  zone_id = "Z1"\n  name    = "www"\n  type    = "A"\n}\n';
    const report = await lintText({ 'main.tf': providers + bucket('one') + bucket('two', west) + record });
    expect(roleOf(report, 'aws_route53_record.www')).toBe('primary');
  });

  test('a replica in the very stack of its source is not in a recovery Region', async () => {
    const report = await lintText({
      'stack.yaml': `Resources:
  Orders:
    Type: AWS::RDS::DBInstance
    Properties: { Engine: mysql, DBInstanceClass: db.m6g.large, AllocatedStorage: "20" }
  Reports:
    Type: AWS::RDS::DBInstance
    Properties: { SourceDBInstanceIdentifier: !Ref Orders, DBInstanceClass: db.m6g.large }
`,
    });
    expect(roleOf(report, 'Reports')).toBe('primary');
  });
});

describe('templates whose Regions are not known', () => {
  const function_ = (id: string): string =>
    `Resources:\n  ${id}:\n    Type: AWS::Lambda::Function\n    Properties: { Role: 'arn:aws:iam::111122223333:role/shop', Code: { S3Bucket: shop-code } }\n`;

  test.each([
    {
      what: 'the standby of the one called so',
      primary: 'site-primary.yaml',
      other: 'site-standby.yaml',
      role: 'unknown',
    },
    { what: 'a folder beside the main one', primary: 'main/app.yaml', other: 'dr/app.yaml', role: 'unknown' },
    { what: 'another service', primary: 'site-primary.yaml', other: 'orders-standby.yaml', role: 'primary' },
    { what: 'one of several alike', primary: 'site-1.yaml', other: 'site-2.yaml', role: 'primary' },
  ])('$what may lie in the recovery Region, or not: $role', async ({ primary, other, role }) => {
    const report = await lintText({ [primary]: function_('Web'), [other]: function_('Standby') });
    expect([roleOf(report, 'Web'), roleOf(report, 'Standby')]).toEqual(['primary', role]);
  });
});

describe('with stated Regions', () => {
  const config = { regions: { primary: region('us-east-1'), recovery: [region('us-west-2')] } };

  test('they decide, whatever lies where', async () => {
    const main = providers + bucket('one', west) + bucket('two', west) + bucket('three');
    const report = await lintText({ 'main.tf': main }, { config });
    expect([roleOf(report, 'aws_s3_bucket.one'), roleOf(report, 'aws_s3_bucket.three')]).toEqual([
      'recovery',
      'primary',
    ]);
  });

  test('the role is unknown where the Region is', async () => {
    const main = `variable "where" {}\nprovider "aws" { region = var.where }\n${bucket('orders')}`;
    const report = await lintText({ 'main.tf': main }, { config });
    expect(roleOf(report, 'aws_s3_bucket.orders')).toBe('unknown');
  });
});

describe('with a root for each Region, and no Region known', () => {
  const root = `variable "region" {}
provider "aws" { region = var.region }
`;
  const copied = {
    'east/main.tf': `${root}
terraform {
  backend "s3" {
    bucket = "shop-state"
    key    = "east"
    region = "eu-west-1"
  }
}
resource "aws_db_instance" "orders" {
  identifier = "orders"
  engine     = "postgres"
}
resource "aws_lb" "shop" {}
output "orders" { value = aws_db_instance.orders.arn }
`,
    'west/main.tf': `${root}
data "terraform_remote_state" "east" {
  backend = "s3"
  config = {
    bucket = "shop-state"
    key    = "east"
    region = "eu-west-1"
  }
}
resource "aws_db_instance" "copy" { replicate_source_db = data.terraform_remote_state.east.outputs.orders }
resource "aws_lb" "standby" {}
resource "aws_lambda_function" "promote" {
  function_name = "promote"
  role          = "arn:aws:iam::111122223333:role/promote"
}
`,
  };

  test('what lies beside a replica may be of the recovery Region, what lies beside its source is not', async () => {
    const report = await lintText(copied);
    const roles = ['aws_lb.shop', 'aws_db_instance.copy', 'aws_lb.standby', 'aws_lambda_function.promote'];
    expect(roles.map((address) => roleOf(report, address))).toEqual(['primary', 'recovery', 'unknown', 'unknown']);
  });

  test('nothing that it holds is said to be missing elsewhere', async () => {
    const report = await lintText(copied);
    const missing = report.findings.filter(({ policy }) => /dr-region$|single-region/u.test(policy));
    expect(missing.map(({ policy, message }) => `${policy}: ${message}`)).toEqual([]);
  });
});
