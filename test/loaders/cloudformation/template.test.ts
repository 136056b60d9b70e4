import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SourceFile, textOf } from '../../../src/core/source.ts';
import { isCloudFormationTemplate, loadTemplateFile } from '../../../src/loaders/cloudformation/template.ts';
import { mayBeTemplate } from '../../../src/discovery/detect-format.ts';
import { type TemplateNode, valueOf } from '../../../src/loaders/template-node.ts';
import { placeOf, plainNode } from '../../helpers/cloudformation.ts';

const load = (text: string, path = 'stack.yaml') => loadTemplateFile(new SourceFile(path, text));
const rootOf = (text: string, path?: string) => load(text, path).value.root;
const messagesOf = (text: string, path?: string) =>
  load(text, path).diagnostics.map(
    ({ code, level, message, range }) => `${placeOf(range)} ${level} ${code} ${message}`,
  );

describe('short forms become the long form', () => {
  test.each([
    ['a scalar', '!Ref Orders', { Ref: 'Orders' }],
    ['text with variables', "!Sub '${AWS::Region}a'", { 'Fn::Sub': '${AWS::Region}a' }],
    ['a sequence in brackets', '!GetAtt [Orders, Arn]', { 'Fn::GetAtt': ['Orders', 'Arn'] }],
    [
      'a sequence in lines',
      '!Join\n  - "-"\n  - - orders\n    - !Ref Stage',
      { 'Fn::Join': ['-', ['orders', { Ref: 'Stage' }]] },
    ],
    ['nested in brackets', '!Select [0, !GetAZs ""]', { 'Fn::Select': [0, { 'Fn::GetAZs': '' }] }],
    ['nested in a long form', 'Fn::Base64: !Sub x', { 'Fn::Base64': { 'Fn::Sub': 'x' } }],
    ['a mapping', '!Transform {Name: AWS::Include}', { 'Fn::Transform': { Name: 'AWS::Include' } }],
    ['a condition by name', '!Condition IsProduction', { Condition: 'IsProduction' }],
    ['nothing behind the tag', '!GetAZs', { 'Fn::GetAZs': '' }],
    ["a tag of YAML's own stays a value", '!!str 7', '7'],
  ])('%s', (_, text, expected) => {
    expect(plainNode(valueOf(rootOf(`Value: ${text.replaceAll('\n', '\n  ')}`), 'Value'))).toEqual(expected);
  });
});

describe('scalars', () => {
  test.each([
    ['a boolean', 'true', true, 'true'],
    ["YAML 1.1's booleans, as CloudFormation reads them", 'Yes', true, 'Yes'],
    ["YAML 1.1's booleans in quotes are text", '"Yes"', 'Yes', 'Yes'],
    ['a number keeps how it was written', '007', 7, '007'],
    ['a version keeps its zero', '1.10', 1.1, '1.10'],
    ['a date is text', '2010-09-09', '2010-09-09', '2010-09-09'],
    ['nothing', '', null, ''],
    ['lines', '|\n  first\n  second', 'first\nsecond\n', 'first\nsecond\n'],
  ])('%s', (_, text, value, source) => {
    const node = valueOf(rootOf(`Value: ${text}`), 'Value');
    expect(node).toMatchObject({ kind: 'scalar', value, source });
  });
});

test('a byte order mark and Windows line ends move no place', () => {
  const { root } = loadTemplateFile(
    new SourceFile('stack.yaml', '\uFEFFResources:\r\n  Orders:\r\n    Type: AWS::SQS::Queue\r\n'),
  ).value;
  const type = valueOf(valueOf(valueOf(root, 'Resources'), 'Orders'), 'Type');
  expect(placeOf(type?.range)).toBe('3:11');
  expect(type).toMatchObject({ value: 'AWS::SQS::Queue' });
});

test('comments are kept with their places, and a # in a text is none', () => {
  const text = '# dr-lint-ignore rds/multi-az: test\nValue: "#1" # why\nText: |\n  # not a comment\n';
  expect(load(text).value.comments.map((comment) => [comment.text, placeOf(comment.range)])).toEqual([
    ['dr-lint-ignore rds/multi-az: test', '1:1'],
    ['why', '2:13'],
  ]);
});

