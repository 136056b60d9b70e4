/** The environment of the running process. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import process from 'node:process';
import { nodeFileSystem } from '../core/file-system-node.ts';
import type { Environment, Output } from './environment.ts';
import { replaceFile } from './replace-file.ts';
import { gitIn } from './run-git.ts';

export function processEnvironment(): Environment {
  const cwd = process.cwd();
  return {
    stdout: outputOf(process.stdout),
    stderr: outputOf(process.stderr),
    cwd,
    env: process.env,
    openFileSystem: (named) =>
      nodeFileSystem(
        cwd,
        ['.', ...named].map((path) => repositoryAround(resolve(cwd, path))),
      ),
    writeFile: (path, text) => writeText(resolve(cwd, path), text, 'w'),
    // Refuses a symbolic link, too: a stranger's repository must not choose what is written.
    createFile: (path, text) => writeText(resolve(cwd, path), text, 'wx'),
    replaceFile: (path, expected, bytes) => replaceFile(resolve(cwd, path), expected, bytes),
    git: gitIn(cwd),
    now: () => new Date(),
  };
}

function outputOf(stream: NodeJS.WriteStream): Output {
  // The reader of a pipe may go before everything is written (`| head`): nothing is wrong with the run then.
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  return {
    write: (text) => void stream.write(text),
    isTerminal: stream.isTTY,
    columns: stream.isTTY ? stream.columns : undefined,
  };
}

/** The root of the repository that holds a path: modules and configuration may lie anywhere in it. The path itself outside of one. */
function repositoryAround(path: string): string {
  for (let folder = path; ; folder = dirname(folder)) {
    if (existsSync(resolve(folder, '.git'))) return folder;
    if (dirname(folder) === folder) return path;
  }
}

function writeText(path: string, text: string, flag: 'w' | 'wx'): string | undefined {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text, { flag });
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
