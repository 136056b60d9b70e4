import { describe, expect, test } from 'vitest';
import { SourceFile } from '../../../src/core/source.ts';
import { readParameterFile } from '../../../src/evaluation/cloudformation/parameter-file.ts';
import { evaluated, placeOf, plain } from '../../helpers/cloudformation.ts';

const template = (declaration: string): string => `
Parameters:
  Given: ${declaration}
Resources:
  Subject:
    Type: Custom::Subject
    Properties:
      Value: !Ref Given
`;
const valueOf = (declaration: string, parameters?: string) =>
  evaluated(template(declaration), parameters === undefined ? {} : { parameters }).attribute('Subject', 'Value');

describe('the value of a parameter', () => {
  test.each([
    ['the default', '{Type: String, Default: orders}', undefined, 'orders'],
    ['the stated value before the default', '{Type: String, Default: orders}', '{"Given": "billing"}', 'billing'],
    ['a boolean default of a text', '{Type: String, Default: true}', undefined, 'true'],
    ["YAML 1.1's yes of a text", '{Type: String, Default: yes}', undefined, 'true'],
    ['a version default of a text', '{Type: String, Default: 1.10}', undefined, '1.10'],
    ['a number as text', '{Type: Number, Default: "7"}', undefined, 7],
    ['no number after all', '{Type: Number, Default: seven}', undefined, 'seven'],
    ['a list', '{Type: CommaDelimitedList, Default: "a, b"}', undefined, ['a', 'b']],
    [
      'an empty list, of which templates ask for the first item',
      '{Type: CommaDelimitedList, Default: ""}',
      undefined,
      [''],
    ],
    ['a list of numbers', '{Type: List<Number>, Default: "80,443"}', undefined, [80, 443]],
    ['a stated list', '{Type: CommaDelimitedList}', '{"Given": ["a", "b"]}', ['a', 'b']],
    ['neither', '{Type: String}', undefined, { $unknown: 'parameter Given' }],
    ['an id that AWS knows', '{Type: AWS::EC2::VPC::Id}', undefined, { $unknown: 'parameter Given' }],
    [
      'a value kept from the last deployment',
      '{Type: String, Default: orders}',
      '[{"ParameterKey": "Given", "UsePreviousValue": true}]',
      { $unknown: 'parameter Given' },
    ],
    [
      'looked up in Systems Manager',
      '{Type: "AWS::SSM::Parameter::Value<String>", Default: /orders/class}',
      undefined,
      { $unknown: 'parameter Given (Systems Manager parameter /orders/class)' },
    ],
  ])('%s', (_, declaration, parameters, expected) => {
    expect(plain(valueOf(declaration, parameters))).toEqual(expected);
  });

  test('an unknown one says what would make it known', () => {
    expect(valueOf('{Type: String}')).toMatchObject({
      kind: 'unknown',
      symbol: {
        key: 'stack#parameter Given',
        reason: { code: 'input', cure: 'Give --parameters a file with a value for Given.' },
      },
    });
  });

  test('its place is the place of use, and it was decided at the default', () => {
    const value = valueOf('{Type: String, Default: orders}');
    expect([placeOf(value?.range), placeOf(value?.decidedAt)]).toEqual(['8:14', '3:34']);
  });

  test('a stated one was decided in its file', () => {
    const value = valueOf('{Type: String, Default: orders}', '{\n  "Given": "billing"\n}');
    expect([value?.decidedAt?.file.path, placeOf(value?.decidedAt)]).toEqual(['parameters.json', '2:12']);
  });

  test.each([
    ['a default is part of the code', '{Type: String, Default: orders}', undefined, false],
    ['a stated value is not', '{Type: String, Default: orders}', '{"Given": "billing"}', true],
    ['a lookup is not', '{Type: "AWS::SSM::Parameter::Value<String>", Default: /orders/class}', undefined, true],
  ])('%s', (_, declaration, parameters, expected) => {
    expect(valueOf(declaration, parameters)?.marks.perDeployment).toBe(expected);
  });
});

