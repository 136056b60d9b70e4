/**
 * The facts `keptAtDeletion` and `keptAtReplacement`: whether the data of a store outlives its resource, because deleting it is
 * refused or leaves the resource or a snapshot behind. By CloudFormation's resource attributes, Terraform's `lifecycle` and
 * arguments, and the service's own deletion protection.
 */
import { isLeaf, SensitiveLeaf, UnknownLeaf, type Document, type Leaf } from '../../../core/document.ts';
import { toDocument } from '../../../core/to-document.ts';
import type { Value } from '../../../core/value.ts';
import type { Origin } from '../../../normalization/normal-resource.ts';
import { propertyAt, type DraftNode } from '../../draft.ts';
import type { GraphContext } from '../../graph-context.ts';
import { isDeclared } from '../../node.ts';

export function setKeptAtDeletion(context: GraphContext): void {
  for (const node of context.nodes.values()) {
    if (!isDeclared(node) || node.owner !== undefined || node.facts.get('stateful') === false) continue;
    if (node.language === 'cloudformation') setByPolicies(node);
    else setByLifecycle(node);
  }
}

/** Whether it is kept: yes, no, or the leaf that nobody knows. */
type Kept = boolean | Leaf;

function anyOf(...reasons: readonly Kept[]): Kept {
  return reasons.includes(true) || (reasons.find((reason) => reason !== false) ?? false);
}

// Where no policy is written, these leave a snapshot.
// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-deletionpolicy.html
export const snapshotByDefault: ReadonlySet<string> = new Set(['AWS::RDS::DBInstance', 'AWS::RDS::DBCluster']);

// Types that know the policy `Snapshot`.
// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-deletionpolicy.html
const snapshotTypes: ReadonlySet<string> = new Set([
  'AWS::EC2::Volume',
  'AWS::ElastiCache::ReplicationGroup',
  'AWS::RDS::DBInstance',
  'AWS::RDS::DBCluster',
  'AWS::Redshift::Cluster',
  'AWS::DocDB::DBCluster',
  'AWS::Neptune::DBCluster',
]);

// Deleting one that holds objects fails: what an update replaced stays where it is.
// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-deletionpolicy.html
export const refusedWhileFull: ReadonlySet<string> = new Set(['AWS::S3::Bucket']);

function setByPolicies(node: DraftNode): void {
  const lifecycle = node.normal?.declared.lifecycle;
  const deletion = lifecycle?.deletionPolicy;
  const replacement = lifecycle?.updateReplacePolicy;
  const isProtected = deletionProtection(node);
  const keptByPolicy = deletion === undefined ? snapshotByDefault.has(node.type) : keeps(node.type, deletion);
  set(node, 'keptAtDeletion', anyOf(keptByPolicy, isProtected), originOf(deletion, 'DeletionPolicy'));
  // What is replaced is deleted, of every type, unless its own policy says otherwise: that of deletion does not cover it.
  // https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-updatereplacepolicy.html
  const kept = replacement === undefined ? refusedWhileFull.has(node.type) : keeps(node.type, replacement);
  const origin = originOf(replacement, 'UpdateReplacePolicy') ?? originOf(deletion, 'DeletionPolicy');
  set(node, 'keptAtReplacement', anyOf(kept, isProtected), origin);
}

function keeps(type: string, policy: Value): Kept {
  const document = toDocument(policy);
  if (isLeaf(document)) return document;
  if (document === 'Snapshot') return snapshotTypes.has(type);
  return document === 'Retain' || document === 'RetainExceptOnCreate';
}

/** A call that deletes the resource is refused while its protection is on. */
function deletionProtection(node: DraftNode): Kept {
  const pointers = ['/DeletionProtection', '/DeletionProtectionEnabled'];
  return anyOf(...pointers.map((pointer) => isOn(propertyAt(node, pointer), false)));
}

function isOn(written: Document | undefined, absent: boolean): Kept {
  if (written === undefined || written === null) return absent;
  if (written instanceof SensitiveLeaf) return isOn(written.reveal(), absent);
  return isLeaf(written) ? written : written === true || written === 'true';
}

/** An argument of Terraform that decides whether something is left behind. */
interface KeepingArgument {
  readonly name: string;
  readonly keeps: (written: Document | undefined) => Kept;
}

function keptUnless(name: string, absent: boolean): KeepingArgument {
  const negated = (kept: Kept): Kept => (typeof kept === 'boolean' ? !kept : kept);
  return { name, keeps: (written) => negated(isOn(written, absent)) };
}

function keptWhereGiven(name: string): KeepingArgument {
  return { name, keeps: (written) => (isLeaf(written) ? written : written !== undefined && written !== null) };
}

const finalSnapshot = keptUnless('skip_final_snapshot', false);
const finalBackup = keptUnless('skip_final_backup', false);

// A snapshot that is asked for but has no name makes the provider refuse to delete: nothing is lost either.
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs (the page of each resource)
const keepingArguments: ReadonlyMap<string, KeepingArgument> = new Map([
  ['aws_db_instance', finalSnapshot],
  ['aws_rds_cluster', finalSnapshot],
  ['aws_docdb_cluster', finalSnapshot],
  ['aws_neptune_cluster', finalSnapshot],
  ['aws_redshift_cluster', finalSnapshot],
  // A bucket that is not empty can't be deleted.
  ['aws_s3_bucket', keptUnless('force_destroy', false)],
  ['aws_ebs_volume', { name: 'final_snapshot', keeps: (written) => isOn(written, false) }],
  ['aws_fsx_lustre_file_system', keptUnless('skip_final_backup', true)],
  ['aws_fsx_openzfs_file_system', finalBackup],
  ['aws_fsx_windows_file_system', finalBackup],
  // Its volumes, which are resources of their own, leave the backups.
  ['aws_fsx_ontap_file_system', finalBackup],
  ['aws_elasticache_replication_group', keptWhereGiven('final_snapshot_identifier')],
  ['aws_memorydb_cluster', keptWhereGiven('final_snapshot_name')],
]);

function setByLifecycle(node: DraftNode): void {
  const prevented = node.normal?.declared.lifecycle.preventDestroy;
  const argument = keepingArguments.get(node.sourceType);
  const kept = anyOf(
    isOn(prevented === undefined ? undefined : toDocument(prevented), false),
    deletionProtection(node),
    argument?.keeps(node.normal?.attributes[argument.name]) ?? unlessUndocumented(node),
  );
  const written = argument === undefined ? undefined : node.normal?.declared.attributes.entries.get(argument.name);
  set(
    node,
    'keptAtDeletion',
    kept,
    originOf(prevented, 'prevent_destroy') ?? originOf(written, argument?.name ?? 'prevent_destroy'),
  );
}

/** The `awscc` provider has no such arguments, and nothing documents what its deletion leaves behind. */
function unlessUndocumented(node: DraftNode): Kept {
  if (!node.sourceType.startsWith('awscc_')) return false;
  const subject = `what the deletion of ${node.address} leaves behind`;
  const reason = { code: 'unsupported', subject, cure: 'set `prevent_destroy = true` in its `lifecycle`' } as const;
  return new UnknownLeaf({ key: `deletion of ${node.id}`, reason });
}

function set(node: DraftNode, fact: string, kept: Kept, origin: Origin | undefined): void {
  node.facts.set(fact, kept);
  if (origin !== undefined) node.factOrigins.set(fact, origin);
}

function originOf(written: Value | undefined, name: string): Origin | undefined {
  if (written?.range === undefined) return undefined;
  const { range, decidedAt } = written;
  return { range, name, how: 'written', ...(decidedAt === undefined ? {} : { decidedAt }) };
}
