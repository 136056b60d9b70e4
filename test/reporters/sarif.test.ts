import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Log, Run } from 'sarif';
import { describe, expect, test } from 'vitest';
import { SourceFile } from '../../src/core/source.ts';
import type { Report } from '../../src/findings/report.ts';
import { sarifReporter } from '../../src/reporters/sarif.ts';
import { demoReport } from '../helpers/demo-report.ts';
import { node, policy, rangeOf, reportOf, verdict } from '../helpers/report.ts';

const plain = { color: false, width: 80 };

function runOf(report: Report, options: Parameters<typeof sarifReporter>[1] = plain): Run {
  const log: Log = JSON.parse(sarifReporter(report, options));
  const [run, ...others] = log.runs;
  if (run === undefined || others.length > 0) throw new Error('exactly one run');
  return run;
}

const run = runOf(demoReport());

test('a result: where, how grave, what, and the places that explain it', () => {
  expect(run.results?.[1]).toEqual({
    ruleId: 'rds/multi-az',
    ruleIndex: 1,
    level: 'error',
    message: {
      text: 'aws_db_instance.orders has no standby in a second Availability Zone. See: [default here](1).',
    },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: 'infra/orders%20db/main.tf', uriBaseId: '%SRCROOT%' },
          region: { startLine: 3, startColumn: 3, endLine: 3, endColumn: 26 },
        },
      },
    ],
    relatedLocations: [
      {
        id: 1,
        message: { text: 'default here' },
        physicalLocation: {
          artifactLocation: { uri: 'infra/orders%20db/variables.tf', uriBaseId: '%SRCROOT%' },
          region: { startLine: 2, startColumn: 3, endLine: 2, endColumn: 18 },
        },
      },
    ],
    partialFingerprints: { 'drLint/v1': expect.stringMatching(/^[0-9a-f]{16}$/u) },
  });
});

test('every policy of the run is a rule with help, and so is what the diagnostics report', () => {
  const rules = run.tool.driver.rules ?? [];
  expect(rules.map(({ id }) => id)).toEqual([
    'input/syntax',
    'rds/multi-az',
    's3/cross-region-replication',
    's3/versioning',
  ]);
  expect(rules[1]).toMatchObject({
    name: 'RdsMultiAz',
    shortDescription: { text: 'A production database instance has a standby in a second Availability Zone.' },
    fullDescription: { text: expect.stringContaining('a single-AZ instance is down') },
    help: { markdown: expect.stringContaining('**CloudFormation:** Set `MultiAZ: true`.') },
    helpUri: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.MultiAZSingleStandby.html',
    defaultConfiguration: { level: 'error' },
    properties: {
      tags: ['disaster-recovery', 'rds', 'instance', 'zone', 'RDS.5'],
      precision: 'high',
      'problem.severity': 'error',
      'security-severity': '8.0',
    },
  });
  expect(run.results?.every(({ ruleId, ruleIndex }) => rules[ruleIndex ?? -1]?.id === ruleId)).toBe(true);
});

test('what could not be read is a result, a notification, and makes the run unsuccessful', () => {
  expect(run.results?.[0]).toMatchObject({ ruleId: 'input/syntax', level: 'error' });
  expect(run.invocations).toMatchObject([
    {
      executionSuccessful: false,
      toolExecutionNotifications: [
        { descriptor: { id: 'input/syntax', index: 0 }, level: 'error', message: { text: 'The block is not closed.' } },
      ],
    },
  ]);
});

test('suppressed findings are left out, or marked when asked for', () => {
  const text = 'Scratch keeps no versions.';
  expect(run.results?.map(({ message }) => message.text)).not.toContain(text);
  const all = runOf(demoReport(), { ...plain, suppressed: true }).results ?? [];
  expect(all.find(({ message }) => message.text === text)).toMatchObject({
    suppressions: [{ kind: 'external', status: 'accepted' }],
  });
});

test('the category ends in a slash, so that all of it counts', () => {
  expect(run.automationDetails).toEqual({ id: 'dr-lint/' });
  expect(runOf(demoReport(), { ...plain, category: 'infra/eu' }).automationDetails).toEqual({ id: 'infra/eu/' });
});

