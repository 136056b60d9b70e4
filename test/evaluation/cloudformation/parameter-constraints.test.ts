import { describe, expect, test } from 'vitest';
import { defaultConfig } from '../../../src/config/default-config.ts';
import { evaluated, plain } from '../../helpers/cloudformation.ts';
import { lintText } from '../../helpers/lint-text.ts';

const template = (declaration: string): string => `
Parameters:
  Given: ${declaration}
Resources:
  Subject:
    Type: Custom::Subject
    Properties:
      Value: !Ref Given
`;
const given = (declaration: string, value: string) =>
  evaluated(template(declaration), { parameters: `{ "Given": ${value} }` });

describe('a stated value that CloudFormation refuses', () => {
  test.each([
    [
      'none of the allowed values',
      '{Type: String, AllowedValues: [dev, prod]}',
      '"prd"',
      'is none of its allowed values dev and prod',
    ],
    [
      'one item of a list',
      '{Type: CommaDelimitedList, AllowedValues: [a, b]}',
      '"a, c"',
      'is none of its allowed values a and b',
    ],
    ['no number', '{Type: Number}', '"seven"', 'is no number, as its type Number asks for'],
    [
      'a list with what is no number',
      '{Type: List<Number>}',
      '"80,https"',
      'is no number, as its type List<Number> asks for',
    ],
    ['too small', '{Type: Number, MinValue: 1}', '0', 'is less than its MinValue of 1'],
    ['too large', '{Type: Number, MaxValue: 35}', '"36"', 'is more than its MaxValue of 35'],
    ['too short', '{Type: String, MinLength: 3}', '"db"', 'is shorter than its MinLength of 3'],
    ['too long', '{Type: String, MaxLength: 3}', '"orders"', 'is longer than its MaxLength of 3'],
    [
      'another pattern',
      '{Type: String, AllowedPattern: "[a-z]+"}',
      '"Orders"',
      'does not match its AllowedPattern [a-z]+',
    ],
  ])('%s', (_, declaration, value, refusal) => {
    const { messages, attribute } = given(declaration, value);
    expect(messages).toEqual([expect.stringContaining(`of Given: it ${refusal}.`)]);
    expect(messages[0]).toMatch(/^1:12 input\/variable /u);
    expect(plain(attribute('Subject', 'Value'))).toEqual({
      $unknown: 'parameter Given, whose stated value is refused',
    });
  });

  test.each([
    ['an allowed one', '{Type: String, AllowedValues: [dev, prod]}', '"prod"'],
    ['a number that is written otherwise', '{Type: Number, AllowedValues: [1, 2]}', '"1.0"'],
    ["YAML 1.1's yes", '{Type: String, AllowedValues: [yes, no]}', '"yes"'],
    ['a boolean', '{Type: String, AllowedValues: [true, false]}', 'true'],
    ['every item of a list', '{Type: CommaDelimitedList, AllowedValues: [a, b]}', '["a", "b"]'],
    ['a pattern that only Java reads', '{Type: String, AllowedPattern: "(?=.*[a-z])Orders"}', '"Orders"'],
    ['an empty text without a bound', '{Type: String}', '""'],
  ])('but not %s', (_, declaration, value) => {
    expect(given(declaration, value).messages).toEqual([]);
  });

  test('a secret is not printed', () => {
    const { messages } = given('{Type: String, NoEcho: true, MinLength: 12}', '"hunter2"');
    expect(messages).toEqual([
      '1:12 input/variable CloudFormation refuses this value of Given: it is shorter than its MinLength of 12.',
    ]);
  });

  test.each([
    [
      'a default that another template passes on',
      "Parameters: { Topic: { Type: String, Default: '' } }",
      '!Ref Topic',
      '',
    ],
    [
      'what a stack is passed that may not exist',
      'Conditions: { IsLive: !Equals [!Ref "AWS::Region", eu-west-1] }',
      "''",
      'Condition: IsLive',
    ],
  ])('but not %s', (_, sections, value, condition) => {
    const parent = `
${sections}
Resources:
  Storage:
    Type: AWS::CloudFormation::Stack
    ${condition}
    Properties: { TemplateURL: storage.yaml, Parameters: { Given: ${value} } }
`;
    const files = { 'storage.yaml': template('{Type: String, MinLength: 1}') };
    expect(evaluated(parent, { files }).messages).toEqual([]);
  });

  test('a stack that is nested refuses what it is passed', () => {
    const parent = `
Resources:
  Storage:
    Type: AWS::CloudFormation::Stack
    Properties:
      TemplateURL: storage.yaml
      Parameters: { Given: prd }
`;
    const { messages } = evaluated(parent, {
      files: { 'storage.yaml': template('{Type: String, AllowedValues: [prod]}') },
    });
    expect(messages).toEqual([
      '7:28 input/variable CloudFormation refuses this value "prd" of Given: it is none of its allowed values prod.',
    ]);
  });
});

