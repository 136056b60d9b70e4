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
