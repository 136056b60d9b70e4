/**
 * What a data source looks up and the scan declares, too, is one thing: of one type, with one name, in one Region and account.
 * Relations that lead to the data source then end in what is declared.
 */
import { appendTo } from '../../core/append-to.ts';
import { nameProperty } from '../../normalization/identity-of.ts';
import { propertyAt, type DraftNode } from '../draft.ts';
import type { GraphContext } from '../graph-context.ts';
import { isDeclared } from '../node.ts';
import { identityKey, same, samePlace } from './same.ts';

/** Their names are unique only within something else: a cluster, a bus, an API, a network. */
const namedWithin: ReadonlySet<string> = new Set([
  'AWS::ApiGateway::Stage',
  'AWS::ApiGatewayV2::Stage',
  'AWS::ECS::Service',
  'AWS::EKS::FargateProfile',
  'AWS::EKS::Nodegroup',
  'AWS::Events::Rule',
  'AWS::Lambda::Alias',
  'AWS::Route53::HostedZone',
  'AWS::Scheduler::Schedule',
]);

/** After Regions and accounts are settled. */
export function identifyLookedUp(context: GraphContext): void {
  const declared = new Map<string, DraftNode[]>();
  const lookedUp: DraftNode[] = [];
  for (const node of context.nodes.values()) {
    if (node.owner !== undefined || namedWithin.has(node.type)) continue;
    if (node.kind === 'looked-up') lookedUp.push(node);
    const name = isDeclared(node) ? nameKey(node) : undefined;
    if (name !== undefined) appendTo(declared, name, node);
  }
  for (const node of lookedUp) {
    const found = onlyOne(node, declared.get(nameKey(node) ?? '') ?? []);
    if (found !== undefined) context.identify(node, found);
  }
}

/** Of what bears its name the one that surely is it. */
function onlyOne(node: DraftNode, bearers: readonly DraftNode[]): DraftNode | undefined {
  const possible = bearers.filter((each) => liesThere(each, node) !== 'no');
  const [only] = possible;
  if (only === undefined || possible.length > 1 || only.exists !== 'yes') return undefined;
  return liesThere(only, node) === 'yes' ? only : undefined;
}

function nameKey(node: DraftNode): string | undefined {
  const property = nameProperty(node.type);
  const name = property === undefined ? undefined : propertyAt(node, `/${property}`);
  const key = name === undefined || name === null ? undefined : identityKey(name);
  return key === undefined ? undefined : `${node.type} ${key}`;
}

/** The names of buckets hold everywhere. https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html */
function liesThere(one: DraftNode, other: DraftNode): ReturnType<typeof samePlace> {
  if (one.type === 'AWS::S3::Bucket') return 'yes';
  return one.region === undefined ? same(one.account, other.account) : samePlace(one, other);
}
