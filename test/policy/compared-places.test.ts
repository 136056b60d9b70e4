import { expect, test } from 'vitest';
import { locationOf } from '../../src/core/source.ts';
import type { Report } from '../../src/findings/report.ts';
import { lintText } from '../helpers/lint-text.ts';

/** `line label` of the related places of the finding of a policy. */
function relatedTo(report: Report, policy: string): readonly string[] {
  const finding = report.findings.find((each) => each.policy === policy);
  if (finding === undefined) throw new Error(`${policy} found nothing`);
  return finding.related.map(({ range, label }) => `${locationOf(range).line} ${label}`);
}

test('a replica that shares the Region is told where it is declared', async () => {
  const report = await lintText({
    'main.tf': `provider "aws" { region = "us-east-1" }
resource "aws_db_instance" "orders" {
  engine = "postgres"
}
resource "aws_db_instance" "replica" {
  replicate_source_db = aws_db_instance.orders.identifier
}
`,
  });
  expect(relatedTo(report, 'rds/cross-region-replica')).toEqual([
    '1 is in us-east-1',
    '5 aws_db_instance.replica is in us-east-1, too',
  ]);
});

test('so is the vault that a rule copies to', async () => {
  const report = await lintText({
    'stack.yaml': `Resources:
  Main:
    Type: AWS::Backup::BackupVault
    Properties: { BackupVaultName: main }
  Second:
    Type: AWS::Backup::BackupVault
    Properties: { BackupVaultName: second }
  Plan:
    Type: AWS::Backup::BackupPlan
    Properties:
      BackupPlan:
        BackupPlanName: nightly
        BackupPlanRule:
          - RuleName: nightly
            TargetBackupVault: !Ref Main
            CopyActions: [{ DestinationBackupVaultArn: !GetAtt Second.BackupVaultArn }]
`,
  });
  expect(relatedTo(report, 'backup/cross-region-copy')).toEqual(['5 Second is in the same Region']);
});

test('a partner is told once, with what was compared, after the place of the subject', async () => {
  const record = (name: string): string => `resource "aws_route53_record" "${name}" {
  zone_id        = "Z1"
  name           = "shop.example.com"
  type           = "A"
  set_identifier = "${name}"
  failover_routing_policy { type = "${name.toUpperCase()}" }
  alias {
    name                   = aws_lb.web.dns_name
    zone_id                = aws_lb.web.zone_id
    evaluate_target_health = true
  }
}
`;
  const report = await lintText({
    'main.tf': `provider "aws" { region = "us-east-1" }
resource "aws_lb" "web" {}
${record('primary')}${record('secondary')}`,
  });
  expect(relatedTo(report, 'route53/failover-pair')).toEqual([
    '10 leads to us-east-1',
    '22 aws_route53_record.secondary leads to us-east-1, too',
  ]);
});

test('a partner of which nothing was compared is told by its relation', async () => {
  const group = (
    name: string,
    provider: string,
    maximum: number,
  ): string => `resource "aws_autoscaling_group" "${name}" {
  provider         = ${provider}
  min_size         = 2
  desired_capacity = 4
  max_size         = ${maximum}
}
`;
  const report = await lintText({
    'main.tf': `provider "aws" { region = "us-east-1" }
provider "aws" {
  alias  = "recovery"
  region = "us-west-2"
}
${group('web', 'aws', 8)}${group('web_recovery', 'aws.recovery', 2)}`,
  });
  expect(relatedTo(report, 'asg/dr-capacity')).toEqual(['6 is the counterpart of aws_autoscaling_group.web']);
});

test('what is missing is pointed at by the finding, not beside it', async () => {
  const report = await lintText({
    'main.tf': `provider "aws" { region = "us-east-1" }
provider "aws" {
  alias  = "recovery"
  region = "us-west-2"
}
resource "aws_s3_bucket" "invoices" {}
resource "aws_s3_bucket_versioning" "invoices" {
  bucket = aws_s3_bucket.invoices.id
  versioning_configuration { status = "Enabled" }
}
resource "aws_s3_bucket" "copies" {
  provider = aws.recovery
}
resource "aws_s3_bucket_replication_configuration" "invoices" {
  bucket = aws_s3_bucket.invoices.id
  role   = "arn:aws:iam::111122223333:role/replication"
  rule {
    status = "Enabled"
    destination { bucket = aws_s3_bucket.copies.arn }
  }
}
`,
  });
  expect(relatedTo(report, 's3/replication-time-control')).toEqual([]);
});

test('a fact is told by what decides it, not as its value', async () => {
  const report = await lintText({
    'main.tf': `provider "aws" { region = "us-east-1" }
resource "aws_db_instance" "orders" {
  engine                  = "postgres"
  backup_retention_period = 7
  skip_final_snapshot     = true
}
`,
  });
  expect(relatedTo(report, 'rds/automated-backups-deleted')).toEqual(['5 skip_final_snapshot decides']);
});

test('what is missing is told of those that could have it, by the name it would have', async () => {
  const report = await lintText({
    'main.tf': `resource "aws_lambda_function" "invoices" {
  function_name = "invoices"
}
resource "aws_lambda_permission" "topic" {
  function_name = aws_lambda_function.invoices.function_name
  action        = "lambda:InvokeFunction"
  principal     = "sns.amazonaws.com"
}
resource "aws_lambda_function_event_invoke_config" "invoices" {
  function_name          = aws_lambda_function.invoices.function_name
  maximum_retry_attempts = 1
}
`,
  });
  expect(relatedTo(report, 'lambda/dlq')).toEqual([
    '9 aws_lambda_function_event_invoke_config.invoices has no destination_config.on_failure.destination',
  ]);
});
