/** Whatever stands in a `.tf.json` file: reading it never throws, and every range lies where it belongs. */
import process from 'node:process';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SourceFile, type SourceRange } from '../../../../src/core/source.ts';
import type { Body } from '../../../../src/loaders/hcl/ast.ts';
import { parseJsonConfiguration } from '../../../../src/loaders/terraform/json/json-configuration.ts';
import { blocksIn, expressionsIn } from '../../../helpers/walk-hcl.ts';

const names = fc.constantFrom(
  'resource',
  'aws_vpc',
  'main',
  'dynamic',
  'lifecycle',
  'provider',
  'tags',
  'content',
  '//',
);
const texts = fc.oneof(
  fc.constantFrom('${var.a}', '${a["b"]} \u{1F600}', '$${x}', '%{if a}b%{endif}', '${', 'dr-lint-ignore a/b: c'),
  fc.string({ unit: 'binary', maxLength: 12 }),
);
const { value: documents } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    fc.oneof(texts, fc.integer(), fc.boolean(), fc.constant(null)),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.oneof(names, texts), tie('value'), { maxKeys: 4 }),
  ),
}));

function read(text: string): ReturnType<typeof parseJsonConfiguration> {
  return parseJsonConfiguration(new SourceFile('main.tf.json', text));
}

test('any JSON is read, whatever it holds, and wherever it is cut off', () => {
  fc.assert(
    fc.property(documents, fc.nat(), (document, length) => {
      const text = JSON.stringify({ resource: { aws_vpc: { main: document, other: document } } });
      expectNested(read(text).value.body);
      const cut = read(text.slice(0, length % text.length));
      expectNested(cut.value.body);
      expect(cut.diagnostics.length).toBeGreaterThan(0);
    }),
  );
});

function expectNested(body: Body): void {
  const within = (inner: SourceRange, outer: SourceRange): void => {
    expect([inner.start >= outer.start, inner.end <= outer.end, inner.start <= inner.end]).toEqual([true, true, true]);
  };
  for (const block of blocksIn(body)) {
    within(block.headerRange, block.range);
    within(block.body.range, block.range);
    for (const { range, nameRange, value } of block.body.attributes) {
      within(range, block.body.range);
      within(nameRange, range);
      for (const expression of expressionsIn(value)) within(expression.range, value.range);
    }
  }
}

test('a large file costs work by its length only', () => {
  const value = `"\${lookup(var.m, \\"key\\")} ${'\\u00e9'.repeat(50)}"`;
  const resources = Array.from(
    { length: 1000 },
    (_, index) => `"r${index}":{"tags":{"a":${value}},"rule":[{"b":${value}}]}`,
  );
  const before = process.cpuUsage();
  const { value: file, diagnostics } = read(`{"resource":{"aws_vpc":{${resources.join(',')}}}}`);
  expect([file.body.blocks.length, diagnostics]).toEqual([1000, []]);
  // Of the processor, in microseconds: others may be busy on the machine.
  expect(process.cpuUsage(before).user).toBeLessThan(3_000_000);
});
