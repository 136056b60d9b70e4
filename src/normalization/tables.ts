/** All mapping tables, by AWS's types and by Terraform's. Adding a service is one line here. */
import { appendTo } from '../core/append-to.ts';
import type { DeclaredResource } from '../evaluation/declared-resource.ts';
import type { Language } from '../evaluation/deployment.ts';
import { snakeCase } from './locate.ts';
import type { ResourceTable, Satellite } from './resource-table.ts';
import { apiGatewayTables } from './services/api-gateway.ts';
import { autoScalingTables } from './services/autoscaling.ts';
import { backupTables } from './services/backup.ts';
import { cacheTables } from './services/caches.ts';
import { computeTables } from './services/compute.ts';
import { connectivityTables } from './services/connectivity.ts';
import { databaseTables } from './services/databases.ts';
import { dynamoDbTables } from './services/dynamodb.ts';
import { ec2Tables } from './services/ec2.ts';
import { edgeTables } from './services/edge.ts';
import { elasticLoadBalancingTables } from './services/elastic-load-balancing.ts';
import { eventTables } from './services/events.ts';
import { fsxTables } from './services/fsx.ts';
import { identityTables } from './services/identity.ts';
import { keyAndSecretTables } from './services/keys-and-secrets.ts';
import { lambdaTables } from './services/lambda.ts';
import { listenerRuleTables } from './services/listener-rules.ts';
import { messagingTables } from './services/messaging.ts';
import { operationTables } from './services/operations.ts';
import { parameterGroupTables } from './services/parameter-groups.ts';
import { rdsTables } from './services/rds.ts';
import { recoveryTables } from './services/recovery.ts';
import { redshiftTables } from './services/redshift.ts';
import { route53Tables } from './services/route53.ts';
import { s3Tables } from './services/s3.ts';
import { searchTables } from './services/search.ts';
import { securityGroupTables } from './services/security-groups.ts';
import { stackTables } from './services/stacks.ts';
import { startUpTables } from './services/start-up.ts';
import { storageTables } from './services/storage.ts';
import { streamingTables } from './services/streaming.ts';
import { transferTables } from './services/transfers.ts';
import { vpcTables } from './services/vpc.ts';

export const tables: readonly ResourceTable[] = [
  ...apiGatewayTables,
  ...autoScalingTables,
  ...backupTables,
  ...cacheTables,
  ...computeTables,
  ...connectivityTables,
  ...databaseTables,
  ...dynamoDbTables,
  ...ec2Tables,
  ...edgeTables,
  ...elasticLoadBalancingTables,
  ...eventTables,
  ...fsxTables,
  ...identityTables,
  ...keyAndSecretTables,
  ...lambdaTables,
  ...listenerRuleTables,
  ...messagingTables,
  ...operationTables,
  ...parameterGroupTables,
  ...rdsTables,
  ...recoveryTables,
  ...redshiftTables,
  ...route53Tables,
  ...s3Tables,
  ...searchTables,
  ...securityGroupTables,
  ...stackTables,
  ...startUpTables,
  ...storageTables,
  ...streamingTables,
  ...transferTables,
  ...vpcTables,
];

/** What a satellite configures, and how. */
export interface SatelliteOf {
  readonly table: ResourceTable;
  readonly rule: Satellite;
}

const byType = new Map<string, ResourceTable>();
const byTerraform = new Map<string, ResourceTable>();
const byAwscc = new Map<string, ResourceTable>();
const bySatellite = new Map<string, SatelliteOf[]>();

for (const table of tables) {
  if (!byType.has(table.type)) byType.set(table.type, table);
  if (!byAwscc.has(awsccName(table.type))) byAwscc.set(awsccName(table.type), table);
  for (const name of table.cloudFormation ?? []) {
    byType.set(name, table);
    byAwscc.set(awsccName(name), table);
  }
  for (const name of table.terraform) byTerraform.set(name, table);
  for (const rule of table.satellites ?? []) {
    appendTo(bySatellite, rule.terraform, { table, rule });
    for (const { type, joinBy } of rule.cloudFormation ?? [])
      appendTo(bySatellite, type, { table, rule: { ...rule, joinBy } });
  }
}

/** `AWS::Backup::RestoreTestingPlan` → `awscc_backup_restore_testing_plan`. */
function awsccName(type: string): string {
  const [, service = '', name = ''] = type.split('::');
  return `awscc_${service.toLowerCase()}_${snakeCase(name)}`;
}

/** The table for a declared resource or data source; undefined when nothing maps its type. */
export function tableOf({ language, sourceType }: DeclaredResource): ResourceTable | undefined {
  return tableOfType(language, sourceType);
}

export function tableOfType(language: Language, sourceType: string): ResourceTable | undefined {
  if (language === 'cloudformation') return byType.get(sourceType);
  const name = sourceType.replace(/^data\./u, '');
  return byTerraform.get(name) ?? byAwscc.get(name);
}

/** The resources that a type configures a part of. */
export function satellitesOf(sourceType: string): readonly SatelliteOf[] {
  return bySatellite.get(sourceType) ?? [];
}
