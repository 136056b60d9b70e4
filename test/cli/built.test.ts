/** The program as it is installed: built, and run as a process. Everything finer is tested through `run`. */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { version } from '../../src/core/version.ts';

const checkout = join(import.meta.dirname, '../..');
const program = join(checkout, 'dist/cli/main.js');
const execute = promisify(execFile);

let estate = '';

beforeAll(async () => {
  await execute(process.execPath, [join(checkout, 'scripts/build.mjs')]);
  estate = realpathSync(mkdtempSync(join(tmpdir(), 'dr-lint-')));
  const files = {
    '.git/HEAD': 'ref: refs/heads/main\n',
    '.dr-lint.yaml':
      'tier: warm-standby\ndeployments:\n  - { path: infra/app, varFiles: infra/live.tfvars, region: eu-west-1 }\n',
    'infra/live.tfvars': 'bucket = "orders"\n',
    'infra/app/main.tf':
      'variable "bucket" {}\n\nmodule "storage" {\n  source = "../../modules/storage"\n  name   = var.bucket\n}\n',
    'modules/storage/main.tf': 'variable "name" {}\n\nresource "aws_s3_bucket" "orders" {\n  bucket = var.name\n}\n',
    'broken/main.tf': 'resource "aws_s3_bucket" "orders" {\n  bucket =\n}\n\nresource "aws_s3_bucket" "copies" {}\n',
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(estate, path)), { recursive: true });
    writeFileSync(join(estate, path), text);
  }
}, 60_000);

afterAll(() => rmSync(estate, { recursive: true }));

interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

async function start(argv: readonly string[], folder = '.'): Promise<Ran> {
  try {
    const { stdout, stderr } = await execute(process.execPath, [program, ...argv], { cwd: join(estate, folder) });
    return { code: 0, stdout, stderr };
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && 'stdout' in error && 'stderr' in error)) throw error;
    return { code: Number(error.code), stdout: String(error.stdout), stderr: String(error.stderr) };
  }
}

test('starts', async () => {
  expect(await start(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
});

test.each([
  { argv: ['--teir', 'pilot-light'], mistake: '--teir is not an option. Did you mean --tier?' },
  { argv: ['--tier', 'warm-stanby'], mistake: '--tier: "warm-stanby" is not a tier. Did you mean "warm-standby"?' },
  { argv: ['explain', 's3/versionning'], mistake: '"s3/versionning" is not a policy. Did you mean "s3/versioning"?' },
])('refuses wrong usage: $argv', async ({ argv, mistake }) => {
  const { code, stdout, stderr } = await start(argv);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr.split('\n')[0]).toBe(`dr-lint: ${mistake}`);
});

describe('the working directory changes no meaning', () => {
  test.each([
    { folder: '.', path: 'infra/app', at: '' },
    { folder: 'infra', path: 'app', at: '../' },
    { folder: 'infra/app', path: '.', at: '../../' },
  ])('$folder', async ({ folder, path, at }) => {
    const { stdout } = await start(['graph', path], folder);
    const { nodes } = JSON.parse(stdout);
    const bucket = nodes.find(({ address }: { address: string }) => address === 'module.storage.aws_s3_bucket.orders');
    expect(bucket).toMatchObject({
      tier: 'warm-standby',
      region: 'eu-west-1',
      attributes: { bucket: 'orders' },
      location: { file: `${at}modules/storage/main.tf`, line: 3 },
    });
  });
});

test('a broken file is told with its place, the rest is still judged', async () => {
  const { code, stdout } = await start(['broken', '--format', 'json']);
  expect(code).toBe(1);
  const { findings, verdicts } = JSON.parse(stdout);
  expect(findings).toContainEqual(
    expect.objectContaining({
      policy: 'input/syntax',
      level: 'error',
      location: expect.objectContaining({ file: 'broken/main.tf', line: 2 }),
    }),
  );
  expect(verdicts.map(({ resource }: { resource: { address: string } }) => resource.address)).toContain(
    'aws_s3_bucket.copies',
  );
});
