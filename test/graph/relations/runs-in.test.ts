import { describe, expect, test } from 'vitest';
import { endsOf, lintText } from '../../helpers/lint-text.ts';
import { factOf, shown } from '../../helpers/facts.ts';

const subnets = `
provider "aws" { region = "us-east-1" }
resource "aws_subnet" "a" {
  vpc_id            = "vpc-1"
  availability_zone = "us-east-1a"
}
resource "aws_subnet" "b" {
  vpc_id            = "vpc-1"
  availability_zone = "us-east-1b"
}
`;
const both = '[aws_subnet.a.id, aws_subnet.b.id]';

const templateSubnets = `Resources:
  A: { Type: 'AWS::EC2::Subnet', Properties: { VpcId: vpc-1, AvailabilityZone: us-east-1a } }
  B: { Type: 'AWS::EC2::Subnet', Properties: { VpcId: vpc-1, AvailabilityZone: us-east-1b } }
`;

/** Types that name their subnets, in both languages. */
const spread: readonly (readonly [what: string, terraform: string, body: string, type: string, properties: string])[] =
  [
    ['a broker', 'aws_mq_broker', `subnet_ids = ${both}`, 'AWS::AmazonMQ::Broker', 'SubnetIds: [!Ref A, !Ref B]'],
    [
      'a container service',
      'aws_ecs_service',
      `network_configuration { subnets = ${both} }`,
      'AWS::ECS::Service',
      'NetworkConfiguration: { AwsvpcConfiguration: { Subnets: [!Ref A, !Ref B] } }',
    ],
    [
      'a cluster',
      'aws_eks_cluster',
      `vpc_config { subnet_ids = ${both} }`,
      'AWS::EKS::Cluster',
      'ResourcesVpcConfig: { SubnetIds: [!Ref A, !Ref B] }',
    ],
    ['its nodes', 'aws_eks_node_group', `subnet_ids = ${both}`, 'AWS::EKS::Nodegroup', 'Subnets: [!Ref A, !Ref B]'],
    [
      'its pods',
      'aws_eks_fargate_profile',
      `subnet_ids = ${both}`,
      'AWS::EKS::FargateProfile',
      'Subnets: [!Ref A, !Ref B]',
    ],
    [
      'a function',
      'aws_lambda_function',
      `vpc_config { subnet_ids = ${both} }`,
      'AWS::Lambda::Function',
      'VpcConfig: { SubnetIds: [!Ref A, !Ref B] }',
    ],
    [
      'a Kafka cluster',
      'aws_msk_cluster',
      `broker_node_group_info { client_subnets = ${both} }`,
      'AWS::MSK::Cluster',
      'BrokerNodeGroupInfo: { ClientSubnets: [!Ref A, !Ref B] }',
    ],
    [
      'a Kafka cluster without servers',
      'aws_msk_serverless_cluster',
      `vpc_config { subnet_ids = ${both} }`,
      'AWS::MSK::ServerlessCluster',
      'VpcConfigs: [{ SubnetIds: [!Ref A, !Ref B] }]',
    ],
    [
      'a search domain',
      'aws_opensearch_domain',
      `vpc_options { subnet_ids = ${both} }`,
      'AWS::OpenSearchService::Domain',
      'VPCOptions: { SubnetIds: [!Ref A, !Ref B] }',
    ],
    [
      'a firewall',
      'aws_networkfirewall_firewall',
      'subnet_mapping { subnet_id = aws_subnet.a.id }\n  subnet_mapping { subnet_id = aws_subnet.b.id }',
      'AWS::NetworkFirewall::Firewall',
      'SubnetMappings: [{ SubnetId: !Ref A }, { SubnetId: !Ref B }]',
    ],
    ...(
      [
        ['aws_db_subnet_group', 'AWS::RDS::DBSubnetGroup'],
        ['aws_docdb_subnet_group', 'AWS::DocDB::DBSubnetGroup'],
        ['aws_neptune_subnet_group', 'AWS::Neptune::DBSubnetGroup'],
        ['aws_elasticache_subnet_group', 'AWS::ElastiCache::SubnetGroup'],
        ['aws_memorydb_subnet_group', 'AWS::MemoryDB::SubnetGroup'],
        ['aws_redshift_subnet_group', 'AWS::Redshift::ClusterSubnetGroup'],
        ['aws_dms_replication_subnet_group', 'AWS::DMS::ReplicationSubnetGroup'],
      ] as const
    ).map(
      ([terraform, type]) =>
        [`a group, ${type}`, terraform, `subnet_ids = ${both}`, type, 'SubnetIds: [!Ref A, !Ref B]'] as const,
    ),
  ];

describe('what names its subnets runs in them and spans their zones', () => {
  test.each(spread)('%s', async (_, terraform, body, type, properties) => {
    const main = await lintText({ 'main.tf': `${subnets}resource "${terraform}" "orders" {\n  ${body}\n}\n` });
    expect(endsOf(main, `${terraform}.orders`, 'runsIn')).toEqual(['aws_subnet.a', 'aws_subnet.b']);
    const stack = await lintText({
      'stack.yaml': `${templateSubnets}  Orders: { Type: '${type}', Properties: { ${properties} } }\n`,
    });
    expect(endsOf(stack, 'Orders', 'runsIn')).toEqual(['A', 'B']);
    const zones = ['us-east-1a', 'us-east-1b'];
    expect(shown(factOf(main, `${terraform}.orders`, 'zonesSpanned'))).toEqual(zones);
    expect(shown(factOf(stack, 'Orders', 'zonesSpanned'))).toEqual(zones);
  });
});

describe('what names a group of subnets runs in that group', () => {
  test.each([
    ['aws_db_instance', 'db_subnet_group_name', 'aws_db_subnet_group', 'name'],
    ['aws_rds_cluster', 'db_subnet_group_name', 'aws_db_subnet_group', 'name'],
    ['aws_docdb_cluster', 'db_subnet_group_name', 'aws_docdb_subnet_group', 'name'],
    ['aws_neptune_cluster', 'neptune_subnet_group_name', 'aws_neptune_subnet_group', 'name'],
    ['aws_elasticache_cluster', 'subnet_group_name', 'aws_elasticache_subnet_group', 'name'],
    ['aws_elasticache_replication_group', 'subnet_group_name', 'aws_elasticache_subnet_group', 'name'],
    ['aws_memorydb_cluster', 'subnet_group_name', 'aws_memorydb_subnet_group', 'name'],
    ['aws_redshift_cluster', 'cluster_subnet_group_name', 'aws_redshift_subnet_group', 'name'],
    ['aws_dms_replication_instance', 'replication_subnet_group_id', 'aws_dms_replication_subnet_group', 'id'],
  ])('%s', async (type, argument, group, attribute) => {
    const main =
      `${subnets}resource "${group}" "data" {\n  subnet_ids = ${both}\n}\n` +
      `resource "${type}" "orders" {\n  ${argument} = ${group}.data.${attribute}\n}\n`;
    const report = await lintText({ 'main.tf': main });
    expect(endsOf(report, `${type}.orders`, 'runsIn')).toEqual([`${group}.data`]);
  });
});

test('a list of subnets that is not known is any number of them', async () => {
  const main =
    'variable "subnets" {}\nresource "aws_ecs_service" "orders" {\n  network_configuration { subnets = var.subnets }\n}\n';
  const report = await lintText({ 'main.tf': main });
  expect(endsOf(report, 'aws_ecs_service.orders', 'runsIn')).toEqual(['var.subnets?']);
  expect(shown(factOf(report, 'aws_ecs_service.orders', 'zonesSpanned'))).toBe('? var.subnets');
});
