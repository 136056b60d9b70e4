/** Diagnostics as findings: trouble with an input is told in every report, beside what the policies found. */
import { appendTo } from '../core/append-to.ts';
import type { Diagnostic } from '../core/diagnostic.ts';
import { inWords } from '../core/print.ts';
import type { Finding } from './finding.ts';
import { fingerprintOf } from './fingerprint.ts';

/** `stateOf` says whether the configuration suppresses it. Fingerprints are not numbered yet. */
export function diagnosticsToFindings(
  diagnostics: readonly Diagnostic[],
  stateOf: (diagnostic: Diagnostic) => Finding['state'],
): readonly Finding[] {
  return gathered(diagnostics).map((diagnostic) => {
    const path = diagnostic.range?.file.path ?? diagnostic.path;
    return {
      fingerprint: fingerprintOf(diagnostic.code, path, undefined),
      policy: diagnostic.code,
      level: diagnostic.level,
      state: stateOf(diagnostic),
      message: diagnostic.message,
      place: diagnostic.range,
      path,
      related: [],
      resources: [],
      passing: [],
      why: '',
      fix: diagnostic.help,
      verdicts: [],
    };
  });
}

/** Notes of one kind in one file are one: a template that nests twenty others is told of once. */
function gathered(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const groups = new Map<string, Diagnostic[]>();
  for (const [index, diagnostic] of diagnostics.entries()) {
    const path = diagnostic.range?.file.path ?? diagnostic.path;
    const key = diagnostic.level === 'note' ? `${diagnostic.code} ${path}` : String(index);
    appendTo(groups, key, diagnostic);
  }
  return [...groups.values()].flatMap((group) => {
    const [first, ...others] = group.toSorted((one, other) => (one.range?.start ?? 0) - (other.range?.start ?? 0));
    if (first === undefined || others.length === 0) return group;
    const lines = new Set(others.flatMap((other) => lineOf(other) ?? []));
    lines.delete(lineOf(first) ?? 0);
    if (lines.size === 0) return [first];
    return [{ ...first, message: `${first.message} The same holds for ${linesInWords([...lines])}.` }];
  });
}

function lineOf({ range }: Diagnostic): number | undefined {
  return range?.file.positionAt(range.start).line;
}

function linesInWords(lines: readonly number[]): string {
  const words = inWords(lines.slice(0, 3).map(String), lines.length);
  return `${lines.length === 1 ? 'line' : 'lines'} ${words}`;
}
