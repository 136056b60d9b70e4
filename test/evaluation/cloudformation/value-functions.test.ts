import { describe, expect, test } from 'vitest';
import { valueFunctions } from '../../../src/evaluation/cloudformation/intrinsics/value-functions.ts';
import { evaluated, plain } from '../../helpers/cloudformation.ts';

const template = (value: string): string => `
Transform: AWS::LanguageExtensions
Parameters:
  Stage: {Type: String}
  Size: {Type: Number, Default: 3}
  Zones: {Type: CommaDelimitedList, Default: "us-east-1a, us-east-1b"}
  Subnets: {Type: "List<AWS::EC2::Subnet::Id>"}
  Lookup: {Type: Number, Default: "{{resolve:ssm:/orders/days}}"}
  Lookups: {Type: CommaDelimitedList, Default: "a,{{resolve:ssm:/orders/zones}}"}
  Password: {Type: String, NoEcho: true, Default: geheim}
Mappings:
  Sizes:
    production: {Class: db.r6g.large, Engine: postgres}
    test: {Class: db.t4g.micro, Engine: postgres}
  Lookups:
    any: {Days: "{{resolve:ssm:/orders/days}}", All: [a, "{{resolve:ssm:/orders/days}}"]}
  Images:
    us-east-1: {Id: ami-east}
    us-west-2: {Id: ami-west}
Conditions:
  Always: !Equals [1, "1"]
  Never: !Not [Condition: Always]
  IsProduction: !Equals [!Ref Stage, production]
Resources:
  Orders:
    Type: AWS::DynamoDB::Table
  Subject:
    Type: Custom::Subject
    Properties:
      Value:
        ${value}
`;

