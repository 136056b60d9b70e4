import { describe, expect, test } from 'vitest';
import type { WorkloadConfig } from '../../../src/config/config.ts';
import type { Report } from '../../../src/findings/report.ts';
import { lintText, nodeAt } from '../../helpers/lint-text.ts';

function workload(name: string, tier: string, more: Partial<WorkloadConfig> = {}): WorkloadConfig {
  const nothing = { include: [], tags: {}, objectives: undefined, needs: {}, statedAt: undefined };
  return { ...nothing, name, tier, resources: [`*${name}*`], ...more };
}

function tiersOf(report: Report, addresses: readonly string[]): readonly string[] {
  return addresses.map((address) => `${address}: ${nodeAt(report, address).tier}`);
}

/** Two file systems, each protected by a plan of its own, which store in one vault under one key. */
const terraform = `
resource "aws_kms_key" "backups" {}
resource "aws_backup_vault" "all" {
  name        = "all"
  kms_key_arn = aws_kms_key.backups.arn
}
${['orders', 'reports']
  .map(
    (name) => `
resource "aws_efs_file_system" "${name}" {}
resource "aws_backup_plan" "plan_of_${name === 'orders' ? 'shop' : 'desk'}" {
  name = "${name}"
  rule {
    rule_name         = "daily"
    target_vault_name = aws_backup_vault.all.name
  }
}
resource "aws_backup_selection" "selection_of_${name === 'orders' ? 'shop' : 'desk'}" {
  name         = "${name}"
  iam_role_arn = "arn:aws:iam::111122223333:role/backup"
  plan_id      = aws_backup_plan.plan_of_${name === 'orders' ? 'shop' : 'desk'}.id
  resources    = [aws_efs_file_system.${name}.arn]
}`,
  )
  .join('')}
`;

const cloudFormation = `Resources:
  Backups:
    Type: AWS::KMS::Key
  All:
    Type: AWS::Backup::BackupVault
    Properties: { BackupVaultName: all, EncryptionKeyArn: !GetAtt Backups.Arn }
${['orders', 'reports']
  .map((name) => {
    const owner = name === 'orders' ? 'Shop' : 'Desk';
    return `
  files${name}:
    Type: AWS::EFS::FileSystem
  PlanOf${owner}:
    Type: AWS::Backup::BackupPlan
    Properties:
      BackupPlan:
        BackupPlanName: ${owner}
        BackupPlanRule: [{ RuleName: daily, TargetBackupVault: !Ref All }]
  SelectionOf${owner}:
    Type: AWS::Backup::BackupSelection
    Properties:
      BackupPlanId: !Ref PlanOf${owner}
      BackupSelection:
        SelectionName: ${owner}
        IamRoleArn: arn:aws:iam::111122223333:role/backup
        Resources: [!GetAtt files${name}.Arn]
`;
  })
  .join('')}`;

describe('what serves others takes the highest tier of those it serves', () => {
  const estates = [
    {
      language: 'Terraform',
      files: { 'main.tf': terraform },
      vault: 'aws_backup_vault.all',
      key: 'aws_kms_key.backups',
      plans: ['aws_backup_plan.plan_of_shop', 'aws_backup_plan.plan_of_desk'],
      rule: 'aws_backup_plan.plan_of_shop/rule["daily"]',
    },
    {
      language: 'CloudFormation',
      files: { 'stack.yaml': cloudFormation },
      vault: 'All',
      key: 'Backups',
      plans: ['PlanOfShop', 'PlanOfDesk'],
      rule: 'PlanOfShop/rule["daily"]',
    },
  ];

  test.each(estates)('$language: rule, plan, vault and key', async ({ files, vault, key, plans, rule }) => {
    const workloads = [workload('orders', 'active-active'), workload('reports', 'backup-restore')];
    const report = await lintText(files, { config: { tier: 'pilot-light', workloads } });
    expect(tiersOf(report, [...plans, rule, vault, key])).toEqual([
      `${plans[0]}: active-active`,
      `${plans[1]}: backup-restore`,
      `${rule}: active-active`,
      `${vault}: active-active`,
      `${key}: active-active`,
    ]);
  });

  test.each(estates)(
    '$language: a vault that serves lower ones alone falls with them, a key does not',
    async ({ files, vault, key }) => {
      const workloads = [workload('orders', 'backup-restore'), workload('reports', 'backup-restore')];
      const report = await lintText(files, { config: { tier: 'pilot-light', workloads } });
      expect(tiersOf(report, [vault, key])).toEqual([`${vault}: backup-restore`, `${key}: pilot-light`]);
    },
  );

  test.each(estates)('$language: it must meet what any of them needs', async ({ files, vault }) => {
    const workloads = [
      workload('orders', 'backup-restore', { needs: { immutability: true } }),
      workload('reports', 'backup-restore'),
    ];
    const levelOf = async (stated: readonly WorkloadConfig[]): Promise<string | undefined> => {
      const { verdicts, graph } = await lintText(files, { config: { tier: 'backup-restore', workloads: stated } });
      return verdicts.find(({ policy, node }) => policy === 'backup/vault-lock' && graph.node(node)?.address === vault)
        ?.level;
    };
    expect(await levelOf(workloads)).toBe('error');
    expect(await levelOf(workloads.slice(1))).toBe('note');
  });

  test('a tier of its own stays', async () => {
    const tagged = terraform.replace(
      'name        = "all"',
      'name        = "all"\n  tags = { "dr:tier" = "pilot-light" }',
    );
    const workloads = [workload('orders', 'active-active')];
    const report = await lintText({ 'main.tf': tagged }, { config: { tier: 'backup-restore', workloads } });
    expect(tiersOf(report, ['aws_backup_vault.all'])).toEqual(['aws_backup_vault.all: pilot-light']);
  });

  test('network and zone', async () => {
    const code = `
resource "aws_vpc" "shared" { cidr_block = "10.0.0.0/16" }
resource "aws_subnet" "a" {
  vpc_id     = aws_vpc.shared.id
  cidr_block = "10.0.0.0/24"
}
resource "aws_instance" "orders" {
  ami           = "ami-1"
  instance_type = "m6g.large"
  subnet_id     = aws_subnet.a.id
}
resource "aws_route53_zone" "shared" { name = "example.com" }
resource "aws_route53_record" "orders" {
  zone_id = aws_route53_zone.shared.zone_id
  name    = "orders"
  type    = "A"
  records = ["192.0.2.1"]
  ttl     = 60
}
`;
    const workloads = [workload('orders', 'active-active')];
    const report = await lintText({ 'main.tf': code }, { config: { tier: 'backup-restore', workloads } });
    expect(tiersOf(report, ['aws_subnet.a', 'aws_vpc.shared', 'aws_route53_zone.shared'])).toEqual([
      'aws_subnet.a: active-active',
      'aws_vpc.shared: active-active',
      'aws_route53_zone.shared: active-active',
    ]);
  });
});
