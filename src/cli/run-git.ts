/** Runs the program git: arguments and a folder → its exit status and what it said. */
import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import process from 'node:process';
import type { Environment } from './environment.ts';

/** More than any diff of infrastructure code. */
const maximumOutput = 256 * 1024 * 1024;

/** The exit status as of a shell that doesn't find the program. */
const notRun = 127;

/** `cwd` is absolute: what the folders are relative to. */
export function gitIn(cwd: string): Environment['git'] {
  return (argv, folder) =>
    new Promise((answer) => {
      const options = { cwd: resolve(cwd, folder), env: environmentOfGit(), maxBuffer: maximumOutput };
      execFile('git', argv, options, (error, stdout, stderr) => {
        if (error === null) return answer({ code: 0, stdout, stderr });
        if (typeof error.code === 'number') return answer({ code: error.code, stdout, stderr });
        return answer({ code: notRun, stdout, stderr: error.message });
      });
    });
}

/** Without what a hook of git sets, which holds in the folder where that hook started. */
function environmentOfGit(): NodeJS.ProcessEnv {
  const { GIT_DIR: _dir, GIT_WORK_TREE: _tree, GIT_INDEX_FILE: _index, GIT_PREFIX: _prefix, ...others } = process.env;
  return others;
}
