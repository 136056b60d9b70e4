import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textOf } from '../../../src/core/source.ts';
import { evaluated, placeOf, plain } from '../../helpers/cloudformation.ts';

describe('a declared resource', () => {
  const text = `
Resources:
  Orders: # the main database
    DeletionPolicy: Snapshot
    UpdateReplacePolicy: Retain
    Type: AWS::RDS::DBInstance
    DependsOn: [Network, Nowhere]
    Metadata: {Tier: warm-standby}
    Properties:
      MultiAZ: false
      KmsKeyId: !GetAtt Key.Arn
      Tags: [{Key: topic, Value: !Sub "\${Alarms}"}]
  Network: {Type: "AWS::EC2::VPC"}
  Key: {Type: "AWS::KMS::Key"}
  Alarms: {Type: "AWS::SNS::Topic"}
`;
  const { resources, messages, attribute } = evaluated(text);
  const orders = resources.find(({ address }) => address === 'Orders');

  test('has its type, its place and its properties', () => {
    expect(messages).toEqual([]);
    expect(orders).toMatchObject({
      kind: 'resource',
      id: 'stack#Orders',
      sourceType: 'AWS::RDS::DBInstance',
      exists: 'yes',
      scope: 'stack',
    });
    expect(orders === undefined ? '' : textOf(orders.header)).toBe('Orders');
    expect(orders === undefined ? '' : textOf(orders.block).split('\n').at(-1)?.trim()).toMatch(/^Tags/u);
    expect(plain(orders?.attributes)).toEqual({
      MultiAZ: false,
      KmsKeyId: { $ref: 'Key.Arn' },
      Tags: [{ Key: 'topic', Value: { $ref: 'Alarms' } }],
    });
    expect(placeOf(attribute('Orders', 'MultiAZ')?.range)).toBe('10:16');
  });

  test('has its policies and metadata', () => {
    const { deletionPolicy, updateReplacePolicy, metadata } = orders?.lifecycle ?? {};
    expect([deletionPolicy, updateReplacePolicy, metadata].map(plain)).toEqual([
      'Snapshot',
      'Retain',
      { Tier: 'warm-standby' },
    ]);
  });

  test('depends on what it names and on what it refers to', () => {
    expect(orders?.dependsOn).toEqual(['stack#Network', 'stack#Key', 'stack#Alarms']);
  });

  test('stands beside the settings of its template', () => {
    const settings = resources.filter(({ kind }) => kind === 'settings');
    expect(settings.map(({ address, sourceType, header }) => [address, sourceType, placeOf(header)])).toEqual([
      ['template', 'template', '2:1'],
    ]);
  });
});

describe('the Region of a deployment', () => {
  const text =
    'Resources:\n  Orders: {Type: "AWS::SQS::Queue", Properties: {Arn: !Sub "arn:${AWS::Partition}:sqs:${AWS::Region}:${AWS::AccountId}:orders", Host: !Sub "sqs.${AWS::URLSuffix}"}}';

  test('is known when it is stated, and with it partition and suffix', () => {
    const { attribute, resources } = evaluated(text, { region: 'cn-north-1' });
    expect(plain(attribute('Orders', 'Arn'))).toEqual({
      $text: ['arn:aws-cn:sqs:cn-north-1:', { $unknown: 'AWS::AccountId' }, ':orders'],
    });
    expect(plain(attribute('Orders', 'Host'))).toBe('sqs.amazonaws.com.cn');
    expect(resources.map(({ region }) => plain(region))).toEqual(['cn-north-1', 'cn-north-1']);
  });

  test('is the same unknown everywhere when it is not', () => {
    const keys = evaluated(text).resources.map(({ region }) => (region?.kind === 'unknown' ? region.symbol.key : ''));
    expect(keys).toEqual(['stack#AWS::Region', 'stack#AWS::Region']);
  });

  test.each([
    ['us-east-1', 'aws'],
    ['us-gov-west-1', 'aws-us-gov'],
    ['us-iso-east-1', 'aws-iso'],
    ['us-isob-east-1', 'aws-iso-b'],
    ['eusc-de-east-1', 'aws-eusc'],
  ])('%s lies in the partition %s', (region, partition) => {
    const stack = 'Resources: {Orders: {Type: "AWS::SQS::Queue", Properties: {Partition: !Ref "AWS::Partition"}}}';
    expect(plain(evaluated(stack, { region }).attribute('Orders', 'Partition'))).toBe(partition);
  });
});

