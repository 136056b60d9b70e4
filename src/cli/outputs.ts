/** Where results go: each `--format FORMAT[:FILE]` to its file, at most one of them to the standard output. */
import { suggest } from '../core/suggest.ts';
import { done, mistaken, type Attempt } from './attempt.ts';
import type { ReporterOptions } from '../reporters/reporter.ts';
import { refuse, type CommandContext } from './command-context.ts';
import type { Environment } from './environment.ts';
import { exitCodes, type ExitCode } from './exit-codes.ts';
import { fromWorkingDirectory } from './named-paths.ts';
import type { Options } from './options.ts';

export interface OutputTarget {
  readonly format: string;
  /** Relative to the working directory; undefined for the standard output. */
  readonly file: string | undefined;
}

/** The targets that were asked for; when there are none, the first of the known formats on the standard output. */
export function outputTargets(options: Options, formats: readonly string[]): Attempt<readonly OutputTarget[]> {
  const targets = options.values('format').map(targetOf);
  const mistakes = targets.flatMap((target) => formatMistake(target, formats));
  if (targets.filter(({ file }) => file === undefined).length > 1) {
    mistakes.push(
      'Only one --format can go to the standard output; give the others a file: --format sarif:results.sarif.',
    );
  }
  if (mistakes.length > 0) return mistaken(mistakes);
  const [format = 'text'] = formats;
  return done(targets.length > 0 ? targets : [{ format, file: undefined }]);
}

function targetOf(text: string): OutputTarget {
  const colon = text.indexOf(':');
  return colon === -1
    ? { format: text, file: undefined }
    : { format: text.slice(0, colon), file: text.slice(colon + 1) };
}

function formatMistake({ format, file }: OutputTarget, formats: readonly string[]): readonly string[] {
  if (file === '') return [`--format ${format}: needs a file after the colon.`];
  if (formats.includes(format)) return [];
  const nearest = suggest(format, formats);
  const meant = nearest === undefined ? '' : ` Did you mean ${nearest}?`;
  return [`--format: "${format}" is not one of ${formats.join(', ')}.${meant}`];
}

/** Prints a result for each target; the exit status tells whether every file could be written. */
export async function writeResults(
  { commandLine, environment }: CommandContext,
  targets: readonly OutputTarget[],
  print: (target: OutputTarget, options: ReporterOptions) => Promise<string>,
): Promise<ExitCode> {
  const mistakes: string[] = [];
  for (const target of targets) {
    const color = usesColor(commandLine.options, environment, target);
    const width = widthOf(environment, target);
    const text = await print(target, { color, width, workingDirectory: workingDirectoryOf(environment) });
    if (target.file === undefined) {
      environment.stdout.write(text);
      continue;
    }
    const reason = environment.writeFile(target.file, text);
    if (reason !== undefined) mistakes.push(`${target.file} can't be written: ${reason}`);
  }
  return mistakes.length > 0 ? refuse(environment, mistakes) : exitCodes.ok;
}

/** Flags over NO_COLOR over FORCE_COLOR over what the terminal can do; files are never coloured. */
function usesColor(options: Options, { stdout, env }: Environment, target: OutputTarget): boolean {
  if (target.file !== undefined) return false;
  if (options.isGiven('no-color')) return false;
  if (options.isGiven('color')) return true;
  // https://no-color.org: any value but the empty one.
  if ((env['NO_COLOR'] ?? '') !== '') return false;
  if ((env['FORCE_COLOR'] ?? '') !== '') return env['FORCE_COLOR'] !== '0';
  return stdout.isTerminal && env['TERM'] !== 'dumb';
}

/** Columns that lines are fitted to where there is no terminal. */
const widthWithoutTerminal = 100;

function widthOf({ stdout }: Environment, { file }: OutputTarget): number {
  return file === undefined ? (stdout.columns ?? widthWithoutTerminal) : widthWithoutTerminal;
}

/** As seen from the root of what GitHub checked out; empty where it checked out nothing around it. */
function workingDirectoryOf({ cwd, env }: Environment): string {
  const workspace = env['GITHUB_WORKSPACE'] ?? '';
  const way = workspace === '' ? '' : fromWorkingDirectory(workspace, cwd);
  return /^\.\.(?:\/|$)/u.test(way) ? '' : way;
}
