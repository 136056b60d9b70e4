/** Everything a run has to say, as the reporters get it; they only turn it into text. */
import type { TierSteps } from '../assessment/achieved-tier.ts';
import type { Assessment, WorkloadAssessment } from '../assessment/assessment.ts';
import type { Diagnostic } from '../core/diagnostic.ts';
import type { ResourceGraph } from '../graph/resource-graph.ts';
import type { Policy } from '../policy/policy.ts';
import type { Verdict } from '../policy/verdict.ts';
import type { Finding } from './finding.ts';
import type { Proposal } from './proposal.ts';

export interface Report {
  /** `homepage` is where people read about it. */
  readonly tool: { readonly name: string; readonly version: string; readonly homepage?: string };
  readonly inputs: readonly InputStatus[];
  readonly graph: ResourceGraph;
  readonly workloads: readonly WorkloadAssessment[];
  /** Of each resource on a recovery path. */
  readonly estimates: Assessment['resources'];
  /** Ascending, with what each asks of the ladders. */
  readonly tiers: readonly Pick<TierSteps, 'name' | 'steps'>[];
  readonly policies: readonly Policy[];
  /** Failed and unknown ones that are not off; with `--verdicts all` every one. */
  readonly verdicts: readonly Verdict[];
  /** Sorted by file, line, column, policy. */
  readonly findings: readonly Finding[];
  /** What can be done by itself about findings, by their fingerprints; absent when nobody asked. */
  readonly proposals?: ReadonlyMap<string, Proposal>;
  readonly diagnostics: readonly Diagnostic[];
  readonly summary: Summary;
}

export interface InputStatus {
  readonly path: string;
  /** `terraform-root`, `terraform-module`, `cloudformation-template`, `variable-file`, `parameter-file`, … */
  readonly kind: string;
  readonly status: 'read' | 'skipped' | 'left-out' | 'unreadable';
  readonly reason?: string;
  /** Of a file that could deploy a template in several ways: the template, and what they are called. */
  readonly environments?: { readonly template: string; readonly names: readonly string[] };
}

export interface Summary {
  readonly resources: number;
  readonly findings: { readonly error: number; readonly warning: number; readonly note: number };
  readonly verdicts: {
    readonly pass: number;
    readonly fail: number;
    readonly unknown: number;
    readonly notApplicable: number;
  };
  /** The undecided verdicts by cause, the commonest first. */
  readonly undecided: readonly { readonly subject: string; readonly cure: string; readonly verdicts: number }[];
  readonly leftOut: readonly { readonly what: string; readonly count: number }[];
  readonly suppressed: number;
  /** Open findings that are not reported: outside the given files or the change. Absent when all are. */
  readonly elsewhere?: number;
}