describe('aliases and merge keys', () => {
  test('an alias stands for what its anchor names', () => {
    expect(plainNode(rootOf('Tags: &tags [{Key: team}]\nMore: *tags'))).toEqual({
      Tags: [{ Key: 'team' }],
      More: [{ Key: 'team' }],
    });
  });
  test('a merge key adds what is not written', () => {
    const text = 'Base: &base {Engine: mysql, MultiAZ: false}\nOrders:\n  <<: *base\n  MultiAZ: true';
    expect(plainNode(valueOf(rootOf(text), 'Orders'))).toEqual({ Engine: 'mysql', MultiAZ: true });
  });
  test('aliases of aliases of aliases end at a bound', () => {
    const lines = Array.from(
      { length: 20 },
      (_, level) => `l${level + 1}: &l${level + 1} [${Array.from({ length: 10 }, () => `*l${level}`).join(', ')}]`,
    );
    expect(messagesOf(`l0: &l0 orders\n${lines.join('\n')}`)).toEqual([
      expect.stringMatching(/^\d+:\d+ error input\/limit The aliases up to here stand for more than 100000 nodes/u),
    ]);
  });
  test('an alias inside its own anchor is a mistake', () => {
    expect(messagesOf('Orders: &orders\n  Self: *orders')).toEqual([
      '2:9 error input/syntax The alias "*orders" has no anchor "&orders" before it.',
    ]);
  });
});

describe('broken files give one diagnostic at the place, and what could be read', () => {
  test.each([
    ['an open quote', 'stack.yaml', 'A: 1\nB: "x\n', '2:4', { A: 1 }],
    ['a missing colon', 'stack.yaml', 'A: 1\nB\nC: 2\n', '2:1', { A: 1 }],
    ['a tab for indentation', 'stack.yaml', 'A:\n\tB: 1\n', '2:1', {}],
    ['a missing comma in JSON', 'stack.json', '{"A": 1\n "B": 2}', '2:2', { A: 1 }],
    ['a comma too many in JSON', 'stack.json', '{"A": [1, 2,]}', '1:13', { A: [1, 2] }],
    ['JSON that ends early', 'stack.json', '{"A": {"B": 1', '1:14', { A: { B: 1 } }],
    ['a word that JSON has not', 'stack.json', '{"A": True}', '1:7', {}],
    ['an escape that JSON has not', 'stack.json', '{"A": "C:\\temp\\x"}', '1:15', {}],
    ['a line break in a JSON text', 'stack.json', '{"A": "x\n"}', '1:9', {}],
  ])('%s', (_, path, text, place, partial) => {
    expect(messagesOf(text, path)).toEqual([
      expect.stringMatching(new RegExp(`^${place} error input/syntax This is not valid`, 'u')),
    ]);
    expect(plainNode(rootOf(text, path))).toMatchObject(partial);
  });

  test('a key that is written twice', () => {
    const message =
      'warning input/syntax The key "MultiAZ" is written twice in one mapping; only this last one is read.';
    expect(messagesOf('MultiAZ: false\nMultiAZ: true')).toEqual([`2:1 ${message}`]);
    expect(messagesOf('{"MultiAZ": false,\n"MultiAZ": true}', 'stack.json')).toEqual([`2:1 ${message}`]);
    expect(plainNode(rootOf('MultiAZ: false\nMultiAZ: true'))).toEqual({ MultiAZ: true });
  });

  test('several documents', () => {
    expect(messagesOf('A: 1\n---\nB: 2\n')).toEqual([
      '2:1 warning input/syntax The file holds several YAML documents; only the first one is read.',
    ]);
    expect(plainNode(rootOf('A: 1\n---\nB: 2\n'))).toEqual({ A: 1 });
  });

  test.each([
    ['YAML in lines', 'stack.yaml', `A:\n  ${'- '.repeat(5000)}x`],
    ['YAML in brackets', 'stack.yaml', `A: ${'['.repeat(5000)}${']'.repeat(5000)}`],
    ['JSON', 'stack.json', `${'['.repeat(100_000)}`],
  ])('nesting without end: %s', (_, path, text) => {
    expect(messagesOf(text, path)).toEqual([expect.stringMatching(/input\/limit .* deeper than 200 levels/u)]);
  });
});

