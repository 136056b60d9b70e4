import { describe, expect, test } from 'vitest';
import { evaluated, placeOf, plain } from '../../helpers/cloudformation.ts';
import { endsOf, lintText, nodeAt } from '../../helpers/lint-text.ts';

const network = `
Parameters:
  Cidr: { Type: String }
  Zones: { Type: CommaDelimitedList, Default: eu-west-1a }
  IsPublic: { Type: String, Default: 'no' }
Conditions:
  HasGateway: !Equals [!Ref IsPublic, 'yes']
Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties: { CidrBlock: !Ref Cidr }
  Subnet:
    Type: AWS::EC2::Subnet
    Properties: { VpcId: !Ref Vpc, AvailabilityZone: !Select [0, !Ref Zones] }
  Gateway:
    Type: AWS::EC2::InternetGateway
    Condition: HasGateway
Outputs:
  VpcId: { Value: !Ref Vpc }
  Cidr: { Value: !Ref Cidr }
`;

const nesting = (properties: string, rest = ''): string => `
Parameters:
  Stage: { Type: String }
Resources:
  Network:
    Type: AWS::CloudFormation::Stack
    Properties: ${properties}
${rest}`;

const files = { 'templates/network.yaml': network };
const inTemplates = { path: 'templates/stack.yaml', files };

