/** Copies and replicas of data that may lie in certain Regions only: each relation to one says whether it is allowed there. */
import { documentMap, UnknownLeaf, type Document } from '../../core/document.ts';
import type { DraftNode } from '../draft.ts';
import type { GraphContext } from '../graph-context.ts';
import { identityKey } from '../identity/same.ts';
import type { Relation } from '../relation.ts';
import { needsOfAll, type Needs } from './needs.ts';

/** @param needs by workload */
export function withResidency(context: GraphContext, needs: ReadonlyMap<string, Needs>): readonly Relation[] {
  if (![...needs.values()].some((each) => each['data-residency'] !== undefined)) return context.relations;
  return context.relations.map((relation) => {
    if (relation.kind !== 'copiesTo' && relation.kind !== 'replicatesTo') return relation;
    const regions = allowedRegions(context.get(relation.from), needs);
    const target = context.get(relation.to)?.region;
    if (regions === undefined || target === undefined) return relation;
    const properties = documentMap([...Object.entries(relation.properties), ['allowed', isAllowed(target, regions)]]);
    return { ...relation, properties };
  });
}

function allowedRegions(
  node: DraftNode | undefined,
  needs: ReadonlyMap<string, Needs>,
): readonly unknown[] | undefined {
  const stated = needsOfAll((node?.serves ?? []).map((name) => needs.get(name) ?? {}))['data-residency'];
  return Array.isArray(stated) ? stated : undefined;
}

function isAllowed(region: Document, allowed: readonly unknown[]): Document {
  if (!(region instanceof UnknownLeaf)) return allowed.includes(region);
  const { reason } = region.symbol();
  return new UnknownLeaf({ key: `allowed ${identityKey(region) ?? ''} in ${allowed.join(' ')}`, reason });
}
