/** The hard cases of the policy language: each policy on a graph made by hand, at tier warm-standby. */
import { describe, expect, test } from 'vitest';
import { lost } from '../src/core/interval.ts';
import type { GraphNode } from '../src/graph/node.ts';
import type { Relation } from '../src/graph/relation.ts';
import { verdictsOn } from './helpers/judge.ts';
import { day, node, relation, seconds, unknown, type NodeWords, type Plain } from './helpers/graph.ts';

/** The graph of a case; its first node is the one that is judged. */
interface Situation {
  readonly nodes: readonly [GraphNode, ...GraphNode[]];
  readonly relations?: readonly Relation[];
  /** The stated RTO in seconds. */
  readonly rto?: number;
}

type Case = readonly [policy: string, situation: string, verdict: string, graph: () => Situation];

const cases: readonly Case[] = [
  ['asg/dr-capacity', 'the recovery group runs 10 % of the primary', 'fail#2', () => groups({ now: 0.1, reach: 1 })],

  ['backup/cross-region-copy', 'copied to another Region', 'pass', () => plan({ copies: ['us-west-2'] })],
  ['backup/cross-region-copy', 'copied within the Region', 'fail#1', () => plan({ copies: ['us-east-1'] })],
  [
    'backup/cross-region-copy',
    'copied to a Region that is not known',
    'unknown',
    () => plan({ copies: [unknown('var.dr')] }),
  ],
  [
    'backup/cross-region-copy',
    'copied within one stack whose Region is not known',
    'fail#1',
    () => plan({ region: unknown('AWS::Region'), copies: [unknown('AWS::Region')] }),
  ],
  ['backup/cross-region-copy', 'not copied', 'fail#1', () => plan({ copies: [] })],
  [
    'backup/cross-region-copy',
    'only a sibling copies',
    'fail#3',
    () => plan({ copies: [], siblingCopies: ['us-west-2'] }),
  ],

  ['backup/frequency', 'weekly, and no other plan', 'fail#1', () => plans({ gap: 7 * day })],
  ['backup/frequency', 'weekly, beside a daily plan', 'pass', () => plans({ gap: 7 * day, otherGap: day })],

  ['backup/resource-covered', 'selected by a tag that is not known', 'unknown', () => covered({ certain: false })],

  ['backup/vault-lock-retention-conflict', 'kept longer than the lock allows', 'fail#1', () => lockedVault()],

  ['cloudwatch/replication-lag-alarm', 'an alarm watches the lag', 'pass', () => watchedReplica()],

  ['dynamodb/replica-pitr', 'nothing is said about it', 'fail#1', () => replicaOfTable({})],
  [
    'dynamodb/replica-pitr',
    'it is not known',
    'unknown',
    () => replicaOfTable({ PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: unknown('var.pitr') } }),
  ],

  ['iac/hardcoded-ami', 'one id in two Regions', 'fail#1', () => image({ regions: ['us-east-1', 'us-west-2'] })],
  [
    'iac/hardcoded-ami',
    'a literal id in one Region, whichever',
    'fail#2',
    () => image({ regions: [unknown('var.region')] }),
  ],
  ['iac/hardcoded-ami', 'looked up in SSM', 'not-applicable', () => image({ literal: false, regions: ['us-east-1'] })],

  ['kms/multi-region-key', 'no key where the replica is', 'fail#1', () => replicatedSecret('none')],
  ['kms/multi-region-key', 'the key has a replica there', 'pass', () => replicatedSecret('replica key')],
  ['kms/multi-region-key', 'the replica has a key of its own', 'pass', () => replicatedSecret('own key')],

  ['nat/per-az', 'serves one zone', 'pass', () => gateway(['us-east-1a'])],
  ['nat/per-az', 'serves two zones', 'fail#1', () => gateway(['us-east-1a', 'us-east-1b'])],
  ['nat/per-az', 'serves a known and an unknown zone', 'unknown', () => gateway(['us-east-1a', unknown('var.zone')])],
  ['nat/per-az', 'serves two unknown zones', 'unknown', () => gateway([unknown('var.a'), unknown('var.b')])],

  ['rds/backup-retention', 'retention 0', 'fail#1', () => database({ BackupRetentionPeriod: 0 })],
  [
    'rds/backup-retention',
    'retention 7 where the tier asks for 30',
    'fail#2',
    () => database({ BackupRetentionPeriod: 7 }),
  ],
  ['rds/backup-retention', 'retention "35", as text', 'pass', () => database({ BackupRetentionPeriod: '35' })],

  ['rds/multi-az', 'on', 'pass', () => database({ MultiAZ: true })],
  ['rds/multi-az', '"false", as text', 'fail#1', () => database({ MultiAZ: 'false' })],
  ['rds/multi-az', 'not known', 'unknown', () => database({ MultiAZ: unknown('var.multi_az') })],
  [
    'rds/multi-az',
    'off, perhaps a member of a cluster',
    'unknown',
    () => database({ MultiAZ: false }, { clusterMember: unknown('var.engine') }),
  ],
  [
    'rds/multi-az',
    'on, perhaps a member of a cluster',
    'pass',
    () => database({ MultiAZ: true }, { clusterMember: unknown('var.engine') }),
  ],
  ['rds/multi-az', 'a read replica', 'not-applicable', () => readReplica()],

  ['route53/detection-time', 'notices after 150 s', 'fail#1', () => healthCheck({ detection: 150, switchTime: 210 })],
  [
    'route53/detection-time',
    'notices after 90 s, TTL 300 s',
    'fail#2',
    () => healthCheck({ detection: 90, switchTime: 390 }),
  ],
  ['route53/detection-time', 'no record uses it', 'not-applicable', () => healthCheck({ lone: true })],

  ['route53/failover-pair', 'both halves, two Regions', 'pass', () => failoverPair('us-west-2')],
  ['route53/failover-pair', 'both halves lead to one Region', 'fail#4', () => failoverPair('us-east-1')],
  ['route53/failover-pair', 'the other half is missing', 'fail#1', () => failoverPair(undefined)],
  ['route53/failover-pair', 'no routing policy', 'not-applicable', () => ({ nodes: [record({}, 'us-east-1')] })],

  ['route53/health-check-target', 'probes its own name, whichever it is', 'fail#1', () => probedName('var.domain')],
  ['route53/health-check-target', 'probes another name, perhaps the same', 'unknown', () => probedName('var.endpoint')],

  ['tier/dr-region-empty', 'nothing in a recovery Region', 'fail#1', () => workloadInOneRegion()],

  ['tier/objective-missed', 'everything is lost', 'fail#1', () => estimated(seconds(lost), 'none')],
  ['tier/objective-missed', 'the loss is not known', 'unknown', () => estimated(seconds({ low: 0, high: Infinity }))],
  [
    'tier/objective-missed',
    'not known, but 24 h at least',
    'fail#2',
    () => estimated(seconds({ low: day, high: Infinity })),
  ],
  ['tier/objective-missed', 'five seconds are lost', 'pass', () => estimated(seconds(5))],

  ['tier/single-region-dependency', 'a function in the lost Region only', 'fail#1', () => failoverFunction(false)],
  ['tier/single-region-dependency', 'a function in both Regions', 'pass', () => failoverFunction(true)],
];

