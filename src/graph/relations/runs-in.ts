/** What runs in which subnets. */
import { isLeaf } from '../../core/document.ts';
import { itemsAt, propertyAt, type DraftNode } from '../draft.ts';
import type { GraphContext } from '../graph-context.ts';
import { resolve } from '../identity/resolve.ts';

export const subnetType = 'AWS::EC2::Subnet';

/** Where a type names its subnets: one (`/SubnetId`), a list of them, or a list of maps that name one each (`/Mappings/*`). */
const subnetPointers: ReadonlyMap<string, readonly string[]> = new Map([
  ['AWS::EC2::Instance', ['/SubnetId']],
  ['AWS::EC2::NatGateway', ['/SubnetId']],
  ['AWS::AutoScaling::AutoScalingGroup', ['/VPCZoneIdentifier']],
  ['AWS::ElasticLoadBalancingV2::LoadBalancer', ['/Subnets', '/SubnetMappings/*/SubnetId']],
  ['AWS::ElasticLoadBalancing::LoadBalancer', ['/Subnets']],
  ['AWS::RDS::DBSubnetGroup', ['/SubnetIds']],
]);

export function relateRunsIn(context: GraphContext): void {
  for (const type of subnetPointers.keys()) {
    for (const node of context.ofType(type)) {
      for (const { pointer, isWhole } of subnetsOf(node)) relateSubnet(context, node, pointer, isWhole);
    }
  }
}

/** A place in a node's properties that names a subnet. */
export interface NamedSubnet {
  readonly pointer: string;
  /** Not one subnet: a list that is not known, of any number of them. */
  readonly isWhole: boolean;
}

export function subnetsOf(node: DraftNode): readonly NamedSubnet[] {
  return (subnetPointers.get(node.type) ?? []).flatMap((pointer): readonly NamedSubnet[] => {
    const [list = '', below] = pointer.split('/*');
    if (below === undefined && pointer.endsWith('Id')) return [{ pointer, isWhole: false }];
    const items = propertyAt(node, list);
    if (isLeaf(items)) return [{ pointer: list, isWhole: true }];
    return itemsAt(node, list).map((_, index) => ({ pointer: `${list}/${index}${below ?? ''}`, isWhole: false }));
  });
}

function relateSubnet(context: GraphContext, node: DraftNode, pointer: string, isWhole: boolean): void {
  for (const end of resolve(context, node, pointer, [subnetType])) {
    const because = 'its subnets are not known';
    context.relate('runsIn', node, isWhole ? { ...end, certain: false, because } : end);
  }
}