describe('Ref of a resource that states its name', () => {
  const refTo = (resource: string) =>
    evaluated(`
Parameters: {Name: {Type: String, Default: ledger}, Stage: {Type: String}}
Resources:
  Store: ${resource}
  Subject: {Type: "Custom::Subject", Properties: {Value: !Ref Store}}
`).attribute('Subject', 'Value');

  test.each([
    ['a literal name', '{Type: "AWS::S3::Bucket", Properties: {BucketName: orders}}', 'orders'],
    ['a parameter with a default', '{Type: "AWS::DynamoDB::Table", Properties: {TableName: !Ref Name}}', 'ledger'],
    [
      'RDS keeps lower case',
      '{Type: "AWS::RDS::DBInstance", Properties: {DBInstanceIdentifier: OrdersDB}}',
      'ordersdb',
    ],
    ['an unknown name', '{Type: "AWS::S3::Bucket", Properties: {BucketName: !Ref Stage}}', { $ref: 'Store' }],
    ['no name', '{Type: "AWS::S3::Bucket"}', { $ref: 'Store' }],
    ['a type whose Ref is no name', '{Type: "AWS::SQS::Queue", Properties: {QueueName: orders}}', { $ref: 'Store' }],
    ['a name made of its own', '{Type: "AWS::S3::Bucket", Properties: {BucketName: !Ref Store}}', { $ref: 'Store' }],
  ])('%s', (_, resource, expected) => {
    expect(plain(refTo(resource))).toEqual(expected);
  });

  test('came through that resource, and was decided there', () => {
    const value = refTo('{Type: "AWS::S3::Bucket", Properties: {BucketName: orders}}');
    expect(value?.marks.via).toEqual(['stack#Store']);
    expect([placeOf(value?.range), placeOf(value?.decidedAt)]).toEqual(['5:58', '4:61']);
  });
});

