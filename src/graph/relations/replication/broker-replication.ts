/** From a message broker to its replica in another Region. */
import { propertyAt } from '../../draft.ts';
import type { GraphContext } from '../../graph-context.ts';
import { resolve } from '../../identity/resolve.ts';

const brokerType = 'AWS::AmazonMQ::Broker';
const pointer = '/DataReplicationPrimaryBrokerArn';

/** https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/crdr-for-active-mq.html */
export function relateBrokerReplication(context: GraphContext): void {
  for (const replica of context.ofType(brokerType)) {
    if (propertyAt(replica, pointer) === undefined) continue;
    for (const primary of resolve(context, replica, pointer, [brokerType])) {
      context.relate('replicatesTo', primary.node, { ...primary, node: replica });
    }
  }
}
