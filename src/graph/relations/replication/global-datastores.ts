/** From the primary cache group of a global datastore to its secondaries in other Regions, which take its writes. */
import { appendTo } from '../../../core/append-to.ts';
import type { Document } from '../../../core/document.ts';
import { itemsAt, propertyAt, type DraftNode } from '../../draft.ts';
import type { GraphContext, RelationEnd } from '../../graph-context.ts';
import { nameOfInputs } from '../../identity/called-alike.ts';
import { linkedAt, resolve, resolveValue } from '../../identity/resolve.ts';

const groupType = 'AWS::ElastiCache::ReplicationGroup';
const globalType = 'AWS::ElastiCache::GlobalReplicationGroup';

/** https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Redis-Global-Datastore.html */
export function relateGlobalDatastores(context: GraphContext): void {
  const secondaries = secondariesByName(context);
  for (const global of context.ofType(globalType)) {
    const members = itemsAt(global, '/Members').map((_, index) => memberAt(context, global, index));
    const copies = [
      ...members.flatMap((member) => (member.isPrimary ? [] : member.ends)),
      ...(secondaries.get(global) ?? []),
    ];
    for (const primary of members.flatMap((member) => (member.isPrimary ? member.ends : []))) {
      relateCopies(context, primary, copies);
    }
  }
}

function relateCopies(context: GraphContext, primary: RelationEnd, copies: readonly RelationEnd[]): void {
  for (const copy of copies) {
    if (copy.node === primary.node) continue;
    context.relate('replicatesTo', primary.node, { ...copy, certain: primary.certain && copy.certain });
  }
}

/** Groups that join a global datastore by naming it. */
function secondariesByName(context: GraphContext): ReadonlyMap<DraftNode, readonly RelationEnd[]> {
  const secondaries = new Map<DraftNode, RelationEnd[]>();
  for (const group of context.ofType(groupType)) {
    if (propertyAt(group, '/GlobalReplicationGroupId') === undefined) continue;
    for (const global of resolve(context, group, '/GlobalReplicationGroupId', [globalType])) {
      appendTo(secondaries, global.node, { ...global, node: group });
    }
    for (const global of globalsBySuffix(context, group))
      appendTo(secondaries, global.node, { ...global, node: group });
  }
  return secondaries;
}

/** The id of a global datastore is its suffix behind a prefix of its Region, which secondaries write out. */
// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticache-globalreplicationgroup.html
function globalsBySuffix(context: GraphContext, group: DraftNode): readonly RelationEnd[] {
  const id = writtenName(propertyAt(group, '/GlobalReplicationGroupId'));
  return context.ofType(globalType).flatMap((node) => {
    const suffix = writtenName(propertyAt(node, '/GlobalReplicationGroupIdSuffix'));
    const isNamed = suffix !== undefined && id?.endsWith(`-${suffix}`) === true;
    return isNamed
      ? [{ node, certain: false, because: `${group.address} may join ${node.address}, whose suffix it names` }]
      : [];
  });
}

function writtenName(name: Document | undefined): string | undefined {
  return typeof name === 'string' ? name : nameOfInputs(name);
}

interface Member {
  readonly isPrimary: boolean;
  readonly ends: readonly RelationEnd[];
}

/** A member in CloudFormation names its Region, in which its group is looked for; in Terraform there is the primary only. */
function memberAt(context: GraphContext, global: DraftNode, index: number): Member {
  const pointer = `/Members/${index}`;
  const isPrimary = propertyAt(global, `${pointer}/Role`) !== 'SECONDARY';
  const groups = linkedAt(context, global, `${pointer}/ReplicationGroupId`).filter(({ type }) => type === groupType);
  if (groups.length > 0) return { isPrimary, ends: groups.map((node) => ({ node, certain: true })) };
  const id = propertyAt(global, `${pointer}/ReplicationGroupId`);
  const region = propertyAt(global, `${pointer}/ReplicationGroupRegion`) ?? global.region;
  return { isPrimary, ends: id === undefined ? [] : resolveValue(context, { ...global, region }, id, [groupType]) };
}
