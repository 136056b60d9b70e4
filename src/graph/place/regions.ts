/**
 * The Region of each node: its own argument, else its provider's or stack's, else what follows for all of that provider
 * or stack from a certain fact about one of its resources (a written zone). A Region is never guessed.
 */
import { isDocumentMap, UnknownLeaf, type Document } from '../../core/document.ts';
import { parseRegion, type Region } from '../../core/ids.ts';
import type { SourceRange } from '../../core/source.ts';
import { originAt } from '../../normalization/normal-resource.ts';
import { isGlobal } from '../aws/service-scope.ts';
import { regionOfZone } from '../aws/zones.ts';
import { linksAt, propertyAt, textAt, type DraftNode } from '../draft.ts';
import type { GraphContext, Unread } from '../graph-context.ts';

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

interface Consequence {
  readonly region: Region;
  readonly range: SourceRange | undefined;
}

/** Symbol of an unknown Region → the one Region that its resources allow; symbols with two answers are left out. */
function regionsByConsequence(context: GraphContext, nodes: readonly DraftNode[]): ReadonlyMap<string, Consequence> {
  const found = new Map<string, Consequence | 'several'>();
  const add = (region: Document | undefined, consequence: Consequence | undefined): void => {
    if (!(region instanceof UnknownLeaf) || consequence === undefined) return;
    const { key } = region.symbol();
    const known = found.get(key);
    if (known === undefined) found.set(key, consequence);
    else if (known !== 'several' && known.region !== consequence.region) found.set(key, 'several');
  };
  for (const node of nodes) {
    if (node.kind !== 'declared' || node.exists !== 'yes') continue;
    if (node.type === 'AWS::GlobalAccelerator::EndpointGroup') addEndpointGroup(context, node, add);
    else add(node.region, writtenZone(node));
  }
  for (const call of context.unread) add(regionOfCall(call), zonesOfCall(call));
  const certain = new Map<string, Consequence>();
  for (const [key, consequence] of found) if (consequence !== 'several') certain.set(key, consequence);
  return certain;
}

const zonePointers = ['/AvailabilityZone', '/AvailabilityZones/0', '/Placement/AvailabilityZone'];

function writtenZone(node: DraftNode): Consequence | undefined {
  for (const pointer of zonePointers) {
    const region = regionOfZone(textAt(node, pointer) ?? '');
    if (region !== undefined) return { region, range: node.normal?.origins.get(node.base + pointer)?.range };
  }
  return undefined;
}

/** An endpoint group serves the load balancers of its own Region. https://docs.aws.amazon.com/global-accelerator/latest/dg/about-endpoint-groups.html */
function addEndpointGroup(
  context: GraphContext,
  group: DraftNode,
  add: (region: Document | undefined, consequence: Consequence | undefined) => void,
): void {
  const region = parseRegion(textAt(group, '/EndpointGroupRegion') ?? '');
  if (region === undefined) return;
  const range = group.normal?.origins.get('/EndpointGroupRegion')?.range;
  const endpoints = propertyAt(group, '/EndpointConfigurations');
  for (let index = 0; Array.isArray(endpoints) && index < endpoints.length; index += 1) {
    for (const link of linksAt(group, `/EndpointConfigurations/${index}/EndpointId`)) {
      add(context.get(link.to)?.region, { region, range });
    }
  }
}

function regionOfCall(call: Unread): Document | undefined {
  const value = call.node.normal?.declared.region;
  return value?.kind === 'unknown' ? new UnknownLeaf(value.symbol) : undefined;
}

/** The zones written as inputs of a module that is not on disk: they name the Region it is deployed to. */
function zonesOfCall(call: Unread): Consequence | undefined {
  const inputs = call.node.normal?.attributes;
  if (!isDocumentMap(inputs)) return undefined;
  for (const name of ['azs', 'availability_zones']) {
    const zones = inputs[name];
    const first = Array.isArray(zones) ? zones.find((zone) => typeof zone === 'string') : undefined;
    const region = typeof first === 'string' ? regionOfZone(first) : undefined;
    if (region !== undefined) return { region, range: call.node.normal?.declared.attributes.entries.get(name)?.range };
  }
  return undefined;
}