describe.each(cases)('%s: %s', (policy, _, verdict, graph) => {
  test(verdict, () => {
    const { nodes, relations, rto } = graph();
    const [judged] = verdictsOn(policy, { nodes, relations, rto }).filter(({ node: id }) => id === nodes[0].id);
    const check = judged?.verdict === 'fail' ? `#${(judged.check ?? 0) + 1}` : '';
    expect(`${judged?.verdict}${check}`).toBe(verdict);
  });
});

function groups({ now, reach }: { readonly now: number; readonly reach: number }): Situation {
  const type = 'AWS::AutoScaling::AutoScalingGroup';
  const recovery = node('aws_autoscaling_group.recovery', {
    type,
    role: 'recovery',
    region: 'us-west-2',
    facts: { capacity: { desired: 1, maximum: 20 } },
  });
  const primary = node('aws_autoscaling_group.primary', {
    type,
    region: 'us-east-1',
    facts: { capacity: { desired: 10 } },
  });
  const properties = { capacityNow: now, capacityReach: reach };
  return { nodes: [recovery, primary], relations: [relation(recovery, 'counterpartOf', primary, { properties })] };
}

function rule(name: string, owner: GraphNode, region: Plain): GraphNode {
  return node(owner.address, {
    type: 'AWS::Backup::BackupPlan.BackupRuleResourceType',
    part: `rule["${name}"]`,
    owner: owner.id,
    region,
  });
}

