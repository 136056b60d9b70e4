/** What the command line calls: the linter and its printers. Given to `run`, so that tests can give it others. */
import type { Config } from '../config/config.ts';
import type { FileSystem } from '../core/file-system.ts';
import type { Outcome } from '../core/outcome.ts';
import type { Settled, Settling } from '../edits/settle-edits.ts';
import type { TestedPolicies } from '../examples/test-policies.ts';
import type { Report } from '../findings/report.ts';
import type { LintOptions } from '../lint.ts';
import type { Policy } from '../policy/policy.ts';
import type { Reporter, ReporterOptions } from '../reporters/reporter.ts';

export interface RunDependencies {
  readonly version: string;
  /** Where to report bugs. */
  readonly homepage: string;
  lint(options: LintOptions): Promise<Report>;
  loadEdits(): Promise<EditTools>;
  /** The names of the built-in tiers, lowest first. */
  tierNames(): Promise<readonly string[]>;
  /** The built-in policies and those of these folders. */
  loadPolicies(folders: readonly string[], fileSystem: FileSystem): Promise<Outcome<readonly Policy[]>>;
  /** Holds the policies of some folders, or those that the folders have examples of, to their examples. */
  testPolicies(
    folders: readonly string[],
    policies: readonly Policy[],
    fileSystem: FileSystem,
  ): Promise<TestedPolicies>;
  /** The names of the formats of reports, the default first. */
  reporterNames(): Promise<readonly string[]>;
  loadReporter(name: string): Promise<Reporter | undefined>;
  printGraph(report: Report, format: string): Promise<string>;
  printAssessment(report: Report, format: string, options: ReporterOptions): Promise<string>;
  /** As a table for so many columns, or as JSON for tools when that is the format; the configuration for its own tiers. */
  printPolicies(
    catalogue: Pick<LintOptions, 'policies' | 'config'>,
    format: string,
    columns: number | undefined,
  ): Promise<string>;
  printPolicy(explained: ExplainedPolicy, format: string, options: ReporterOptions): Promise<string>;
}

/** Only `--fix` needs them. */
export interface EditTools {
  readonly settleEdits: (settling: Settling) => Promise<Settled>;
  readonly withTexts: (fileSystem: FileSystem, texts: ReadonlyMap<string, string>) => FileSystem;
  readonly unifiedDiff: (changes: Settled['changes']) => string;
}

export interface ExplainedPolicy {
  readonly policy: Policy;
  readonly config: Config;
  /** Where the examples of a policy of the user's own lie. */
  readonly fileSystem: FileSystem;
}
