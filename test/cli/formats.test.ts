/** One run, several formats: each says the same, each gets its file, and none changes the exit status. */
import type { Log } from 'sarif';
import { describe, expect, test } from 'vitest';
import { dependencies } from '../../src/cli/dependencies.ts';
import { reporterNames } from '../../src/reporters/index.ts';
import { runFake, type RanFake } from './fake-run.ts';

/** The real linter and the real reporters, on files in memory. */
function runReal(argv: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<RanFake> {
  const files = {
    'app/main.tf': 'resource "aws_s3_bucket" "orders" {\n  bucket = "orders"\n}\n',
    'app/database.tf':
      'variable "guarded" {}\n\nresource "aws_db_instance" "orders" {\n  deletion_protection = var.guarded\n}\n',
    'app/broken.tf': 'resource "aws_sqs_queue" {\n',
    '.dr-lint.yaml':
      'tier: warm-standby\nsuppress:\n  - { policy: s3/cross-region-replication, reason: rebuilt nightly, expires: 2027-06-01 }\n',
  };
  return runFake(['app', ...argv], { files, env, dependencies });
}

describe.each([
  { what: 'errors', argv: [], code: 1 },
  { what: 'notes and above', argv: ['--fail-on=note'], code: 1 },
  { what: 'nothing', argv: ['--fail-on=never'], code: 0 },
  { what: 'what is undecided', argv: ['--fail-on=never', '--fail-on-unknown'], code: 1 },
])('failing on $what', ({ argv, code }) => {
  test.each(reporterNames)('%s', async (format) => {
    expect(await runReal([...argv, `--format=${format}`])).toMatchObject({ code });
    expect(await runReal([...argv, `--format=${format}:out`])).toMatchObject({ code, stdout: '' });
  });

  test('all at once', async () => {
    const files = reporterNames.map((format) => `--format=${format}:out/${format}`);
    expect(await runReal([...argv, ...files])).toMatchObject({ code, stdout: '' });
  });
});

test('each format gets its file, the same as when it is the only one', async () => {
  const files = reporterNames.map((format) => `--format=${format}:out/${format}`);
  const { written } = await runReal(files);
  for (const format of reporterNames) {
    const alone = await runReal([`--format=${format}`]);
    expect(written[`out/${format}`]).toBe(alone.stdout);
  }
});

test('code scanning in a file, annotations in the log', async () => {
  const { code, stdout, written } = await runReal(['--format', 'sarif:out.sarif', '--format', 'github']);
  const log: Log = JSON.parse(written['out.sarif'] ?? '');
  const results = log.runs[0]?.results?.map(({ ruleId }) => ruleId) ?? [];
  expect(code).toBe(1);
  const annotated = stdout.match(/(?<=title=)[^:]+/gu) ?? [];
  expect(annotated).toHaveLength(results.length);
  expect(new Set(annotated)).toEqual(new Set(results));
  expect(results).not.toContain('s3/cross-region-replication');
  expect(results).toContain('input/syntax');
});

test('annotations in a folder of the repository', async () => {
  const { stdout } = await runReal(['--format=github'], { GITHUB_WORKSPACE: '/home/ada' });
  expect(stdout).toContain('::error file=estate/app/broken.tf,line=1,');
});
