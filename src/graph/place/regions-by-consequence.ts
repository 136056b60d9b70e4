/**
 * Regions that nothing states but that only one answer fits: a provider or stack whose resource lies in a written zone, in
 * a network of a known Region, or behind an endpoint group of one, names a key or certificate of one, or is a global table
 * in one Region alone.
 */
import { isDocumentMap, UnknownLeaf, type Document } from '../../core/document.ts';
import { parseRegion, type Region } from '../../core/ids.ts';
import type { SourceRange } from '../../core/source.ts';
import { originAt } from '../../normalization/normal-resource.ts';
import { ownRegionPlaces, zonePlaces } from '../aws/own-region.ts';
import { regionOfZone } from '../aws/zones.ts';
import { linksAt, propertyAt, textAt, type DraftNode } from '../draft.ts';
import type { GraphContext, Unread } from '../graph-context.ts';
import { parseArn } from '../identity/arn.ts';
import { placesNamed } from '../named-places.ts';
import { isDeclared } from '../node.ts';

export interface Consequence {
  readonly region: Region;
  readonly range: SourceRange | undefined;
}

/** Symbol of an unknown Region → the one Region that its resources allow; symbols with two answers are left out. */
export function regionsByConsequence(
  context: GraphContext,
  nodes: readonly DraftNode[],
): ReadonlyMap<string, Consequence> {
  const answers = new Answers();
  for (const node of nodes) {
    if (!isDeclared(node) || node.exists !== 'yes') continue;
    if (node.type === 'AWS::GlobalAccelerator::EndpointGroup') addEndpointGroup(context, node, answers);
    else answers.add(node.region, writtenZone(node) ?? onlyReplica(node));
    addNetworks(context, node, answers);
    addArns(node, answers);
  }
  for (const call of context.unread) answers.add(regionOfCall(call), zonesOfCall(call));
  return answers.certain();
}

/** What is known of each symbol, and which symbols stand for one Region. */
class Answers {
  readonly #found = new Map<string, Consequence | 'several'>();
  readonly #same = new Map<string, Set<string>>();

  add(region: Document | undefined, consequence: Consequence | undefined): void {
    if (region instanceof UnknownLeaf && consequence !== undefined) this.#learn(region.symbol().key, consequence);
  }

  addSame(left: UnknownLeaf, right: UnknownLeaf): void {
    const [one, other] = [left.symbol().key, right.symbol().key];
    if (one === other) return;
    this.#others(one).add(other);
    this.#others(other).add(one);
  }

  certain(): ReadonlyMap<string, Consequence> {
    const open = [...this.#found.keys()];
    for (let key = open.pop(); key !== undefined; key = open.pop()) {
      const answer = this.#found.get(key);
      if (answer === undefined) continue;
      for (const other of this.#same.get(key) ?? []) if (this.#learn(other, answer)) open.push(other);
    }
    const certain = new Map<string, Consequence>();
    for (const [key, answer] of this.#found) if (answer !== 'several') certain.set(key, answer);
    return certain;
  }

  /** Whether this is news: each symbol learns twice at most, one Region and that there are several. */
  #learn(key: string, answer: Consequence | 'several'): boolean {
    const known = this.#found.get(key);
    if (known === 'several') return false;
    if (known === undefined) this.#found.set(key, answer);
    else if (answer !== 'several' && answer.region === known.region) return false;
    else this.#found.set(key, 'several');
    return true;
  }

  #others(key: string): Set<string> {
    const others = this.#same.get(key) ?? new Set();
    this.#same.set(key, others);
    return others;
  }
}

/**
 * What lies in a VPC lies in its Region: "a VPC spans all of the Availability Zones in a Region".
 * https://docs.aws.amazon.com/vpc/latest/userguide/how-it-works.html#how-it-works-subnet
 */
const networkTypes = new Set([
  'AWS::EC2::VPC',
  'AWS::EC2::Subnet',
  'AWS::EC2::SecurityGroup',
  'AWS::RDS::DBSubnetGroup',
  'AWS::DocDB::DBSubnetGroup',
  'AWS::Neptune::DBSubnetGroup',
  'AWS::ElastiCache::SubnetGroup',
  'AWS::MemoryDB::SubnetGroup',
  'AWS::Redshift::ClusterSubnetGroup',
]);

/** Properties that put a resource into a network; the peer of a peering may lie in another Region. */
const networkProperty = /\/(?!Peer)[^/]*(?:Subnet|V[Pp][Cc]|SecurityGroup)[^/]*(?:\/\w+)*$/u;

function addNetworks(context: GraphContext, node: DraftNode, answers: Answers): void {
  const { normal } = node;
  if (normal === undefined || node.part !== undefined || !(node.region instanceof UnknownLeaf)) return;
  for (const [pointer, links] of normal.links) {
    if (!networkProperty.test(pointer)) continue;
    for (const { to } of links) {
      const network = context.get(to);
      if (network === undefined || !networkTypes.has(network.type)) continue;
      if (network.region instanceof UnknownLeaf) answers.addSame(node.region, network.region);
      else if (typeof network.region === 'string') addKnown(node, network.region, pointer, answers);
    }
  }
}

function addKnown(node: DraftNode, code: string, pointer: string, answers: Answers): void {
  const region = parseRegion(code);
  if (region === undefined || node.normal === undefined) return;
  answers.add(node.region, { region, range: originAt(node.normal.origins, pointer)?.range });
}

/** AWS takes no key and no certificate of another Region. */
function addArns(node: DraftNode, answers: Answers): void {
  if (node.part !== undefined) return;
  for (const { pointer } of ownRegionPlaces(node.type).flatMap((place) => placesNamed(node, place))) {
    const region = parseArn(propertyAt(node, pointer))?.region;
    if (typeof region === 'string') addKnown(node, region, pointer, answers);
  }
}

function writtenZone(node: DraftNode): Consequence | undefined {
  for (const pointer of zonePlaces.map((place) => place.replace('[each]', '0'))) {
    const region = regionOfZone(textAt(node, pointer) ?? '');
    if (region !== undefined) return { region, range: node.normal?.origins.get(node.base + pointer)?.range };
  }
  return undefined;
}

/**
 * The Region of the stack must be among those of its global table.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-dynamodb-globaltable.html
 */
function onlyReplica(node: DraftNode): Consequence | undefined {
  const replicas = propertyAt(node, '/Replicas');
  if (node.sourceType !== 'AWS::DynamoDB::GlobalTable' || !Array.isArray(replicas) || replicas.length !== 1)
    return undefined;
  const region = parseRegion(textAt(node, '/Replicas/0/Region') ?? '');
  return region === undefined ? undefined : { region, range: node.normal?.origins.get('/Replicas/0/Region')?.range };
}

/** An endpoint group serves the load balancers of its own Region. https://docs.aws.amazon.com/global-accelerator/latest/dg/about-endpoint-groups.html */
function addEndpointGroup(context: GraphContext, group: DraftNode, answers: Answers): void {
  const region = parseRegion(textAt(group, '/EndpointGroupRegion') ?? '');
  if (region === undefined) return;
  const range = group.normal?.origins.get('/EndpointGroupRegion')?.range;
  const endpoints = propertyAt(group, '/EndpointConfigurations');
  for (let index = 0; Array.isArray(endpoints) && index < endpoints.length; index += 1) {
    for (const link of linksAt(group, `/EndpointConfigurations/${index}/EndpointId`)) {
      answers.add(context.get(link.to)?.region, { region, range });
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
