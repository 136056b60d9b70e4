import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { memoryFileSystem } from '../../src/core/file-system-memory.ts';
import { nodeFileSystem } from '../../src/core/file-system-node.ts';
import type { FileSystem } from '../../src/core/file-system.ts';

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'dr-lint-'));
  mkdirSync(join(folder, 'repository/modules/database'), { recursive: true });
  mkdirSync(join(folder, 'repository/infra'));
  writeFileSync(join(folder, 'secret.tf'), 'the neighbour');
  writeFileSync(join(folder, 'repository/main.tf'), 'root');
  writeFileSync(join(folder, 'repository/modules/database/main.tf'), 'database');
  symlinkSync('../modules/database', join(folder, 'repository/infra/database'));
  symlinkSync('../../secret.tf', join(folder, 'repository/infra/secret.tf'));
  symlinkSync('circle.tf', join(folder, 'repository/infra/circle.tf'));
});

afterAll(() => rmSync(folder, { recursive: true }));

const onDisk = (): FileSystem => nodeFileSystem(join(folder, 'repository'));
const inMemory = (): FileSystem =>
  memoryFileSystem(
    { 'main.tf': 'root', 'modules/database/main.tf': 'database' },
    { 'infra/database': 'modules/database', 'infra/secret.tf': '../secret.tf', 'infra/circle.tf': 'infra/circle.tf' },
  );

describe.each([
  ['the disk', onDisk],
  ['memory', inMemory],
])('%s', (_, open) => {
  const textAt = (path: string): string | undefined => {
    const bytes = open().readBytes(path);
    return bytes === undefined ? undefined : new TextDecoder().decode(bytes);
  };

  test.each([
    { what: 'a file', path: 'main.tf', text: 'root' },
    { what: 'a path with dots', path: './infra/../main.tf', text: 'root' },
    { what: 'a file in a linked folder', path: 'infra/database/main.tf', text: 'database' },
    { what: 'a link out of the tree', path: 'infra/secret.tf', text: undefined },
    { what: 'a path out of the tree', path: '../secret.tf', text: undefined },
    { what: 'a link to itself', path: 'infra/circle.tf', text: undefined },
    { what: 'a folder', path: 'infra', text: undefined },
    { what: 'nothing', path: 'missing.tf', text: undefined },
  ])('reads $what: $path', ({ path, text }) => {
    expect(textAt(path)).toBe(text);
  });

  test('lists a folder by name, links as what they lead to', () => {
    expect(open().list('infra')).toEqual([
      { name: 'circle.tf', kind: 'other' },
      { name: 'database', kind: 'directory' },
      { name: 'secret.tf', kind: 'other' },
    ]);
    expect(open().list('main.tf')).toBeUndefined();
  });

  test('says where a path really lies', () => {
    expect(open().realPath('infra/database/main.tf')).toBe('modules/database/main.tf');
    expect(open().realPath('./infra/..')).toBe('.');
    expect(open().realPath('missing')).toBeUndefined();
  });

  test('tells files from folders', () => {
    expect(open().stat('main.tf')).toEqual({ kind: 'file', size: 4 });
    expect(open().stat('modules')?.kind).toBe('directory');
    expect(open().stat('missing')).toBeUndefined();
  });
});

test('reads outside the working directory only what was named', () => {
  const fileSystem = nodeFileSystem(join(folder, 'repository/infra'), ['../modules']);
  expect(fileSystem.realPath('../modules/database/main.tf')).toBe('../modules/database/main.tf');
  expect(fileSystem.stat('../main.tf')).toBeUndefined();
});
