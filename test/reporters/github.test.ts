import { describe, expect, test } from 'vitest';
import { SourceFile } from '../../src/core/source.ts';
import type { FindingLevel } from '../../src/core/level.ts';
import type { Report } from '../../src/findings/report.ts';
import { githubReporter } from '../../src/reporters/github.ts';
import { demoReport } from '../helpers/demo-report.ts';
import { node, policy, rangeOf, reportOf, verdict } from '../helpers/report.ts';

const plain = { color: false, width: 80 };

test('a finding is a command: the place on one line, the policy as title, and all that helps', () => {
  expect(githubReporter(demoReport(), plain).split('\n')).toEqual([
    '::error file=infra/broken.tf,line=1,endLine=1,col=26,endColumn=27,title=input/syntax::The block is not closed.%0AFix: Add the missing `}`.',
    '::error file=infra/orders db/main.tf,line=3,endLine=3,col=3,endColumn=26,title=rds/multi-az::' +
      'aws_db_instance.orders has no standby in a second Availability Zone.%0Adefault here: infra/orders db/variables.tf:2%0A' +
      'Why: When its zone fails, a single-AZ instance is down until the zone returns or a backup is restored.%0AFix: Set `multi_az = true`.',
    '::warning file=stack.yaml,line=2,endLine=2,col=3,endColumn=11,title=s3/versioning::' +
      'Invoices keeps no versions.%0AWhy: What is overwritten is gone.%0AFix: Set `Status: Enabled`.',
    '',
  ]);
});

test.each([
  { what: 'the root of the repository', workingDirectory: '.', file: 'infra/broken.tf' },
  { what: 'a folder of it', workingDirectory: 'teams/shop', file: 'teams/shop/infra/broken.tf' },
])('paths are those of the repository, run in $what', ({ workingDirectory, file }) => {
  expect(githubReporter(demoReport(), { ...plain, workingDirectory })).toMatch(`::error file=${file},line=1,`);
});

test('a path that leads out of the working directory', () => {
  const modules = new SourceFile('../modules/main.tf', 'resource\n');
  const database = node({ address: 'aws_db_instance.orders', header: rangeOf(modules, 'resource') });
  const report = reportOf({
    nodes: [database],
    policies: [policy({ id: 'rds/multi-az' })],
    verdicts: [verdict(database, { policy: 'rds/multi-az' })],
  });
  const text = githubReporter(report, { ...plain, workingDirectory: 'infra/app' });
  expect(text).toMatch('::error file=infra/modules/main.tf,line=1,');
});

test('nothing found: no command', () => {
  expect(githubReporter(reportOf({ nodes: [] }), plain)).toBe('');
});

test('names from the input neither end the command nor begin another', () => {
  const file = new SourceFile('a,b:c%\n::error::d.tf', 'resource\n{\n}\n');
  const database = node({ address: 'aws_db_instance.x', header: rangeOf(file, 'resource\n{') });
  const report = reportOf({
    nodes: [database],
    policies: [policy({ id: 'rds/multi-az', why: '', fix: { terraform: '', cloudformation: '', edits: [] } })],
    verdicts: [verdict(database, { policy: 'rds/multi-az', message: '100% of\r\n::set-env::x \u001b[31m\u202e' })],
  });
  expect(githubReporter(report, plain)).toBe(
    '::error file=a%2Cb%3Ac%25%0A%3A%3Aerror%3A%3Ad.tf,line=1,endLine=1,col=1,endColumn=9,title=rds/multi-az::' +
      String.raw`100%25 of\r\n::set-env::x \u{1b}[31m\u{202e}` +
      '\n',
  );
});

describe('GitHub shows ten of a level', () => {
  const counted = (report: Report): Record<string, number> => {
    const counts: Record<string, number> = {};
    for (const line of githubReporter(report, plain).trim().split('\n')) {
      const name = /^::(\w+) /u.exec(line)?.[1] ?? line;
      counts[name] = (counts[name] ?? 0) + 1;
    }
    return counts;
  };

  test.each([
    { what: 'as many as fit', errors: 10, warnings: 10, notes: 10, shown: { error: 10, warning: 10, notice: 10 } },
    { what: 'too many errors', errors: 11, warnings: 1, notes: 0, shown: { error: 10, warning: 1, notice: 1 } },
    { what: 'a notice tells of the rest', errors: 12, warnings: 0, notes: 30, shown: { error: 10, notice: 10 } },
  ])('$what', ({ errors, warnings, notes, shown }) => {
    expect(counted(manyFindings({ error: errors, warning: warnings, note: notes }))).toEqual(shown);
  });

  test('the last line says how many more', () => {
    const lines = githubReporter(manyFindings({ error: 12, warning: 1, note: 11 }), plain)
      .trim()
      .split('\n');
    expect(lines.at(-1)).toBe(
      '::notice title=dr-lint::4 more findings (2 errors and 2 notes) are not annotated, because GitHub shows 10 of a level for each step. The other reports of this run list all of them.',
    );
    expect(lines.map((line) => /^::\w+/u.exec(line)?.[0])).toEqual([
      ...Array.from({ length: 10 }, () => '::error'),
      '::warning',
      ...Array.from({ length: 10 }, () => '::notice'),
    ]);
  });

  test('of too many, the first of each resource', () => {
    const file = new SourceFile('main.tf', 'resource\n'.repeat(2));
    const [orders, invoices] = ['orders', 'invoices'].map((name, index) =>
      node({ address: `aws_db_instance.${name}`, header: { file, start: index * 9, end: index * 9 + 8 } }),
    );
    if (orders === undefined || invoices === undefined) throw new Error('two nodes');
    const ids = Array.from({ length: 12 }, (_, index) => `rds/check-${index}`);
    const report = reportOf({
      nodes: [orders, invoices],
      policies: [...ids, 'rds/multi-az'].map((id) => policy({ id })),
      verdicts: [
        ...ids.map((id) => verdict(orders, { policy: id, message: id })),
        verdict(invoices, { policy: 'rds/multi-az' }),
      ],
    });
    const titles = githubReporter(report, plain).match(/title=[^:]+/gu);
    expect(titles?.slice(0, 2)).toEqual(['title=rds/check-0', 'title=rds/multi-az']);
  });
});

/** One finding per line of one file. */
function manyFindings(counts: Readonly<Record<FindingLevel, number>>): Report {
  const levels = (['note', 'warning', 'error'] as const).flatMap((level) =>
    Array.from({ length: counts[level] }, () => level),
  );
  const file = new SourceFile('main.tf', 'resource\n'.repeat(levels.length));
  const nodes = levels.map((_, index) =>
    node({ address: `aws_db_instance.x${index}`, header: { file, start: index * 9, end: index * 9 + 8 } }),
  );
  return reportOf({
    nodes,
    policies: [policy({ id: 'rds/multi-az' })],
    verdicts: nodes.map((each, index) =>
      verdict(each, { policy: 'rds/multi-az', level: levels[index] ?? 'note', message: each.address }),
    ),
  });
}