describe('names that no template declares', () => {
  const messagesFor = async (statements: Readonly<Record<string, string>>, templates: readonly string[]) => {
    const deployments = templates.map((path) => ({
      path,
      name: undefined,
      varFiles: [],
      parameters: Object.keys(statements),
      region: undefined,
      role: undefined,
      statedAt: undefined,
    }));
    const files = {
      'orders.yaml': template('{Type: String, Default: small}'),
      'billing.yaml': template('{Type: String, Default: small}').replaceAll('Given', 'Size'),
      ...statements,
    };
    const { diagnostics } = await lintText(files, { config: { ...defaultConfig, deployments } });
    return diagnostics
      .filter(({ code }) => code === 'input/variable')
      .map(({ level, message, help }) => `${level} ${message} ${help}`);
  };

  test.each([
    [
      'a likely mistake',
      '{"Gven": "large"}',
      ['orders.yaml'],
      ['warning Gven is stated here, but orders.yaml declares no such parameter. Did you mean "Given"?'],
    ],
    [
      'others',
      '{"Retention": 7}',
      ['orders.yaml'],
      [
        'note orders.yaml declares no parameter Retention: what is stated here has no effect. Declare the parameter, or leave it out of this file.',
      ],
    ],
    [
      'one of another template that is given the file',
      '{"Size": "large", "Given": "large"}',
      ['orders.yaml', 'billing.yaml'],
      [],
    ],
    [
      'one of a template that is not',
      '{"Size": "large", "Given": "large"}',
      ['orders.yaml'],
      [expect.stringContaining('orders.yaml declares no parameter Size')],
    ],
  ])('%s', async (_, text, templates, messages) => {
    expect(await messagesFor({ 'params.json': text }, templates)).toEqual(messages);
  });
});

test('a mistake in a parameter file leaves the template whole', async () => {
  const deployment = {
    path: 'orders.yaml',
    name: undefined,
    varFiles: [],
    parameters: ['live.json'],
    region: undefined,
    role: undefined,
    statedAt: undefined,
  };
  const files = { 'orders.yaml': template('{Type: String, Default: small}'), 'live.json': '{"Given": "large"' };
  const { graph, diagnostics } = await lintText(files, { config: { deployments: [deployment] } });
  expect(diagnostics.map(({ code, path }) => `${code} ${path}`)).toContain('input/syntax live.json');
  expect([...graph.nodes.values()].map(({ address }) => address)).not.toContain('the rest of orders.yaml');
});

test('tags of the stack are tags of its resources, unless those say otherwise', async () => {
  const deployment = {
    path: 'orders.yaml',
    name: undefined,
    varFiles: [],
    parameters: ['live.json'],
    region: undefined,
    role: undefined,
    statedAt: undefined,
  };
  const { graph } = await lintText(
    {
      'orders.yaml': `
Resources:
  Orders: { Type: AWS::DynamoDB::Table, Properties: { Tags: [{ Key: tier, Value: gold }] } }
`,
      'live.json': '{"Parameters": {}, "Tags": {"tier": "none", "team": "orders"}}',
    },
    { config: { deployments: [deployment] } },
  );
  const table = [...graph.nodes.values()].find(({ address }) => address === 'Orders');
  expect(table?.document).toMatchObject({ tags: { team: 'orders', tier: 'gold' } });
});
