/** Diagnostics as findings: trouble with an input is told in every report, beside what the policies found. */
import { appendTo } from '../core/append-to.ts';
import type { Diagnostic } from '../core/diagnostic.ts';
import { inWords } from '../core/print.ts';
import type { SourceRange } from '../core/source.ts';
import type { Finding } from './finding.ts';
import { fingerprintOf } from './fingerprint.ts';

/** `stateOf` says whether the configuration suppresses it. Fingerprints are not numbered yet. */
export function diagnosticsToFindings(
  diagnostics: readonly Diagnostic[],
  stateOf: (diagnostic: Diagnostic) => Finding['state'],
): readonly Finding[] {
  return gathered(diagnostics).map(({ diagnostic, others }) => {
    const path = diagnostic.range?.file.path ?? diagnostic.path;
    return {
      fingerprint: fingerprintOf(diagnostic.code, path, undefined),
      policy: diagnostic.code,
      level: diagnostic.level,
      state: stateOf(diagnostic),
      message: diagnostic.message,
      place: diagnostic.range,
      path,
      related: others.map((range) => ({ range, label: 'here, too' })),
      resources: [],
      passing: [],
      why: '',
      fix: diagnostic.help,
      verdicts: [],
    };
  });
}

interface Gathered {
  readonly diagnostic: Diagnostic;
  /** Where the same mistake was made, too: what a change adds to it is found by its place. */
  readonly others: readonly SourceRange[];
}

/** Notes of one kind in one file are one: a template that nests twenty others is told of once. So are equal mistakes. */
function gathered(diagnostics: readonly Diagnostic[]): readonly Gathered[] {
  const groups = new Map<string, Diagnostic[]>();
  for (const diagnostic of diagnostics) {
    const { code, level, message } = diagnostic;
    const path = diagnostic.range?.file.path ?? diagnostic.path;
    appendTo(groups, `${code} ${path} ${level === 'note' ? '' : `${level} ${message}`}`, diagnostic);
  }
  return [...groups.values()].flatMap((group) => {
    const [first, ...others] = group.toSorted((one, other) => (one.range?.start ?? 0) - (other.range?.start ?? 0));
    if (first === undefined) return [];
    if (first.level === 'note') return [{ diagnostic: ending(first, alsoOnLines(first, others)), others: [] }];
    const more = others.length === 0 ? '' : `And ${others.length} more in this file.`;
    return [{ diagnostic: ending(first, more), others: others.flatMap(({ range }) => range ?? []) }];
  });
}

function ending(diagnostic: Diagnostic, more: string): Diagnostic {
  return more === '' ? diagnostic : { ...diagnostic, message: `${diagnostic.message} ${more}` };
}

function alsoOnLines(first: Diagnostic, others: readonly Diagnostic[]): string {
  const lines = new Set(others.flatMap((other) => lineOf(other) ?? []));
  lines.delete(lineOf(first) ?? 0);
  return lines.size === 0 ? '' : `The same holds for ${linesInWords([...lines])}.`;
}

function lineOf({ range }: Diagnostic): number | undefined {
  return range?.file.positionAt(range.start).line;
}

function linesInWords(lines: readonly number[]): string {
  const words = inWords(lines.slice(0, 3).map(String), lines.length);
  return `${lines.length === 1 ? 'line' : 'lines'} ${words}`;
}
