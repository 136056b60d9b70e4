/** A picture of a recovery: boxes in Regions, arrows between them. What HTML, Mermaid and DOT draw, each in its own way. */
import type { WorkloadAssessment } from '../../assessment/assessment.ts';
import type { SourceRange } from '../../core/source.ts';
import type { GraphNode } from '../../graph/node.ts';
import type { RelationKind } from '../../graph/relation.ts';

/** What a box is to a recovery: from where users arrive down to what brings data back. */
export const lanes = ['entry', 'compute', 'data', 'backups'] as const;
export type Lane = (typeof lanes)[number];

export const laneTitles: Readonly<Record<Lane, string>> = {
  entry: 'Entry points',
  compute: 'Compute',
  data: 'Data',
  backups: 'Backups and keys',
};

export interface Picture {
  readonly sections: readonly Section[];
}

/** One workload. */
export interface Section {
  readonly workload: WorkloadAssessment;
  /** The achieved tier is the promised one, or a higher one. */
  readonly keepsTier: boolean;
  /** The primary Region, the recovery Regions, others, unknown ones; what is global last. */
  readonly columns: readonly Column[];
  readonly arrows: readonly Arrow[];
  /** Resources of the workload that no box stands for: by type, the commonest first. */
  readonly undrawn: readonly { readonly kind: string; readonly count: number }[];
}

export type ColumnRole = 'primary' | 'recovery' | 'other' | 'unknown' | 'global';

export interface Column {
  /** `us-east-1`, `Region unknown`, `Global` */
  readonly title: string;
  /** What is not known about an unknown Region: `var.dr_region`; else empty. */
  readonly note: string;
  readonly role: ColumnRole;
  readonly boxes: readonly Box[];
}

export interface Box {
  /** Letters, digits and `-`; unique in the picture. */
  readonly id: string;
  /** Short: `orders` for `aws_db_instance.orders`; of a stack, how many it stands for, and their names. */
  readonly name: string;
  /** The modules or nested stacks that it stands in; empty for none, and for a stack of several. */
  readonly module: string;
  /** `RDS database` */
  readonly kind: string;
  readonly lane: Lane;
  /** The first of what it stands for. */
  readonly node: GraphNode;
  /** All of it: the instances of one declaration in one Region; of a stack, those of several declarations. */
  readonly nodes: readonly GraphNode[];
  /** Of a stack, the boxes that it stands for; else empty. */
  readonly members: readonly Box[];
  /** Declared here; else it stands in an ARN, in a data source, or in what could not be read. */
  readonly isDeclared: boolean;
  /** It belongs to another workload, and is here for the arrows that lead to it. */
  readonly guestOf: string | undefined;
  readonly gaps: readonly Gap[];
  /** If its Region is lost: `back in: 4 h to 24 h, data gone: up to 24 h`; empty for what is on no recovery path. */
  readonly whenLost: string;
}

/** What is wrong with a resource in an emergency. `error`: it breaks the promise. */
export interface Gap {
  readonly level: 'error' | 'warning';
  /** Its data goes with its Region; it is below what the promise asks; a policy found it. */
  readonly reason: 'lost' | 'below' | 'finding';
  /** A word or two: `Lost with its Region`, `rds/multi-az`. */
  readonly label: string;
  readonly text: string;
  /** The policy that found it; undefined for what follows from the graph alone. */
  readonly policy: string | undefined;
  readonly place: SourceRange | undefined;
}

export interface Arrow {
  readonly kind: RelationKind;
  readonly from: Box;
  readonly to: Box;
  /** Otherwise it may be there: dashed. */
  readonly certain: boolean;
  /** Why it is only possible; empty when it is certain. */
  readonly because: string;
}
