/**
 * A node while the graph is being built. The fixed steps of build-graph fill it in one after the other: identity, place,
 * relations, workload and role, counterparts, facts; afterwards it is frozen into a GraphNode.
 */
import { isDocumentMap, type Document, type DocumentMap } from '../core/document.ts';
import type { NodeId } from '../core/ids.ts';
import type { SourceRange } from '../core/source.ts';
import type { Truth } from '../core/truth.ts';
import type { UnknownSymbol } from '../core/value.ts';
import type { Language } from '../evaluation/deployment.ts';
import type { Link, NormalResource, Origin, TagSet } from '../normalization/normal-resource.ts';
import type { NodeKind } from './node.ts';

export interface DraftNode {
  readonly id: NodeId;
  readonly kind: NodeKind;
  readonly deployment: string;
  readonly address: string;
  readonly anchor: string;
  readonly part: string | undefined;
  readonly owner: DraftNode | undefined;
  /** Its own parts, in order. */
  readonly parts: DraftNode[];
  readonly type: string;
  readonly sourceType: string;
  readonly language: Language | undefined;
  readonly exists: Truth;
  readonly existsBecause: UnknownSymbol | undefined;
  readonly header: SourceRange | undefined;
  readonly place: SourceRange | undefined;
  readonly calls: readonly SourceRange[];
  /** What it was normalized from; a part shares its owner's. Undefined for external, possible and workload nodes. */
  readonly normal: NormalResource | undefined;
  /** Where its properties start in the owner's: '' for a resource, `/BackupPlan/BackupPlanRule/0` for a part. */
  readonly base: string;
  readonly properties: DocumentMap;
  readonly tags: TagSet;
  /** A Region code or an opaque leaf; undefined: global, it lies in no Region. */
  region: Document | undefined;
  /** The property or provider that decided the Region, for related places. */
  regionFrom: SourceRange | undefined;
  account: Document | undefined;
  /** A list of zone names and opaque leaves, or one leaf; undefined: it has no zones of its own. */
  zones: Document | undefined;
  role: Document;
  workload: string | undefined;
  /** The workloads whose promise it is judged by: its own, or those that it serves. */
  serves: readonly string[];
  tier: string | undefined;
  exempt: boolean;
  /** Why it is exempt. */
  exemptBecause?: string | undefined;
  readonly facts: Map<string, Document>;
  /** Fact name → pointers into `properties` that it was computed from, the deciding one first. */
  readonly factSources: Map<string, readonly string[]>;
  /** Fact name → where it comes from, when that is no property (`DeletionPolicy`). */
  readonly factOrigins: Map<string, Origin>;
}

type Unsettled = Pick<
  DraftNode,
  'zones' | 'role' | 'workload' | 'serves' | 'tier' | 'exempt' | 'facts' | 'factSources' | 'factOrigins'
>;

/** What the later steps fill in. */
export function unsettled(): Unsettled {
  return {
    zones: undefined,
    role: 'primary',
    workload: undefined,
    serves: [],
    tier: undefined,
    exempt: false,
    facts: new Map(),
    factSources: new Map(),
    factOrigins: new Map(),
  };
}

/** The property at a JSON pointer: undefined when absent, the leaf itself when the way is cut off by one. */
export function propertyAt(node: DraftNode, pointer: string): Document | undefined {
  let at: Document | undefined = node.properties;
  for (const raw of pointer.split('/').slice(1)) {
    const step = raw.includes('~') ? raw.replaceAll('~1', '/').replaceAll('~0', '~') : raw;
    if (Array.isArray(at)) at = itemOf(at, step);
    else if (isDocumentMap(at)) at = Object.hasOwn(at, step) ? at[step] : undefined;
    else return at === null || typeof at !== 'object' ? undefined : at;
  }
  return at;
}

function itemOf(items: readonly Document[], step: string): Document | undefined {
  return /^\d+$/u.test(step) ? items[Number(step)] : undefined;
}

/** The items of a list property; a single leaf in its place is an item that stands for any number. */
export function itemsAt(node: DraftNode, pointer: string): readonly Document[] {
  const value = propertyAt(node, pointer);
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

export function textAt(node: DraftNode, pointer: string): string | undefined {
  const value = propertyAt(node, pointer);
  return typeof value === 'string' ? value : undefined;
}

/** What the value at a pointer refers to or came through. */
export function linksAt(node: DraftNode, pointer: string): readonly Link[] {
  return node.normal?.links.get(node.base + pointer) ?? [];
}