test('YAML in braces is no broken JSON, unless the name says JSON', () => {
  const text = '{Resources: {Orders: {Type: "AWS::SQS::Queue"}}}';
  expect(messagesOf(text, 'stack.template')).toEqual([]);
  expect(isCloudFormationTemplate(rootOf(text, 'stack.template'))).toBe(true);
  expect(messagesOf(text, 'stack.json')).toEqual([
    '1:2 error input/syntax This is not valid JSON: expected a property name in double quotes, found "R".',
  ]);
});

describe('what a template is', () => {
  test.each([
    ['a resource with a type', 'Resources:\n  Orders: {Type: "AWS::SQS::Queue"}', true],
    ['one resource of several is broken', 'Resources:\n  Orders: {Type: "AWS::SQS::Queue"}\n  Broken: 1', true],
    ['only a loop', 'Resources:\n  Fn::ForEach::Queues: [Name, [a], {}]', true],
    ['JSON', '{"Resources":{"Orders":{"Type":"AWS::SQS::Queue"}}}', true],
    ['resources of something else', 'Resources:\n  Orders: {Type: Queue}', false],
    ['a Kubernetes manifest', 'kind: Pod\nspec: {resources: {limits: "AWS::"}}', false],
    ['a list', 'Resources: [AWS::SQS::Queue]', false],
  ])('%s', (_, text, expected) => {
    expect(isCloudFormationTemplate(rootOf(text))).toBe(expected);
    if (expected) expect(mayBeTemplate(text)).toBe(true);
  });

  test.each([
    ['a workflow', 'on: push\njobs: {}', false],
    ['a package', '{"name": "orders", "resources": {}}', false],
    ['resources without types', 'Resources: 1', false],
  ])('is not parsed to find out: %s', (_, text, expected) => {
    expect(mayBeTemplate(text)).toBe(expected);
  });
});

describe('for any input', () => {
  const fragment = fc.oneof(
    fc.constantFrom(
      'A: ',
      '- ',
      '\n',
      '  ',
      '!Sub ',
      '!Ref x',
      '{',
      '}',
      '[',
      ']',
      '"',
      "'",
      '&a ',
      '*a',
      '<<: ',
      '|\n',
      ',',
      ': ',
      '#',
      '\t',
      '---\n',
      '? ',
    ),
    fc.string({ maxLength: 4 }),
  );
  const text = fc.array(fragment, { maxLength: 40 }).map((parts) => parts.join(''));

  test('an explicit key that is empty lies in its mapping', () => {
    const { root } = load('![? ', 'stack.yaml').value;
    expect(root).toBeDefined();
    if (root !== undefined) expectNested(root, 0, root.range.file.text.length);
  });

  test('the loader never throws, and ranges lie in the file and in each other', () => {
    fc.assert(
      fc.property(text, fc.constantFrom('stack.yaml', 'stack.json'), (source, path) => {
        const { value, diagnostics } = load(source, path);
        for (const { range } of diagnostics) expect(range?.start).toBeLessThanOrEqual(source.length);
        // An alias shows a node that lies elsewhere, and so does a merged entry.
        if (value.root !== undefined && !source.includes('*'))
          expectNested(value.root, 0, value.root.range.file.text.length);
      }),
      { numRuns: 500 },
    );
  });

  test("a node's range holds the text that it was read from, in JSON and in YAML", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), fc.constantFrom('stack.yaml', 'stack.json'), (data, path) => {
        const { root } = load(JSON.stringify({ data }, undefined, 2), path).value;
        const node = valueOf(root, 'data');
        expect(JSON.parse(node === undefined ? 'null' : textOf(node.range))).toEqual(JSON.parse(JSON.stringify(data)));
      }),
      { numRuns: 200 },
    );
  });
});

function expectNested(node: TemplateNode, start: number, end: number): void {
  expect(node.range.start).toBeGreaterThanOrEqual(start);
  expect(node.range.end).toBeLessThanOrEqual(end);
  expect(node.range.start).toBeLessThanOrEqual(node.range.end);
  if (node.kind === 'sequence') for (const item of node.items) expectNested(item, node.range.start, node.range.end);
  if (node.kind === 'mapping')
    for (const entry of node.entries) expectNested(entry.value, node.range.start, node.range.end);
}
