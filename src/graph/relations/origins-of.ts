/**
 * From a CloudFront distribution to its origins, and within an origin group from the first origin to the one that stands in
 * for it. `$edge.failsOver` says whether every request for the origin has such a second one.
 *
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/high_availability_origin_failover.html
 */
import { documentMap, isLeaf, type Document } from '../../core/document.ts';
import { itemsAt, linksAt, propertyAt, textAt, type DraftNode } from '../draft.ts';
import type { GraphContext, RelationEnd } from '../graph-context.ts';
import { regionOfName, resolveValue, subjectOf } from '../identity/resolve.ts';
import { placesNamed } from '../named-places.ts';
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
  for (const { end } of origins) {
    const answers = origins
      .filter((origin) => origin.end.node === end.node)
      .map(({ id }) => failsOver(node, groups, id));
    const worst = answers.find((each) => each === false) ?? answers.find((each) => isLeaf(each)) ?? true;
    context.relate('routesTo', node, end, documentMap([['failsOver', worst]]));
  }
  for (const [first, ...others] of groups) {
    const primary = origins.find(({ id }) => id === first);
    for (const other of others)
      relateSecond(
        context,
        primary,
        origins.find(({ id }) => id === other),
      );
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

/** It is in a group of two, and no behavior asks it directly. */
function failsOver(node: DraftNode, groups: readonly Group[], id: Document | undefined): Document {
  const targets = [`${config}/DefaultCacheBehavior/TargetOriginId`, `${config}/CacheBehaviors/[each]/TargetOriginId`]
    .flatMap((pattern) => placesNamed(node, pattern))
    .map(({ pointer }) => propertyAt(node, pointer));
  if (targets.includes(id)) return false;
  if (groups.some((group) => group.length > 1 && group.includes(id))) return true;
  const items = propertyAt(node, groupItems);
  const unknown = [items, ...groups.flat(), ...targets].find((each) => isLeaf(each));
  return isLeaf(unknown) ? unknown : false;
}

function originAt(context: GraphContext, node: DraftNode, index: number): readonly Origin[] {
  const pointer = `${config}/Origins/${index}/DomainName`;
  const name = propertyAt(node, pointer);
  if (name === undefined) return [];
  const id = propertyAt(node, `${config}/Origins/${index}/Id`);
  const linked = linksAt(node, pointer).flatMap(({ to }) => context.get(to) ?? []);
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