describe('parameter files', () => {
  const read = (text: string) => {
    const { value, diagnostics } = readParameterFile(new SourceFile('production.json', text));
    return {
      values: Object.fromEntries([...value.parameters].map(([name, given]) => [name, plain(given.value)])),
      messages: diagnostics.map(({ message, range }) => `${placeOf(range)} ${message}`),
    };
  };

  test.each([
    ["the command line's list", '[{"ParameterKey": "Stage", "ParameterValue": "test"}]', { Stage: 'test' }],
    ["the command line's overrides", '["Stage=test", "Tags=a=b"]', { Stage: 'test', Tags: 'a=b' }],
    ["a pipeline's mapping", '{"Parameters": {"Stage": "test"}, "Tags": {"team": "orders"}}', { Stage: 'test' }],
    ['a plain mapping', '{"Stage": "test", "Size": 3}', { Stage: 'test', Size: 3 }],
    ['YAML', 'Stage: test', { Stage: 'test' }],
    ['an empty file', '', {}],
    [
      'a deployment file of Git sync',
      'template-file-path: stack.yaml\nparameters:\n  Stage: test\ntags:\n  team: orders',
      { Stage: 'test' },
    ],
    ['one without parameters', 'template-file-path: stack.yaml\ntags: {team: orders}', {}],
    [
      'text in lines',
      '# of the test stage\nStage=test\nName="the orders" Size=3',
      { Stage: 'test', Name: 'the orders', Size: '3' },
    ],
    ["the command line's short form", 'ParameterKey=Stage,ParameterValue=test', { Stage: 'test' }],
  ])('%s', (_, text, values) => {
    expect(read(text)).toEqual({ values, messages: [] });
  });

  test('what is no parameter value is said, and the others are read', () => {
    expect(read('[{"Key": "Stage"}, {"ParameterKey": "Size", "ParameterValue": "3"}]')).toEqual({
      values: { Size: '3' },
      messages: ['1:2 This is not a parameter value.'],
    });
  });

  test('broken JSON is said', () => {
    expect(read('{"Stage": "test"').messages).toEqual([expect.stringMatching(/^1:17 This is not valid JSON/u)]);
  });

  describe('samconfig.toml', () => {
    const text = `version = 0.1
[default.global.parameters]
stack_name = "orders"
[default.deploy.parameters]
region = "eu-west-1"
parameter_overrides = "Stage=\\"test\\" Size=3"
tags = "team=orders"
[prod.deploy.parameters]
parameter_overrides = [
  "Stage=prod",
  "Name=the orders",
]
`;
    const readSam = (environment: string | undefined, source = text) =>
      readParameterFile(new SourceFile('shop/samconfig.toml', source), environment);

    test.each([
      ['the default environment without a name', undefined, ['6:24 Stage test', '6:39 Size 3']],
      ['the environment that is named', 'prod', ['10:4 Stage prod', '11:4 Name the orders']],
    ])('%s', (_, environment, expected) => {
      const { parameters } = readSam(environment).value;
      expect(
        [...parameters].map(([name, { value, nameAt }]) => `${placeOf(nameAt)} ${name} ${String(plain(value))}`),
      ).toEqual(expected);
    });

    test('tags of the stack', () => {
      expect([...readSam(undefined).value.tags].map(([name, value]) => [name, plain(value)])).toEqual([
        ['team', 'orders'],
      ]);
    });

    test.each([
      ['an environment that is not there', 'dev', text, '- shop/samconfig.toml states no environment "dev".'],
      [
        'what is no TOML',
        undefined,
        'version = 0.1\n[default',
        expect.stringMatching(/^2:\d+ This is not valid TOML: /u),
      ],
    ])('%s is said', (_, environment, source, message) => {
      const { diagnostics } = readSam(environment, source);
      expect(diagnostics.map((each) => `${placeOf(each.range)} ${each.message}`)).toEqual([message]);
    });
  });
});
