/** What would happen, from the graph alone: estimates per resource and workload, the three ladders, the achieved tier. */
import type { NodeId } from '../core/ids.ts';
import type { Interval } from '../core/interval.ts';
import type { SourceRange } from '../core/source.ts';
import type { Truth } from '../core/truth.ts';
import type { UnknownSymbol } from '../core/value.ts';

export const disruptions = ['data', 'deletion', 'instance', 'zone', 'region', 'account'] as const;
export type Disruption = (typeof disruptions)[number];

/** What would happen to a resource or a workload if it met a disruption. */
export interface Estimate {
  /** Seconds of data that are gone; undefined: not applicable (nothing here has data to lose). */
  readonly rpo: Interval | undefined;
  /** Seconds until it serves again. */
  readonly rto: Interval | undefined;
  /** The resource that limits it; undefined when there is none. */
  readonly limitedBy: NodeId | undefined;
  /** What adds up to the recovery time, in order: of a resource one term, of a workload that loses its Region several. */
  readonly terms: readonly EstimateTerm[];
  /** The mechanisms it rests on: those of the worst data and of each term; empty where nothing brings it back. */
  readonly evidence: readonly Evidence[];
  /** What must be there for it, and is no time in it: keys, secrets, images, networks. */
  readonly provisos: readonly Proviso[];
  /** What must become known for the figures to be. */
  readonly unknowns: readonly UnknownSymbol[];
  /** What is promised for this disruption; undefined: nothing. */
  readonly promise: EstimatePromise | undefined;
}

export type TermName = 'detection' | 'response' | 'data' | 'compute' | 'traffic' | 'recovery';

export interface EstimateTerm {
  readonly name: TermName;
  /** Seconds; [0, ∞) where nothing in the scan decides it. */
  readonly time: Interval;
  /** As a phrase: "the replica in us-west-2 is promoted", "nothing in the scan decides it". */
  readonly because: string;
  /** Undefined where no mechanism decides it. */
  readonly evidence: Evidence | undefined;
}

/** `documented` by AWS or read from the code; `assumed`: a figure of our own, stated as such. */
export type Basis = 'documented' | 'assumed';

/** One mechanism that an estimate rests on. */
export interface Evidence {
  /** The mechanism's id: `rds/point-in-time`. */
  readonly mechanism: string;
  readonly node: NodeId;
  /** What must survive for it: a vault, a replica; undefined when it is the node itself. */
  readonly carrier: NodeId | undefined;
  /** The weaker one of its figures. */
  readonly basis: Basis;
  readonly place: SourceRange | undefined;
  /** As a phrase: "restored from the copy in us-west-2". */
  readonly because: string;
  /** Not only possible. */
  readonly certain: boolean;
}

/** Something a recovery needs that other policies guard: a key or secret of the lost Region. */
export interface Proviso {
  /** As a phrase: "its key must exist in us-west-2". */
  readonly text: string;
  /** What it is about; undefined for what nothing declares. */
  readonly node: NodeId | undefined;
  /** Of what must be there itself: what kind of thing it is, "secret", so that many are told as one. */
  readonly kind?: string;
}

export interface EstimatePromise {
  /** Seconds; both undefined: that it comes back at all. */
  readonly rpo: number | undefined;
  readonly rto: number | undefined;
  readonly source: 'stated' | 'tier';
  /** Whether the estimate keeps it. */
  readonly holds: Truth;
  /** Of the figure that misses it: what rests on an assumption alone is no error. */
  readonly basis: Basis;
}

export type LadderName = 'data' | 'compute' | 'traffic';

/** Where a ladder stands: at its worst member. Low and high differ where something is not known. */
export interface Ladder {
  readonly name: LadderName;
  /** 0–3, as model.md's table has them; Infinity when it has no members. */
  readonly step: Interval;
  readonly members: readonly LadderMember[];
}

export interface LadderMember {
  readonly node: NodeId;
  readonly step: Interval;
  /** `replicated`, `running`, `lost` … */
  readonly stepName: string;
  /** Why it stands there, as a phrase: "runs 0 of 4", "recovery points are copied to us-west-2". */
  readonly because: string;
  /** What must become known for a higher step. */
  readonly unknowns: readonly UnknownSymbol[];
}

export interface WorkloadAssessment {
  readonly name: string;
  /** The tier it is judged by. */
  readonly tier: string;
  readonly tierSource: 'stated' | 'objectives' | 'default';
  /** The policies of AWS Resilience Hub that state the objectives; undefined where none in the code does. */
  readonly objectivesDeclaredBy?: string | undefined;
  readonly objectives: { readonly rto: number | undefined; readonly rpo: number | undefined };
  /** What certainly holds; `none` below the lowest. */
  readonly achievedTier: string;
  /** A higher one that holds if what is unknown turns out well. */
  readonly possibleTier: string | undefined;
  /** What must become known for the possible tier. */
  readonly possibleIf: readonly UnknownSymbol[];
  /** What keeps it from the next tier, the shortest list: one sentence each. */
  readonly heldBackBy: readonly string[];
  /** The next tier above the achieved one; undefined at the top. */
  readonly nextTier: string | undefined;
  readonly ladders: readonly Ladder[];
  readonly estimates: ReadonlyMap<Disruption, Estimate>;
  readonly regions: {
    readonly primary: string | undefined;
    readonly recovery: readonly string[];
    readonly inferred: boolean;
  };
  /** Members left out: exempt ones, auxiliary ones, ones with a tier of their own. */
  readonly leftOut: readonly { readonly node: NodeId; readonly because: string }[];
}

export interface Assessment {
  readonly workloads: readonly WorkloadAssessment[];
  /** Per resource on a recovery path, its own estimates. */
  readonly resources: ReadonlyMap<NodeId, ReadonlyMap<Disruption, Estimate>>;
}
