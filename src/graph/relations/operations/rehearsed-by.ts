/** What a fault-injection experiment disturbs, by ARN or tags, and the alarms that stop it. */
import { isDocumentMap, type Document } from '../../../core/document.ts';
import { and, type Truth } from '../../../core/truth.ts';
import { placesNamed } from '../../named-places.ts';
import { propertyAt, textAt, type DraftNode } from '../../draft.ts';
import type { GraphContext } from '../../graph-context.ts';
import { same, samePlace } from '../../identity/same.ts';
import { namedBy } from '../written.ts';

const experiment = 'AWS::FIS::ExperimentTemplate';
const alarm = 'AWS::CloudWatch::Alarm';

/** The experiment's name of a type → ours. */
// https://docs.aws.amazon.com/fis/latest/userguide/targets.html#resource-types
const resourceTypes: ReadonlyMap<string, string> = new Map([
  ['aws:dynamodb:global-table', 'AWS::DynamoDB::Table'],
  ['aws:ec2:autoscaling-group', 'AWS::AutoScaling::AutoScalingGroup'],
  ['aws:ec2:ebs-volume', 'AWS::EC2::Volume'],
  ['aws:ec2:instance', 'AWS::EC2::Instance'],
  ['aws:ec2:spot-instance', 'AWS::EC2::Instance'],
  ['aws:ec2:subnet', 'AWS::EC2::Subnet'],
  ['aws:ecs:cluster', 'AWS::ECS::Cluster'],
  ['aws:eks:cluster', 'AWS::EKS::Cluster'],
  ['aws:eks:nodegroup', 'AWS::EKS::Nodegroup'],
  ['aws:elasticache:replicationgroup', 'AWS::ElastiCache::ReplicationGroup'],
  ['aws:kinesis:stream', 'AWS::Kinesis::Stream'],
  ['aws:lambda:function', 'AWS::Lambda::Function'],
  ['aws:memorydb:multi-region-cluster', 'AWS::MemoryDB::MultiRegionCluster'],
  ['aws:rds:cluster', 'AWS::RDS::DBCluster'],
  ['aws:rds:db', 'AWS::RDS::DBInstance'],
  ['aws:s3:bucket', 'AWS::S3::Bucket'],
]);

export function relateExperiments(context: GraphContext): void {
  for (const node of context.ofType(experiment)) {
    for (const { pointer } of placesNamed(node, '/Targets/[each]')) relateTarget(context, node, pointer);
    for (const end of namedBy(context, node, { at: '/StopConditions/[each]/Value', names: [alarm] })) {
      context.relate('dependsOn', node, end);
    }
  }
}

function relateTarget(context: GraphContext, node: DraftNode, pointer: string): void {
  const type = resourceTypes.get(textAt(node, `${pointer}/ResourceType`) ?? '');
  if (type === undefined) return;
  for (const end of namedBy(context, node, { at: `${pointer}/ResourceArns/[each]`, names: [type] })) {
    context.relate('probes', node, end);
  }
  const tags = propertyAt(node, `${pointer}/ResourceTags`);
  if (!isDocumentMap(tags) || Object.keys(tags).length === 0) return;
  for (const candidate of context.ofType(type)) {
    const answers = Object.entries(tags).map(([key, value]) => hasTag(candidate, key, value));
    const isMeant = and(samePlace(candidate, node), ...answers);
    if (isMeant === 'no') continue;
    const because = `whether ${candidate.address} has these tags, and lies where they are looked for, is not known`;
    const doubt = isMeant === 'yes' ? { certain: true } : { certain: false, because };
    context.relate('probes', node, { ...doubt, node: candidate });
  }
}

function hasTag({ tags }: DraftNode, key: string, value: Document): Truth {
  const own = tags.values[key];
  if (own === undefined) return tags.complete ? 'no' : 'unknown';
  return same(own, value);
}