describe('what is not in the template', () => {
  test('a nested stack is a resource, and what it declares is unresolved', () => {
    const text =
      'Resources:\n  Network: {Type: "AWS::CloudFormation::Stack", Properties: {TemplateURL: "s3://shop/network.yaml", Parameters: {Size: 3}}}';
    const { resources, messages } = evaluated(text);
    expect(resources.map(({ kind, address, sourceType }) => [kind, address, sourceType])).toEqual([
      ['settings', 'template', 'template'],
      ['resource', 'Network', 'AWS::CloudFormation::Stack'],
      ['unresolved', 'Network/*', 's3://shop/network.yaml'],
    ]);
    expect(plain(resources.at(-1)?.attributes)).toEqual({ Size: 3 });
    expect(messages).toEqual([
      '2:3 input/unresolved-module "Network" deploys s3://shop/network.yaml, which is not read as a part of this template; what it declares is unknown here.',
    ]);
  });

  test('a nested stack whose template a bucket of some name holds is told of', () => {
    const url = '!Sub "https://${Bucket}.s3.${AWS::URLSuffix}/network.yaml"';
    const { messages } = evaluated(
      `Parameters: {Bucket: {Type: String}}\nResources:\n  Network: {Type: "AWS::CloudFormation::Stack", Properties: {TemplateURL: ${url}}}`,
    );
    expect(messages).toEqual([
      '3:3 input/unresolved-module "Network" deploys a template that is not read as a part of this one; what it declares is unknown here.',
    ]);
  });

  test.each([
    ["AWS's own transforms add nothing unforeseen", 'AWS::Serverless-2016-10-31', []],
    ['a macro could add anything', 'Replicate', ['Transform/Replicate']],
    ['so could an include', '{Name: AWS::Include, Parameters: {Location: "s3://b/k"}}', ['Transform/AWS::Include']],
  ])('%s', (_, transform, expected) => {
    const { resources } = evaluated(`Transform: ${transform}\nResources: {Orders: {Type: "AWS::SQS::Queue"}}`);
    expect(resources.filter(({ kind }) => kind === 'unresolved').map(({ address }) => address)).toEqual(expected);
  });

  test("an include among the resources isn't one of them", () => {
    const text =
      'Resources:\n  Fn::Transform: {Name: AWS::Include, Parameters: {Location: "s3://b/k"}}\n  Orders: {Type: "AWS::SQS::Queue"}';
    expect(evaluated(text).resources.map(({ kind, address }) => [kind, address])).toEqual([
      ['settings', 'template'],
      ['resource', 'Orders'],
      ['unresolved', 'Transform/AWS::Include'],
    ]);
  });

  test('a module of a preprocessor is unresolved', () => {
    const text =
      'Resources:\n  Network: {Type: !Rain::Module ../vpc.yml}\n  Orders: {Type: "AWS::EC2::Instance", Properties: {VpcId: !Ref NetworkVPC, UserData: !Rain::Embed user-data.sh}}';
    const { resources, messages, attribute } = evaluated(text);
    expect(resources.map(({ kind, address, sourceType }) => [kind, address, sourceType])).toContainEqual([
      'unresolved',
      'Network',
      '../vpc.yml',
    ]);
    expect(plain(attribute('Orders', 'UserData'))).toEqual({ $unknown: 'user-data.sh' });
    expect(messages).toEqual([expect.stringContaining('2:3 input/unresolved-module "Network" deploys ../vpc.yml')]);
  });
});

test('a resource without a type is said, and the others are listed', () => {
  const { resources, messages } = evaluated('Resources:\n  Broken: {Typ: x}\n  Orders: {Type: "AWS::SQS::Queue"}');
  expect(resources.map(({ address }) => address)).toEqual(['template', 'Orders']);
  expect(messages).toEqual(['2:3 input/syntax The resource "Broken" has no type.']);
});

test('a resource that does not exist with these parameters is unknown where it is referred to', () => {
  const text =
    'Conditions: {Never: !Equals [a, b]}\nResources:\n  Key: {Type: "AWS::KMS::Key", Condition: Never}\n  Orders: {Type: "AWS::SQS::Queue", Properties: {KmsMasterKeyId: !Ref Key}}';
  const { resources, messages, attribute } = evaluated(text);
  expect(resources.map(({ address }) => address)).toEqual(['template', 'Orders']);
  expect(plain(attribute('Orders', 'KmsMasterKeyId'))).toEqual({
    $unknown: 'Key, which does not exist with these parameters',
  });
  expect(messages).toEqual([]);
});

describe('properties that are not all in the template', () => {
  const head =
    'Transform: AWS::LanguageExtensions\nParameters: {Stage: {Type: String}, Names: {Type: CommaDelimitedList}}\nConditions: {Maybe: !Equals [!Ref Stage, a]}\n';

  test.each([
    ['a function for all of them', '!If [Maybe, {MultiAZ: true}, {MultiAZ: false}]', {}, 'parameter Stage'],
    [
      'an include beside them',
      '{MultiAZ: true, "Fn::Transform": {Name: AWS::Include}}',
      { MultiAZ: true },
      'AWS::Include',
    ],
    [
      'a loop over unknown items',
      '{MultiAZ: true, "Fn::ForEach::Each": [Name, !Ref Names, {"${Name}": 1}]}',
      { MultiAZ: true },
      'parameter Names',
    ],
  ])('%s', (_, properties, known, subject) => {
    const { resources } = evaluated(
      `${head}Resources:\n  Orders:\n    Type: AWS::RDS::DBInstance\n    Properties: ${properties}`,
    );
    expect(plain(resources[1]?.attributes)).toEqual(known);
    expect(resources[1]?.attributes.rest?.reason.subject).toBe(subject);
  });
});

