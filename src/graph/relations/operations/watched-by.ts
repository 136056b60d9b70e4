/**
 * From what CloudWatch measures to the alarms on it, with the metric (`$edge.metric`), and the fact `lagMetrics` of what
 * replicates: the metrics that tell how far its copies are behind (`lagAtSource`: of which the dimension is the source).
 */
import { documentMap, isLeaf, UnknownLeaf, type Document } from '../../../core/document.ts';
import { binaryLogLag, lagMetrics, measuredAtSource, resourcesOf } from '../../aws/metric-dimensions.ts';
import { propertyAt, textAt, type DraftNode } from '../../draft.ts';
import type { GraphContext, RelationEnd, Unread } from '../../graph-context.ts';
import { resolve, subjectOf } from '../../identity/resolve.ts';
import { placesNamed } from '../../named-places.ts';

const alarmType = 'AWS::CloudWatch::Alarm';

/** Where an alarm names a metric: itself, or in one of the queries of an expression. */
const metricPlaces = ['', '/Metrics/[each]/MetricStat/Metric'];

export function relateAlarms(context: GraphContext): void {
  for (const [type, metrics] of lagMetrics) {
    for (const node of context.ofType(type)) {
      const followsLog = propertyAt(node, '/ReplicationSourceIdentifier') !== undefined;
      node.facts.set('lagMetrics', Object.freeze([...(followsLog ? binaryLogLag : metrics)]));
      node.facts.set('lagAtSource', measuredAtSource.has(type));
    }
  }
  for (const alarm of context.ofType(alarmType)) {
    for (const place of metricPlaces.flatMap((pattern) => placesNamed(alarm, pattern))) {
      relateMetric(context, alarm, place.pointer);
    }
  }
  for (const unread of context.unread) if (unread.could(alarmType)) relateUnread(context, unread);
}

function relateMetric(context: GraphContext, alarm: DraftNode, base: string): void {
  const metric = propertyAt(alarm, `${base}/MetricName`);
  if (metric === undefined) return;
  const edge = documentMap([['metric', metric]]);
  for (const { pointer } of placesNamed(alarm, `${base}/Dimensions/[each]/Value`)) {
    for (const { node, ...end } of watchedAt(context, alarm, base, pointer)) {
      const doubt = isLeaf(metric) ? { certain: false, because: `${subjectOf(metric)} is not known` } : {};
      context.relate('watchedBy', node, { ...end, ...doubt, node: alarm }, edge);
    }
  }
}

// A dimension that is not known would otherwise relate an alarm to everything of a large scan.
const mostPossible = 32;

/** What a dimension refers to, else what bears its name; where the name is not known, perhaps any of its types. */
function watchedAt(context: GraphContext, alarm: DraftNode, base: string, pointer: string): readonly RelationEnd[] {
  const dimension = textAt(alarm, pointer.replace(/Value$/u, 'Name')) ?? '';
  const types = resourcesOf(dimension, textAt(alarm, `${base}/Namespace`));
  const linked = context.linked(alarm, pointer);
  if (linked.length > 0) return linked.map((node) => ({ node, certain: true }));
  const value = propertyAt(alarm, pointer);
  if (types.length === 0 || value === undefined) return [];
  if (!isInput(value)) return resolve(context, alarm, pointer, types);
  const because = `${subjectOf(value)} may name it`;
  return context
    .ofType(...types)
    .slice(0, mostPossible)
    .map((node) => ({ node, certain: false, because }));
}

function isInput(value: Document): boolean {
  return value instanceof UnknownLeaf && value.symbol().reason.code !== 'data-source';
}

/** What an unread module is given, it may well watch. */
function relateUnread(context: GraphContext, unread: Unread): void {
  for (const id of unread.refersTo) {
    const node = context.get(id);
    if (node === undefined || !lagMetrics.has(node.type)) continue;
    const because = `${unread.node.address} could not be read and is given ${node.address}`;
    context.relate('watchedBy', node, { node: context.possible(unread, alarmType), certain: false, because });
  }
}
