/** What every command is given. */
import { escapeText } from '../core/print.ts';
import type { CommandLine } from './command-line.ts';
import type { Environment } from './environment.ts';
import { exitCodes, type ExitCode } from './exit-codes.ts';
import type { RunDependencies } from './run-dependencies.ts';

export interface CommandContext {
  readonly commandLine: CommandLine;
  readonly environment: Environment;
  readonly dependencies: RunDependencies;
}

/** Tells what is wrong with the usage or the configuration. */
export function refuse({ stderr }: Environment, mistakes: readonly string[]): ExitCode {
  for (const mistake of mistakes) stderr.write(`dr-lint: ${escapeText(mistake)}\n`);
  return exitCodes.usage;
}

/** A remark beside the results. */
export function remark({ stderr }: Environment, text: string): void {
  stderr.write(`${escapeText(text)}\n`);
}
