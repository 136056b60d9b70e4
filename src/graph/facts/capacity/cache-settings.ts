/**
 * The facts `automaticFailover` and `multiAz` of a cache group: its own settings, or those that it inherits as a secondary of a
 * global datastore, where what its own code leaves off is what its primary has.
 */
import type { Document } from '../../../core/document.ts';
import { propertyAt, type DraftNode } from '../../draft.ts';
import type { GraphContext } from '../../graph-context.ts';
import { isDeclared } from '../../node.ts';
import { derivedUnknown } from '../derived-unknown.ts';

const settings = [
  ['automaticFailover', '/AutomaticFailoverEnabled'],
  ['multiAz', '/MultiAZEnabled'],
] as const;

/** After groups were related to their secondaries. */
// https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Redis-Global-Datastores-Getting-Started.html
export function setCacheSettings(context: GraphContext): void {
  for (const group of context.ofType('AWS::ElastiCache::ReplicationGroup')) {
    const sources = context.to('replicatesTo', group);
    const isSecondary = sources.length > 0 || propertyAt(group, '/GlobalReplicationGroupId') !== undefined;
    const [primary] = sources.filter(({ certain }) => certain).flatMap(({ from }) => context.get(from) ?? []);
    for (const [fact, pointer] of settings) {
      const own = propertyAt(group, pointer);
      const value = !isSecondary || own === true ? own : inherited(group, primary, pointer);
      if (value === undefined) continue;
      group.facts.set(fact, value);
      group.factSources.set(fact, [pointer]);
    }
  }
}

function inherited(group: DraftNode, primary: DraftNode | undefined, pointer: string): Document | undefined {
  if (primary !== undefined && isDeclared(primary)) return propertyAt(primary, pointer);
  const subject = `what ${group.address} inherits from the primary of its global datastore`;
  return derivedUnknown(`${pointer} of the primary of ${group.id}`, subject, 'scan the code of the primary, too');
}
