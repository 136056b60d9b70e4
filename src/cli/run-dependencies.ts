/** What the command line calls: the linter and its printers. Given to `run`, so that tests can give it others. */
import type { Config } from '../config/config.ts';
import type { FileSystem } from '../core/file-system.ts';
import type { Region } from '../core/ids.ts';
import type { Outcome } from '../core/outcome.ts';
import type { Report } from '../findings/report.ts';
import type { ResourceGraph } from '../graph/resource-graph.ts';
import type { Policy } from '../policy/policy.ts';
import type { Reporter, ReporterOptions } from '../reporters/reporter.ts';

export interface LintRequest {
  readonly fileSystem: FileSystem;
  /** Relative to the working directory, as are all paths here. */
  readonly paths: readonly string[];
  /** With what the flags state over it. */
  readonly config: Config;
  readonly varFiles: readonly string[];
  readonly parameters: readonly string[];
  /** The Region stated for everything that does not say its own. */
  readonly region: Region | undefined;
  /** Folders of policies beside those of the configuration. */
  readonly policyFolders: readonly string[];
  readonly verdicts: 'findings' | 'all';
  /** `YYYY-MM-DD`; for suppressions that expire. */
  readonly today: string;
}

export interface RunDependencies {
  readonly version: string;
  lint(request: LintRequest): Promise<Report>;
  /** The names of the built-in tiers, lowest first. */
  tierNames(): Promise<readonly string[]>;
  /** The built-in policies and those of these folders. */
  loadPolicies(folders: readonly string[], fileSystem: FileSystem): Promise<Outcome<readonly Policy[]>>;
  /** The names of the formats of reports. */
  reporterNames(): Promise<readonly string[]>;
  loadReporter(name: string): Promise<Reporter | undefined>;
  printGraph(graph: ResourceGraph): Promise<string>;
  printPolicies(policies: readonly Policy[], format: 'text' | 'json'): Promise<string>;
  printPolicy(policy: Policy, format: 'text' | 'json', options: ReporterOptions): Promise<string>;
}
