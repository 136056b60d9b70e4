/** Amazon Route 53: records (single or in groups), health checks, hosted zones. */
import { documentMap, isDocumentMap, type Document } from '../../core/document.ts';
import type { DraftResource } from '../draft-resource.ts';
import { field, type Fields } from '../fields.ts';
import { childPointer } from '../pointer.ts';
import type { ResourceTable } from '../resource-table.ts';

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-route53-recordset.html
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/route53_record
const recordSet: Fields = {
  HostedZoneId: field.text({ terraform: 'zone_id' }),
  HostedZoneName: field.text(),
  Name: field.text({ terraform: 'name' }),
  Type: field.text({ terraform: 'type' }),
  TTL: field.integer({ unit: 'seconds', terraform: 'ttl' }),
  ResourceRecords: field.texts({ terraform: 'records' }),
  SetIdentifier: field.text({ terraform: 'set_identifier' }),
  Failover: field.text({ terraform: 'failover_routing_policy.type' }),
  Weight: field.integer({ terraform: 'weighted_routing_policy.weight' }),
  Region: field.text({ terraform: 'latency_routing_policy.region' }),
  GeoLocation: field.block(
    {
      ContinentCode: field.text({ terraform: 'continent' }),
      CountryCode: field.text({ terraform: 'country' }),
      SubdivisionCode: field.text({ terraform: 'subdivision' }),
    },
    { terraform: 'geolocation_routing_policy' },
  ),
  GeoProximityLocation: field.block(
    {
      AWSRegion: field.text({ terraform: 'aws_region' }),
      Bias: field.integer({ terraform: 'bias' }),
    },
    { terraform: 'geoproximity_routing_policy', of: 'AWS::Route53::RecordSetGroup.RecordSets' },
  ),
  MultiValueAnswer: field.boolean({ terraform: 'multivalue_answer_routing_policy', absent: { both: false } }),
  CidrRoutingConfig: field.block(
    {
      CollectionId: field.text({ terraform: 'collection_id' }),
      LocationName: field.text({ terraform: 'location_name' }),
    },
    { terraform: 'cidr_routing_policy' },
  ),
  HealthCheckId: field.text({ terraform: 'health_check_id' }),
  AliasTarget: field.block(
    {
      DNSName: field.text({ terraform: 'name' }),
      HostedZoneId: field.text({ terraform: 'zone_id' }),
      EvaluateTargetHealth: field.boolean({ terraform: 'evaluate_target_health', absent: { cloudFormation: false } }),
    },
    { terraform: 'alias' },
  ),
};

const record: ResourceTable = {
  type: 'AWS::Route53::RecordSet',
  terraform: ['aws_route53_record'],
  properties: recordSet,
};

const zoneProperties = ['HostedZoneId', 'HostedZoneName'];

/** The records of a group are judged like any others; the zone that the group states is theirs. */
function completeRecords(draft: DraftResource): void {
  const records = draft.properties.get('RecordSets');
  if (!Array.isArray(records)) return;
  const completed = records.map((each: Document, index) =>
    isDocumentMap(each) ? completeRecord(draft, each, childPointer('/RecordSets', index)) : each,
  );
  draft.properties.set('RecordSets', Object.freeze(completed));
}

function completeRecord(draft: DraftResource, each: Document, pointer: string): Document {
  if (!isDocumentMap(each) || zoneProperties.some((property) => each[property] !== undefined)) return each;
  const entries: [string, Document | undefined][] = Object.entries(each);
  for (const property of zoneProperties) {
    entries.push([property, draft.properties.get(property)]);
    draft.copyNotes(childPointer('', property), childPointer(pointer, property));
  }
  return documentMap(entries);
}

const recordGroup: ResourceTable = {
  type: 'AWS::Route53::RecordSetGroup',
  terraform: [],
  properties: {
    HostedZoneId: field.text(),
    HostedZoneName: field.text(),
    RecordSets: field.objects(recordSet),
  },
  parts: [
    { type: 'AWS::Route53::RecordSet', at: '/RecordSets', label: 'record', name: ['Name', 'Type', 'SetIdentifier'] },
  ],
  adjust: completeRecords,
};

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-route53-healthcheck-healthcheckconfig.html
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/route53_health_check
const healthCheck: ResourceTable = {
  type: 'AWS::Route53::HealthCheck',
  terraform: ['aws_route53_health_check'],
  properties: {
    HealthCheckConfig: field.object({
      Type: field.text({ terraform: 'type' }),
      RequestInterval: field.integer({ unit: 'seconds', terraform: 'request_interval', absent: { both: 30 } }),
      FailureThreshold: field.integer({ terraform: 'failure_threshold', absent: { both: 3 } }),
      ResourcePath: field.text({ terraform: 'resource_path' }),
      FullyQualifiedDomainName: field.text({ terraform: 'fqdn' }),
      IPAddress: field.text({ terraform: 'ip_address' }),
      Port: field.integer({ terraform: 'port' }),
      ChildHealthChecks: field.texts({ terraform: 'child_healthchecks' }),
      HealthThreshold: field.integer({ terraform: 'child_health_threshold' }),
      AlarmIdentifier: field.block({
        Name: field.text({ terraform: 'cloudwatch_alarm_name' }),
        Region: field.text({ terraform: 'cloudwatch_alarm_region' }),
      }),
      InsufficientDataHealthStatus: field.text({ terraform: 'insufficient_data_health_status' }),
      RoutingControlArn: field.text({ terraform: 'routing_control_arn' }),
      Inverted: field.boolean({ terraform: 'invert_healthcheck', absent: { both: false } }),
      Disabled: field.boolean({
        terraform: 'disabled',
        absent: { both: false },
        api: 'https://docs.aws.amazon.com/Route53/latest/APIReference/API_HealthCheckConfig.html',
      }),
      EnableSNI: field.boolean({ terraform: 'enable_sni' }),
      MeasureLatency: field.boolean({ terraform: 'measure_latency', absent: { both: false } }),
    }),
  },
  tags: { property: 'HealthCheckTags', form: 'list', terraform: 'tags' },
};

const hostedZone: ResourceTable = {
  type: 'AWS::Route53::HostedZone',
  terraform: ['aws_route53_zone'],
  properties: {
    Name: field.text({ terraform: 'name' }),
    HostedZoneFeatures: field.object({
      EnableAcceleratedRecovery: field.boolean({ terraform: 'enable_accelerated_recovery', absent: { both: false } }),
    }),
    VPCs: field.objects(
      { VPCId: field.text({ terraform: 'vpc_id' }), VPCRegion: field.text({ terraform: 'vpc_region' }) },
      { terraform: 'vpc' },
    ),
  },
  tags: { property: 'HostedZoneTags', form: 'list', terraform: 'tags' },
};

export const route53Tables: readonly ResourceTable[] = [record, recordGroup, healthCheck, hostedZone];
