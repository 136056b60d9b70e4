/** The nodes of the graph: what is judged, and what relations may end in. */
import type { Document, DocumentMap } from '../core/document.ts';
import type { NodeId } from '../core/ids.ts';
import type { SourceRange } from '../core/source.ts';
import type { Truth } from '../core/truth.ts';
import type { UnknownSymbol } from '../core/value.ts';
import type { Construct } from '../evaluation/declared-resource.ts';
import type { Language } from '../evaluation/deployment.ts';
import type { Link, Origin } from '../normalization/normal-resource.ts';

/**
 * `declared`, `part` and `modelled` are judged; `looked-up` (data sources) and `external` (literal ARNs and names) only
 * stand at the ends of relations; `settings` is a root; `possible` stands for what an unread part of the scan could declare.
 */
export type NodeKind =
  'declared' | 'part' | 'modelled' | 'looked-up' | 'external' | 'settings' | 'workload' | 'possible';

/** It is a resource that the scan holds, whether source that was read or the model of a module says so. */
export function isDeclared({ kind }: { readonly kind: NodeKind }): boolean {
  return kind === 'declared' || kind === 'modelled';
}

export interface GraphNode {
  readonly id: NodeId;
  readonly kind: NodeKind;
  readonly deployment: string;
  readonly address: string;
  readonly anchor: string;
  readonly part: string | undefined;
  /** The resource that holds a part. */
  readonly owner: NodeId | undefined;
  readonly type: string;
  readonly sourceType: string;
  readonly language: Language | undefined;
  readonly exists: Truth;
  readonly existsBecause: UnknownSymbol | undefined;
  /** The header of its declaration (a part: of its owner's); absent for what is not declared. */
  readonly header: SourceRange | undefined;
  /** Where findings on its header go: the header, or the outermost call in our tree for a module that is not ours. */
  readonly place: SourceRange | undefined;
  /** Module calls from the root inwards. */
  readonly calls: readonly SourceRange[];
  /** Of what a CDK app wrote: the construct that it, or what it is a part of, stands for. */
  readonly construct?: Construct | undefined;
  /** All that declares it, whole: its own block, the satellites folded into it, the module calls around it. */
  readonly blocks: readonly SourceRange[];
  /** The document that conditions read: `{ id, address, part, type, …, properties, facts }`, without estimates. */
  readonly document: Document;
  /** As written and evaluated, in the source's names. */
  readonly attributes: DocumentMap;
  /** Where the thing at a pointer into `document` comes from: `/properties/MultiAZ`, `/facts/longestGap`; undefined when nothing wrote it. */
  origin(pointer: string): Origin | undefined;
  /** What the thing at a pointer into `document` refers to. */
  links(pointer: string): readonly Link[];
  /** The name of its workload; undefined for what is no member of one. */
  readonly workload: string | undefined;
  /** The workloads whose promise it is judged by: its own, or those that it serves. */
  readonly serves: readonly string[];
  /** The tier it is judged by. */
  readonly tier: string | undefined;
}
