/** Generated from policies/recommendations.yaml by scripts/compile-policies.ts; do not edit. */
import type { RecommendationData } from './recommendation-data.ts';

export const recommendations: RecommendationData = {
  mechanisms: {
    'backup-plan': {
      for: 'backups',
      build:
        'AWS Backup for every data store, at least daily, each recovery point copied to a vault in the recovery Region',
      policies: ['backup/resource-covered', 'backup/frequency', 'backup/retention', 'backup/cross-region-copy'],
      reference: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/cross-region-backup.html',
    },
    'versioned-buckets': {
      for: 'data',
      build: 'versioned buckets, replicated to a bucket in the recovery Region',
      policies: ['s3/versioning', 's3/cross-region-replication'],
      reference: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication.html',
    },
    'infrastructure-as-code': {
      for: 'compute',
      build:
        'the code and its state within reach when the Region is lost, without names, zones or images of that Region in it',
      policies: ['iac/state-backend', 'iac/hardcoded-ami'],
      reference:
        'https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/rel_planning_for_recovery_disaster_recovery.html',
    },
    'read-replica': {
      for: 'data',
      build: 'a cross-Region read replica for each RDS instance, or a cross-Region cluster for Aurora',
      policies: ['rds/cross-region-replica', 'aurora/global-database'],
      reference: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ReadRepl.XRgn.html',
    },
    'aurora-global-database': {
      for: 'data',
      build:
        'Aurora Global Database; its failover between Regions takes minutes, and somebody or something must start it',
      policies: ['aurora/global-database'],
      reference: 'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-global-database.html',
    },
    'global-tables': {
      for: 'data',
      build: 'DynamoDB global tables with a replica in the recovery Region',
      policies: ['dynamodb/global-table', 'dynamodb/replica-pitr'],
      reference: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/GlobalTables.html',
    },
    'file-replication': {
      for: 'data',
      build:
        'EFS replication to a file system in the recovery Region; about 15 minutes behind, and read-only until the replication is deleted',
      policies: ['efs/replication'],
      reference: 'https://docs.aws.amazon.com/efs/latest/ug/efs-replication.html',
    },
    'fsx-backup': {
      for: 'data',
      build: 'FSx with AWS Backup, its backups copied to the recovery Region',
      policies: ['backup/cross-region-copy'],
      reference: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/backup-feature-availability.html',
    },
    'secrets-and-keys': {
      for: 'data',
      build: 'replicas of secrets and of keys in the recovery Region, so that what is replicated can be read there',
      policies: ['secretsmanager/replica', 'kms/multi-region-key'],
      reference: 'https://docs.aws.amazon.com/kms/latest/developerguide/multi-region-keys-overview.html',
    },
    'compute-at-zero': {
      for: 'compute',
      build:
        'Auto Scaling groups, launch templates and images declared in the recovery Region at zero, with room for the whole load',
      policies: ['asg/dr-region', 'iac/hardcoded-ami'],
      reference:
        'https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/rel_planning_for_recovery_disaster_recovery.html',
    },
    'compute-running': {
      for: 'compute',
      build: 'Auto Scaling groups that run a fifth of the load in the recovery Region and can grow to all of it',
      policies: ['asg/dr-capacity', 'asg/multi-az'],
      reference:
        'https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/rel_planning_for_recovery_disaster_recovery.html',
    },
    'compute-in-full': {
      for: 'compute',
      build: 'as much compute in each Region as carries the whole load',
      policies: ['asg/dr-capacity', 'asg/multi-az'],
      reference:
        'https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/rel_planning_for_recovery_disaster_recovery.html',
    },
    'switchable-record': {
      for: 'traffic',
      build: 'an entry point in the recovery Region and a Route 53 record that can be switched to it',
      policies: ['route53/failover-pair'],
      reference: 'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover-types.html',
    },
    'failover-records': {
      for: 'traffic',
      build: 'Route 53 failover records with a health check on the primary, so that traffic moves by itself',
      policies: ['route53/failover-pair', 'route53/health-check', 'route53/detection-time'],
      reference: 'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover-types.html',
    },
    'latency-routing': {
      for: 'traffic',
      build:
        'latency-based routing (Route 53 or Global Accelerator) with health checks, so that each user is served by the nearest healthy Region',
      policies: ['route53/health-check'],
      reference: 'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/routing-policy-latency.html',
    },
    'multi-az': {
      for: 'data',
      build: 'databases with a standby in a second Availability Zone',
      policies: ['rds/multi-az', 'aurora/multi-az-instances'],
      within: '2m',
      reference: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.MultiAZSingleStandby.html',
    },
    'multi-az-cluster': {
      for: 'data',
      build: 'inside the Region, a Multi-AZ DB cluster of RDS (failover typically under 35 seconds)',
      policies: ['rds/multi-az'],
      within: '35s',
      reference: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/multi-az-db-clusters-concepts.html',
    },
    'aurora-replica': {
      for: 'data',
      build: 'inside the Region, an Aurora replica in another Availability Zone (failover typically under 60 seconds)',
      policies: ['aurora/multi-az-instances'],
      within: '60s',
      reference: 'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.AuroraHighAvailability.html',
    },
    'synchronous-replication': {
      for: 'data',
      build:
        'synchronous replication between Regions, as only DynamoDB global tables with multi-Region strong consistency (exactly three Regions) and Aurora DSQL have it',
      policies: ['dynamodb/global-table'],
      reference: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/GlobalTables.html',
    },
    'object-lock': {
      for: 'backups',
      build: 'S3 Object Lock in compliance mode on the buckets that hold what must not be changed',
      policies: ['s3/object-lock', 's3/versioning'],
      reference: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html',
    },
    'vault-lock': {
      for: 'backups',
      build:
        'AWS Backup Vault Lock in compliance mode (with a grace period, ChangeableForDays; without one it is governance mode)',
      policies: ['backup/vault-lock', 'backup/vault-lock-retention-conflict'],
      reference: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/vault-lock.html',
    },
    'cross-account-copy': {
      for: 'backups',
      build: 'AWS Backup cross-account copy to a vault in an account of its own, in the same organization',
      policies: [],
      reference: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/create-cross-account-backup.html',
    },
    'rds-automated-backups': {
      for: 'backups',
      build: 'RDS automated backups, kept for at least {value} days',
      policies: ['rds/backup-retention', 'aurora/backup-retention'],
      reference: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithAutomatedBackups.html',
    },
    'dynamodb-point-in-time': {
      for: 'backups',
      build: 'DynamoDB point-in-time recovery with a recovery period of at least {value} days',
      policies: ['dynamodb/pitr'],
      reference: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/PointInTimeRecovery.html',
    },
    'continuous-backup': {
      for: 'backups',
      build:
        'point-in-time recovery that reaches the recovery Region, as RDS has it by replicating its automated backups',
      policies: ['rds/backup-retention'],
      reference: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ReplicateBackups.html',
    },
    'long-retention': {
      for: 'backups',
      build: 'an AWS Backup rule that keeps recovery points for {value} days',
      policies: ['backup/retention'],
      reference: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/plan-options-and-configuration.html',
    },
    'cold-storage': {
      for: 'backups',
      build: 'cold storage for the types that support it; recovery points stay there for at least 90 days',
      policies: ['backup/cold-storage-lifecycle'],
      reference: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/API_Lifecycle.html',
    },
    'allowed-regions': {
      for: 'data',
      build: 'copies and replicas in {value} only',
      policies: ['backup/cross-region-copy'],
      reference: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/cross-region-backup.html',
    },
    'conflict-handling': {
      for: 'data',
      build:
        'writes that bear last writer wins, or items that belong to one Region; DynamoDB global tables resolve conflicts so',
      policies: ['dynamodb/global-table'],
      reference: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/GlobalTables.html',
    },
    'both-ways-replication': {
      for: 'data',
      build: 'S3 replication in both directions between the buckets of the Regions',
      policies: ['s3/cross-region-replication'],
      reference: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication.html',
    },
    'audited-backups': {
      for: 'people',
      build: 'a framework and reports of AWS Backup Audit Manager as evidence, encryption at rest, and restore tests',
      policies: [],
      reference: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/aws-backup-audit-manager.html',
    },
    rehearsal: {
      for: 'people',
      build: 'a rehearsed and automated failover (detect, promote, scale, switch, verify)',
      policies: [],
      reference:
        'https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/rel_planning_for_recovery_disaster_recovery.html',
    },
  },
  tiers: {
    'backup-restore': { takes: ['backup-plan', 'infrastructure-as-code'], optional: ['versioned-buckets', 'multi-az'] },
    'pilot-light': {
      takes: [
        'read-replica',
        'global-tables',
        'versioned-buckets',
        'secrets-and-keys',
        'compute-at-zero',
        'switchable-record',
        'backup-plan',
      ],
      optional: ['multi-az', 'file-replication', 'rehearsal'],
    },
    'warm-standby': {
      takes: [
        'read-replica',
        'global-tables',
        'versioned-buckets',
        'file-replication',
        'secrets-and-keys',
        'multi-az',
        'compute-running',
        'failover-records',
        'backup-plan',
      ],
      optional: ['rehearsal'],
    },
    'active-active': {
      takes: [
        'aurora-global-database',
        'global-tables',
        'both-ways-replication',
        'secrets-and-keys',
        'multi-az',
        'compute-in-full',
        'latency-routing',
        'backup-plan',
      ],
      optional: ['rehearsal'],
    },
  },
  needs: {
    immutability: {
      value: 'none',
      takes: ['object-lock', 'vault-lock'],
      remark:
        "What is locked in compliance mode can't be deleted before its time by anyone, the root user included; try it in governance mode first.",
    },
    'account-isolation': {
      value: 'none',
      takes: ['cross-account-copy'],
      remark:
        'A copy in another account needs a vault with a policy that lets it in, and a customer managed key for most types.',
    },
    'database-failover': {
      value: 'duration',
      takes: ['aurora-global-database', 'global-tables', 'aurora-replica', 'multi-az-cluster', 'multi-az'],
      remark:
        'A failover inside the Region meets this when an instance or a zone fails; only the copies in another Region help when the Region is lost.',
    },
    'file-system-dr': { value: 'none', takes: ['file-replication', 'fsx-backup'] },
    'point-in-time-days': { value: 'days', takes: ['rds-automated-backups', 'dynamodb-point-in-time'] },
    'multi-region-writes': {
      value: 'none',
      tier: 'active-active',
      takes: ['conflict-handling', 'global-tables', 'both-ways-replication'],
      remark:
        'Replication between Regions is asynchronous, and of two writes to one item the last one wins, unless the table has multi-Region strong consistency.',
    },
    'data-residency': { value: 'regions', takes: ['allowed-regions'] },
    'global-users': { value: 'none', tier: 'active-active', takes: ['latency-routing'] },
    'low-latency': { value: 'none', tier: 'active-active', takes: ['latency-routing'] },
    compliance: { value: 'none', takes: ['audited-backups'] },
  },
  zeroLoss: {
    takes: ['synchronous-replication'],
    remark:
      'Everything else that replicates between Regions is asynchronous, so that the last second of writes may be lost with the Region. Inside a Region Multi-AZ is synchronous.',
  },
  retention: { takes: ['long-retention'], nativeDays: 35, coldStorage: { takes: ['cold-storage'], fromDays: 91 } },
  cheaper: [
    {
      tier: 'backup-restore',
      than: 'pilot-light',
      rpo: '5m',
      takes: ['continuous-backup'],
      where:
        'every data store supports point-in-time recovery and has it in the recovery Region, too; a copy of a continuous backup by AWS Backup is a snapshot, and loses the time since',
    },
  ],
};
