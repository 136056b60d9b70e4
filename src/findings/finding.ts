/** What a person reads: the equal verdicts of one policy at one place, or a diagnostic. */
import type { NodeId } from '../core/ids.ts';
import type { SourceRange } from '../core/source.ts';
import type { FindingLevel } from '../core/level.ts';
import type { RelatedPlace, Verdict } from '../policy/verdict.ts';

export interface Finding {
  /** Stable under moving, renaming, reformatting and rescaling; equal ones in a run get `:2`, `:3` in path order. */
  readonly fingerprint: string;
  /** A policy's id, or a diagnostic's code. */
  readonly policy: string;
  readonly level: FindingLevel;
  readonly state: 'open' | 'suppressed' | 'baseline';
  readonly message: string;
  /** Where; undefined only when a file could not be read at all. */
  readonly place: SourceRange | undefined;
  /** The file when there is no place. */
  readonly path: string;
  readonly related: readonly RelatedPlace[];
  /** The nodes it is about, the first by id first. */
  readonly resources: readonly NodeId[];
  /** Passing instances of the same line. */
  readonly passing: readonly NodeId[];
  readonly why: string;
  readonly fix: string;
  /** The verdicts that became it; empty for a diagnostic. */
  readonly verdicts: readonly Verdict[];
}
