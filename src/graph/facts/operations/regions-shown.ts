/** The fact `regionsShown` of dashboards: the Regions whose metrics, alarms and logs their widgets are about. */
import { isDocumentMap, isLeaf, type Document } from '../../../core/document.ts';
import { propertyAt } from '../../draft.ts';
import type { GraphContext } from '../../graph-context.ts';
import { parseArn } from '../../identity/arn.ts';
import { identityKey } from '../../identity/same.ts';

export function setRegionsShown(context: GraphContext): void {
  for (const dashboard of context.ofType('AWS::CloudWatch::Dashboard')) {
    const regions = new Map<string, Document>();
    for (const region of regionsIn(propertyAt(dashboard, '/DashboardBody'), 0)) {
      regions.set(identityKey(region) ?? `${regions.size}`, region);
    }
    dashboard.facts.set('regionsShown', Object.freeze([...regions.values()]));
    dashboard.factSources.set('regionsShown', ['/DashboardBody']);
  }
}

// More than any real dashboard nests.
const deepest = 12;

/** What stands as `region` anywhere, and the Regions of ARNs; what is not known may be about any. */
// https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CloudWatch-Dashboard-Body-Structure.html
function regionsIn(body: Document | undefined, depth: number): readonly Document[] {
  if (body === undefined || depth > deepest) return [];
  const arn = parseArn(body);
  if (arn !== undefined) return arn.region === undefined ? [] : [arn.region];
  if (isLeaf(body)) return depth === 0 ? [body] : [];
  if (Array.isArray(body)) return body.flatMap((item: Document) => regionsIn(item, depth + 1));
  if (!isDocumentMap(body)) return [];
  return Object.entries(body).flatMap(([key, value]) => {
    if (key === 'region' && value !== undefined && (typeof value === 'string' || isLeaf(value))) return [value];
    return regionsIn(value, depth + 1);
  });
}