describe('a nested stack', () => {
  test('declares its resources below its own address, with what it is given', () => {
    const text = nesting("{ TemplateURL: ./network.yaml, Parameters: { Cidr: 10.1.0.0/16, IsPublic: 'yes' } }");
    const { resources, messages, attribute } = evaluated(text, inTemplates);
    expect(messages).toEqual([]);
    expect(resources.map(({ kind, address }) => [kind, address])).toEqual([
      ['settings', 'template'],
      ['resource', 'Network'],
      ['resource', 'Network/Vpc'],
      ['resource', 'Network/Subnet'],
      ['resource', 'Network/Gateway'],
    ]);
    const cidr = attribute('Network/Vpc', 'CidrBlock');
    expect(plain(cidr)).toBe('10.1.0.0/16');
    expect([cidr?.range?.file.path, cidr?.decidedAt?.file.path]).toEqual([
      'templates/network.yaml',
      'templates/stack.yaml',
    ]);
    expect(
      resources.find(({ address }) => address === 'Network/Vpc')?.calls.map(({ header }) => placeOf(header)),
    ).toEqual(['5:3']);
  });

  test('refers to its own resources', () => {
    const { attribute, resources } = evaluated(nesting('{ TemplateURL: network.yaml }'), inTemplates);
    const vpc = attribute('Network/Subnet', 'VpcId');
    expect(vpc?.kind === 'reference' ? vpc.resource : undefined).toBe('stack#Network/Vpc');
    expect(resources.find(({ address }) => address === 'Network/Subnet')?.dependsOn).toEqual(['stack#Network/Vpc']);
  });

  test.each([
    ['a literal that was passed', "'no'", '!GetAtt Network.Outputs.Cidr', '10.1.0.0/16'],
    ['a reference to what it declares', "'no'", '!GetAtt Network.Outputs.VpcId', { $ref: 'Vpc' }],
    ['inside a text', "'no'", '!Sub "${Network.Outputs.Cidr}!"', '10.1.0.0/16!'],
  ])('gives its outputs: %s', (_, isPublic, output, expected) => {
    const parameters = `{ Cidr: 10.1.0.0/16, IsPublic: ${isPublic} }`;
    const text = nesting(
      `{ TemplateURL: network.yaml, Parameters: ${parameters} }`,
      `  Peer: { Type: AWS::EC2::VPC, Properties: { CidrBlock: ${output} } }\n`,
    );
    expect(plain(evaluated(text, inTemplates).attribute('Peer', 'CidrBlock'))).toEqual(expected);
  });

  test('knows as little as it is told', () => {
    const text = nesting('{ TemplateURL: network.yaml, Parameters: { Cidr: !Ref Stage, IsPublic: !Ref Stage } }');
    const { resources, attribute } = evaluated(text, inTemplates);
    expect(plain(attribute('Network/Vpc', 'CidrBlock'))).toEqual({ $unknown: 'parameter Stage' });
    expect(resources.map(({ address, exists }) => [address, exists])).toContainEqual(['Network/Gateway', 'unknown']);
  });

  test('exists as far as the resource that nests it', () => {
    const text = nesting('{ TemplateURL: network.yaml }\n    Condition: IsProduction').replace(
      'Resources:',
      'Conditions:\n  IsProduction: !Equals [!Ref Stage, prod]\nResources:',
    );
    const { resources } = evaluated(text, inTemplates);
    expect(resources.find(({ address }) => address === 'Network/Vpc')?.exists).toBe('unknown');
    const inTest = evaluated(text, { ...inTemplates, parameters: '{"Stage": "test"}' });
    expect(inTest.resources.map(({ address }) => address)).toEqual(['template']);
  });

  test('takes one text of joined values as a list', () => {
    const text = nesting(
      `{ TemplateURL: group.yaml, Parameters: { Subnets: !Join [',', [!Ref One, subnet-2]] } }`,
      '  One: { Type: AWS::EC2::Subnet, Properties: { VpcId: vpc-1 } }\n',
    );
    const group =
      'Parameters: { Subnets: { Type: CommaDelimitedList } }\nResources:\n  Group: { Type: AWS::RDS::DBSubnetGroup, Properties: { SubnetIds: !Ref Subnets } }\n';
    const { attribute } = evaluated(text, { path: 'stack.yaml', files: { 'group.yaml': group } });
    expect(plain(attribute('Network/Group', 'SubnetIds'))).toEqual([{ $ref: 'One' }, 'subnet-2']);
  });

  test.each([
    {
      what: 'a template that is not there',
      url: './missing.yaml',
      message:
        '5:3 input/unresolved-module The template of the nested stack "Network", "templates/missing.yaml", can\'t be read, or lies outside the scanned tree.',
    },
    {
      what: 'a template outside of the tree',
      url: '../../missing.yaml',
      message:
        '5:3 input/unresolved-module The template of the nested stack "Network", "../missing.yaml", can\'t be read, or lies outside the scanned tree.',
    },
    {
      what: 'itself',
      url: 'stack.yaml',
      message: '5:3 input/cycle The stack "Network" nests templates/stack.yaml, in which it stands itself.',
    },
  ])('stays unresolved: $what', ({ url, message }) => {
    const text = nesting(`{ TemplateURL: ${url} }`);
    const { resources, messages } = evaluated(text, {
      ...inTemplates,
      files: { ...files, 'templates/stack.yaml': text },
    });
    expect(resources.map(({ kind, address }) => [kind, address])).toContainEqual(['unresolved', 'Network/*']);
    expect(messages).toEqual([message]);
  });

  test('has the outputs that a loop declares', () => {
    const looped = `${network}  Fn::ForEach::Names: [Name, [First, Second], {"${'${Name}'}Name": {Value: "subnet-${'${Name}'}"}}]\n`;
    const text = nesting(
      '{ TemplateURL: network.yaml, Parameters: { Cidr: 10.1.0.0/16 } }',
      '  Names: {Type: Custom::Names, Properties: {Second: !GetAtt Network.Outputs.SecondName}}\n',
    );
    const { messages, attribute } = evaluated(text, { files: { 'network.yaml': looped } });
    expect(messages).toEqual([]);
    expect(plain(attribute('Names', 'Second'))).toBe('subnet-Second');
  });

  test('has no output that its template does not declare', () => {
    const text = nesting(
      '{ TemplateURL: network.yaml }',
      '  Peer: { Type: AWS::EC2::VPC, Properties: { CidrBlock: !GetAtt Network.Outputs.VpcID } }\n',
    );
    expect(evaluated(text, inTemplates).messages).toEqual([
      expect.stringContaining('input/syntax The stack has no output "VpcID"'),
    ]);
  });

  test('stacks that are given each other’s outputs end', () => {
    const stack = (name: string, other: string): string =>
      `  ${name}: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: network.yaml, Parameters: { Cidr: !GetAtt ${other}.Outputs.Cidr } } }\n`;
    const text = `Resources:\n${stack('One', 'Two')}${stack('Two', 'One')}`;
    const { resources } = evaluated(text, inTemplates);
    expect(resources.map(({ address }) => address)).toContain('Two/Vpc');
  });
});

