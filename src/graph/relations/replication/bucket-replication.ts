/**
 * From a bucket to those that its replication rules bring its objects to. What the rules to one bucket do together stands
 * at the relation, what each of them does stands as facts at the rule.
 */
import { appendTo } from '../../../core/append-to.ts';
import { documentMap, UnknownLeaf, type Document, type DocumentMap } from '../../../core/document.ts';
import { propertyAt, type DraftNode } from '../../draft.ts';
import { everyOf, isEqual, someOf, type YesNo } from '../../facts/yes-no.ts';
import type { GraphContext, RelationEnd } from '../../graph-context.ts';
import { parseArn } from '../../identity/arn.ts';
import { linkedAt, resolve } from '../../identity/resolve.ts';
import { isDeclared } from '../../node.ts';

const bucketType = 'AWS::S3::Bucket';
const ruleType = 'AWS::S3::Bucket.ReplicationRule';
const destination = '/Destination/Bucket';

/** What one rule does. */
interface Replicated {
  /** All objects, not only those under a prefix or with a tag. */
  readonly whole: YesNo;
  /** Also those that the bucket encrypts by a key of KMS, if it does. */
  readonly encryptedObjects: YesNo;
  readonly deleteMarkers: YesNo;
  readonly existingObjects: YesNo;
  readonly metrics: YesNo;
  readonly timeControl: YesNo;
}

/** A rule that is on, or may be, with a bucket that it replicates to. */
interface Replication {
  readonly end: RelationEnd;
  readonly isOn: YesNo;
  readonly does: Replicated;
}

export function relateBuckets(context: GraphContext): void {
  for (const bucket of context.ofType(bucketType)) {
    for (const replications of replicationsOf(context, bucket).values()) relate(context, bucket, replications);
  }
}

function replicationsOf(context: GraphContext, bucket: DraftNode): ReadonlyMap<DraftNode, readonly Replication[]> {
  const byTarget = new Map<DraftNode, Replication[]>();
  for (const rule of bucket.parts.filter(({ type }) => type === ruleType)) {
    const does = replicatedBy(bucket, rule);
    const targets = targetsOf(context, rule);
    setFacts(rule, does, targets);
    const isOn = isEqual(propertyAt(rule, '/Status'), 'Enabled');
    if (isOn === false) continue;
    for (const end of targets) appendTo(byTarget, end.node, { end, isOn, does });
  }
  return byTarget;
}

function targetsOf(context: GraphContext, rule: DraftNode): readonly RelationEnd[] {
  const ends = propertyAt(rule, destination) === undefined ? [] : resolve(context, rule, destination, [bucketType]);
  const region = regionOfKey(context, rule);
  for (const { node } of ends) {
    if (node.kind === 'external' && node.region instanceof UnknownLeaf) node.region = region ?? node.region;
  }
  return ends;
}

const replicaKey = '/Destination/EncryptionConfiguration/ReplicaKmsKeyID';

/** The key that encrypts the replicas lies in the Region of the destination. */
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-config-for-kms-objects.html
function regionOfKey(context: GraphContext, rule: DraftNode): Document | undefined {
  const [key] = linkedAt(context, rule, replicaKey);
  return key?.region ?? parseArn(propertyAt(rule, replicaKey))?.region;
}

/** Rules that are surely on decide; where there is none, those that may be. */
function relate(context: GraphContext, bucket: DraftNode, all: readonly Replication[]): void {
  const sure = all.filter(({ isOn }) => isOn === true);
  const [first] = sure.length > 0 ? sure : all;
  if (first === undefined) return;
  const certain = first.isOn === true && first.end.certain;
  const because = first.end.because ?? `whether a rule of ${bucket.address} is on is not known`;
  const properties = together((sure.length > 0 ? sure : all).map(({ does }) => does));
  context.relate(
    'replicatesTo',
    bucket,
    { node: first.end.node, certain, ...(certain ? {} : { because }) },
    properties,
  );
}

