/** What people give to a linter in place of a plan's JSON, and how they come by the right file. */
import type { Diagnostic } from '../../core/diagnostic.ts';
import { maximumFileBytes } from '../../core/read-source.ts';
import type { SourceFile } from '../../core/source.ts';
import { readJson } from '../json.ts';
import type { JsonScan } from '../json-scan.ts';

const rightCommand = 'Print the plan with `terraform plan -out tfplan` and `terraform show -json tfplan > plan.json`.';

/** Why a text can't be read as a plan; undefined when it can. @param sections the keys of its root */
export function refusalOf(
  file: SourceFile,
  sections: ReadonlyMap<string, number>,
  scan: JsonScan,
): Diagnostic | undefined {
  if (sections.has('@level') && sections.has('@message')) {
    return refused(file, 'holds the log lines of `terraform plan -json`, not a plan', rightCommand);
  }
  if (scan.mistake !== undefined) return broken(file, scan.mistake);
  if (sections.has('lineage') || (sections.has('values') && !sections.has('planned_values'))) {
    return refused(file, 'holds a state, not a plan: it does not say what refers to what', rightCommand);
  }
  if (!sections.has('format_version') || !sections.has('planned_values')) {
    return refused(file, 'is no plan of Terraform: it lacks `format_version` or `planned_values`', rightCommand);
  }
  return versionRefusal(file, scan.string(sections.get('format_version') ?? 0) ?? '');
}

/** The major version changes when readers must: https://developer.hashicorp.com/terraform/internals/json-format#format-summary */
function versionRefusal(file: SourceFile, version: string): Diagnostic | undefined {
  if (/^1\.\d+$/u.test(version)) return undefined;
  const known = `has the format version ${JSON.stringify(version)}; dr-lint reads version 1`;
  return version.startsWith('0.')
    ? refused(file, `${known}, which Terraform 1.1 and later print`, 'Plan with a newer Terraform.')
    : refused(file, known, 'Use a newer dr-lint.');
}

/** @param at where the text was found to be broken; a quote that is missing shows only later */
export function broken(file: SourceFile, at: number): Diagnostic {
  const help = `Nothing of it is checked. ${rightCommand}`;
  const [precise] = file.text.length > maximumFileBytes ? [] : readJson(file).diagnostics;
  if (precise !== undefined) return { ...precise, help };
  const isCut = at >= file.text.length;
  return {
    code: 'input/syntax',
    level: 'error',
    message: `This is not valid JSON: ${isCut ? 'the plan ends in the middle' : 'the plan can not be read from here on'}.`,
    help,
    range: { file, start: at, end: Math.min(at + 1, file.text.length) },
    path: file.path,
  };
}

function refused(file: SourceFile, what: string, help: string): Diagnostic {
  return {
    code: 'input/unreadable',
    level: 'error',
    message: `${file.path} ${what}.`,
    help,
    range: { file, start: 0, end: Math.min(1, file.text.length) },
    path: file.path,
  };
}