describe('a scan with nested stacks', () => {
  const database = `
Parameters:
  HighAvailability: { Type: String, Default: 'false' }
Resources:
  Orders:
    Type: AWS::RDS::DBInstance
    Properties: { Engine: postgres, MultiAZ: !Ref HighAvailability, BackupRetentionPeriod: 14 }
`;
  const root = (parameters: string): string =>
    `Resources:\n  Data: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: database.yaml${parameters} } }\n`;

  test('judges what is nested once, with what it is given', async () => {
    const report = await lintText({
      'database.yaml': database,
      'root.yaml': root(", Parameters: { HighAvailability: 'true' }"),
    });
    const verdicts = report.verdicts.filter(({ policy }) => policy === 'rds/multi-az');
    expect(verdicts.map(({ node, verdict }) => [node, verdict])).toEqual([['root.yaml#Data/Orders', 'pass']]);
  });

  test('tells where it is nested, and with which value of a parameter above it fails', async () => {
    const parameter = "Parameters:\n  Ha: { Type: String, Default: 'false', AllowedValues: ['true', 'false'] }\n";
    const report = await lintText({
      'database.yaml': database,
      'root.yaml': parameter + root(', Parameters: { HighAvailability: !Ref Ha }'),
    });
    const finding = report.findings.find(({ policy }) => policy === 'rds/multi-az');
    expect(finding?.place?.file.path).toBe('database.yaml');
    expect(finding?.related.map(({ label, range }) => [label, range.file.path])).toContainEqual([
      'called here',
      'root.yaml',
    ]);
    expect(finding?.message).toMatch(/It fails when Ha=false \(the default\), not when Ha=true\.$/u);
  });

  test('joins resources of different stacks by outputs', async () => {
    const report = await lintText({
      'vault.yaml':
        'Resources:\n  Vault: { Type: AWS::Backup::BackupVault, Properties: { BackupVaultName: main } }\nOutputs:\n  Name: { Value: !Ref Vault }\n',
      'plan.yaml':
        'Parameters: { Vault: { Type: String } }\nResources:\n  Plan:\n    Type: AWS::Backup::BackupPlan\n    Properties: { BackupPlan: { BackupPlanName: daily, BackupPlanRule: [{ RuleName: daily, TargetBackupVault: !Ref Vault }] } }\n',
      'root.yaml':
        'Resources:\n  Vaults: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: vault.yaml } }\n  Plans: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: plan.yaml, Parameters: { Vault: !GetAtt Vaults.Outputs.Name } } }\n',
    });
    expect(nodeAt(report, 'Vaults/Vault').id).toBe('root.yaml#Vaults/Vault');
    expect(endsOf(report, 'Plans/Plan/rule["daily"]', 'storesIn')).toEqual(['Vaults/Vault']);
  });
});

test.each([
  ['its own tags', 'Tags: [{ Key: backup, Value: daily }]', { backup: 'daily' }, true],
  ['a tag whose key is not known', 'Tags: [{ Key: !Ref Stage, Value: daily }]', {}, false],
])('a nested stack hands on %s', (_, tags, expected, isComplete) => {
  const text = nesting(`{ TemplateURL: ./network.yaml, Parameters: { Cidr: 10.1.0.0/16 }, ${tags} }`);
  const vpc = evaluated(text, inTemplates).resources.find(({ address }) => address === 'Network/Vpc');
  expect(plain(vpc?.defaultTags)).toEqual(expected);
  expect(vpc?.defaultTags).toMatchObject({ kind: 'map' });
  expect(vpc?.defaultTags?.kind === 'map' && vpc.defaultTags.rest === undefined).toBe(isComplete);
});

