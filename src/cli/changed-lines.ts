/**
 * `--changed-since REF`: asks git which lines differ from where this branch left REF. What is not committed yet, and what
 * git does not know yet, counts as changed.
 */
import { posix } from 'node:path';
import type { ChangedFile, ChangedLines } from '../findings/changed-lines.ts';
import { done, mistaken, type Attempt } from './attempt.ts';
import type { CommandContext } from './command-context.ts';
import type { Environment } from './environment.ts';
import { commonFolder } from './named-paths.ts';
import { parseDiff } from './parse-diff.ts';
import type { Settings } from './settings.ts';

/** The files that findings can stand in. */
const linted = ['tf', 'tofu', 'tfvars', 'yaml', 'yml', 'json', 'template'].map(
  (extension) => `:(glob)**/*.${extension}`,
);

/** `folder` is one in the repository, relative to the working directory; so are the paths of the result. */
export async function changedLines(
  { git }: Pick<Environment, 'git'>,
  ref: string,
  folder: string,
): Promise<Attempt<ChangedLines>> {
  const up = await git(['rev-parse', '--show-prefix', '--show-cdup'], folder);
  if (up.code !== 0) return refused(`${folder} is in no git repository`, up.stderr);
  const [prefix = '', cdup = ''] = up.stdout.split('\n');
  const top = posix.join(folder, cdup);
  const seenFromHere = (path: string): string => posix.join(folder, posix.relative(prefix, path));
  const base = await mergeBase(git, ref, top);
  if (base.kind === 'mistaken') return base;
  const diff = await git([...diffCommand, base.value, '--', ...linted], top);
  if (diff.code !== 0) return refused('git diff failed', diff.stderr);
  const untracked = await git(['ls-files', '--others', '--exclude-standard', '-z', '--', ...linted], top);
  if (untracked.code !== 0) return refused('git ls-files failed', untracked.stderr);
  const changes = new Map<string, ChangedFile>();
  for (const [path, file] of parseDiff(diff.stdout)) changes.set(seenFromHere(path), file);
  for (const path of untracked.stdout.split('\0')) if (path !== '') changes.set(seenFromHere(path), wholeFile);
  return done(changes);
}

/** What the command line asks for; undefined where it asks for nothing. */
export async function changesSince(
  { commandLine, environment }: CommandContext,
  { fileSystem, paths }: Pick<Settings, 'fileSystem' | 'paths'>,
): Promise<Attempt<ChangedLines | undefined>> {
  const ref = commandLine.options.value('changed-since');
  if (ref === undefined) return done(undefined);
  const common = commonFolder(environment.cwd, paths);
  const kind = fileSystem.stat(common)?.kind;
  const folder = kind === 'directory' ? common : posix.dirname(common);
  return changedLines(environment, ref, fileSystem.realPath(folder) ?? '.');
}

const wholeFile: ChangedFile = { added: [{ first: 1, last: Infinity }], removed: [] };

/**
 * Independent of the user's settings and of attributes in the repository, which could name an external program or call
 * a file binary. https://git-scm.com/docs/git-diff
 */
const diffCommand = [
  '-c',
  'core.quotePath=true',
  'diff',
  '--unified=0',
  '--no-color',
  '--no-ext-diff',
  '--no-textconv',
  '--text',
  '--find-renames',
  '--ignore-submodules',
  '--src-prefix=a/',
  '--dst-prefix=b/',
] as const;

/** Where this branch left `ref`: what others changed there since is no change of ours. */
async function mergeBase(git: Environment['git'], ref: string, top: string): Promise<Attempt<string>> {
  // What starts with a dash is no name of a commit, but git would take it for an option.
  const commit = ref.startsWith('-')
    ? undefined
    : await git(['rev-parse', '--verify', '--quiet', `${ref}^{commit}`], top);
  if (commit === undefined || commit.code !== 0) {
    return refused(`git knows no commit "${ref}". In a shallow clone, fetch it first`, '');
  }
  const base = await git(['merge-base', commit.stdout.trim(), 'HEAD'], top);
  if (base.code === 0) return done(base.stdout.trim());
  return refused(
    `HEAD and "${ref}" have no commit in common. In a shallow clone, fetch more of the history`,
    base.stderr,
  );
}

function refused(what: string, said: string): Attempt<never> {
  const [reason = ''] = said.split('\n');
  return mistaken([`--changed-since: ${what}${reason === '' ? '' : ` (${reason})`}.`]);
}
