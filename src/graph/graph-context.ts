/**
 * What the derivers of relations and facts work on: the draft nodes indexed by id and type, the relations found so far,
 * and the nodes that stand for what nothing here declares.
 */
import { appendTo } from '../core/append-to.ts';
import { documentMap, UnknownLeaf, type Document, type DocumentMap } from '../core/document.ts';
import { externalNodeId, type NodeId } from '../core/ids.ts';
import { callerOfLibrary } from '../evaluation/declared-resource.ts';
import type { UnknownSymbol } from '../core/value.ts';
import { linksAt, unsettled, type DraftNode } from './draft.ts';
import { askingTemplates } from './place/asking-templates.ts';
import type { Relation, RelationKind } from './relation.ts';

/** A module call, template or file whose content was not read, and what it could declare. */
export interface Unread {
  readonly node: DraftNode;
  /** The nodes that its inputs refer to: what it declares can only be tied to these by reference. */
  readonly refersTo: ReadonlySet<NodeId>;
  could(type: string): boolean;
}

export interface RelationEnd {
  readonly node: DraftNode;
  readonly certain: boolean;
  readonly because?: string;
}

export class GraphContext {
  readonly nodes: ReadonlyMap<NodeId, DraftNode>;
  readonly unread: readonly Unread[];
  /** Deployments that are made in several Regions, as it seems → what says so. */
  readonly #asking: ReadonlyMap<string, string>;
  readonly #byType = new Map<string, DraftNode[]>();
  readonly #added = new Map<NodeId, DraftNode>();
  /** What data sources look up → what declares it. */
  readonly #declared = new Map<NodeId, DraftNode>();
  readonly #relations = new Map<string, Relation>();
  /** Kind, direction and node → the relations that leave or arrive there. */
  readonly #ends = new Map<string, Map<string, Relation>>();
  readonly #tables = new Map<string, ReadonlyMap<string, readonly DraftNode[]>>();

  constructor(nodes: readonly DraftNode[], unread: readonly Unread[]) {
    this.nodes = new Map(nodes.map((node) => [node.id, node]));
    this.unread = unread;
    this.#asking = askingTemplates(nodes);
    for (const node of nodes) this.#index(node);
  }