function vault(region: Plain, name: string): GraphNode {
  return node(`aws_backup_vault.${name}`, { type: 'AWS::Backup::BackupVault', region });
}

function plan(words: {
  readonly region?: Plain;
  readonly copies: readonly Plain[];
  readonly siblingCopies?: readonly Plain[];
}): Situation {
  const { region = 'us-east-1', copies, siblingCopies = [] } = words;
  const owner = node('aws_backup_plan.main', { type: 'AWS::Backup::BackupPlan', region });
  const [daily, weekly] = [rule('daily', owner, region), rule('weekly', owner, region)];
  const copied = copies.map((each, index) => vault(each, `copy_${index}`));
  const siblings = siblingCopies.map((each, index) => vault(each, `sibling_${index}`));
  return {
    nodes: [daily, weekly, owner, ...copied, ...siblings],
    relations: [
      relation(daily, 'partOf', owner),
      relation(weekly, 'partOf', owner),
      ...copied.map((each) => relation(daily, 'copiesTo', each)),
      ...siblings.map((each) => relation(weekly, 'copiesTo', each)),
    ],
  };
}

function plans({ gap, otherGap }: { readonly gap: number; readonly otherGap?: number }): Situation {
  const type = 'AWS::Backup::BackupPlan';
  const properties = { BackupPlan: { BackupPlanRule: [{ RuleName: 'regular' }] } };
  const weekly = node('aws_backup_plan.weekly', { type, properties, facts: { longestGap: seconds(gap) } });
  const daily = node('aws_backup_plan.daily', { type, properties, facts: { longestGap: seconds(otherGap ?? 0) } });
  const table = node('aws_dynamodb_table.orders', {
    type: 'AWS::DynamoDB::Table',
    facts: { longestGap: seconds(otherGap ?? gap) },
  });
  const relations = [relation(table, 'protectedBy', weekly)];
  if (otherGap !== undefined) relations.push(relation(table, 'protectedBy', daily));
  return { nodes: [weekly, daily, table], relations };
}

function covered({ certain }: { readonly certain: boolean }): Situation {
  const volume = node('aws_ebs_volume.data', { type: 'AWS::EC2::Volume', facts: { clusterMember: false } });
  const daily = node('aws_backup_plan.daily', { type: 'AWS::Backup::BackupPlan' });
  const because = 'the tag value var.backup is not known';
  return { nodes: [volume, daily], relations: [relation(volume, 'protectedBy', daily, { certain, because })] };
}

function lockedVault(): Situation {
  const owner = node('aws_backup_plan.main', { type: 'AWS::Backup::BackupPlan' });
  const yearly = rule('yearly', owner, 'us-east-1');
  const locked = node('aws_backup_vault.locked', {
    type: 'AWS::Backup::BackupVault',
    properties: { LockConfiguration: { MinRetentionDays: 7, MaxRetentionDays: 365 } },
    facts: { lock: { minimum: seconds(7 * day), maximum: seconds(365 * day) } },
  });
  const properties = { retention: seconds(2557 * day) };
  return { nodes: [yearly, owner, locked], relations: [relation(yearly, 'storesIn', locked, { properties })] };
}

