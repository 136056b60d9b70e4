/** The fact `targetRegion` of a bucket's replication rule: the Region that it replicates to. */
import { propertyAt } from '../draft.ts';
import type { GraphContext } from '../graph-context.ts';
import { resolve } from '../identity/resolve.ts';

const destination = '/Destination/Bucket';

export function setTargetsOfRules(context: GraphContext): void {
  for (const rule of context.ofType('AWS::S3::Bucket.ReplicationRule')) {
    if (propertyAt(rule, destination) === undefined) continue;
    const [target] = resolve(context, rule, destination, ['AWS::S3::Bucket']);
    if (target?.node.region === undefined) continue;
    rule.facts.set('targetRegion', target.node.region);
    rule.factSources.set('targetRegion', [destination]);
  }
}
