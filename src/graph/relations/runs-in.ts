/** What runs in which subnets, directly or by a group of them, and which network the subnets lie in. */
import type { DraftNode } from '../draft.ts';
import type { GraphContext } from '../graph-context.ts';
import { resolve } from '../identity/resolve.ts';
import { placesNamed, type NamedPlace } from '../named-places.ts';

export const subnetType = 'AWS::EC2::Subnet';

/** Where a type names its subnets. */
const subnetPlaces: ReadonlyMap<string, readonly string[]> = new Map([
  ['AWS::AmazonMQ::Broker', ['/SubnetIds/[each]']],
  ['AWS::AutoScaling::AutoScalingGroup', ['/VPCZoneIdentifier/[each]']],
  ['AWS::DMS::ReplicationSubnetGroup', ['/SubnetIds/[each]']],
  ['AWS::DocDB::DBSubnetGroup', ['/SubnetIds/[each]']],
  ['AWS::EC2::Instance', ['/SubnetId']],
  ['AWS::EC2::NatGateway', ['/SubnetId']],
  ['AWS::ECS::Service', ['/NetworkConfiguration/AwsvpcConfiguration/Subnets/[each]']],
  ['AWS::EFS::MountTarget', ['/SubnetId']],
  ['AWS::EKS::Cluster', ['/ResourcesVpcConfig/SubnetIds/[each]']],
  ['AWS::EKS::FargateProfile', ['/Subnets/[each]']],
  ['AWS::EKS::Nodegroup', ['/Subnets/[each]']],
  ['AWS::ElastiCache::SubnetGroup', ['/SubnetIds/[each]']],
  ['AWS::ElasticLoadBalancing::LoadBalancer', ['/Subnets/[each]']],
  ['AWS::ElasticLoadBalancingV2::LoadBalancer', ['/Subnets/[each]', '/SubnetMappings/[each]/SubnetId']],
  ['AWS::Elasticsearch::Domain', ['/VPCOptions/SubnetIds/[each]']],
  ['AWS::FSx::FileSystem', ['/SubnetIds/[each]']],
  ['AWS::Lambda::Function', ['/VpcConfig/SubnetIds/[each]']],
  ['AWS::MemoryDB::SubnetGroup', ['/SubnetIds/[each]']],
  ['AWS::MSK::Cluster', ['/BrokerNodeGroupInfo/ClientSubnets/[each]']],
  ['AWS::MSK::ServerlessCluster', ['/VpcConfigs/[each]/SubnetIds/[each]']],
  ['AWS::Neptune::DBSubnetGroup', ['/SubnetIds/[each]']],
  ['AWS::NetworkFirewall::Firewall', ['/SubnetMappings/[each]/SubnetId']],
  ['AWS::OpenSearchService::Domain', ['/VPCOptions/SubnetIds/[each]']],
  ['AWS::RDS::DBSubnetGroup', ['/SubnetIds/[each]']],
  ['AWS::Redshift::ClusterSubnetGroup', ['/SubnetIds/[each]']],
]);

/** A property that names a group of subnets, or the network of a subnet. */
interface Network {
  readonly type: string;
  readonly at: string;
  readonly to: string;
}

const networks: readonly Network[] = [
  {
    type: 'AWS::DMS::ReplicationInstance',
    at: '/ReplicationSubnetGroupIdentifier',
    to: 'AWS::DMS::ReplicationSubnetGroup',
  },
  { type: 'AWS::DocDB::DBCluster', at: '/DBSubnetGroupName', to: 'AWS::DocDB::DBSubnetGroup' },
  { type: subnetType, at: '/VpcId', to: 'AWS::EC2::VPC' },
  { type: 'AWS::ElastiCache::CacheCluster', at: '/CacheSubnetGroupName', to: 'AWS::ElastiCache::SubnetGroup' },
  { type: 'AWS::ElastiCache::ReplicationGroup', at: '/CacheSubnetGroupName', to: 'AWS::ElastiCache::SubnetGroup' },
  { type: 'AWS::MemoryDB::Cluster', at: '/SubnetGroupName', to: 'AWS::MemoryDB::SubnetGroup' },
  { type: 'AWS::Neptune::DBCluster', at: '/DBSubnetGroupName', to: 'AWS::Neptune::DBSubnetGroup' },
  { type: 'AWS::RDS::DBCluster', at: '/DBSubnetGroupName', to: 'AWS::RDS::DBSubnetGroup' },
  { type: 'AWS::RDS::DBInstance', at: '/DBSubnetGroupName', to: 'AWS::RDS::DBSubnetGroup' },
  { type: 'AWS::Redshift::Cluster', at: '/ClusterSubnetGroupName', to: 'AWS::Redshift::ClusterSubnetGroup' },
];

export function relateRunsIn(context: GraphContext): void {
  for (const type of subnetPlaces.keys()) {
    for (const node of context.ofType(type)) {
      for (const place of subnetsOf(node)) relateSubnet(context, node, place);
    }
  }
  for (const { type, at, to } of networks) {
    for (const node of context.ofType(type)) {
      for (const end of resolve(context, node, at, [to])) context.relate('runsIn', node, end);
    }
  }
}

/** The places where a node names its subnets. */
export function subnetsOf(node: DraftNode): readonly NamedPlace[] {
  return (subnetPlaces.get(node.type) ?? []).flatMap((pattern) => placesNamed(node, pattern));
}

function relateSubnet(context: GraphContext, node: DraftNode, { pointer, isWhole }: NamedPlace): void {
  for (const end of resolve(context, node, pointer, [subnetType])) {
    const because = 'its subnets are not known';
    context.relate('runsIn', node, isWhole ? { ...end, certain: false, because } : end);
  }
}