function watchedReplica(): Situation {
  const type = 'AWS::RDS::DBInstance';
  const primary = node('aws_db_instance.primary', {
    type,
    region: 'us-east-1',
    facts: { lagMetrics: ['ReplicaLag'], lagAtSource: false },
  });
  const replica = node('aws_db_instance.replica', {
    type,
    region: 'us-west-2',
    facts: { lagMetrics: ['ReplicaLag'], lagAtSource: false },
  });
  const alarm = node('aws_cloudwatch_metric_alarm.lag', { type: 'AWS::CloudWatch::Alarm' });
  return {
    nodes: [replica, primary, alarm],
    relations: [
      relation(primary, 'replicatesTo', replica),
      relation(replica, 'watchedBy', alarm, { properties: { metric: 'ReplicaLag' } }),
    ],
  };
}

function replicaOfTable(properties: NonNullable<NodeWords['properties']>): Situation {
  const table = node('aws_dynamodb_table.orders', { type: 'AWS::DynamoDB::Table', region: 'us-east-1' });
  const replica = node('aws_dynamodb_table.orders', {
    type: 'AWS::DynamoDB::GlobalTable.ReplicaSpecification',
    part: 'replica["us-west-2"]',
    owner: table.id,
    region: 'us-west-2',
    properties,
  });
  return { nodes: [replica, table], relations: [relation(replica, 'partOf', table)] };
}

function image({
  literal = true,
  regions,
}: {
  readonly literal?: boolean;
  readonly regions: readonly Plain[];
}): Situation {
  const facts = { image: { literal, id: 'ami-0abcdef1234567890', regions } };
  return { nodes: [node('aws_launch_template.web', { type: 'AWS::EC2::LaunchTemplate', facts })] };
}

function replicatedSecret(keys: 'none' | 'replica key' | 'own key'): Situation {
  const type = 'AWS::SecretsManager::Secret';
  const secret = node('aws_secretsmanager_secret.db', { type, region: 'us-east-1' });
  const replica = node('aws_secretsmanager_secret.db', { type, part: 'replica["us-west-2"]', region: 'us-west-2' });
  const facts = { customerManaged: true };
  const key = node('aws_kms_key.main', { type: 'AWS::KMS::Key', region: 'us-east-1', facts });
  const there = node('aws_kms_replica_key.main', { type: 'AWS::KMS::ReplicaKey', region: 'us-west-2', facts });
  const relations = [relation(secret, 'replicatesTo', replica), relation(secret, 'encryptedBy', key)];
  if (keys === 'replica key') relations.push(relation(key, 'counterpartOf', there));
  if (keys === 'own key') relations.push(relation(replica, 'encryptedBy', there));
  return { nodes: [secret, replica, key, there], relations };
}

function gateway(zonesServed: readonly Plain[]): Situation {
  const properties = { AvailabilityMode: 'zonal' };
  return {
    nodes: [node('aws_nat_gateway.main', { type: 'AWS::EC2::NatGateway', properties, facts: { zonesServed } })],
  };
}

function database(
  properties: NonNullable<NodeWords['properties']>,
  facts: NonNullable<NodeWords['facts']> = { clusterMember: false },
): Situation {
  return { nodes: [node('aws_db_instance.orders', { type: 'AWS::RDS::DBInstance', properties, facts })] };
}

function readReplica(): Situation {
  const type = 'AWS::RDS::DBInstance';
  const facts = { clusterMember: false };
  const replica = node('aws_db_instance.replica', { type, facts, properties: { MultiAZ: false } });
  const primary = node('aws_db_instance.primary', { type, facts, properties: { MultiAZ: true } });
  return { nodes: [replica, primary], relations: [relation(primary, 'replicatesTo', replica)] };
}

