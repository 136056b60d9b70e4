/** What would happen, from the graph alone: estimates per resource and workload, the three ladders, the achieved tier. */
import type { NodeId } from '../core/ids.ts';
import type { Interval } from '../core/interval.ts';
import type { SourceRange } from '../core/source.ts';
import type { UnknownSymbol } from '../core/value.ts';

export const disruptions = ['data', 'deletion', 'instance', 'zone', 'region', 'account'] as const;
export type Disruption = (typeof disruptions)[number];

/** Seconds; undefined: not applicable (nothing here has data to lose). */
export interface Estimate {
  readonly rpo: Interval | undefined;
  readonly rto: Interval | undefined;
  /** The resource that limits it; undefined when there is none. */
  readonly limitedBy: NodeId | undefined;
  readonly evidence: readonly Evidence[];
}

/** One mechanism that an estimate rests on. */
export interface Evidence {
  /** The mechanism's id: `rds/point-in-time`. */
  readonly mechanism: string;
  readonly node: NodeId;
  /** What must survive for it: a vault, a replica; undefined when it is the node itself. */
  readonly carrier: NodeId | undefined;
  readonly basis: 'documented' | 'assumed';
  readonly place: SourceRange | undefined;
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
