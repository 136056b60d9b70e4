import { describe, expect, test } from 'vitest';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodeFileSystem } from '../../../src/core/file-system-node.ts';
import { locationOf } from '../../../src/core/source.ts';
import { TemplateReader } from '../../../src/evaluation/template-reader.ts';
import { lintText, nodeAt } from '../../helpers/lint-text.ts';

const include = (location: string): string =>
  `{Name: AWS::Include, Parameters: {Location: ${JSON.stringify(location)}}}`;

const table = (properties: string): string => `
Parameters: {Recovery: {Type: String, Default: "true"}}
Resources:
  Orders:
    Type: AWS::DynamoDB::Table
    Properties:
      ${properties}
`;

const recovery = `PointInTimeRecoverySpecification:
  PointInTimeRecoveryEnabled: !Ref Recovery
`;

async function recoveryOf(files: Readonly<Record<string, string>>): Promise<string> {
  const report = await lintText(files);
  const verdict = report.verdicts.find(({ policy }) => policy === 'dynamodb/pitr');
  const unread = report.diagnostics.filter(({ code }) => code === 'input/unresolved-include').length;
  return `${verdict?.verdict}, ${unread} unread`;
}

describe('AWS::Include', () => {
  const beside = `TableName: orders\n      Fn::Transform: ${include('snippets/recovery.yaml')}`;

  test.each([
    ['from the tree', { 'app/stack.yaml': table(beside), 'app/snippets/recovery.yaml': recovery }, 'pass, 0 unread'],
    [
      'instead of the properties',
      {
        'app/stack.yaml': table(`Fn::Transform: ${include('./snippets/recovery.yaml')}`),
        'app/snippets/recovery.yaml': recovery,
      },
      'pass, 0 unread',
    ],
    [
      'as JSON',
      {
        'stack.yaml': table(`Fn::Transform: ${include('recovery.json')}`),
        'recovery.json': '{"PointInTimeRecoverySpecification": {"PointInTimeRecoveryEnabled": false}}',
      },
      'fail, 0 unread',
    ],
    ['from a bucket', { 'stack.yaml': table(`Fn::Transform: ${include('s3://a/b.yaml')}`) }, 'unknown, 1 unread'],
    [
      'of a file that is not there',
      { 'stack.yaml': table(`Fn::Transform: ${include('b.yaml')}`) },
      'unknown, 1 unread',
    ],
    [
      'from outside of the tree',
      { 'stack.yaml': table(`Fn::Transform: ${include('../recovery.yaml')}`), '../recovery.yaml': recovery },
      'unknown, 1 unread',
    ],
    [
      'of a file that is broken',
      { 'stack.yaml': table(`Fn::Transform: ${include('b.json')}`), 'b.json': '{"TableName": ' },
      'unknown, 1 unread',
    ],
    [
      'of what is written beside it, too',
      {
        'stack.yaml': table(`TableName: orders\n      Fn::Transform: ${include('b.json')}`),
        'b.json': '{"TableName": "x"}',
      },
      'unknown, 1 unread',
    ],
    [
      'of a file that includes itself',
      {
        'stack.yaml': table(`Fn::Transform: ${include('b.yaml')}`),
        'b.yaml': `TableName: x\nFn::Transform: ${include('b.yaml')}`,
      },
      'unknown, 1 unread',
    ],
  ])('%s', async (_, files, expected) => {
    expect(await recoveryOf(files)).toBe(expected);
  });

  test('beside resources and by the Transform section, without a doubt about what else is declared', async () => {
    const report = await lintText({
      'stack.yaml': `Transform: ${include('conditions.yaml')}
Resources:
  Fn::Transform: ${include('tables.yaml')}
  Events: {Type: AWS::SQS::Queue}
`,
      'conditions.yaml': 'Conditions: {Never: {"Fn::Equals": [a, b]}}',
      'tables.yaml': 'Orders: {Type: AWS::DynamoDB::Table}\nOld: {Type: AWS::DynamoDB::Table, Condition: Never}',
    });
    expect(report.diagnostics).toEqual([]);
    const { header, document } = nodeAt(report, 'Orders');
    expect(document).toMatchObject({ type: 'AWS::DynamoDB::Table' });
    expect(header === undefined ? undefined : locationOf(header)).toMatchObject({
      file: 'tables.yaml',
      line: 1,
      column: 1,
    });
    const addresses = [...report.graph.nodes.values()].map(({ address }) => address);
    expect(addresses).not.toContain('Old');
    expect(addresses.some((address) => address.startsWith('Transform/'))).toBe(false);
  });
});

test('a link that leads out of the scanned tree is not followed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dr-lint-includes-'));
  try {
    mkdirSync(join(folder, 'tree'));
    for (const path of ['outside.yaml', 'tree/inside.yaml']) writeFileSync(join(folder, path), recovery);
    symlinkSync(join(folder, 'outside.yaml'), join(folder, 'tree', 'link.yaml'));
    const reader = new TemplateReader(nodeFileSystem(join(folder, 'tree')));
    const isIncluded = (snippet: string): boolean => {
      writeFileSync(join(folder, 'tree', `of-${snippet}`), table(`Fn::Transform: ${include(snippet)}`));
      return JSON.stringify(reader.read(`of-${snippet}`).value?.root).includes('PointInTimeRecoveryEnabled');
    };
    expect([isIncluded('inside.yaml'), isIncluded('link.yaml')]).toEqual([true, false]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
