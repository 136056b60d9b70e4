import { describe, expect, test } from 'vitest';
import type { DeclaredResource } from '../../../src/evaluation/declared-resource.ts';
import { evaluated, placeOf, plain } from '../../helpers/cloudformation.ts';
import { lintText, nodeAt } from '../../helpers/lint-text.ts';

const indented = (text: string, indentation: string): string =>
  text
    .trim()
    .split('\n')
    .map((line) => indentation + line)
    .join('\n');

const logs = `
Parameters:
  Retention: { Type: Number, Default: 7 }
Resources:
  Audit:
    Type: AWS::Logs::LogGroup
    Properties:
      LogGroupName: !Sub '\${AWS::Partition}-\${AWS::Region}'
      RetentionInDays: !Ref Retention
  Trail:
    Type: AWS::S3::Bucket
    Properties: { BucketName: !Sub 'trail-\${AWS::AccountId}' }
`;

const logsAsJson = JSON.stringify({
  Resources: { Audit: { Type: 'AWS::Logs::LogGroup', Properties: { LogGroupName: { Ref: 'AWS::Region' } } } },
});

const twoRegions = '[{ DeploymentTargets: { Accounts: ["111111111111"] }, Regions: [eu-west-1, cn-north-1] }]';

/** A stack set with the template as a block of text. */
const stackSet = (groups: string, { properties = '', body = logs } = {}): string => `
Parameters:
  Days: { Type: Number }
  Places: { Type: CommaDelimitedList }
Resources:
  Baseline:
    Type: AWS::CloudFormation::StackSet
    Properties:
      StackSetName: baseline
      PermissionModel: SELF_MANAGED
      StackInstancesGroup: ${groups}
${properties}
      TemplateBody: |
${indented(body, '        ')}
`;

const addresses = (resources: readonly DeclaredResource[]): readonly string[] =>
  resources.filter(({ kind }) => kind !== 'settings').map(({ address }) => address);

const opened = [
  'Baseline',
  'Baseline["eu-west-1"]/Audit',
  'Baseline["eu-west-1"]/Trail',
  'Baseline["cn-north-1"]/Audit',
  'Baseline["cn-north-1"]/Trail',
];

const unread = ['Baseline', 'Baseline/*'];