describe('the same template in another notation', () => {
  /** Any value of a property; functions in the long form. */
  const value = fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      fc.constantFrom<unknown>(
        'orders',
        true,
        7,
        { Ref: 'Stage' },
        { Ref: 'Key' },
        { Ref: 'AWS::Region' },
        { Ref: 'AWS::NoValue' },
      ),
      fc.record({ 'Fn::GetAtt': fc.constant(['Key', 'Arn']) }),
      fc.record({ 'Fn::Sub': fc.constantFrom('${Stage}-a', '${Key.Arn}', 'plain') }),
      fc.record({ 'Fn::If': fc.tuple(fc.constantFrom('Yes', 'No', 'Maybe'), tie('value'), tie('value')) }),
      fc.record({ 'Fn::Select': fc.tuple(fc.constant(0), fc.tuple(fc.constantFrom('a', 'b'))) }),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom('Rule', 'Days', 'Name'), tie('value'), { maxKeys: 3, noNullPrototype: true }),
    ),
  })).value;

  const template = (property: unknown): unknown => ({
    Parameters: { Stage: { Type: 'String' } },
    Conditions: {
      Yes: { 'Fn::Equals': ['a', 'a'] },
      No: { 'Fn::Equals': ['a', 'b'] },
      Maybe: { 'Fn::Equals': [{ Ref: 'Stage' }, 'a'] },
    },
    Resources: {
      Key: { Type: 'AWS::KMS::Key' },
      Subject: { Type: 'Custom::Subject', Properties: { Value: property } },
    },
  });

  test('means the same: JSON, YAML with long forms, YAML with short forms', () => {
    fc.assert(
      fc.property(value, (property) => {
        const notations = [
          evaluated(JSON.stringify(template(property)), { path: 'stack.json' }),
          evaluated(yamlOf(template(property), false)),
          evaluated(yamlOf(template(property), true)),
        ];
        const [json, long, short] = notations.map(({ resources, messages }) => ({
          attributes: resources.map(({ attributes }) => plain(attributes)),
          symbols: resources.flatMap(({ attributes }) =>
            [...attributes.entries.values()].map((each) => (each.kind === 'unknown' ? each.symbol.key : '')),
          ),
          dependsOn: resources.map(({ dependsOn }) => dependsOn),
          messages,
        }));
        expect(json?.messages).toEqual([]);
        expect(long).toEqual(json);
        expect(short).toEqual(json);
      }),
      { numRuns: 200 },
    );
  });

  /** YAML in lines; with short forms where the function's argument is no function itself, since a node has one tag. */
  function yamlOf(data: unknown, short: boolean, indent = 0): string {
    const pad = ' '.repeat(indent);
    if (Array.isArray(data))
      return data.length === 0 ? ' []' : data.map((item) => `\n${pad}-${yamlOf(item, short, indent + 2)}`).join('');
    if (typeof data !== 'object' || data === null) return ` ${JSON.stringify(data)}`;
    const entries = Object.entries(data);
    const [only] = entries;
    if (short && only !== undefined && entries.length === 1 && /^(?:Ref|Fn::\w+)$/u.test(only[0])) {
      return ` !${only[0].replace('Fn::', '')}${yamlOf(only[1], short, indent)}`;
    }
    if (entries.length === 0) return ' {}';
    return entries.map(([key, entry]) => `\n${pad}${JSON.stringify(key)}:${yamlOf(entry, short, indent + 2)}`).join('');
  }
});
