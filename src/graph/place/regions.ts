/**
 * The Region of each node: its own argument, else its provider's or stack's, else what follows for all of that provider
 * or stack from a certain fact about one of its resources. A Region is never guessed.
 */
import { UnknownLeaf } from '../../core/document.ts';
import { originAt } from '../../normalization/normal-resource.ts';
import { isGlobal } from '../aws/service-scope.ts';
import { propertyAt, type DraftNode } from '../draft.ts';
import type { GraphContext } from '../graph-context.ts';
import { regionsByConsequence } from './regions-by-consequence.ts';

export function settleRegions(context: GraphContext): void {
  const nodes = [...context.nodes.values()];
  for (const node of nodes) takeOwnRegion(node);
  const consequences = regionsByConsequence(context, nodes);
  for (const node of nodes) {
    const followed = node.region instanceof UnknownLeaf ? consequences.get(node.region.symbol().key) : undefined;
    if (followed === undefined) continue;
    node.region = followed.region;
    node.regionFrom = followed.range;
  }
}

/** Parts that lie in a Region of their own, and the property that says which. */
const partRegions: ReadonlyMap<string, string> = new Map([
  ['AWS::DynamoDB::GlobalTable.ReplicaSpecification', '/Region'],
  ['AWS::SecretsManager::Secret.ReplicaRegion', '/Region'],
]);

function takeOwnRegion(node: DraftNode): void {
  if (node.part === undefined) takeRegionArgument(node);
  else takePartRegion(node);
}

function takePartRegion(node: DraftNode): void {
  const pointer = partRegions.get(node.type);
  const own = pointer === undefined ? undefined : propertyAt(node, pointer);
  node.region = own ?? (isGlobal(node.type) ? undefined : node.owner?.region);
  if (own !== undefined && node.normal !== undefined) {
    node.regionFrom = originAt(node.normal.origins, `${node.base}${pointer}`)?.range;
  }
}

/**
 * Provider v6: `region` on a resource is always its own Region.
 * https://registry.terraform.io/providers/hashicorp/aws/latest/docs/guides/enhanced-region-support
 */
function takeRegionArgument(node: DraftNode): void {
  if (node.language !== 'terraform' || node.region === undefined || isOldRegionArgument(node)) return;
  const written = node.normal?.attributes['region'];
  if (written === undefined || written === null) return;
  node.region = written;
  node.regionFrom = node.normal?.declared.attributes.entries.get('region')?.range ?? node.regionFrom;
}

/** Before provider v6 this argument of a StackSet instance named the stack's Region. */
function isOldRegionArgument(node: DraftNode): boolean {
  return node.sourceType === 'aws_cloudformation_stack_set_instance';
}
