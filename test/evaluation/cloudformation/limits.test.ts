import { describe, expect, test } from 'vitest';
import { evaluated } from '../../helpers/cloudformation.ts';

/** Each is small to write and without end to carry out. */
const hostile: readonly (readonly [what: string, text: string])[] = [
  [
    'text that doubles at each level',
    resourceWith(nested(60, (inner) => `!Sub ["\${A}\${A}", {A: ${inner}}]`, 'orders')),
  ],
  ['loops in loops', `Resources:\n${loops(6, 100)}`],
  [
    'a loop over a large body',
    `Resources:\n  Fn::ForEach::A: [X, [${numbers(3000)}], {"Q\${X}": {Type: "AWS::SQS::Queue", Properties: {V: [${numbers(3000)}]}}}]`,
  ],
];

describe('a hostile template ends at a bound, and says so', () => {
  test.each(hostile)('%s', (_, text) => {
    const { messages } = evaluated(text);
    expect(messages).not.toEqual([]);
    for (const message of messages) expect(message).toMatch(/input\/limit (?:Evaluating this|The) template .*more/u);
  });

  test('conditions in a long chain', () => {
    const chain = Array.from({ length: 2000 }, (_, index) => `  C${index}: !Not [Condition: C${index + 1}]`).join('\n');
    const { messages, resources } = evaluated(
      `Conditions:\n${chain}\n  C2000: !Equals [a, a]\nResources: {Orders: {Type: "AWS::SQS::Queue", Condition: C0}}`,
    );
    expect(messages).toEqual([expect.stringContaining('input/limit')]);
    expect(resources.at(-1)).toMatchObject({
      address: 'Orders',
      exists: 'unknown',
      existsBecause: { reason: { code: 'limit' } },
    });
  });

  test('resources that are named after each other in a long chain', () => {
    const chain = Array.from(
      { length: 2000 },
      (_, index) => `  B${index}: {Type: "AWS::S3::Bucket", Properties: {BucketName: !Ref B${index + 1}}}`,
    ).join('\n');
    const { resources } = evaluated(
      `Resources:\n${chain}\n  B2000: {Type: "AWS::S3::Bucket", Properties: {BucketName: orders}}`,
    );
    expect(resources).toHaveLength(2002);
  });

  test('names such as __proto__ are names', () => {
    const { resources, messages } = evaluated(
      '{"Parameters": {"__proto__": {"Type": "String", "Default": "a"}}, "Resources": {"constructor": {"Type": "Custom::Subject", "Properties": {"__proto__": {"Ref": "__proto__"}}}}}',
    );
    expect(messages).toEqual([]);
    expect([...(resources.at(-1)?.attributes.entries.keys() ?? [])]).toEqual(['__proto__']);
  });
});

function resourceWith(value: string): string {
  return `Resources: {Orders: {Type: "Custom::Subject", Properties: {Value: ${value}}}}`;
}

function nested(depth: number, wrap: (inner: string) => string, innermost: string): string {
  return depth === 0 ? innermost : wrap(nested(depth - 1, wrap, innermost));
}

function numbers(count: number): string {
  return Array.from({ length: count }, (_, index) => `n${index}`).join(', ');
}

function loops(depth: number, count: number, indent = 2): string {
  const pad = ' '.repeat(indent);
  if (depth === 0)
    return `${pad}Q${Array.from({ length: 6 }, (_, level) => `\${X${level + 1}}`).join('')}: {Type: "AWS::SQS::Queue"}`;
  return `${pad}Fn::ForEach::L${depth}:\n${pad}  - X${depth}\n${pad}  - [${numbers(count)}]\n${pad}  -\n${loops(depth - 1, count, indent + 6)}`;
}
