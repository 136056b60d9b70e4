/**
 * Mechanisms as data: a way in which a resource recovers from disruptions, and what it gives. Written in
 * `policies/mechanisms/<service>.yaml`, compiled in at build time.
 */
import type { Condition, Quantifier } from '../conditions/condition.ts';
import type { TimeUnit } from '../conditions/operators/measure.ts';
import type { Basis, Disruption } from './assessment.ts';

/** What a mechanism may ask as `$params.…` beside the graph, and what kind of value it is. */
export const mechanismParameters: ReadonlyMap<string, 'truth'> = new Map([
  // Not known where a module that was not read could lead users to another Region; else absent.
  ['unreadRouting', 'truth'],
]);

/** One entry of a file of mechanisms, as written. */
export interface MechanismFile {
  /** A type, a group of `policies/groups.yaml`, or several. */
  readonly for: string | readonly string[];
  readonly where?: Condition;
  readonly recovers: readonly Disruption[];
  /** What must survive, reached hop by hop from the resource; absent: it recovers by itself. */
  readonly carrier?: Carrier;
  /** Absent of what holds no data. */
  readonly rpo?: FigureFile;
  readonly rto: FigureFile;
  /** How long until the failure is noticed, where something notices it. */
  readonly detection?: FigureFile;
  /** The step of its ladder on which the resource stands by this, if the carrier lies in another Region. */
  readonly grade?: number;
  readonly basis: Basis | FigureBases;
  /** `possible`: not counted on, though everything about it holds. */
  readonly certainty?: 'possible';
  /** A person has to decide that it is used. */
  readonly decidedBy?: 'person';
  /** What must be there beside its figures, as a sentence without a full stop. */
  readonly proviso?: string;
  /** As a phrase that follows "it is": with paths in braces. */
  readonly says: string;
  /** Why the resource stands on its step, where `says` doesn't tell: "the standby runs 0 of 4". */
  readonly stands?: string;
  readonly references: readonly string[];
}

/** A relation or chain of relations, or several hops one after the other, each from the item of the one before. */
export type Carrier = Hop | readonly Hop[];

export type Hop = string | Quantifier;

export interface FigureBases {
  readonly rpo?: Basis;
  readonly rto: Basis;
}

/** A duration or a path, or two of these: the least and the most. */
export type FigureFile = BoundFile | readonly [BoundFile, BoundFile] | SizedFile;

export type BoundFile = string | { readonly value: string; readonly unit: TimeUnit };

/** A time that grows with a size that the code may declare: what it takes in any case, and more for each gibibyte. */
export interface SizedFile {
  readonly fixed: readonly [string, string];
  /** A path to a number of gibibytes. */
  readonly size: string;
  readonly perGibibyte: readonly [string, string];
  /** Where the code does not tell the size. */
  readonly unsized: readonly [string, string];
}

/** A mechanism as it is compiled in: its groups are the types that they consist of. */
export interface MechanismData extends Omit<MechanismFile, 'for'> {
  /** `rds/multi-az` */
  readonly id: string;
  readonly subjects: readonly MechanismSubject[];
}

export interface MechanismSubject {
  readonly type: string;
  /** When a resource of the type belongs to the group that was named. */
  readonly where?: Condition;
}
