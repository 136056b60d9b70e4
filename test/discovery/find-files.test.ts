import { describe, expect, test } from 'vitest';
import { memoryFileSystem } from '../../src/core/file-system-memory.ts';
import { findFiles } from '../../src/discovery/find-files.ts';

function filesBelow(path: string, files: Readonly<Record<string, string>>): readonly string[] {
  return [...findFiles(memoryFileSystem(files), [path]).files].filter((file) => !file.endsWith('.gitignore'));
}

describe('.gitignore', () => {
  test.each([
    { what: 'a folder', rules: 'build/', ignored: ['build/main.tf', 'app/build/main.tf'] },
    { what: 'an anchored folder', rules: '/build', ignored: ['build/main.tf'] },
    { what: 'upper and lower case differ', rules: 'BUILD/', ignored: [] },
    { what: 'a later exception', rules: '*.tf\n!app/main.tf', ignored: ['build/main.tf', 'app/build/main.tf'] },
    {
      what: 'comments and Windows line ends',
      rules: '# build\r\nbuild/\r\n',
      ignored: ['build/main.tf', 'app/build/main.tf'],
    },
  ])('$what', ({ rules, ignored }) => {
    const files = { 'build/main.tf': '', 'app/main.tf': '', 'app/build/main.tf': '' };
    const kept = filesBelow('.', { ...files, '.gitignore': rules });
    expect(Object.keys(files).filter((file) => !kept.includes(file))).toEqual(ignored);
  });

  test('the nearest file that has a rule decides', () => {
    const files = { '.gitignore': 'secret.tf', 'app/.gitignore': '!secret.tf', 'secret.tf': '', 'app/secret.tf': '' };
    expect(filesBelow('.', files)).toEqual(['app/secret.tf']);
  });

  test('rules above the given path hold, up to the repository', () => {
    const files = {
      '.gitignore': '*.tf',
      'repository/.git/HEAD': '',
      'repository/.gitignore': 'generated.tf',
      'repository/app/main.tf': '',
      'repository/app/generated.tf': '',
    };
    expect(filesBelow('repository/app', files)).toEqual(['repository/app/main.tf']);
  });

  test('what is named is looked at even if it is ignored', () => {
    const files = { '.gitignore': 'build', 'build/out/main.tf': '' };
    expect(filesBelow('build/out', files)).toEqual(['build/out/main.tf']);
    expect(filesBelow('build/out/main.tf', files)).toEqual(['build/out/main.tf']);
  });

  test('a rule that would take for ever is left out', () => {
    const name = `${'a'.repeat(200)}.tf`;
    expect(filesBelow('.', { '.gitignore': `${'*a'.repeat(40)}b`, [name]: '' })).toEqual([name]);
  });
});
