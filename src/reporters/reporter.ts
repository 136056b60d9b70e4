/** A reporter turns a report into text; it reads and writes nothing itself. */
import type { Report } from '../findings/report.ts';

export interface ReporterOptions {
  /** Whether the output may hold terminal colours. */
  readonly color: boolean;
  /** Columns of the terminal that long lines are fitted to. */
  readonly width: number;
  /** SARIF: tells several uploads for one commit apart; by default the tool's name. */
  readonly category?: string;
  /** SARIF: lists suppressed findings too, marked as such. */
  readonly suppressed?: boolean;
  /** GitHub: the working directory as seen from the root of the repository (`infra`); by default the root itself. */
  readonly workingDirectory?: string;
}

/** The whole output, ending in a line break. */
export type Reporter = (report: Report, options: ReporterOptions) => string;