describe('a stack set', () => {
  test('declares its resources once per Region, each with its Region, account and scope', () => {
    const { resources, messages, attribute } = evaluated(stackSet(twoRegions), { region: 'us-east-1' });
    expect(messages).toEqual([]);
    expect(addresses(resources)).toEqual(opened);
    expect(
      resources.map(({ anchor, region, account, scope }) => [anchor, plain(region), plain(account), scope]).slice(2),
    ).toEqual([
      ['Baseline/Audit', 'eu-west-1', '111111111111', 'stack#Baseline["eu-west-1"]/'],
      ['Baseline/Trail', 'eu-west-1', '111111111111', 'stack#Baseline["eu-west-1"]/'],
      ['Baseline/Audit', 'cn-north-1', '111111111111', 'stack#Baseline["cn-north-1"]/'],
      ['Baseline/Trail', 'cn-north-1', '111111111111', 'stack#Baseline["cn-north-1"]/'],
    ]);
    expect(plain(attribute('Baseline["cn-north-1"]/Audit', 'LogGroupName'))).toBe('aws-cn-cn-north-1');
    expect(plain(attribute('Baseline["eu-west-1"]/Trail', 'BucketName'))).toBe('trail-111111111111');
    const set = resources.find(({ address }) => address === 'Baseline');
    expect([plain(set?.region), set?.scope]).toEqual(['us-east-1', 'stack']);
  });

  test('has places in the text of its template', () => {
    const text = stackSet(twoRegions);
    const { resources } = evaluated(text);
    const trail = resources.find(({ address }) => address === 'Baseline["eu-west-1"]/Trail');
    const line = text.split('\n').findIndex((each) => each.includes('Trail:')) + 1;
    expect(placeOf(trail?.header)).toBe(`${line}:11`);
    expect(trail?.calls.map(({ header }) => placeOf(header))).toEqual(['6:3']);
  });

  test.each([
    ['one account', '{ Accounts: ["111111111111"] }', '111111111111'],
    ['two accounts', '{ Accounts: ["111111111111", "222222222222"] }', { $unknown: 'AWS::AccountId' }],
    ['units', '{ OrganizationalUnitIds: [ou-a] }', { $unknown: 'AWS::AccountId' }],
    [
      'all accounts of a unit but one',
      '{ OrganizationalUnitIds: [ou-a], AccountFilterType: DIFFERENCE, Accounts: ["111111111111"] }',
      { $unknown: 'AWS::AccountId' },
    ],
  ])('knows the account where there is one: %s', (_, targets, account) => {
    const { resources } = evaluated(stackSet(`[{ DeploymentTargets: ${targets}, Regions: [eu-west-1, eu-west-2] }]`));
    expect(resources.slice(2).map((each) => plain(each.account))).toEqual([account, account, account, account]);
  });

  test('has accounts that nobody takes for equal where they are unknown', () => {
    const { resources } = evaluated(
      stackSet('[{ DeploymentTargets: { OrganizationalUnitIds: [ou-a] }, Regions: [eu-west-1, eu-west-2] }]'),
    );
    const keys = resources.map(({ account }) => (account?.kind === 'unknown' ? account.symbol.key : ''));
    expect(new Set(keys)).toEqual(
      new Set(['stack#AWS::AccountId', ...['1', '2'].map((n) => `stack#Baseline["eu-west-${n}"]/AWS::AccountId`)]),
    );
  });

  const overrides = (list: string): string =>
    `[{ Regions: [eu-west-1] }, { Regions: [eu-west-2], ParameterOverrides: ${list} }]`;
  const passed = '      Parameters: [{ ParameterKey: Retention, ParameterValue: 30 }]';

  test.each([
    { what: 'the default', groups: overrides('[]'), properties: '', days: [7, 7] },
    { what: 'what the set passes', groups: overrides('[]'), properties: passed, days: [30, 30] },
    {
      what: 'what a group passes instead',
      groups: overrides('[{ ParameterKey: Retention, ParameterValue: 90 }]'),
      properties: passed,
      days: [30, 90],
    },
    {
      what: 'a value that is not known',
      groups: overrides('[{ ParameterKey: Retention, ParameterValue: !Ref Days }]'),
      properties: '',
      days: [7, { $unknown: 'parameter Days' }],
    },
    {
      what: 'a name that is not known',
      groups: overrides('[{ ParameterKey: !Ref Days, ParameterValue: 90 }]'),
      properties: passed,
      days: [30, { $unknown: 'parameter Retention' }],
    },
  ])('has parameters: $what', ({ groups, properties, days }) => {
    const { attribute } = evaluated(stackSet(groups, { properties }));
    const retention = ['eu-west-1', 'eu-west-2'].map((region) =>
      plain(attribute(`Baseline["${region}"]/Audit`, 'RetentionInDays')),
    );
    expect(retention).toEqual(days);
  });

  const inJson = (body: string): string =>
    JSON.stringify({
      Resources: {
        Baseline: {
          Type: 'AWS::CloudFormation::StackSet',
          Properties: { StackInstancesGroup: [{ Regions: ['eu-west-1'] }], TemplateBody: body },
        },
      },
    });
  const inYaml = (body: string): string => stackSet('[{ Regions: [eu-west-1] }]').replace(/\|\n[^]*/u, body);

  test.each([
    ['JSON in a JSON file', inJson(logsAsJson)],
    ['JSON of many lines in a JSON file', inJson(JSON.stringify(JSON.parse(logsAsJson), undefined, 2))],
    ['YAML in a JSON file', inJson(logs)],
    ['JSON in single quotes', inYaml(`'${logsAsJson}'`)],
    ['JSON as a block', stackSet('[{ Regions: [eu-west-1] }]', { body: logsAsJson })],
    ['a block without its last line break', stackSet('[{ Regions: [eu-west-1] }]').replace('|', '|-')],
  ])('reads a template that is written as %s', (_, text) => {
    const { resources } = evaluated(text);
    const audit = resources.find(({ address }) => address === 'Baseline["eu-west-1"]/Audit');
    const { file, start, end } = audit?.header ?? { file: undefined, start: 0, end: 0 };
    expect(file?.text.slice(start, end).replaceAll(/\W/gu, '')).toBe('Audit');
  });

  test.each([
    ['Regions that are a parameter', stackSet('[{ Regions: !Ref Places }]')],
    ['a Region that is none', stackSet('[{ Regions: [eu-west-1, everywhere] }]')],
    ['one Region in two groups', stackSet('[{ Regions: [eu-west-1] }, { Regions: [eu-west-1] }]')],
    [
      'more Regions than there are',
      stackSet(`[{ Regions: [${Array.from({ length: 61 }, (_, n) => `eu-west-${n}`).join()}] }]`),
    ],
    ['no instances', stackSet('[]')],
    ['instances that are added elsewhere', stackSet(twoRegions).replace(/ *StackInstancesGroup.*\n/u, '')],
    ['a template that is no literal', stackSet(twoRegions).replace('TemplateBody: |', 'TemplateBody: !Sub |')],
    ['a template elsewhere', inYaml('x').replace('TemplateBody: x', 'TemplateURL: https://example.com/logs.yaml')],
    ['text that is no template', inYaml('not a template')],
    ['folded text', inYaml(`'${logsAsJson.replace(',', ',\n          ')}'`)],
  ])('stays unread with %s', (_, text) => {
    const { resources, messages } = evaluated(text);
    expect(addresses(resources)).toEqual(unread);
    expect(messages.join('\n')).toMatch(/input\/unresolved-module "Baseline" deploys .* is not read as a part/u);
  });

  test('says where its template is broken', () => {
    const { resources, messages } = evaluated(stackSet(twoRegions, { body: 'Resources: { Audit: [' }));
    expect(addresses(resources)).toEqual(unread);
    expect(messages.filter((message) => message.includes('input/syntax'))).not.toEqual([]);
  });

  test('takes a template in the scanned tree, and what that one nests in each Region', () => {
    const text = inYaml('x').replace('TemplateBody: x', 'TemplateURL: ./baseline.yaml');
    const files = {
      'baseline.yaml':
        'Resources:\n  Logs: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: logs.yaml } }\n',
      'logs.yaml': logs,
    };
    const { resources, messages } = evaluated(text, { files });
    expect(messages).toEqual([]);
    expect(resources.slice(-2).map(({ address, region, scope }) => [address, plain(region), scope])).toEqual([
      ['Baseline["eu-west-1"]/Logs/Audit', 'eu-west-1', 'stack#Baseline["eu-west-1"]/'],
      ['Baseline["eu-west-1"]/Logs/Trail', 'eu-west-1', 'stack#Baseline["eu-west-1"]/'],
    ]);
  });

  test('that deploys the template in which it stands is a circle', () => {
    const text = inYaml('x').replace('TemplateBody: x', 'TemplateURL: ./stack.yaml');
    const { messages } = evaluated(text, { files: { 'stack.yaml': text } });
    expect(messages).toContainEqual(expect.stringContaining('input/cycle'));
  });

  test('opens a bounded number of stacks', () => {
    const regions = Array.from({ length: 60 }, (_, n) => `eu-west-${n}`).join(', ');
    const sets = Array.from(
      { length: 9 },
      (_, n) =>
        `  Set${n}: { Type: AWS::CloudFormation::StackSet, Properties: { StackInstancesGroup: [{ Regions: [${regions}] }], TemplateURL: logs.yaml } }`,
    );
    const { resources, messages } = evaluated(`Resources:\n${sets.join('\n')}\n`, { files: { 'logs.yaml': logs } });
    expect(resources.filter(({ kind }) => kind === 'unresolved').map(({ address }) => address)).toEqual(['Set8/*']);
    expect(messages).toContainEqual(expect.stringContaining('input/limit'));
  });

  test('is judged in each of its Regions', async () => {
    const orders = `
Resources:
  Orders:
    Type: AWS::S3::Bucket
    Properties:
      VersioningConfiguration: { Status: !If [IsKept, Enabled, Suspended] }
Conditions:
  IsKept: !Equals [!Ref AWS::Region, eu-west-1]
`;
    const report = await lintText({
      'stack.yaml': stackSet('[{ Regions: [eu-west-1, eu-west-2] }]', { body: orders }),
    });
    const buckets = ['eu-west-1', 'eu-west-2'].map((region) => nodeAt(report, `Baseline["${region}"]/Orders`));
    expect(buckets.map(({ document }) => document)).toMatchObject([{ region: 'eu-west-1' }, { region: 'eu-west-2' }]);
    const finding = report.findings.find(({ policy }) => policy === 's3/versioning');
    expect([finding?.resources, finding?.passing]).toEqual([
      ['stack.yaml#Baseline["eu-west-2"]/Orders'],
      ['stack.yaml#Baseline["eu-west-1"]/Orders'],
    ]);
  });
});