/** The stated RTO of 10 minutes leaves 5 for noticing and switching. */
function healthCheck(words: {
  readonly detection?: number;
  readonly switchTime?: number;
  readonly lone?: boolean;
}): Situation {
  const { detection = 90, switchTime = 150, lone = false } = words;
  const facts = { detection: seconds(detection), switch: seconds(switchTime) };
  const check = node('aws_route53_health_check.web', { type: 'AWS::Route53::HealthCheck', facts });
  const www = node('aws_route53_record.www', { type: 'AWS::Route53::RecordSet', facts: { routing: 'failover' } });
  const relations = lone ? [] : [relation(www, 'checkedBy', check)];
  return { nodes: [check, www], relations, rto: 600 };
}

function record(
  properties: NonNullable<NodeWords['properties']>,
  targetRegion: string,
  address = 'primary',
): GraphNode {
  return node(`aws_route53_record.${address}`, {
    type: 'AWS::Route53::RecordSet',
    properties,
    facts: { name: 'www.example.com', target: 'the load balancer', targetRegion },
  });
}

function failoverPair(secondaryRegion: string | undefined): Situation {
  const primary = record({ Failover: 'PRIMARY' }, 'us-east-1');
  const balancer = node('aws_lb.primary', { type: 'AWS::ElasticLoadBalancingV2::LoadBalancer', region: 'us-east-1' });
  const leads = relation(primary, 'routesTo', balancer);
  if (secondaryRegion === undefined) return { nodes: [primary, balancer], relations: [leads] };
  const secondary = record({ Failover: 'SECONDARY' }, secondaryRegion, 'secondary');
  return { nodes: [primary, secondary, balancer], relations: [leads, relation(primary, 'failsOverTo', secondary)] };
}

function probedName(subject: string): Situation {
  const www = node('aws_route53_record.www', {
    type: 'AWS::Route53::RecordSet',
    facts: { name: unknown('var.domain'), routing: 'failover', targetRegion: 'us-east-1', insideOnly: false },
  });
  const check = node('aws_route53_health_check.web', {
    type: 'AWS::Route53::HealthCheck',
    facts: { probedName: unknown(subject) },
  });
  return { nodes: [www, check], relations: [relation(www, 'checkedBy', check)] };
}

function workloadInOneRegion(): Situation {
  const workload = node('orders', {
    kind: 'workload',
    document: { tier: 'warm-standby', regions: { primary: 'us-east-1', recovery: ['us-west-2'] } },
  });
  const table = node('aws_dynamodb_table.orders', {
    type: 'AWS::DynamoDB::Table',
    region: 'us-east-1',
    facts: { stateful: true },
  });
  return { nodes: [workload, table], relations: [relation(workload, 'contains', table)] };
}

function estimated(rpo: Plain, recovery: 'none' | 'some' = 'some'): Situation {
  const estimate = {
    disruption: 'region',
    event: 'the loss of its Region',
    promised: true,
    basis: 'documented',
    recovery,
    rpo,
    rto: seconds(5 * 60),
    how: 'read and written in us-west-2',
    objective: { rpo: seconds(60), rto: seconds(10 * 60), words: 'back within 10 min' },
  };
  // Of what nobody promised nothing is missed, so that it has no basis.
  const { basis: _, ...unpromised } = { ...estimate, promised: false, rpo: seconds(lost) };
  const table = node('aws_dynamodb_table.orders', {
    type: 'AWS::DynamoDB::Table',
    document: { estimates: { region: estimate, account: unpromised } },
  });
  return { nodes: [table] };
}

function failoverFunction(inBothRegions: boolean): Situation {
  const type = 'AWS::Lambda::Function';
  const facts = { neededForRecovery: true, neededBecause: 'it promotes the replica' };
  const first = node('aws_lambda_function.failover', { type, region: 'us-east-1', facts });
  if (!inBothRegions) return { nodes: [first] };
  const second = node('aws_lambda_function.failover_dr', { type, region: 'us-west-2', role: 'recovery', facts });
  return { nodes: [first, second], relations: [relation(first, 'counterpartOf', second)] };
}