describe('a template that is named by the URL it was uploaded to', () => {
  const cidr = 'Parameters: { Cidr: 10.1.0.0/16 }';
  const read = (properties: string, options: Parameters<typeof evaluated>[1] = inTemplates): readonly string[] =>
    evaluated(nesting(properties), options)
      .resources.filter(({ address }) => address.startsWith('Network/'))
      .map(({ address, header }) => `${address} of ${header.file.path}`)
      .slice(0, 1);
  const found = ['Network/Vpc of templates/network.yaml'];
  const unread = ['Network/* of templates/stack.yaml'];

  test.each([
    ['in a bucket', `{ TemplateURL: https://s3.amazonaws.com/shop/v2/templates/network.yaml, ${cidr} }`, found],
    ['beside the other one', `{ TemplateURL: https://shop.s3.amazonaws.com/network.yaml, ${cidr} }`, found],
    [
      'in a bucket of a parameter',
      `{ TemplateURL: !Sub 'https://\${Stage}.s3.amazonaws.com/templates/network.yaml', ${cidr} }`,
      found,
    ],
    [
      'below a prefix',
      `{ TemplateURL: !Sub 'https://shop.s3.amazonaws.com/\${Stage}templates/network.yaml', ${cidr} }`,
      found,
    ],
    ['whose bucket is not known', `{ TemplateURL: !Sub '\${Stage}/templates/network.yaml', ${cidr} }`, found],
    ['whose folder is not known', `{ TemplateURL: !Sub '\${Stage}network.yaml', ${cidr} }`, unread],
    ['joined', `{ TemplateURL: !Join ['', ['https://s3.amazonaws.com/', !Ref Stage, /network.yaml]], ${cidr} }`, found],
    [
      'with a parameter that the file does not take',
      '{ TemplateURL: https://s3.amazonaws.com/shop/network.yaml, Parameters: { Cidr: 10.1.0.0/16, Name: shop } }',
      unread,
    ],
    ['without one that the file asks for', '{ TemplateURL: https://s3.amazonaws.com/shop/network.yaml }', unread],
    ['under another name', `{ TemplateURL: https://s3.amazonaws.com/shop/networks.yaml, ${cidr} }`, unread],
    ['whose name is not known', `{ TemplateURL: !Sub 'https://s3.amazonaws.com/shop/\${Stage}', ${cidr} }`, unread],
    [
      'that names a folder above',
      `{ TemplateURL: https://s3.amazonaws.com/shop/../templates/network.yaml, ${cidr} }`,
      found,
    ],
  ])('is read from the file that it was uploaded from: %s', (_, properties, expected) => {
    expect(read(properties)).toEqual(expected);
  });

  test('may lie in a folder above, not under a bare name there, and is never the template that nests it', () => {
    const url = (name: string): string => `{ TemplateURL: https://s3.amazonaws.com/shop/${name}, ${cidr} }`;
    const below = {
      path: 'services/web/stack.yaml',
      files: { 'shared/network.yaml': network, 'network.yaml': network },
    };
    expect(read(url('shared/network.yaml'), below)).toEqual(['Network/Vpc of shared/network.yaml']);
    expect(read(url('network.yaml'), below)).toEqual(['Network/* of services/web/stack.yaml']);
    expect(read(url('stack.yaml'), { path: 'stack.yaml', files: { 'stack.yaml': network } })).toEqual([
      'Network/* of stack.yaml',
    ]);
  });

  test('is said to be read in place of what is deployed', () => {
    const { messages } = evaluated(
      nesting(`{ TemplateURL: https://s3.amazonaws.com/shop/network.yaml, ${cidr} }`),
      inTemplates,
    );
    expect(messages).toEqual([
      '5:3 input/modelled-module "Network" deploys a template from a URL that ends with shop/network.yaml; templates/network.yaml is read in its place, which takes the same parameters.',
    ]);
  });
});
