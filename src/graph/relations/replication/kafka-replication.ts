/** From a Kafka cluster to the one that an MSK Replicator copies its topics to. */
import { documentMap, isLeaf } from '../../../core/document.ts';
import { existsGiven } from '../../../core/existence.ts';
import { itemsAt, propertyAt, type DraftNode } from '../../draft.ts';
import { isEqual, someOf, type YesNo } from '../../facts/yes-no.ts';
import type { GraphContext, RelationEnd } from '../../graph-context.ts';
import { resolve } from '../../identity/resolve.ts';

const clusterTypes = ['AWS::MSK::Cluster', 'AWS::MSK::ServerlessCluster'];

/** https://docs.aws.amazon.com/msk/latest/developerguide/msk-replicator.html */
export function relateKafkaReplication(context: GraphContext): void {
  for (const replicator of context.ofType('AWS::MSK::Replicator')) {
    for (const index of itemsAt(replicator, '/ReplicationInfoList').keys()) {
      relateFlow(context, replicator, `/ReplicationInfoList/${index}`);
    }
  }
}

function relateFlow(context: GraphContext, replicator: DraftNode, pointer: string): void {
  const targets = clustersAt(context, replicator, `${pointer}/TargetKafkaClusterArn`);
  const whole = takesAllTopics(replicator, `${pointer}/TopicReplication/TopicsToReplicate`);
  for (const source of clustersAt(context, replicator, `${pointer}/SourceKafkaClusterArn`)) {
    for (const target of targets) {
      context.relate('replicatesTo', source.node, endOf(replicator, source, target), documentMap([['whole', whole]]));
    }
  }
}

function clustersAt(context: GraphContext, replicator: DraftNode, pointer: string): readonly RelationEnd[] {
  return propertyAt(replicator, pointer) === undefined ? [] : resolve(context, replicator, pointer, clusterTypes);
}

function endOf(replicator: DraftNode, source: RelationEnd, target: RelationEnd): RelationEnd {
  const certain = source.certain && target.certain && existsGiven(replicator, source.node) === 'yes';
  const because = source.because ?? target.because ?? `whether ${replicator.address} exists is not known`;
  return { node: target.node, certain, ...(certain ? {} : { because }) };
}

/** Topics are named by regular expressions. */
function takesAllTopics(replicator: DraftNode, pointer: string): YesNo {
  const topics = itemsAt(replicator, pointer);
  return someOf(topics.map((topic) => (isLeaf(topic) ? topic : isEqual(topic, '.*'))));
}
