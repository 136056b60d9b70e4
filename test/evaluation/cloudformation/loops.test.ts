import { describe, expect, test } from 'vitest';
import { textOf } from '../../../src/core/source.ts';
import { evaluated, plain } from '../../helpers/cloudformation.ts';

const head = `
Transform: AWS::LanguageExtensions
Parameters:
  Names: {Type: CommaDelimitedList, Default: "orders,billing"}
  Regions: {Type: CommaDelimitedList}
`;

describe('Fn::ForEach', () => {
  test('declares one resource per item', () => {
    const { resources, messages } = evaluated(`${head}
Resources:
  Fn::ForEach::Tables:
    - Name
    - !Ref Names
    - Table\${Name}:
        Type: AWS::DynamoDB::Table
        Properties:
          TableName: !Sub "app-\${Name}"
          Tags: [{Key: name, Value: !Ref Name}]
          StreamArn: !GetAtt Table\${Name}.StreamArn
`);
    expect(messages).toEqual([]);
    expect(
      resources
        .slice(1)
        .map(({ address, exists, attributes, header }) => [address, exists, plain(attributes), textOf(header)]),
    ).toEqual([
      [
        'Tableorders',
        'yes',
        {
          TableName: 'app-orders',
          Tags: [{ Key: 'name', Value: 'orders' }],
          StreamArn: { $ref: 'Tableorders.StreamArn' },
        },
        'Table${Name}',
      ],
      [
        'Tablebilling',
        'yes',
        {
          TableName: 'app-billing',
          Tags: [{ Key: 'name', Value: 'billing' }],
          StreamArn: { $ref: 'Tablebilling.StreamArn' },
        },
        'Table${Name}',
      ],
    ]);
  });

  test('nests, and &{} leaves out what may not stand in a logical id', () => {
    const { resources } = evaluated(`${head}
Resources:
  Fn::ForEach::Regions:
    - Region
    - [us-east-1, eu-west-1]
    - Fn::ForEach::Names:
        - Name
        - [a, b]
        - Queue&{Region}\${Name}: {Type: "AWS::SQS::Queue", Properties: {QueueName: "\${Region}-\${Name}"}}
`);
    expect(resources.slice(1).map(({ address, attributes }) => [address, plain(attributes)])).toEqual([
      ['Queueuseast1a', { QueueName: 'us-east-1-a' }],
      ['Queueuseast1b', { QueueName: 'us-east-1-b' }],
      ['Queueeuwest1a', { QueueName: 'eu-west-1-a' }],
      ['Queueeuwest1b', { QueueName: 'eu-west-1-b' }],
    ]);
  });

  test('over unknown items is one resource of which nobody knows whether it exists', () => {
    const { resources, messages } = evaluated(`${head}
Resources:
  Fn::ForEach::Queues:
    - Region
    - !Ref Regions
    - Queue\${Region}: {Type: "AWS::SQS::Queue", Properties: {QueueName: !Sub "orders-\${Region}"}}
`);
    expect(messages).toEqual([]);
    expect(resources[1]).toMatchObject({
      address: 'Queue[*]',
      exists: 'unknown',
      existsBecause: { reason: { subject: 'parameter Regions' } },
    });
    expect(plain(resources[1]?.attributes)).toEqual({
      QueueName: { $text: ['orders-', { $unknown: 'parameter Regions' }] },
    });
  });

  test('repeats properties and conditions', () => {
    const { resources, attribute } = evaluated(`${head}
Conditions:
  Fn::ForEach::Each: [Name, [a, b], {"Is\${Name}": !Equals [!Ref Name, a]}]
Resources:
  Orders:
    Type: Custom::Subject
    Properties:
      Limits: {"Fn::ForEach::Limits": [Name, !Ref Names, {"\${Name}Limit": 7}]}
  First: {Type: "AWS::SQS::Queue", Condition: Isa}
  Second: {Type: "AWS::SQS::Queue", Condition: Isb}
`);
    expect(plain(attribute('Orders', 'Limits'))).toEqual({ ordersLimit: 7, billingLimit: 7 });
    expect(resources.map(({ address }) => address)).toEqual(['template', 'Orders', 'First']);
  });

  test('with wrong arguments is said', () => {
    const { messages } = evaluated(
      `${head}\nResources:\n  Orders: {Type: "AWS::SQS::Queue"}\n  Fn::ForEach::Wrong: [Name]\n`,
    );
    expect(messages).toEqual(['9:3 input/syntax Fn::ForEach takes an identifier, a list and a mapping to repeat.']);
  });
});

test('conditions of a loop over unknown items are known by their names, and what holds of each of them holds', () => {
  const { resources, messages } = evaluated(`
Transform: AWS::LanguageExtensions
Parameters:
  Shops: { Type: CommaDelimitedList }
  Stage: { Type: String, Default: test }
Conditions:
  Fn::ForEach::Shops:
    - Shop
    - !Ref Shops
    - "Has\${Shop}": !Equals [!Ref Shop, books]
      "Tests\${Shop}": !Equals [!Ref Stage, test]
Resources:
  Orders: { Type: AWS::SQS::Queue, Condition: HasBooks }
  Trial: { Type: AWS::SQS::Queue, Condition: TestsBooks }
`);
  expect(messages).toEqual([]);
  expect(resources.slice(1).map(({ address, exists }) => `${address} ${exists}`)).toEqual([
    'Orders unknown',
    'Trial yes',
  ]);
});

test.each([
  [
    'a loop that gives it',
    "Fn::ForEach::Kept: [Shop, [Books], { 'Orders${Shop}': { Type: AWS::SQS::Queue, DeletionPolicy: !Ref Policy } }]",
    'OrdersBooks',
  ],
  ['a condition', 'Orders: { Type: AWS::SQS::Queue, DeletionPolicy: !If [IsTest, Retain, Delete] }', 'Orders'],
  ['a mapping', 'Orders: { Type: AWS::SQS::Queue, DeletionPolicy: !FindInMap [Policies, test, Queue] }', 'Orders'],
])('the policy at deletion by %s', (_, resource, address) => {
  const { resources, messages } = evaluated(`
Transform: AWS::LanguageExtensions
Parameters: { Policy: { Type: String, Default: Retain }, Stage: { Type: String, Default: test } }
Mappings: { Policies: { test: { Queue: Retain } } }
Conditions: { IsTest: !Equals [!Ref Stage, test] }
Resources:
  ${resource}
`);
  expect(messages).toEqual([]);
  expect(plain(resources.find((each) => each.address === address)?.lifecycle.deletionPolicy)).toBe('Retain');
});