test('the same report gives the same bytes, without a time or an absolute path', () => {
  const text = sarifReporter(demoReport(), plain);
  expect(text).toBe(sarifReporter(demoReport(), plain));
  expect(text).not.toMatch(/"\/|file:|\d{4}-\d\d-\d\dT/u);
});

describe('what hosts refuse does not occur', () => {
  const file = new SourceFile('infra/50% [ü]/a#b.tf', 'resource "aws_db_instance" "x" {\n  multi_az = {\n  }\n}\n');
  const database = node({ address: 'aws_db_instance.x["](https://example.com)"]', header: rangeOf(file, 'resource') });
  const odd = runOf(
    reportOf({
      nodes: [database],
      policies: [policy({ id: 'rds/multi-az', title: 'x'.repeat(3000), guards: ['hygiene'] })],
      verdicts: [
        verdict(database, {
          policy: 'rds/multi-az',
          place: rangeOf(file, '{\n  }'),
          related: [{ range: rangeOf(file, 'multi_az'), label: 'a [b](c)' }],
        }),
      ],
      diagnostics: [{ code: 'input/unreadable', level: 'error', message: 'No.', help: '', path: 'infra/a.tf' }],
    }),
  );

  test('regions are one line, of places without a range too', () => {
    expect(odd.results?.map(({ locations }) => locations?.[0]?.physicalLocation?.region)).toEqual([
      { startLine: 2, startColumn: 14, endLine: 2, endColumn: 15 },
      { startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 },
    ]);
  });

  test('URIs are percent-encoded', () => {
    expect(odd.results?.[0]?.locations?.[0]?.physicalLocation?.artifactLocation?.uri).toBe(
      'infra/50%25%20%5B%C3%BC%5D/a%23b.tf',
    );
  });

  test('names from the input are no links, and those of related places are escaped', () => {
    expect(odd.results?.[0]?.message.text).toBe(
      String.raw`aws_db_instance.x["] (https://example.com)"] has no standby in a second Availability Zone. See: [a \[b\](c)](1).`,
    );
  });

  test('texts keep to their limit, and hygiene is no matter of security', () => {
    const rule = odd.tool.driver.rules?.find(({ id }) => id === 'rds/multi-az');
    expect(rule?.shortDescription?.text).toHaveLength(1024);
    expect(rule?.properties).not.toHaveProperty('security-severity');
  });

  test('of more results than are kept, the gravest stay, and the rest is counted', () => {
    const files = new SourceFile('main.tf', 'resource\n'.repeat(4600));
    const nodes = Array.from({ length: 4600 }, (_, index) =>
      node({ address: `aws_db_instance.x${index}`, header: { file: files, start: index * 9, end: index * 9 + 8 } }),
    );
    const verdicts = nodes.map((each, index) =>
      verdict(each, { policy: 'rds/multi-az', level: index < 200 ? 'note' : 'error', message: each.address }),
    );
    const many = runOf(reportOf({ nodes, policies: [policy({ id: 'rds/multi-az' })], verdicts }));
    expect(many.results).toHaveLength(4500);
    expect(many.results?.filter(({ level }) => level === 'note').at(-1)?.message.text).toBe('aws_db_instance.x99');
    expect(many.invocations?.[0]?.toolExecutionNotifications?.[0]?.message.text).toMatch(/^100 findings/u);
  });
});

test('the multitool of SARIF finds nothing to say', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dr-lint-sarif-'));
  try {
    const [report, verdicts] = [join(folder, 'report.sarif'), join(folder, 'verdicts.sarif')];
    writeFileSync(report, sarifReporter(demoReport(), { ...plain, suppressed: true }));
    // Run from the project, where it is installed; it hands its arguments to a shell. `Ghas` is what GitHub asks for.
    execFileSync(
      'npx',
      ['--no-install', 'sarif-multitool', 'validate', report, '--output', verdicts, '--rule-kind', "'Sarif;Ghas'"],
      {
        stdio: 'pipe',
      },
    );
    const log: Log = JSON.parse(readFileSync(verdicts, 'utf8'));
    expect(log.runs[0]?.results?.map(({ ruleId, message }) => `${ruleId} ${message.text ?? message.id}`)).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}, 60_000);
