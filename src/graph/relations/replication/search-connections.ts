/**
 * From a search domain to the one that is connected to it from elsewhere and can follow its indexes. Which indexes it
 * follows is said to the domain itself, so the relation is never more than possible.
 *
 * https://docs.aws.amazon.com/opensearch-service/latest/developerguide/replication.html
 */
import { propertyAt, type DraftNode } from '../../draft.ts';
import type { GraphContext } from '../../graph-context.ts';
import { linkedAt, resolveValue } from '../../identity/resolve.ts';

const domainTypes = ['AWS::OpenSearchService::Domain', 'AWS::Elasticsearch::Domain'];

export function relateSearchConnections(context: GraphContext): void {
  for (const connection of context.ofType('AWS::OpenSearchService::OutboundConnection')) {
    const because = `what is replicated over ${connection.address} is set up in the domain itself`;
    for (const follower of domainsAt(context, connection, '/LocalDomainInfo')) {
      for (const leader of domainsAt(context, connection, '/RemoteDomainInfo')) {
        context.relate('replicatesTo', leader, { node: follower, certain: false, because });
      }
    }
  }
}

/** A domain is named beside the Region in which it lies. */
function domainsAt(context: GraphContext, connection: DraftNode, pointer: string): readonly DraftNode[] {
  const linked = linkedAt(context, connection, `${pointer}/DomainName`).filter(({ type }) =>
    domainTypes.includes(type),
  );
  if (linked.length > 0) return linked;
  const name = propertyAt(connection, `${pointer}/DomainName`);
  const region = propertyAt(connection, `${pointer}/Region`) ?? connection.region;
  if (name === undefined) return [];
  return resolveValue(context, { ...connection, region }, name, domainTypes).map(({ node }) => node);
}
