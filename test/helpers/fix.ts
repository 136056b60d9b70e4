/** Fixes texts as `--fix` fixes files: the whole pipeline on a file system in memory. */
import { settleEdits, type Settled } from '../../src/edits/settle-edits.ts';
import type { Report } from '../../src/findings/report.ts';
import { lintText, type LintTextOptions } from './lint-text.ts';

export interface Fixed extends Settled {
  /** What was found at first. */
  readonly report: Report;
  /** Path → text, those that stay as they are included. */
  readonly files: Readonly<Record<string, string>>;
}

export type Lint = (files: Readonly<Record<string, string>>) => Promise<Report>;

/** @param lint judges files, with proposals */
export async function fixWith(files: Readonly<Record<string, string>>, lint: Lint): Promise<Fixed> {
  const report = await lint(files);
  const settled = await settleEdits({
    report,
    only: undefined,
    lint: (texts) => lint({ ...files, ...Object.fromEntries(texts) }),
  });
  const after = [...settled.changes].map(([path, change]) => [path, change.after] as const);
  return { ...settled, report, files: { ...files, ...Object.fromEntries(after) } };
}

export function fixText(files: Readonly<Record<string, string>>, options: LintTextOptions = {}): Promise<Fixed> {
  return fixWith(files, (texts) => lintText(texts, { ...options, withProposals: true }));
}
