import { expect, test } from 'vitest';
import {
  documentMap,
  duration,
  MeasureLeaf,
  ReferenceLeaf,
  SensitiveLeaf,
  TemplateLeaf,
  UnknownLeaf,
  type Document,
} from '../../src/core/document.ts';
import { nodeId } from '../../src/core/ids.ts';
import { exactly } from '../../src/core/interval.ts';
import { noMarks, unknown, type ReferenceValue } from '../../src/core/value.ts';
import { ResourceGraph } from '../../src/graph/resource-graph.ts';
import { graphJson } from '../../src/reporters/graph-json.ts';
import { node, ordersFile, rangeOf } from '../helpers/report.ts';

const domain = { code: 'input' as const, subject: 'var.domain', cure: 'Give it with --var-file.' };
const reference: ReferenceValue = {
  kind: 'reference',
  resource: nodeId('infra', 'aws_db_instance.main'),
  attribute: 'arn',
  text: 'aws_db_instance.main.arn',
  range: undefined,
  decidedAt: undefined,
  marks: noMarks,
};

function printed(nodes: Parameters<typeof node>[0][], relations: ConstructorParameters<typeof ResourceGraph>[1] = []) {
  return JSON.parse(graphJson(new ResourceGraph(nodes.map(node), relations)));
}

test('a node with its place, its two views and its facts', () => {
  const [orders] = printed([
    {
      address: 'aws_db_instance.orders[0]',
      region: 'eu-west-1',
      header: rangeOf(ordersFile, 'resource "aws_db_instance" "orders"'),
      attributes: documentMap([['multi_az', false]]),
      properties: { MultiAZ: false },
      facts: { longestGap: duration(exactly(86_400)) },
    },
  ]).nodes;
  expect(orders).toEqual({
    id: 'infra#aws_db_instance.orders[0]',
    kind: 'declared',
    address: 'aws_db_instance.orders[0]',
    type: 'AWS::RDS::DBInstance',
    sourceType: 'aws_db_instance',
    language: 'terraform',
    region: 'eu-west-1',
    account: null,
    role: 'primary',
    workload: 'default',
    tier: 'warm-standby',
    tags: {},
    attributes: { multi_az: false },
    properties: { MultiAZ: false },
    facts: { longestGap: { seconds: 86_400 } },
    location: { file: 'infra/orders.tf', line: 1, column: 1, endLine: 1, endColumn: 36 },
  });
});

test.each<[string, Document, unknown]>([
  ['a reference', new ReferenceLeaf(reference), { $ref: 'aws_db_instance.main.arn' }],
  ['an unknown', new UnknownLeaf({ key: 'k', reason: domain }), { $unknown: 'var.domain: Give it with --var-file.' }],
  ['a sensitive value', new SensitiveLeaf('hunter2'), { $sensitive: true }],
  [
    'text with references inside',
    new TemplateLeaf({
      kind: 'template',
      parts: ['db.', reference, unknown('k', { ...domain, cure: '' })],
      range: undefined,
      decidedAt: undefined,
      marks: noMarks,
    }),
    { $template: ['db.', { $ref: 'aws_db_instance.main.arn' }, { $unknown: 'var.domain' }] },
  ],
  ['a bounded time', duration({ low: 60, high: 300 }), { atLeast: 60, atMost: 300 }],
  ['a time with one end', duration({ low: 60, high: Infinity }), { atLeast: 60 }],
  ['never', duration(exactly(Infinity)), { forever: true }],
  ['a count', new MeasureLeaf('number', exactly(3)), 3],
  ['lists and maps', [documentMap([['a', [null, true, 1.5, 'x']]])], [{ a: [null, true, 1.5, 'x'] }]],
  ['an address with a password', 'postgres://app:hunter2@db:5432', 'postgres://app:(sensitive)@db:5432'],
  [
    'secrets by their name',
    documentMap([
      ['MasterUserPassword', 'hunter2'],
      ['DB_PASSWORD', 'hunter2'],
      ['secret_id', 'orders/db'],
    ]),
    { MasterUserPassword: { $sensitive: true }, DB_PASSWORD: { $sensitive: true }, secret_id: 'orders/db' },
  ],
  ['a key that is a trap', documentMap([['__proto__', 'x']]), JSON.parse('{"__proto__":"x"}')],
])('%s', (_what, value, expected) => {
  expect(printed([{ address: 'a', properties: { value } }]).nodes[0].properties.value).toEqual(expected);
});

test('what has no Region is global; one that is not known is said to be unknown', () => {
  const [zone, table] = printed([
    { address: 'aws_route53_record.www' },
    {
      address: 'aws_dynamodb_table.orders',
      region: new UnknownLeaf({ key: 'r', reason: { ...domain, subject: 'var.region' } }),
    },
  ]).nodes;
  expect(zone.region).toBe('global');
  expect(table.region).toEqual({ $unknown: 'var.region: Give it with --var-file.' });
});

test('edges say what is certain, and why when it is not', () => {
  const [primary, replica] = ['aws_db_instance.a', 'aws_db_instance.b'].map((address) => nodeId('infra', address));
  if (primary === undefined || replica === undefined) throw new Error('two nodes');
  const { edges } = printed(
    [{ address: 'aws_db_instance.a' }, { address: 'aws_db_instance.b' }],
    [
      { kind: 'replicatesTo', from: primary, to: replica, certain: true, properties: documentMap([]) },
      {
        kind: 'counterpartOf',
        from: replica,
        to: primary,
        certain: false,
        because: 'the Region var.region is not known',
        properties: documentMap([['metric', 'ReplicaLag']]),
      },
    ],
  );
  expect(edges).toEqual([
    { from: primary, to: replica, kind: 'replicatesTo', certain: true },
    {
      from: replica,
      to: primary,
      kind: 'counterpartOf',
      certain: false,
      because: 'the Region var.region is not known',
      properties: { metric: 'ReplicaLag' },
    },
  ]);
});
