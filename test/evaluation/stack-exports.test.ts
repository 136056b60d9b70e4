/** How what one template exports reaches another one that imports it, and when it doesn't. */
import { describe, expect, test } from 'vitest';
import type { DeploymentConfig } from '../../src/config/config.ts';
import { parseRegion } from '../../src/core/ids.ts';
import { isDocumentMap, ReferenceLeaf, UnknownLeaf } from '../../src/core/document.ts';
import { lintText, nodeAt } from '../helpers/lint-text.ts';

const exporting = (name: string, condition = ''): string => `
Parameters: { Stage: { Type: String } }
Conditions: { IsLive: !Equals [!Ref Stage, prod] }
Resources:
  Vault: { Type: AWS::Backup::BackupVault, Properties: { BackupVaultName: orders } }
  Network: { Type: AWS::EC2::VPC }
Outputs:
  VaultName: { Value: !Ref Vault, Export: { Name: ${name} }, ${condition} }
  Vpc: { Value: !Ref Network, Export: { Name: orders-vpc } }
`;
const importing = (value = '!ImportValue orders-vault'): string => `
Resources:
  Plan:
    Type: AWS::Backup::BackupPlan
    Properties:
      BackupPlan:
        BackupPlanName: daily
        BackupPlanRule: [{ RuleName: daily, TargetBackupVault: ${value} }]
`;
const deployed = (
  path: string,
  region: string | undefined,
  stated: Partial<DeploymentConfig> = {},
): DeploymentConfig => ({
  path,
  name: undefined,
  varFiles: [],
  parameters: [],
  region: region === undefined ? undefined : parseRegion(region),
  role: undefined,
  statedAt: undefined,
  ...stated,
});
const everywhere = [deployed('shared.yaml', 'eu-west-1'), deployed('plans.yaml', 'eu-west-1')];

async function targetVault(files: Readonly<Record<string, string>>, deployments: readonly DeploymentConfig[]) {
  const report = await lintText(files, { config: { deployments } });
  const { attributes } = nodeAt(report, 'Plan');
  const rule = isDocumentMap(attributes['BackupPlan']) ? attributes['BackupPlan']['BackupPlanRule'] : undefined;
  const [first] = Array.isArray(rule) ? rule : [];
  const value: unknown = isDocumentMap(first) ? first['TargetBackupVault'] : undefined;
  if (value instanceof UnknownLeaf)
    return `unknown: ${value.symbol().reason.subject} ${value.symbol().reason.cure}`.trim();
  return value instanceof ReferenceLeaf ? `reference: ${value.value().resource}` : value;
}

describe('an import', () => {
  test.each([
    ['is what the other template exports', {}, importing(), everywhere, 'orders'],
    ['may be a resource of it', {}, importing('!ImportValue orders-vpc'), everywhere, 'reference: shared.yaml#Network'],
    [
      "is found under a name that is made of the stack's",
      { 'shared.yaml': exporting('!Sub "${AWS::StackName}-vault"') },
      importing(),
      [deployed('shared.yaml', 'eu-west-1', { stackName: 'orders' }), deployed('plans.yaml', 'eu-west-1')],
      'orders',
    ],
    [
      'is found in a stack that another one nests',
      {
        'shared.yaml':
          'Resources: { Inner: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: inner.yaml } } }',
        'inner.yaml': exporting('orders-vault'),
      },
      importing(),
      everywhere,
      'orders',
    ],
    [
      'of an output is found by the name of the stack',
      {},
      importing('{ "Fn::GetStackOutput": { StackName: shared, OutputName: VaultName } }'),
      [deployed('shared.yaml', 'eu-west-1', { stackName: 'shared' }), deployed('plans.yaml', 'eu-west-1')],
      'orders',
    ],
    [
      'of an output of another Region',
      {},
      importing('{ "Fn::GetStackOutput": { StackName: shared, OutputName: VaultName, Region: us-east-1 } }'),
      [deployed('shared.yaml', 'us-east-1', { stackName: 'shared' }), deployed('plans.yaml', 'eu-west-1')],
      'orders',
    ],
  ])('%s', async (_, files, plans, deployments, expected) => {
    expect(
      await targetVault({ 'shared.yaml': exporting('orders-vault'), 'plans.yaml': plans, ...files }, deployments),
    ).toBe(expected);
  });

  test.each([
    ['from another Region', {}, [deployed('shared.yaml', 'us-east-1'), deployed('plans.yaml', 'eu-west-1')]],
    ['where no Region is stated', {}, []],
    [
      'where two export the name',
      { 'other.yaml': exporting('orders-vault') },
      [...everywhere, deployed('other.yaml', 'eu-west-1')],
    ],
    ['where it may not be exported', { 'shared.yaml': exporting('orders-vault', 'Condition: IsLive') }, everywhere],
    [
      'where it is made of itself',
      { 'shared.yaml': exporting('orders-vault').replace('!Ref Vault', '!ImportValue orders-vault') },
      everywhere,
    ],
  ])('is not known %s', async (_, files, deployments) => {
    const found = await targetVault(
      { 'shared.yaml': exporting('orders-vault'), 'plans.yaml': importing(), ...files },
      deployments,
    );
    expect(found).toMatch(/^unknown: export orders-vault/u);
  });

  test.each([
    [
      'the Regions that are not stated',
      'orders-vault',
      'shared.yaml exports it: state in which Regions both are deployed, under "deployments" in .dr-lint.yaml.',
    ],
    [
      'the name that the stack may have',
      '!Sub "${AWS::StackName}-vault"',
      'If shared.yaml exports it, state "stackName: orders" for it under "deployments" in .dr-lint.yaml.',
    ],
  ])('says what would make it known: %s', async (_, name, cure) => {
    const found = await targetVault({ 'shared.yaml': exporting(name), 'plans.yaml': importing() }, []);
    expect(found).toBe(`unknown: export orders-vault ${cure}`);
  });
});