const rows: readonly (readonly [what: string, value: string, expected: unknown])[] = [
  ['Ref to a parameter with a default', '!Ref Size', 3],
  ['Ref to a parameter without', '!Ref Stage', { $unknown: 'parameter Stage' }],
  ['Ref to a list', '!Ref Zones', ['us-east-1a', 'us-east-1b']],
  ['Ref to a resource', '!Ref Orders', { $ref: 'Orders' }],
  ['Ref to the Region', '!Ref AWS::Region', { $unknown: 'AWS::Region' }],
  ['Ref to NoValue leaves nothing', '!Ref AWS::NoValue', undefined],

  ['GetAtt in one text', '!GetAtt Orders.Arn', { $ref: 'Orders.Arn' }],
  ['GetAtt as a list', '!GetAtt [Orders, StreamArn]', { $ref: 'Orders.StreamArn' }],
  ['GetAtt of an attribute with dots', '!GetAtt Orders.Outputs.Name', { $ref: 'Orders.Outputs.Name' }],

  ['Sub of known parts', '!Sub "orders-${Size}"', 'orders-3'],
  ['Sub with a reference', '!Sub "${Orders.Arn}/index/*"', { $text: [{ $ref: 'Orders.Arn' }, '/index/*'] }],
  ['Sub of nothing but one reference', '!Sub "${Orders}"', { $ref: 'Orders' }],
  ['Sub leaves ${!Literal}', '!Sub "${!aws:username}-${Size}"', '${aws:username}-3'],
  ['Sub with variables of its own', '!Sub ["${Name}-${Size}", {Name: !Select [0, !Ref Zones]}]', 'us-east-1a-3'],
  ['Sub with an unknown', '!Sub "${Stage}-orders"', { $text: [{ $unknown: 'parameter Stage' }, '-orders'] }],
  ['Sub without variables', '!Sub "orders"', 'orders'],

  ['Join of known parts', '!Join ["-", [orders, !Ref Size]]', 'orders-3'],
  ['Join of a parameter', '!Join [",", !Ref Zones]', 'us-east-1a,us-east-1b'],
  [
    'Join merges what it knows',
    '!Join ["", ["arn:", "aws:", !Ref Orders]]',
    { $text: ['arn:aws:', { $ref: 'Orders' }] },
  ],
  ['Join leaves out NoValue', '!Join ["-", [a, !Ref AWS::NoValue, b]]', 'a-b'],
  ['Join of an unknown list', '!Join [",", !Ref Subnets]', { $unknown: 'parameter Subnets' }],
  [
    'Join with an item that may be absent',
    '!Join ["-", [!If [IsProduction, a, !Ref AWS::NoValue], b]]',
    { $unknown: 'parameter Stage' },
  ],

  ['Join with an unknown separator', '!Join [!Ref Stage, [a, b]]', { $unknown: 'parameter Stage' }],

  ['Select', '!Select [1, [a, b]]', 'b'],
  ['Select by an unknown index', '!Select [!Ref Stage, [a, b]]', { $unknown: 'parameter Stage' }],
  ['Select of a known item beside an unknown one', '!Select [1, [!Ref Stage, b]]', 'b'],
  ['Select counts no absent items', '!Select [1, [!Ref AWS::NoValue, a, b]]', 'b'],
  ['Select with an index as text', '!Select ["1", !Ref Zones]', 'us-east-1b'],
  ['Select of an unknown list', '!Select [0, !Ref Subnets]', { $unknown: 'item 0 of parameter Subnets' }],
  ['Select of a zone', '!Select [0, !GetAZs ""]', { $unknown: 'item 0 of the Availability Zones of its Region' }],

  ['Split', '!Split [".", "a.b"]', ['a', 'b']],
  ['Split at an unknown separator', '!Split [!Ref Stage, abc]', { $unknown: 'parameter Stage' }],
  [
    'Split of joined references',
    '!Split ["||", !Join ["||", [!Ref Orders, a, !GetAtt Orders.Arn]]]',
    [{ $ref: 'Orders' }, 'a', { $ref: 'Orders.Arn' }],
  ],
  ['Split of ids', '!Split [",", !Sub "${Orders},b"]', [{ $ref: 'Orders' }, 'b']],
  [
    'Split of what may hold the separator',
    '!Select [1, !Split [",", !Sub "${Orders.Arn},b"]]',
    { $unknown: 'item 1 of Orders.Arn' },
  ],
  [
    'Split of what is unknown',
    '!Select [1, !Split ["||", !Sub "${Stage}||b"]]',
    { $unknown: 'item 1 of parameter Stage' },
  ],
  ['Select of what stands before what is unknown', '!Select [1, !Split ["-", !Sub "a-orders-${Stage}-c"]]', 'orders'],
  [
    'Select of what may go on in what is unknown',
    '!Select [2, !Split ["-", !Sub "a-orders-b${Stage}"]]',
    { $unknown: 'item 2 of parameter Stage' },
  ],
  ['Select of Split', '!Select [5, !Split [":", "arn:aws:sns:us-east-1:1:alarms"]]', 'alarms'],
  ['Split of a reference', '!Select [5, !Split [":", !GetAtt Orders.Arn]]', { $unknown: 'item 5 of Orders.Arn' }],

  ['If by a condition that holds', '!If [Always, 2, 1]', 2],
  ['If by one that does not', '!If [Never, 2, 1]', 1],
  ['If by an unknown one', '!If [IsProduction, 2, 1]', { $unknown: 'parameter Stage' }],
  ['If by an unknown one with the same on both sides', '!If [IsProduction, 2, 2]', 2],
  ['If by an unknown one with the same reference', '!If [IsProduction, !Ref Orders, !Ref Orders]', { $ref: 'Orders' }],
  [
    'If by an unknown one with nothing on both sides',
    '!If [IsProduction, !Ref AWS::NoValue, !Ref AWS::NoValue]',
    undefined,
  ],
  ['If with NoValue', '!If [Never, 2, !Ref AWS::NoValue]', undefined],
  ['If with NoValue in a list', '[a, !If [Never, b, !Ref AWS::NoValue]]', ['a']],
  [
    'If with an unknown item in a list',
    '[a, !If [IsProduction, b, !Ref AWS::NoValue]]',
    ['a', { $unknown: 'parameter Stage' }],
  ],
  [
    'If with NoValue for a block in a block',
    '{Rule: !If [Never, {Days: 1}, !Ref AWS::NoValue], Other: 1}',
    { Other: 1 },
  ],

  ['FindInMap', '!FindInMap [Sizes, test, Class]', 'db.t4g.micro'],
  ['FindInMap by an unknown key', '!FindInMap [Sizes, !Ref Stage, Class]', { $unknown: 'parameter Stage' }],
  ['FindInMap by an unknown key where all agree', '!FindInMap [Sizes, !Ref Stage, Engine]', 'postgres'],
  ['FindInMap by an unknown Region', '!FindInMap [Images, !Ref AWS::Region, Id]', { $unknown: 'AWS::Region' }],
  ['FindInMap with a default', '!FindInMap [Sizes, other, Class, {DefaultValue: db.m6g.large}]', 'db.m6g.large'],
  [
    'FindInMap by an unknown key with another default',
    '!FindInMap [Sizes, !Ref Stage, Engine, {DefaultValue: mysql}]',
    { $unknown: 'parameter Stage' },
  ],

  [
    'FindInMap by keys that are computed',
    '!FindInMap [!Join ["", [Si, zes]], !Select [1, [a, test]], !Sub "Class"]',
    'db.t4g.micro',
  ],
  [
    'FindInMap with nothing as default',
    '!FindInMap [Sizes, other, Class, {DefaultValue: !Ref AWS::NoValue}]',
    undefined,
  ],

  ['Base64', '!Base64 orders', 'b3JkZXJz'],
  ['Base64 of a template', 'Fn::Base64: !Sub "echo ${Orders}"', { $unknown: 'Orders' }],
  ['Cidr', '!Cidr ["10.0.0.0/16", 2, 8]', ['10.0.0.0/24', '10.0.1.0/24']],
  ['Cidr of IPv6', '!Cidr ["2001:db8::/56", 2, 64]', ['2001:db8::/64', '2001:db8:0:1::/64']],
  [
    'Cidr of a reference',
    '!Select [0, !Cidr [!GetAtt Orders.CidrBlock, 2, 8]]',
    { $unknown: 'item 0 of Orders.CidrBlock' },
  ],
  ['GetAZs', '!GetAZs us-west-2', { $unknown: 'the Availability Zones of us-west-2' }],
  ['ImportValue', 'Fn::ImportValue: !Sub "network-vpc"', { $unknown: 'export network-vpc' }],
  ['ImportValue of an unknown name', 'Fn::ImportValue: !Sub "${Stage}-vpc"', { $unknown: 'export of another stack' }],
  ['GetStackOutput', 'Fn::GetStackOutput: {StackName: network, OutputName: Vpc}', { $unknown: 'Vpc of network' }],
  ['Length', 'Fn::Length: !Ref Zones', 2],
  ['Length with an unknown item', 'Fn::Length: [a, !Ref Stage]', 2],
  ['Length counts no absent items', 'Fn::Length: [a, !Ref AWS::NoValue]', 1],
  [
    'Length with an item that may be absent',
    'Fn::Length: [a, !If [IsProduction, b, !Ref AWS::NoValue]]',
    { $unknown: 'parameter Stage' },
  ],
  ['Length of an unknown list', 'Fn::Length: !Ref Subnets', { $unknown: 'parameter Subnets' }],
  ['ToJsonString', 'Fn::ToJsonString: {Days: 7, Rules: [a]}', '{"Days":7,"Rules":["a"]}'],
  ['ToJsonString leaves out what is absent', 'Fn::ToJsonString: {Days: 7, Rules: !Ref AWS::NoValue}', '{"Days":7}'],
  [
    'ToJsonString with a reference',
    'Fn::ToJsonString: {Tables: [!Ref Orders, \'a "b"\']}',
    { $text: ['{"Tables":["', { $ref: 'Orders' }, '","a \\"b\\""]}'] },
  ],
  [
    'ToJsonString of text with a reference in it',
    'Fn::ToJsonString: [!Sub "${Orders.Arn}/*"]',
    { $text: ['["', { $ref: 'Orders.Arn' }, '/*"]'] },
  ],
  ['ToJsonString with what may be no text', 'Fn::ToJsonString: {Table: !Ref Stage}', { $unknown: 'parameter Stage' }],
  [
    'Transform',
    'Fn::Transform: {Name: AWS::Include, Parameters: {Location: "s3://b/k"}}',
    { $unknown: 'AWS::Include' },
  ],

  ['a dynamic reference', '"{{resolve:ssm:/orders/class}}"', { $unknown: '{{resolve:ssm:/orders/class}}' }],
  [
    'a dynamic reference in a text',
    '"x-{{resolve:ssm:/a}}-y"',
    { $text: ['x-', { $unknown: '{{resolve:ssm:/a}}' }, '-y'] },
  ],
  [
    'a dynamic reference to a resource',
    '!Sub "{{resolve:secretsmanager:${Orders}:SecretString:password}}"',
    { $unknown: '{{resolve:secretsmanager:${Orders}:SecretString:password}}' },
  ],
  ['a dynamic reference in a parameter', '!Ref Lookup', { $unknown: '{{resolve:ssm:/orders/days}}' }],
  ['a dynamic reference in a list parameter', '!Ref Lookups', { $unknown: '{{resolve:ssm:/orders/zones}}' }],
  [
    'a parameter in a text that holds a dynamic reference',
    '!Sub "${Lookup}-days"',
    { $text: [{ $unknown: '{{resolve:ssm:/orders/days}}' }, '-days'] },
  ],
  ['a dynamic reference in a mapping', '!FindInMap [Lookups, any, Days]', { $unknown: '{{resolve:ssm:/orders/days}}' }],
  [
    'a dynamic reference in a list of a mapping',
    '!FindInMap [Lookups, any, All]',
    ['a', { $unknown: '{{resolve:ssm:/orders/days}}' }],
  ],
  ['a number that is text', '007', '007'],
  [
    'a mapping that only looks like a function',
    '{Condition: {StringEquals: {a: b}}}',
    { Condition: { StringEquals: { a: 'b' } } },
  ],
];

