/**
 * The fact `farEnd` of VPN connections: the device that they lead to. Gateways that are declared one by one are devices of
 * their own, unless they have one address.
 */
import type { Document } from '../../../core/document.ts';
import { propertyAt, textAt, type DraftNode } from '../../draft.ts';
import type { GraphContext } from '../../graph-context.ts';
import { linkedAt } from '../../identity/resolve.ts';

const pointer = '/CustomerGatewayId';

export function setFarEnds(context: GraphContext): void {
  for (const connection of context.ofType('AWS::EC2::VPNConnection')) {
    const end = farEnd(context, connection);
    if (end === undefined) continue;
    connection.facts.set('farEnd', end);
    connection.factSources.set('farEnd', [pointer]);
  }
}

// Of two gateways alike AWS makes one.
// https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateCustomerGateway.html
function farEnd(context: GraphContext, connection: DraftNode): Document | undefined {
  const [gateway] = linkedAt(context, connection, pointer).filter(({ type }) => type === 'AWS::EC2::CustomerGateway');
  if (gateway === undefined) return propertyAt(connection, pointer);
  return textAt(gateway, '/IpAddress') ?? gateway.id;
}
