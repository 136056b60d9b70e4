/**
 * From a CloudFront distribution to its origins, and within an origin group from the first origin to the one that stands in
 * for it. `$edge.failsOver` says whether every request for the origin has such a second one.
 *
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/high_availability_origin_failover.html
 */
import { documentMap, isLeaf, type Document } from '../../../core/document.ts';
import { itemsAt, propertyAt, textAt, type DraftNode } from '../../draft.ts';
import type { GraphContext, RelationEnd } from '../../graph-context.ts';
import { regionOfName, resolveValue, subjectOf } from '../../identity/resolve.ts';
import { placesNamed } from '../../named-places.ts';
import { regionInName } from './endpoint-names.ts';

const config = '/DistributionConfig';
const groupItems = `${config}/OriginGroups/Items`;

/** What a name of which nothing else is known is taken for. */
const usualOrigin = 'AWS::ElasticLoadBalancingV2::LoadBalancer';

export function relateOrigins(context: GraphContext): void {
  for (const node of context.ofType('AWS::CloudFront::Distribution')) relateDistribution(context, node);
}

interface Origin {
  readonly id: Document | undefined;
  readonly end: RelationEnd;
}

function relateDistribution(context: GraphContext, node: DraftNode): void {
  const origins = itemsAt(node, `${config}/Origins`).flatMap((_, index) => originAt(context, node, index));
  const groups = groupsOf(node);
  const uses = usesOf(node, groups);
  const answers = new Map<RelationEnd['node'], Document>();
  for (const { id, end } of origins) {
    const answer = failsOver(uses, id);
    const known = answers.get(end.node);
    if (known === undefined || known === true || answer === false) answers.set(end.node, answer);
  }
  for (const { end } of origins) {
    context.relate('routesTo', node, end, documentMap([['failsOver', answers.get(end.node)]]));
  }
  const byId = new Map(origins.map((origin) => [origin.id, origin]));
  for (const [first, ...others] of groups) {
    for (const other of others) relateSecond(context, byId.get(first), byId.get(other));
  }
}

function relateSecond(context: GraphContext, primary: Origin | undefined, second: Origin | undefined): void {
  if (primary === undefined || second === undefined || primary.end.node === second.end.node) return;
  const certain = primary.end.certain && second.end.certain;
  context.relate('failsOverTo', primary.end.node, { ...second.end, certain });
}

type Group = readonly (Document | undefined)[];

/** The ids of the origins of each group, in its order. */
function groupsOf(node: DraftNode): readonly Group[] {
  return itemsAt(node, groupItems).map((_, index) =>
    placesNamed(node, `${groupItems}/${index}/Members/Items/[each]/OriginId`).map(({ pointer }) =>
      propertyAt(node, pointer),
    ),
  );
}

/** How a distribution's requests come to its origins. */
interface Uses {
  /** The ids that behaviors ask for: of origins or of groups. */
  readonly asked: ReadonlySet<Document | undefined>;
  /** The ids of origins that are in a group with another one. */
  readonly grouped: ReadonlySet<Document | undefined>;
  /** Something of this that is not known. */
  readonly unknown: Document | undefined;
}

function usesOf(node: DraftNode, groups: readonly Group[]): Uses {
  const asked = [`${config}/DefaultCacheBehavior/TargetOriginId`, `${config}/CacheBehaviors/[each]/TargetOriginId`]
    .flatMap((pattern) => placesNamed(node, pattern))
    .map(({ pointer }) => propertyAt(node, pointer));
  const unknown = [propertyAt(node, groupItems), ...groups.flat(), ...asked].find((each) => isLeaf(each));
  return { asked: new Set(asked), grouped: new Set(groups.filter((group) => group.length > 1).flat()), unknown };
}

/** It is in a group of two, and no behavior asks it directly. */
function failsOver({ asked, grouped, unknown }: Uses, id: Document | undefined): Document {
  if (asked.has(id)) return false;
  return grouped.has(id) ? true : (unknown ?? false);
}

function originAt(context: GraphContext, node: DraftNode, index: number): readonly Origin[] {
  const pointer = `${config}/Origins/${index}/DomainName`;
  const name = propertyAt(node, pointer);
  if (name === undefined) return [];
  const id = propertyAt(node, `${config}/Origins/${index}/Id`);
  const linked = context.linked(node, pointer);
  if (linked.length > 0) return linked.map((each) => ({ id, end: { node: each, certain: true } }));
  const ofBucket = bucketName.exec(textAt(node, pointer) ?? '')?.[1];
  if (ofBucket !== undefined) {
    return resolveValue(context, node, ofBucket, ['AWS::S3::Bucket']).map((end) => ({ id, end }));
  }
  const place = { region: regionInName(name) ?? regionOfName(name), account: undefined, address: subjectOf(name) };
  return [{ id, end: { node: context.external(subjectOf(name), usualOrigin, place), certain: true } }];
}

/** `orders.s3.us-east-1.amazonaws.com`, or older `orders.s3.amazonaws.com`. */
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html
const bucketName = /^(.+)\.s3(?:[.-][a-z]{2}-[a-z-]+-\d)?\.amazonaws\.com$/u;