describe('values', () => {
  test.each(rows)('%s', (_, value, expected) => {
    const { attribute, messages } = evaluated(template(value));
    expect(plain(attribute('Subject', 'Value'))).toEqual(expected);
    expect(messages.filter((message) => !message.includes('input/unresolved-include'))).toEqual([]);
  });

  test('every function has a row', () => {
    const used = rows.map(([, value]) => value).join('\n');
    const names = [...valueFunctions.keys()].map((name) => name.replace('Fn::', ''));
    expect(names.filter((name) => !new RegExp(`!${name}\\b|Fn::${name}\\b`, 'u').test(used))).toEqual([]);
  });

  test('the same index of one list of zones is one zone, another index another', () => {
    const { attribute } = evaluated(
      template(
        '[!Select [0, !GetAZs ""], !Select [0, {"Fn::GetAZs": !Ref AWS::Region}], !Select [1, !GetAZs ""], !Select [0, !GetAZs eu-west-1]]',
      ),
    );
    const value = attribute('Subject', 'Value');
    const keys =
      value?.kind === 'list' ? value.items.map((item) => (item.kind === 'unknown' ? item.symbol.key : '')) : [];
    expect(keys).toEqual([
      'stack#AWS::Region|zone[0]',
      'stack#AWS::Region|zone[0]',
      'stack#AWS::Region|zone[1]',
      'eu-west-1|zone[0]',
    ]);
  });

  test('secrets are judged but never printed', () => {
    const isSensitive = (value: string) => evaluated(template(value)).attribute('Subject', 'Value')?.marks.sensitive;
    expect(isSensitive('!Ref Password')).toBe(true);
    expect(isSensitive('!Sub "user:${Password}"')).toBe(true);
    expect(isSensitive('"{{resolve:secretsmanager:orders:SecretString:password}}"')).toBe(true);
    expect(isSensitive('"{{resolve:ssm-secure:/orders/password}}"')).toBe(true);
    expect(isSensitive('"{{resolve:ssm:/orders/class}}"')).toBe(false);
    expect(isSensitive('Fn::ToJsonString: {Database: [{Password: !Ref Password}]}')).toBe(true);
    expect(isSensitive('Fn::ToJsonString: {Size: !Ref Size}')).toBe(false);
    expect(isSensitive('!Ref Size')).toBe(false);
  });
});

