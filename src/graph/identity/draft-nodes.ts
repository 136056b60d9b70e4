/** From normal resources to draft nodes: one for each resource and part, and a list of what could not be read. */
import { documentMap, UnknownLeaf } from '../../core/document.ts';
import { nodeId } from '../../core/ids.ts';
import { toDocument } from '../../core/to-document.ts';
import type { SourceRange } from '../../core/source.ts';
import type { DeclaredResource } from '../../evaluation/declared-resource.ts';
import type { NormalPart, NormalResource } from '../../normalization/normal-resource.ts';
import { couldDeclare } from '../aws/registry-modules.ts';
import { isGlobal } from '../aws/service-scope.ts';
import { propertyAt, unsettled, type DraftNode } from '../draft.ts';
import type { Unread } from '../graph-context.ts';
import { isDeclared, type NodeKind } from '../node.ts';

export function draftNodes(resources: readonly NormalResource[]): {
  readonly nodes: readonly DraftNode[];
  readonly unread: readonly Unread[];
} {
  const nodes: DraftNode[] = [];
  const unread: Unread[] = [];
  for (const resource of resources) {
    const node = draftResource(resource);
    if (resource.declared.kind === 'unresolved') {
      unread.push({
        node,
        refersTo: new Set(resource.declared.dependsOn),
        could: (type) => couldDeclare(resource.declared.sourceType, type),
      });
      continue;
    }
    nodes.push(node);
    for (const part of resource.parts) {
      const draft = draftPart(node, part);
      node.parts.push(draft);
      nodes.push(draft);
    }
  }
  return { nodes, unread };
}

const kinds = {
  resource: 'declared',
  data: 'looked-up',
  settings: 'settings',
  unresolved: 'possible',
} as const satisfies Record<DeclaredResource['kind'], NodeKind>;

function kindOf({ kind, modelOf }: DeclaredResource): NodeKind {
  return kind === 'resource' && modelOf !== undefined ? 'modelled' : kinds[kind];
}

function draftResource(normal: NormalResource): DraftNode {
  const { declared } = normal;
  const ofRoot = declared.kind === 'settings' || declared.kind === 'unresolved';
  const foreignCall = declared.calls.find((call) => !call.ours);
  const hasRegion = !ofRoot && !isGlobal(normal.type);
  return {
    id: declared.id,
    kind: kindOf(declared),
    deployment: declared.deployment,
    address: declared.address,
    anchor: declared.anchor,
    part: undefined,
    owner: undefined,
    parts: [],
    type: declared.kind === 'settings' ? 'root' : normal.type,
    sourceType: declared.sourceType,
    language: declared.language,
    exists: declared.exists,
    existsBecause: declared.existsBecause,
    header: declared.header,
    place: foreignCall?.header ?? declared.header,
    calls: declared.calls.map((call): SourceRange => call.header),
    normal,
    base: '',
    properties: normal.properties,
    tags: normal.tags,
    region: hasRegion && declared.region !== undefined ? toDocument(declared.region) : undefined,
    regionFrom: declared.region?.decidedAt ?? declared.region?.range,
    account: declared.account === undefined ? undefined : toDocument(declared.account),
    ...unsettled(),
  };
}

function draftPart(owner: DraftNode, part: NormalPart): DraftNode {
  const list = propertyAt(owner, part.pointer);
  return {
    ...owner,
    // It stands for the items of a list that is not known, and that may be empty.
    ...(list instanceof UnknownLeaf && owner.exists === 'yes'
      ? { exists: 'unknown', existsBecause: list.symbol() }
      : {}),
    id: nodeId(owner.deployment, owner.address, part.label),
    kind: isDeclared(owner) ? 'part' : owner.kind,
    part: part.label,
    owner,
    parts: [],
    type: part.type,
    base: part.pointer,
    properties: part.properties,
    tags: { values: documentMap([]), complete: true },
    region: isGlobal(part.type) ? undefined : owner.region,
    facts: new Map(),
    factSources: new Map(),
    factOrigins: new Map(),
  };
}
