/** Whether an alarm is on a metric that exists only with a dimension, and names none. */
import { isDocumentMap, isLeaf, type Document } from '../../../core/document.ts';
import { itemsAt, propertyAt, type DraftNode } from '../../draft.ts';
import type { GraphContext } from '../../graph-context.ts';

/** Namespaces of which no metric is there without dimensions. */
// https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/monitoring-cloudwatch.html
// https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-available-cloudwatch-metrics.html
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/metrics-dimensions.html
// https://docs.aws.amazon.com/efs/latest/ug/efs-metrics.html
const dimensioned: ReadonlySet<string> = new Set(['AWS/Route53', 'AWS/SQS', 'AWS/S3', 'AWS/EFS']);

export function setWatchesNothing(context: GraphContext): void {
  for (const node of context.ofType('AWS::CloudWatch::Alarm')) {
    node.facts.set('watchesNothing', watchesNothing(node));
    node.factSources.set('watchesNothing', ['/MetricName']);
  }
}

function watchesNothing(node: DraftNode): Document {
  const namespace = propertyAt(node, '/Namespace');
  if (typeof namespace !== 'string' || !dimensioned.has(namespace)) return false;
  const dimensions = propertyAt(node, '/Dimensions');
  if (isLeaf(dimensions)) return dimensions;
  return !isDocumentMap(dimensions) && itemsAt(node, '/Dimensions').length === 0;
}
