/**
 * How a search domain is made up: `dedicatedMasters`, how many nodes do nothing but lead it, and `evenNodes`, whether its data
 * nodes can be shared out evenly over its zones (absent where it is not spread over zones).
 */
import { isDocumentMap, isLeaf, UnknownLeaf, type Document, type DocumentMap } from '../../../core/document.ts';
import { propertyAt, type DraftNode } from '../../draft.ts';
import type { GraphContext } from '../../graph-context.ts';

/** Type → where its nodes are described. */
const configurations: ReadonlyMap<string, string> = new Map([
  ['AWS::OpenSearchService::Domain', '/ClusterConfig'],
  ['AWS::Elasticsearch::Domain', '/ElasticsearchClusterConfig'],
]);

export function setSearchNodes(context: GraphContext): void {
  for (const [type, pointer] of configurations) {
    for (const domain of context.ofType(type)) {
      const nodes = propertyAt(domain, pointer);
      if (isDocumentMap(nodes)) setNodes(domain, nodes, pointer);
      else if (isLeaf(nodes)) domain.facts.set('dedicatedMasters', nodes);
    }
  }
}

function setNodes(domain: DraftNode, nodes: DocumentMap, pointer: string): void {
  domain.facts.set('dedicatedMasters', mastersIn(domain, nodes));
  domain.factSources.set('dedicatedMasters', [`${pointer}/DedicatedMasterCount`, `${pointer}/DedicatedMasterEnabled`]);
  const even = isEven(nodes);
  if (even === undefined) return;
  domain.facts.set('evenNodes', even);
  domain.factSources.set('evenNodes', [`${pointer}/InstanceCount`]);
}

function mastersIn(domain: DraftNode, nodes: DocumentMap): Document {
  const isOn = nodes['DedicatedMasterEnabled'];
  if (isLeaf(isOn)) return isOn;
  if (isOn !== true) return 0;
  return nodes['DedicatedMasterCount'] ?? notWritten(domain);
}

/** Nothing documents how many there are then. */
function notWritten(domain: DraftNode): UnknownLeaf {
  const subject = `how many dedicated master nodes ${domain.address} has`;
  return new UnknownLeaf({
    key: `masters of ${domain.id}`,
    reason: { code: 'derived', subject, cure: 'write their number' },
  });
}

// https://docs.aws.amazon.com/opensearch-service/latest/developerguide/managedomains-multiaz.html
function isEven(nodes: DocumentMap): Document | undefined {
  const withStandby = nodes['MultiAZWithStandbyEnabled'];
  const isSpread = nodes['ZoneAwarenessEnabled'];
  if (withStandby !== true && isSpread !== true) return undefined;
  const zones = withStandby === true ? 3 : zonesIn(nodes['ZoneAwarenessConfig']);
  const count = nodes['InstanceCount'];
  if (typeof zones === 'number' && typeof count === 'number') return count % zones === 0;
  return [zones, count].find((each) => isLeaf(each));
}

/** Two, unless it says otherwise. */
function zonesIn(configuration: Document | undefined): Document | undefined {
  return isDocumentMap(configuration) ? configuration['AvailabilityZoneCount'] : (configuration ?? 2);
}
