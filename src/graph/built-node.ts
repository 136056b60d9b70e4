/** A draft node, finished: its document composed and frozen, and the way back from a pointer to the source. */
import { documentMap, UnknownLeaf, type Document, type DocumentMap } from '../core/document.ts';
import type { NodeId } from '../core/ids.ts';
import type { SourceRange } from '../core/source.ts';
import type { Truth } from '../core/truth.ts';
import type { UnknownSymbol } from '../core/value.ts';
import type { Construct } from '../evaluation/declared-resource.ts';
import type { Language } from '../evaluation/deployment.ts';
import { originAt, type Link, type Origin } from '../normalization/normal-resource.ts';
import type { DraftNode } from './draft.ts';
import type { GraphNode, NodeKind } from './node.ts';

export class BuiltNode implements GraphNode {
  readonly id: NodeId;
  readonly kind: NodeKind;
  readonly deployment: string;
  readonly address: string;
  readonly anchor: string;
  readonly part: string | undefined;
  readonly owner: NodeId | undefined;
  readonly type: string;
  readonly sourceType: string;
  readonly language: Language | undefined;
  readonly exists: Truth;
  readonly existsBecause: UnknownSymbol | undefined;
  readonly header: SourceRange | undefined;
  readonly place: SourceRange | undefined;
  readonly calls: readonly SourceRange[];
  readonly construct: Construct | undefined;
  readonly document: Document;
  readonly attributes: DocumentMap;
  readonly workload: string | undefined;
  readonly serves: readonly string[];
  readonly tier: string | undefined;
  readonly #draft: DraftNode;

  constructor(draft: DraftNode) {
    this.id = draft.id;
    this.kind = draft.kind;
    this.deployment = draft.deployment;
    this.address = draft.address;
    this.anchor = draft.anchor;
    this.part = draft.part;
    this.owner = draft.owner?.id;
    this.type = draft.type;
    this.sourceType = draft.sourceType;
    this.language = draft.language;
    this.exists = draft.exists;
    this.existsBecause = draft.existsBecause;
    this.header = draft.header;
    this.place = draft.place;
    this.calls = draft.calls;
    this.construct = draft.normal?.declared.construct;
    this.document = documentOf(draft);
    this.attributes = draft.normal?.attributes ?? documentMap([]);
    this.workload = draft.workload;
    this.serves = draft.serves;
    this.tier = draft.tier;
    this.#draft = draft;
  }

  get blocks(): readonly SourceRange[] {
    const { normal } = this.#draft;
    if (normal === undefined) return [];
    const { declared, folded } = normal;
    return [declared, ...folded, ...declared.calls].map(({ block }) => block);
  }

  origin(pointer: string): Origin | undefined {
    const [, root = '', ...names] = pointer.split('/');
    if (root === 'properties') return this.#originOfProperty(pointer.slice('/properties'.length));
    if (root === 'region' && this.#draft.regionFrom !== undefined) {
      return { range: this.#draft.regionFrom, name: 'region', how: 'written' };
    }
    if (root !== 'facts') return undefined;
    const stated = this.#draft.factOrigins.get(names[0] ?? '');
    if (stated !== undefined) return stated;
    // A figure inside a fact may have a source of its own: `lock.maximum`.
    const sources = this.#draft.factSources.get(names.join('.')) ?? this.#draft.factSources.get(names[0] ?? '');
    const [source] = sources ?? [];
    return source === undefined ? undefined : this.#originOfProperty(source);
  }

  links(pointer: string): readonly Link[] {
    if (!pointer.startsWith('/properties')) return [];
    return this.#draft.normal?.links.get(this.#draft.base + pointer.slice('/properties'.length)) ?? [];
  }

  #originOfProperty(pointer: string): Origin | undefined {
    const { normal, base } = this.#draft;
    return normal === undefined ? undefined : originAt(normal.origins, base + pointer);
  }
}

function documentOf(draft: DraftNode): Document {
  // What an unread part of the scan could declare is unknown in every respect.
  if (draft.kind === 'possible' && draft.region instanceof UnknownLeaf) return draft.region;
  if (draft.kind === 'workload') return draft.properties;
  return documentMap([
    ['id', draft.id],
    ['address', draft.address],
    ['part', draft.part],
    ['type', draft.type],
    ['sourceType', draft.sourceType],
    ['language', draft.language],
    ['region', draft.region],
    ['account', draft.account],
    ['zones', draft.zones],
    ['role', draft.role],
    ['tier', draft.tier],
    ['workload', draft.workload],
    ['exempt', draft.exempt],
    ['exemptBecause', draft.exemptBecause],
    ['tags', draft.tags.values],
    ['properties', draft.properties],
    ['facts', documentMap(draft.facts)],
  ]);
}
