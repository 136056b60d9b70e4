import { describe, expect, test } from 'vitest';
import type { Verdict } from '../../src/policy/verdict.ts';
import { lintText } from '../helpers/lint-text.ts';

async function verdictOn(
  files: Readonly<Record<string, string>>,
  policy: string,
  address: string,
): Promise<Verdict | undefined> {
  const report = await lintText(files);
  return report.verdicts.find((each) => each.policy === policy && report.graph.node(each.node)?.address === address);
}

const database = (multiAz: string): string => `
  Orders:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: postgres
      DBInstanceClass: db.m6g.large
      AllocatedStorage: '100'
      MultiAZ: ${multiAz}`;

interface Case {
  readonly what: string;
  readonly parameters: string;
  readonly conditions?: string;
  readonly multiAz: string;
  readonly verdict: 'fail' | 'unknown' | 'pass';
  /** The end of the message. */
  readonly says: string;
}

const isProduction = 'IsProduction: !Equals [!Ref Environment, prod]';

const cases: readonly Case[] = [
  {
    what: 'a failure by default names the default, and the values with which it passes',
    parameters: 'Environment: { Type: String, Default: dev, AllowedValues: [dev, test, prod] }',
    conditions: isProduction,
    multiAz: '!If [IsProduction, true, false]',
    verdict: 'fail',
    says: 'It fails when Environment=dev (the default) or Environment=test, not when Environment=prod.',
  },
  {
    what: 'what is unknown names the value that makes it fail',
    parameters: 'Environment: { Type: String, AllowedValues: [dev, prod] }',
    conditions: isProduction,
    multiAz: '!If [IsProduction, true, false]',
    verdict: 'unknown',
    says: 'It fails when Environment=dev, not when Environment=prod.',
  },
  {
    what: 'without allowed values those count that conditions compare with',
    parameters: 'Environment: { Type: String }',
    conditions: isProduction,
    multiAz: '!If [IsProduction, false, true]',
    verdict: 'unknown',
    says: 'It fails when Environment=prod.',
  },
  {
    what: 'a parameter is the value itself',
    parameters: "HighAvailability: { Type: String, Default: 'false', AllowedValues: ['true', 'false'] }",
    multiAz: '!Ref HighAvailability',
    verdict: 'fail',
    says: 'It fails when HighAvailability=false (the default), not when HighAvailability=true.',
  },
  {
    what: 'a condition that names another one',
    parameters: 'Environment: { Type: String, Default: dev, AllowedValues: [dev, prod] }',
    conditions: `${isProduction}\n  IsSmall: !Not [!Condition IsProduction]`,
    multiAz: '!If [IsSmall, false, true]',
    verdict: 'fail',
    says: 'It fails when Environment=dev (the default), not when Environment=prod.',
  },
  {
    what: 'a parameter that does not matter is not named',
    parameters: 'Environment: { Type: String, Default: dev, AllowedValues: [dev, prod] }',
    multiAz: 'false',
    verdict: 'fail',
    says: 'Orders has no standby in a second Availability Zone.',
  },
  {
    what: 'what passes is not asked again',
    parameters: 'Environment: { Type: String, Default: prod, AllowedValues: [dev, prod] }',
    conditions: isProduction,
    multiAz: '!If [IsProduction, true, false]',
    verdict: 'pass',
    says: '',
  },
  {
    what: 'a parameter that is not to be echoed is not named',
    parameters: 'Environment: { Type: String, Default: dev, NoEcho: true, AllowedValues: [dev, prod] }',
    conditions: isProduction,
    multiAz: '!If [IsProduction, true, false]',
    verdict: 'fail',
    says: 'Orders has no standby in a second Availability Zone.',
  },
];

function template({ parameters, conditions, multiAz }: Case): string {
  const section = conditions === undefined ? '' : `Conditions:\n  ${conditions}\n`;
  return `Parameters:\n  ${parameters}\n${section}Resources:${database(multiAz)}\n`;
}

describe('a verdict that depends on a parameter says with which value it fails', () => {
  test.each(cases)('$what', async (each) => {
    const verdict = await verdictOn({ 'stack.yaml': template(each) }, 'rds/multi-az', 'Orders');
    expect(verdict?.verdict).toBe(each.verdict);
    expect(verdict?.message.endsWith(each.says)).toBe(true);
  });

  test('a key of a mapping', async () => {
    const text = `Parameters:\n  Size: { Type: String, Default: small }
Mappings:\n  Sizes:\n    small: { MultiAZ: false }\n    large: { MultiAZ: true }
Resources:${database('!FindInMap [Sizes, !Ref Size, MultiAZ]')}\n`;
    const verdict = await verdictOn({ 'stack.yaml': text }, 'rds/multi-az', 'Orders');
    expect(verdict?.message).toMatch(/It fails when Size=small \(the default\), not when Size=large\.$/u);
  });

  test('a parameter decides whether something else exists', async () => {
    const text = `Parameters:\n  Protect: { Type: String, Default: 'no', AllowedValues: ['yes', 'no'] }
Conditions:\n  IsProtected: !Equals [!Ref Protect, 'yes']
Resources:
  Orders: { Type: AWS::S3::Bucket, Properties: { BucketName: orders-of-the-shop } }
  Vault: { Type: AWS::Backup::BackupVault, Properties: { BackupVaultName: main } }
  Plan:
    Type: AWS::Backup::BackupPlan
    Properties:
      BackupPlan:
        BackupPlanName: daily
        BackupPlanRule: [{ RuleName: daily, TargetBackupVault: !Ref Vault, Lifecycle: { DeleteAfterDays: 35 } }]
  Selection:
    Type: AWS::Backup::BackupSelection
    Condition: IsProtected
    Properties:
      BackupPlanId: !Ref Plan
      BackupSelection: { SelectionName: all, IamRoleArn: 'arn:aws:iam::111122223333:role/backup', Resources: ['*'] }
`;
    const verdict = await verdictOn({ 'stack.yaml': text }, 'backup/resource-covered', 'Orders');
    expect(verdict?.verdict).toBe('fail');
    expect(verdict?.message).toMatch(/It fails when Protect=no \(the default\), not when Protect=yes\.$/u);
  });

  test('a stated parameter is what it is', async () => {
    const [first] = cases;
    if (first === undefined) throw new Error('there is a case');
    const report = await lintText(
      { 'stack.yaml': template(first), 'dev.json': '{"Parameters": {"Environment": "dev"}}' },
      {
        config: {
          deployments: [
            {
              path: 'stack.yaml',
              parameters: ['dev.json'],
              name: undefined,
              varFiles: [],
              region: undefined,
              role: undefined,
              statedAt: undefined,
            },
          ],
        },
      },
    );
    const verdict = report.verdicts.find(({ policy }) => policy === 'rds/multi-az');
    expect(verdict?.message).toBe('Orders has no standby in a second Availability Zone.');
  });

  test('another template in the scan changes nothing', async () => {
    const [first] = cases;
    if (first === undefined) throw new Error('there is a case');
    const other = 'Resources:\n  Notes: { Type: AWS::SNS::Topic }\n';
    const verdict = await verdictOn({ 'a.yaml': other, 'stack.yaml': template(first) }, 'rds/multi-az', 'Orders');
    expect(verdict?.message.endsWith(first.says)).toBe(true);
  });
});
