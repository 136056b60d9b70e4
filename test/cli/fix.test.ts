/** `--fix` and `--fix-dry-run` on real files, as `run` is called. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { dependencies } from '../../src/cli/dependencies.ts';
import { exitCodes } from '../../src/cli/exit-codes.ts';
import { replaceFile } from '../../src/cli/replace-file.ts';
import { run } from '../../src/cli/run.ts';
import { nodeFileSystem } from '../../src/core/file-system-node.ts';

const table = 'resource "aws_dynamodb_table" "carts" {\r\n  name = "carts"\r\n}\r\n';
const expected =
  'resource "aws_dynamodb_table" "carts" {\r\n  name = "carts"\r\n\r\n  deletion_protection_enabled = true\r\n\r\n' +
  '  point_in_time_recovery {\r\n    enabled = true\r\n  }\r\n}\r\n';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dr-lint-fix-'));
  writeFileSync(join(folder, '.dr-lint.yaml'), 'tier: backup-restore\n');
});

afterEach(() => rmSync(folder, { recursive: true }));

async function runIn(argv: readonly string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const stdout: string[] = [];
  const stderr: string[] = [];
  const code = await run(
    argv,
    {
      stdout: { write: (text) => void stdout.push(text), isTerminal: false, columns: undefined },
      stderr: { write: (text) => void stderr.push(text), isTerminal: false, columns: undefined },
      cwd: folder,
      env: {},
      openFileSystem: () => nodeFileSystem(folder),
      writeFile: () => 'not here',
      createFile: () => 'not here',
      replaceFile: (path, before, bytes) => replaceFile(join(folder, path), before, bytes),
      git: async () => ({ code: 128, stdout: '', stderr: '' }),
      now: () => new Date('2027-01-02T03:04:05Z'),
    },
    dependencies,
  );
  return { code, stdout: stdout.join(''), stderr: stderr.join('') };
}

const textIn = (name: string): string => readFileSync(join(folder, name), 'utf8');

test('files are edited, their byte order mark kept, and what is left is reported', async () => {
  writeFileSync(join(folder, 'main.tf'), `\uFEFF${table}`);
  const { stdout, stderr } = await runIn(['--fix']);
  expect(textIn('main.tf')).toBe(`\uFEFF${expected}`);
  expect(stderr).toContain('Fixed 2 findings in 1 file.');
  expect(stdout).not.toMatch(/dynamodb\/(?:pitr|deletion-protection)/u);
  expect(readdirSync(folder).toSorted()).toEqual(['.dr-lint.yaml', 'main.tf']);
  await runIn(['--fix']);
  expect(textIn('main.tf')).toBe(`\uFEFF${expected}`);
});

test('a dry run prints the difference and touches nothing', async () => {
  writeFileSync(join(folder, 'main.tf'), table);
  const { stdout } = await runIn(['--fix-dry-run']);
  expect(textIn('main.tf')).toBe(table);
  expect(stdout).toMatch(/^--- a\/main\.tf\n\+\+\+ b\/main\.tf\n@@ -1,3 \+1,9 @@\n/u);
  expect(stdout).toContain('+  deletion_protection_enabled = true\r\n');
});

test('a symbolic link is not written through', () => {
  writeFileSync(join(folder, 'carts.txt'), table);
  symlinkSync('carts.txt', join(folder, 'main.tf'));
  const reason = replaceFile(join(folder, 'main.tf'), Buffer.from(table), Buffer.from('edited'));
  expect(reason).toBe('it is a symbolic link');
  expect(textIn('carts.txt')).toBe(table);
});

test('both flags at once are a mistake', async () => {
  expect((await runIn(['--fix', '--fix-dry-run'])).code).toBe(exitCodes.usage);
});

test('a file that changed meanwhile stays, and nothing is left beside it', () => {
  writeFileSync(join(folder, 'main.tf'), 'new');
  const reason = replaceFile(join(folder, 'main.tf'), Buffer.from('old'), Buffer.from('edited'));
  expect(reason).toBe('it was changed meanwhile');
  expect(textIn('main.tf')).toBe('new');
  expect(readdirSync(folder).toSorted()).toEqual(['.dr-lint.yaml', 'main.tf']);
});
