/** Graphs made by hand: nodes from the few words that matter to a test, relations between them. */
import {
  documentMap,
  isLeaf,
  MeasureLeaf,
  UnknownLeaf,
  type Document,
  type DocumentMap,
  type Leaf,
} from '../../src/core/document.ts';
import { nodeId, type NodeId } from '../../src/core/ids.ts';
import { exactly, type Interval } from '../../src/core/interval.ts';
import { SourceFile, type SourceRange } from '../../src/core/source.ts';
import type { Truth } from '../../src/core/truth.ts';
import type { UnknownReason, UnknownSymbol } from '../../src/core/value.ts';
import type { GraphNode, NodeKind } from '../../src/graph/node.ts';
import type { Relation, RelationKind } from '../../src/graph/relation.ts';
import { ResourceGraph } from '../../src/graph/resource-graph.ts';
import type { Origin } from '../../src/normalization/normal-resource.ts';

/** Plain data, with leaves where something is not plain. */
export type Plain =
  string | number | boolean | null | Leaf | readonly Plain[] | { readonly [key: string]: Plain | undefined };

/** A frozen document without prototypes. */
export function documentFrom(plain: Plain): Document {
  if (typeof plain !== 'object' || plain === null) return plain;
  if (isLeafOrDocument(plain)) return plain;
  if (isPlainList(plain)) return Object.freeze(plain.map((item) => documentFrom(item)));
  return mapFrom(plain);
}

export function mapFrom(plain: { readonly [key: string]: Plain | undefined }): DocumentMap {
  return documentMap(
    Object.entries(plain).map(([key, value]) => [key, value === undefined ? undefined : documentFrom(value)]),
  );
}

function isLeafOrDocument(plain: Plain): plain is Leaf {
  return typeof plain === 'object' && plain !== null && !Array.isArray(plain) && isLeaf(plain as Document);
}

function isPlainList(plain: Plain): plain is readonly Plain[] {
  return Array.isArray(plain);
}

export function symbol(subject: string, reason: Partial<UnknownReason> = {}): UnknownSymbol {
  return { key: subject, reason: { code: 'input', subject, cure: '', ...reason } };
}

/** Not known; equal subjects are one symbol. */
export function unknown(subject: string, reason: Partial<UnknownReason> = {}): UnknownLeaf {
  return new UnknownLeaf(symbol(subject, reason));
}

/** A duration in seconds, exact or as an interval. */
export function seconds(amount: number | Interval): MeasureLeaf {
  return new MeasureLeaf('seconds', typeof amount === 'number' ? exactly(amount) : amount);
}

export const hour = 3600;
export const day = 24 * hour;

export interface NodeWords {
  readonly kind?: NodeKind;
  readonly deployment?: string;
  readonly type?: string;
  readonly part?: string;
  readonly owner?: NodeId;
  readonly exists?: Truth;
  readonly region?: Plain;
  readonly role?: Plain;
  readonly workload?: string;
  readonly tier?: string;
  readonly properties?: { readonly [key: string]: Plain | undefined };
  readonly facts?: { readonly [key: string]: Plain | undefined };
  /** Further keys of the document, or the whole document of a workload. */
  readonly document?: { readonly [key: string]: Plain | undefined };
  /** The whole document as one leaf: nothing of it is known. */
  readonly opaque?: Leaf;
  readonly place?: SourceRange;
  /** Pointer into the document → origin. */
  readonly origins?: Readonly<Record<string, Origin>>;
}

/** A node of one deployment, `app` unless said otherwise. */
export function node(address: string, words: NodeWords = {}): GraphNode {
  const { kind = 'declared', deployment = 'app', part, origins = {} } = words;
  const type = words.type ?? (kind === 'workload' ? 'workload' : 'AWS::EC2::Instance');
  return {
    id: nodeId(deployment, address, part),
    kind: part === undefined ? kind : 'part',
    deployment,
    address,
    anchor: address,
    part,
    owner: words.owner,
    type,
    sourceType: type,
    language: 'terraform',
    exists: words.exists ?? 'yes',
    existsBecause: words.exists === 'unknown' ? symbol(`count of ${address}`) : undefined,
    header: words.place,
    place: words.place,
    calls: [],
    blocks: [],
    document: words.opaque ?? documentOf(address, type, words),
    attributes: documentMap([]),
    origin: (pointer) => nearest(origins, pointer),
    links: () => [],
    workload: words.workload,
    serves: words.workload === undefined ? [] : [words.workload],
    tier: words.tier,
  };
}

function documentOf(address: string, type: string, words: NodeWords): Document {
  if (words.kind === 'workload') return mapFrom({ name: address, ...words.document });
  return mapFrom({
    id: `${words.deployment ?? 'app'}#${address}`,
    address,
    part: words.part,
    type,
    region: words.region,
    role: words.role ?? 'primary',
    tags: {},
    properties: words.properties ?? {},
    facts: words.facts ?? {},
    ...words.document,
  });
}

function nearest(origins: Readonly<Record<string, Origin>>, pointer: string): Origin | undefined {
  for (let at = pointer; ; at = at.slice(0, at.lastIndexOf('/'))) {
    if (origins[at] !== undefined || at === '') return origins[at];
  }
}

export interface RelationWords {
  readonly certain?: boolean;
  readonly because?: string;
  readonly properties?: { readonly [key: string]: Plain | undefined };
}

export function relation(
  from: GraphNode,
  kind: RelationKind,
  to: GraphNode,
  { certain = true, because, properties = {} }: RelationWords = {},
): Relation {
  return {
    kind,
    from: from.id,
    to: to.id,
    certain,
    properties: mapFrom(properties),
    ...(because === undefined ? {} : { because }),
  };
}

export function graphOf(nodes: readonly GraphNode[], relations: readonly Relation[] = []): ResourceGraph {
  return new ResourceGraph(nodes, relations);
}

/** The range of the first occurrence of a text in a file. */
export function rangeOf(file: SourceFile, text: string): SourceRange {
  const start = file.text.indexOf(text);
  if (start === -1) throw new Error(`"${text}" is not in ${file.path}`);
  return { file, start, end: start + text.length };
}
