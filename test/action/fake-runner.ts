/** Runs the action in memory: with a runner that remembers what was written, and by default the real linter. */
import { expect } from 'vitest';
import { dependencies } from '../../src/cli/dependencies.ts';
import type { ExitCode } from '../../src/cli/exit-codes.ts';
import type { GitAnswer } from '../../src/cli/environment.ts';
import type { RunDependencies } from '../../src/cli/run-dependencies.ts';
import { runAction } from '../../src/action/run-action.ts';
import type { Runner } from '../../src/action/runner.ts';
import { memoryFileSystem } from '../../src/core/file-system-memory.ts';

export interface FakeRunner {
  readonly files?: Readonly<Record<string, string>>;
  /** Name of an input → its value. */
  readonly inputs?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  /** The event, as the runner's file holds it. */
  readonly event?: string;
  readonly git?: (argv: readonly string[]) => Partial<GitAnswer>;
  readonly dependencies?: Partial<RunDependencies>;
}

export interface RanAction {
  readonly code: ExitCode;
  /** What the log shows, line by line. */
  readonly log: readonly string[];
  /** The lines of the log that the runner obeys. */
  readonly commands: readonly string[];
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  readonly written: Readonly<Record<string, string>>;
}

export const unprotected = 'resource "aws_s3_bucket" "orders" {\n  bucket = "orders"\n}\n';

export async function runFakeAction(fake: FakeRunner = {}): Promise<RanAction> {
  const { files = { 'main.tf': unprotected }, inputs = {}, event, git = () => ({ code: 128 }) } = fake;
  const written: Record<string, string> = {};
  const appended: Record<string, string> = {};
  const log: string[] = [];
  let tokens = 0;
  const stdout = { write: (text: string) => void log.push(text), isTerminal: false, columns: undefined };
  const runner: Runner = {
    environment: {
      stdout,
      stderr: { ...stdout, write: () => expect.unreachable('the runner keeps no order between two streams') },
      cwd: '/home/runner/work/estate/estate',
      env: {
        GITHUB_OUTPUT: '/runner/output',
        GITHUB_STEP_SUMMARY: '/runner/summary',
        GITHUB_EVENT_PATH: '/runner/event.json',
        ...Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
        ...fake.env,
      },
      openFileSystem: () => memoryFileSystem(files),
      writeFile: (path, text) => {
        written[path] = text;
        return undefined;
      },
      replaceFile: () => 'not here',
      createFile: () => 'the action creates no file',
      git: async (argv) => ({ code: 0, stdout: '', stderr: '', ...git(argv) }),
      now: () => new Date('2027-01-02T03:04:05Z'),
    },
    readFile: (path) => (path === '/runner/event.json' ? event : undefined),
    appendFile: (path, text) => {
      if (path === '/full') return 'no space left on device';
      appended[path] = `${appended[path] ?? ''}${text}`;
      return undefined;
    },
    token: () => `token-${(tokens += 1)}`,
  };
  const code = await runAction(runner, { ...dependencies, ...fake.dependencies });
  const lines = log.join('').split('\n');
  return {
    code,
    log: lines,
    commands: obeyed(lines),
    outputs: outputsIn(appended['/runner/output'] ?? ''),
    summary: appended['/runner/summary'] ?? '',
    written,
  };
}

// As the runner reads lines: blanks before are skipped, and after stop-commands only the token starts it again.
// https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#stopping-and-starting-workflow-commands
export function obeyed(log: readonly string[]): readonly string[] {
  const commands: string[] = [];
  let token: string | undefined;
  for (const line of log.map((each) => each.trim())) {
    if (token !== undefined) {
      if (line === `::${token}::`) token = undefined;
      continue;
    }
    if (!line.startsWith('::')) continue;
    token = /^::stop-commands::(.+)$/u.exec(line)?.[1];
    if (token === undefined) commands.push(line);
  }
  return commands;
}

/** `name<<token`, the value, `token`. */
export function outputsIn(text: string): Readonly<Record<string, string>> {
  const outputs: Record<string, string> = {};
  for (const [, name = '', , value = ''] of text.matchAll(/^(.+)<<(.+)\n([^]*?)\n\2\n/gmu)) outputs[name] = value;
  return outputs;
}