/** One rule for everything makes the copy whole; but each rule has its own pace, and its own markers. */
function together(rules: readonly Replicated[]): DocumentMap {
  const wholes = rules.map((rule) => everyOf([rule.whole, rule.encryptedObjects]));
  return documentMap([
    ['whole', someOf(wholes)],
    ['deleteMarkers', everyOf(rules.map((rule) => rule.deleteMarkers))],
    ['existingObjects', everyOf(rules.map((rule) => rule.existingObjects))],
    ['metrics', everyOf(rules.map((rule) => rule.metrics))],
    ['timeControl', everyOf(rules.map((rule) => rule.timeControl))],
  ]);
}

function replicatedBy(bucket: DraftNode, rule: DraftNode): Replicated {
  return {
    whole: isWhole(rule),
    encryptedObjects: replicatesEncrypted(bucket, rule),
    deleteMarkers: replicatesMarkers(rule),
    existingObjects: isEqual(propertyAt(rule, '/ExistingObjectReplication/Status'), 'Enabled'),
    metrics: isEqual(propertyAt(rule, '/Destination/Metrics/Status'), 'Enabled'),
    timeControl: isEqual(propertyAt(rule, '/Destination/ReplicationTime/Status'), 'Enabled'),
  };
}

const prefixes = ['/Prefix', '/Filter/Prefix', '/Filter/And/Prefix'];
const tagFilters = ['/Filter/TagFilter', '/Filter/And/TagFilters'];

/** Neither a prefix nor a tag says which objects are meant. */
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-add-config.html
function isWhole(rule: DraftNode): YesNo {
  return everyOf([...prefixes, ...tagFilters].map((pointer) => isEmpty(propertyAt(rule, pointer))));
}

function isEmpty(value: Document | undefined): YesNo {
  if (value === undefined || value === null) return true;
  return Array.isArray(value) ? value.length === 0 : isEqual(value, '');
}

const encryption = '/BucketEncryption/ServerSideEncryptionConfiguration/0/ServerSideEncryptionByDefault/SSEAlgorithm';

// https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-config-for-kms-objects.html (left out unless selected)
function replicatesEncrypted(bucket: DraftNode, rule: DraftNode): YesNo {
  const algorithm = propertyAt(bucket, encryption);
  if (algorithm === undefined) return true;
  const selected = propertyAt(rule, '/SourceSelectionCriteria/SseKmsEncryptedObjects/Status');
  return someOf([isEqual(algorithm, 'AES256'), isEqual(selected, 'Enabled')]);
}

/** A rule of the older form, which has no filter, replicates the markers of users' deletions by itself. */
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-what-is-isnot-replicated.html
function replicatesMarkers(rule: DraftNode): YesNo {
  const status = propertyAt(rule, '/DeleteMarkerReplication/Status');
  if (status !== undefined) return isEqual(status, 'Enabled');
  const filter = propertyAt(rule, '/Filter');
  return filter instanceof UnknownLeaf ? filter : filter === undefined;
}

const factPointers: readonly (readonly [fact: keyof Replicated, pointer: string])[] = [
  ['whole', '/Filter'],
  ['encryptedObjects', '/SourceSelectionCriteria/SseKmsEncryptedObjects/Status'],
  ['deleteMarkers', '/DeleteMarkerReplication/Status'],
  ['existingObjects', '/ExistingObjectReplication/Status'],
  ['metrics', '/Destination/Metrics/Status'],
  ['timeControl', '/Destination/ReplicationTime/Status'],
];

function setFacts(rule: DraftNode, does: Replicated, [target]: readonly RelationEnd[]): void {
  for (const [fact, pointer] of factPointers) {
    rule.facts.set(fact, does[fact]);
    rule.factSources.set(fact, [pointer]);
  }
  if (target?.node.region === undefined) return;
  rule.facts.set('targetRegion', target.node.region);
  rule.factSources.set('targetRegion', [destination]);
  if (!target.certain || !isDeclared(target.node)) return;
  const versioning = propertyAt(target.node, '/VersioningConfiguration/Status');
  rule.facts.set('targetVersioned', isEqual(versioning, 'Enabled'));
  rule.factSources.set('targetVersioned', [destination]);
}
