/** Diagnostics as findings: trouble with an input is told in every report, beside what the policies found. */
import type { Diagnostic } from '../core/diagnostic.ts';
import type { Finding } from './finding.ts';
import { fingerprintOf } from './fingerprint.ts';

/** `stateOf` says whether the configuration suppresses it. Fingerprints are not numbered yet. */
export function diagnosticsToFindings(
  diagnostics: readonly Diagnostic[],
  stateOf: (diagnostic: Diagnostic) => Finding['state'],
): readonly Finding[] {
  return diagnostics.map((diagnostic) => {
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