  /** Declared, looked-up and part nodes of these types, in the order of the input. */
  ofType(...types: readonly string[]): readonly DraftNode[] {
    return types.flatMap((type) => this.#byType.get(type) ?? []);
  }

  /** What a data source looks up is the node that declares it, where one does. */
  get(id: NodeId): DraftNode | undefined {
    return this.#declared.get(id) ?? this.nodes.get(id) ?? this.#added.get(id);
  }

  /** What the references in a property lead to, as they are written. */
  linked(node: DraftNode, pointer: string): readonly DraftNode[] {
    return linksAt(node, pointer).flatMap(({ to }) => this.get(to) ?? []);
  }

  /** What is looked up is the very thing that is declared. */
  identify(lookedUp: DraftNode, declared: DraftNode): void {
    this.#declared.set(lookedUp.id, declared);
  }

  /** All nodes, with the external and possible ones that the derivers added. */
  all(): readonly DraftNode[] {
    return [...this.nodes.values(), ...this.#added.values()];
  }

  /** An index of nodes that several derivers share, built at its first use. */
  table(
    key: string,
    build: () => ReadonlyMap<string, readonly DraftNode[]>,
  ): ReadonlyMap<string, readonly DraftNode[]> {
    const known = this.#tables.get(key);
    if (known !== undefined) return known;
    const built = build();
    this.#tables.set(key, built);
    return built;
  }

  /** Every relation found so far. */
  get relations(): readonly Relation[] {
    return [...this.#relations.values()];
  }

  /** Adds a relation once; a certain one replaces a possible one between the same ends. */
  relate(kind: RelationKind, from: DraftNode, end: RelationEnd, properties: DocumentMap = documentMap([])): void {
    const key = `${kind} ${from.id} ${end.node.id}`;
    const known = this.#relations.get(key);
    if (known !== undefined && (known.certain || !end.certain)) return;
    const relation: Relation = {
      kind,
      from: from.id,
      to: end.node.id,
      certain: end.certain,
      properties,
      ...(end.because === undefined ? {} : { because: end.because }),
    };
    this.#relations.set(key, relation);
    indexed(this.#ends, `${kind}>${from.id}`).set(key, relation);
    indexed(this.#ends, `${kind}<${end.node.id}`).set(key, relation);
  }

  /** The relations of a kind that leave a node. */
  from(kind: RelationKind, node: DraftNode): readonly Relation[] {
    return [...(this.#ends.get(`${kind}>${node.id}`)?.values() ?? [])];
  }

  /** The relations of a kind that arrive at a node. */
  to(kind: RelationKind, node: DraftNode): readonly Relation[] {
    return [...(this.#ends.get(`${kind}<${node.id}`)?.values() ?? [])];
  }

  /** What only a literal name or ARN speaks of: one node for equal names, called by its name unless an address is given. */
  external(
    name: string,
    type: string,
    place: {
      readonly region: Document | undefined;
      readonly account: Document | undefined;
      readonly address?: string;
    },
  ): DraftNode {
    const id = externalNodeId(`${type} ${name}`);
    return this.#add(id, 'external', { address: name, type, ...place });
  }

  /** What an unread part of the scan could declare of a type: every property of it is unknown. */
  possible(unread: Unread, type: string): DraftNode {
    const symbol = symbolOf(unread);
    const region = new UnknownLeaf({ ...symbol, key: `${symbol.key}|${type}` });
    const id = externalNodeId(`${type} in ${unread.node.id}`);
    return this.#add(id, 'possible', { address: unread.node.address, type, region, account: region });
  }

  /** What the template of a node may well declare in another Region, too, where that seems so and nothing says in which one this is. */
  elsewhere({ deployment, region, type }: DraftNode): RelationEnd | undefined {
    const evidence = this.#asking.get(deployment);
    if (evidence === undefined || !(region instanceof UnknownLeaf)) return undefined;
    const subject = `whether ${deployment} is deployed to another Region, too`;
    const cure = `name each deployment of ${deployment} under "deployments" in .dr-lint.yaml`;
    const reason = { code: 'derived', subject, cure } as const;
    const place = new UnknownLeaf({ key: `elsewhere ${deployment}`, reason });
    const given = { address: `${deployment} in another Region`, type, region: place, account: place };
    const node = this.#add(externalNodeId(`${type} of ${deployment} elsewhere`), 'possible', given);
    node.role = place;
    return {
      node,
      certain: false,
      because: `${deployment} ${evidence}, and may be in several Regions`,
    };
  }

  #add(id: NodeId, kind: 'external' | 'possible', given: Undeclared): DraftNode {
    const known = this.#added.get(id);
    if (known !== undefined) return known;
    const node = undeclaredNode(id, kind, given);
    this.#added.set(id, node);
    return node;
  }

  #index(node: DraftNode): void {
    appendTo(this.#byType, node.type, node);
  }
}

/** What is not known because something was not read, and the cure. */
export function symbolOf(unread: Unread): UnknownSymbol {
  return {
    key: `unread ${unread.node.id}`,
    reason: {
      code: 'unresolved-module',
      subject: unread.node.address,
      cure: cureOf(unread.node),
    },
  };
}

function cureOf({ language, sourceType }: DraftNode): string {
  if (sourceType === callerOfLibrary) return 'scan the two together; what nobody calls configures its provider';
  return language === 'terraform'
    ? 'run `terraform init`, so that its code is on disk'
    : 'scan the code that it stands for, too';
}

/** What is known of something that nothing in the scan declares. */
interface Undeclared {
  readonly address: string;
  readonly type: string;
  readonly region: Document | undefined;
  readonly account: Document | undefined;
}

function undeclaredNode(id: NodeId, kind: 'external' | 'possible', given: Undeclared): DraftNode {
  return {
    id,
    kind,
    deployment: 'external',
    anchor: given.address,
    address: given.address,
    part: undefined,
    owner: undefined,
    parts: [],
    type: given.type,
    sourceType: given.type,
    language: undefined,
    exists: kind === 'possible' ? 'unknown' : 'yes',
    existsBecause: undefined,
    header: undefined,
    place: undefined,
    calls: [],
    normal: undefined,
    base: '',
    properties: documentMap([]),
    tags: { values: documentMap([]), complete: false },
    region: given.region,
    regionFrom: undefined,
    account: given.account,
    ...unsettled(),
  };
}

function indexed(index: Map<string, Map<string, Relation>>, key: string): Map<string, Relation> {
  const known = index.get(key);
  if (known !== undefined) return known;
  const made = new Map<string, Relation>();
  index.set(key, made);
  return made;
}
