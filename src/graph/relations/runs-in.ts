/** What runs in which subnets, and what reaches the outside through which NAT gateway. */
import { UnknownLeaf } from '../../core/document.ts';
import { itemsAt, type DraftNode } from '../draft.ts';
import type { GraphContext } from '../graph-context.ts';
import { resolve } from '../identity/resolve.ts';

const subnet = 'AWS::EC2::Subnet';

/** Type → where its subnets stand: a list, or one. */
const subnetPointers: ReadonlyMap<string, readonly string[]> = new Map([
  ['AWS::EC2::Instance', ['/SubnetId']],
  ['AWS::EC2::NatGateway', ['/SubnetId']],
  ['AWS::AutoScaling::AutoScalingGroup', ['/VPCZoneIdentifier']],
  ['AWS::ElasticLoadBalancingV2::LoadBalancer', ['/Subnets']],
  ['AWS::RDS::DBSubnetGroup', ['/SubnetIds']],
]);

export function relateRunsIn(context: GraphContext): void {
  for (const [type, pointers] of subnetPointers) {
    for (const node of context.ofType(type)) {
      for (const pointer of pointers) relateSubnets(context, node, pointer);
    }
  }
}

function relateSubnets(context: GraphContext, node: DraftNode, pointer: string): void {
  const items = itemsAt(node, pointer);
  const isList = !pointer.endsWith('Id');
  for (const [index, item] of items.entries()) {
    // A list that is not known as a whole stands for any number of subnets.
    const whole = isList && items.length === 1 && item instanceof UnknownLeaf;
    for (const end of resolve(context, node, isList ? `${pointer}/${index}` : pointer, [subnet])) {
      context.relate('runsIn', node, whole ? { ...end, certain: false, because: 'its subnets are not known' } : end);
    }
  }
}
