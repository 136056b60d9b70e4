/** `--fix` and `--fix-dry-run`: what is found is edited, in the files or as a diff; what could not be is told. */
import { decodeText } from '../core/read-source.ts';
import { locationOf } from '../core/source.ts';
import type { Change, Settled } from '../edits/settle-edits.ts';
import type { Finding } from '../findings/finding.ts';
import type { Report } from '../findings/report.ts';
import type { LintOptions } from '../lint.ts';
import { plural } from '../reporters/text-style.ts';
import { done, mistaken, type Attempt } from './attempt.ts';
import { remark, type CommandContext } from './command-context.ts';

/** What the edits come to, judged in memory: the edits of a change that is linted are held to all that is found. */
export async function settle({ dependencies }: CommandContext, options: LintOptions, report: Report): Promise<Settled> {
  const { settleEdits, withTexts } = await dependencies.loadEdits();
  const { watcher: _, changes, ...quiet } = options;
  const lint = (texts: ReadonlyMap<string, string>): Promise<Report> =>
    dependencies.lint({ ...quiet, withProposals: true, fileSystem: withTexts(options.fileSystem, texts) });
  if (changes === undefined) return settleEdits({ report, only: undefined, lint });
  return settleEdits({ report: await lint(new Map()), only: report.findings, lint });
}

/** Writes the changed files; the reasons why some could not be written. */
export function writeChanges(
  { environment }: CommandContext,
  { fileSystem }: LintOptions,
  { changes }: Settled,
): Attempt<readonly string[]> {
  const written: string[] = [];
  const mistakes: string[] = [];
  for (const [path, change] of changes) {
    const reason = write({ environment, fileSystem }, path, change);
    if (reason === undefined) written.push(path);
    else mistakes.push(`${path} is not edited: ${reason}.`);
  }
  return mistakes.length > 0 ? mistaken(mistakes) : done(written);
}

function write(
  { environment, fileSystem }: Pick<CommandContext, 'environment'> & Pick<LintOptions, 'fileSystem'>,
  path: string,
  { before, after }: Change,
): string | undefined {
  const bytes = fileSystem.readBytes(path);
  if (bytes === undefined || decodeText(bytes) !== before) return 'it was changed meanwhile';
  if (fileSystem.realPath(path) !== path) return 'a symbolic link leads to it';
  const isMarked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (isUtf16) return 'it is not in UTF-8';
  const text = new TextEncoder().encode(after);
  return environment.replaceFile(path, bytes, isMarked ? Uint8Array.of(0xef, 0xbb, 0xbf, ...text) : text);
}

/** How many findings that are not fixed are told one by one. */
const mostTold = 10;

/** Says on the standard error what became of the findings whose policy has an edit. */
export function tellEdits({ environment, commandLine }: CommandContext, settled: Settled, report: Report): void {
  if (commandLine.options.isGiven('quiet')) return;
  const isWritten = commandLine.options.isGiven('fix');
  const { fixed, changes } = settled;
  const verb = isWritten ? 'Fixed' : 'Would fix';
  remark(environment, `${verb} ${plural(fixed.length, 'finding')} in ${plural(changes.size, 'file')}.`);
  const left = [
    ...settled.takenBack,
    ...report.findings.flatMap((finding) => {
      const proposal = report.proposals?.get(finding.fingerprint);
      return proposal?.kind === 'refused' ? [{ finding, because: proposal.because }] : [];
    }),
  ];
  for (const { finding, because } of left.slice(0, mostTold)) {
    remark(environment, `Not fixed: ${finding.policy} at ${placeOf(finding)}: ${because}. ${finding.fix}`);
  }
  if (left.length > mostTold) remark(environment, `Not fixed either: ${left.length - mostTold} more.`);
}

function placeOf({ place, path }: Finding): string {
  if (place === undefined) return path;
  const { file, line } = locationOf(place);
  return `${file}:${line}`;
}
