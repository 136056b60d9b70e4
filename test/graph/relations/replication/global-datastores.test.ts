import { expect, test } from 'vitest';
import { parseRegion } from '../../../../src/core/ids.ts';
import { endsOf, lintText } from '../../../helpers/lint-text.ts';

test('Terraform: the secondary names the global datastore, which names the primary', async () => {
  const main = `provider "aws" { region = "us-east-1" }
resource "aws_elasticache_replication_group" "sessions" { replication_group_id = "sessions" }
resource "aws_elasticache_global_replication_group" "sessions" {
  global_replication_group_id_suffix = "sessions"
  primary_replication_group_id       = aws_elasticache_replication_group.sessions.id
}
resource "aws_elasticache_replication_group" "sessions_west" {
  region                      = "us-west-2"
  replication_group_id        = "sessions-west"
  global_replication_group_id = aws_elasticache_global_replication_group.sessions.global_replication_group_id
}
resource "aws_elasticache_replication_group" "carts" { replication_group_id = "carts" }
`;
  const report = await lintText({ 'main.tf': main });
  expect(endsOf(report, 'aws_elasticache_replication_group.sessions', 'replicatesTo')).toEqual([
    'aws_elasticache_replication_group.sessions_west',
  ]);
  expect(endsOf(report, 'aws_elasticache_replication_group.carts', 'replicatesTo')).toEqual([]);
});

const global = (secondary: string): string => `Resources:
  Sessions: { Type: 'AWS::ElastiCache::ReplicationGroup', Properties: { ReplicationGroupId: sessions } }
  Everywhere:
    Type: AWS::ElastiCache::GlobalReplicationGroup
    Properties:
      Members:
        - { ReplicationGroupId: !Ref Sessions, ReplicationGroupRegion: us-east-1, Role: PRIMARY }
        - { ReplicationGroupId: ${secondary}, ReplicationGroupRegion: us-west-2, Role: SECONDARY }
`;
const west = `Resources:
  West: { Type: 'AWS::ElastiCache::ReplicationGroup', Properties: { ReplicationGroupId: sessions-west } }
`;

test.each([
  ['a group that another stack declares in that Region', 'sessions-west', ['West']],
  ['a group that nothing declares', 'elsewhere', ['elsewhere']],
])('CloudFormation lists all members: %s', async (_, secondary, expected) => {
  const deployment = { name: undefined, varFiles: [], parameters: [], statedAt: undefined } as const;
  const deployments = [
    { ...deployment, path: 'east.yaml', region: parseRegion('us-east-1'), role: 'primary' },
    { ...deployment, path: 'west.yaml', region: parseRegion('us-west-2'), role: 'recovery' },
  ] as const;
  const report = await lintText({ 'east.yaml': global(secondary), 'west.yaml': west }, { config: { deployments } });
  expect(endsOf(report, 'Sessions', 'replicatesTo')).toEqual(expected);
});
