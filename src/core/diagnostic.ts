/** Trouble with an input: returned beside the result, never thrown, never silent. */
import type { SourceRange } from './source.ts';

/** The ids under which diagnostics are reported; they are for ever. */
export const diagnosticCodes = [
  'input/syntax',
  'input/unreadable',
  'input/too-large',
  'input/unresolved-module',
  'input/modelled-module',
  'input/unresolved-include',
  'input/cycle',
  'input/limit',
  'input/provider-unconfigured',
  'input/variable',
  'input/tier',
  'suppression/expired',
  'suppression/ending',
  'suppression/unused',
  'suppression/no-reason',
  'config/unknown-key',
  'config/invalid',
] as const;

export type DiagnosticCode = (typeof diagnosticCodes)[number];

export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly level: 'error' | 'warning' | 'note';
  /** What is wrong, as a sentence with names and values. */
  readonly message: string;
  /** What to do about it, as a sentence; empty when nothing can be done here. */
  readonly help: string;
  /** Where; absent when the file could not be read at all. */
  readonly range?: SourceRange;
  /** The file's path where there is no range. */
  readonly path: string;
}
