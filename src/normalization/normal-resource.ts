/** A resource in AWS's own names, as normalize hands it to the graph: a document, and beside it where everything came from. */
import type { DocumentMap } from '../core/document.ts';
import type { NodeId } from '../core/ids.ts';
import type { SourceRange } from '../core/source.ts';
import type { DeclaredResource } from '../evaluation/declared-resource.ts';

export interface NormalResource {
  /** AWS's type (`AWS::RDS::DBInstance`); the source type where nothing maps it. */
  readonly type: string;
  readonly declared: DeclaredResource;
  /** AWS's own property names, defaults applied, satellites folded in. */
  readonly properties: DocumentMap;
  /** The arguments as written and evaluated, in the source's names. */
  readonly attributes: DocumentMap;
  readonly tags: TagSet;
  /** JSON pointer into `properties` (`/BackupPlanRule/0/Lifecycle`) → where it comes from. */
  readonly origins: OriginMap;
  /** JSON pointer into `properties` → the nodes that the value at it refers to or came through. */
  readonly links: ReadonlyMap<string, readonly Link[]>;
  readonly parts: readonly NormalPart[];
  /** The satellites that were folded in. */
  readonly folded: readonly DeclaredResource[];
}

/** An element with a life of its own; its properties are the element's. */
export interface NormalPart {
  /** CloudFormation's property type: `AWS::Backup::BackupPlan.BackupRuleResourceType`. */
  readonly type: string;
  /** `rule["daily"]`, `replica["eu-west-1"]`; by position (`rule[0]`) where the name is not known. */
  readonly label: string;
  /** Where the element stands in the owner's properties: `/BackupPlanRule/0`; the owner's origins and links below it are the part's. */
  readonly pointer: string;
  readonly properties: DocumentMap;
}

export interface Origin {
  readonly range: SourceRange;
  /** The name in the source language: `multi_az`, `versioning_configuration.status`. */
  readonly name: string;
  readonly how: 'written' | 'default' | 'folded' | 'modelled';
  /** Where the value was decided, when elsewhere: a variable's default, a caller's argument. */
  readonly decidedAt?: SourceRange;
  /** No lookup and no per-deployment input decided it. */
  readonly literal?: boolean;
  /** For a default: the page or schema that says so. */
  readonly source?: string;
}

export type OriginMap = ReadonlyMap<string, Origin>;

export interface Link {
  readonly to: NodeId;
  /** The attribute referred to, as the source names it (`arn`, `Ref`); undefined when the text came through the resource. */
  readonly attribute: string | undefined;
}

/** The effective tags: own, over the provider's defaults. */
export interface TagSet {
  /** Tag keys and values that are known, or opaque leaves. */
  readonly values: DocumentMap;
  /** `no` when further tags may exist that are not known (an unknown map was merged in). */
  readonly complete: boolean;
}

/** The nearest origin at or above a pointer. */
export function originAt(origins: OriginMap, pointer: string): Origin | undefined {
  for (let at = pointer; ; at = at.slice(0, at.lastIndexOf('/'))) {
    const origin = origins.get(at);
    if (origin !== undefined || at === '') return origin;
  }
}