describe('what CloudFormation would refuse is unknown, and said once at its place', () => {
  const at = '31:9';
  test.each([
    [
      'a name that is nowhere',
      '!Ref Order',
      `${at} input/syntax There is no parameter or resource "Order" in this template.`,
    ],
    [
      'an attribute of nothing',
      '!GetAtt Order.Arn',
      `${at} input/syntax There is no resource "Order" in this template.`,
    ],
    [
      'a name in Sub',
      '!Sub "${Order}"',
      `${at} input/syntax There is no parameter or resource "Order" in this template.`,
    ],
    [
      'GetAtt without an attribute',
      '!GetAtt Orders',
      `${at} input/syntax Fn::GetAtt takes a resource and an attribute: Resource.Attribute.`,
    ],
    ['a condition that is nowhere', '!If [IsProd, 1, 2]', '31:14 input/syntax There is no condition "IsProd".'],
    ['too few arguments', '!If [Always, 1]', `${at} input/syntax Fn::If takes a list of 3 arguments.`],
    ['an item past the end', '!Select [2, [a, b]]', `${at} input/syntax Fn::Select asks for item 2 of a list of 2.`],
    [
      'a mapping that has no such key',
      '!FindInMap [Sizes, other, Class]',
      `${at} input/syntax The mapping "Sizes" has no entry "other" with "Class".`,
    ],
    [
      'a list inside a text',
      '!Sub "${Zones}"',
      `${at} input/syntax A list or a mapping stands here where CloudFormation needs text.`,
    ],
    [
      'a function that does not exist',
      '!Concat [a, b]',
      `${at} input/syntax CloudFormation has no function "Fn::Concat" for values.`,
    ],
    [
      'blocks that do not fit',
      '!Cidr ["10.0.0.0/24", 2, 8]',
      `${at} input/syntax Fn::Cidr can't cut 2 blocks out of "10.0.0.0/24".`,
    ],
    ['null', 'null', `${at} input/syntax Templates may not have null values.`],
  ])('%s', (_, value, message) => {
    const { attribute, messages } = evaluated(template(value));
    expect(messages).toEqual([message]);
    expect(attribute('Subject', 'Value')).toMatchObject({ kind: 'unknown', symbol: { reason: { code: 'invalid' } } });
  });

  test.each([
    ['one', '{ Name: Upper, Parameters: { Text: orders } }', 'Upper'],
    ['several', '[{ Name: Upper }, { Name: Date }]', 'Upper and Date'],
    ['none that is named', '{ Name: !Ref AWS::Region }', 'a macro'],
  ])('what macros put in a place is not known: %s', (_, argument, macros) => {
    const { messages } = evaluated(template(`{ 'Fn::Transform': ${argument} }`));
    expect(messages).toEqual([
      `${at} input/unresolved-include What ${macros} puts here is not known before deployment.`,
    ]);
  });

  test('a macro may make sense of it, so nothing is said', () => {
    const rewritten = template('!Ref Order').replace(
      'AWS::LanguageExtensions',
      '[AWS::LanguageExtensions, AWS::SecretsManager-2024-09-16]',
    );
    const { attribute, messages } = evaluated(rewritten);
    expect(messages).toEqual([]);
    expect(attribute('Subject', 'Value')).toMatchObject({
      kind: 'unknown',
      symbol: { reason: { code: 'unsupported' } },
    });
  });
});
