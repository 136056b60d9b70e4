/**
 * From what is encrypted to the key that does it, named by id, ARN or alias, and the fact `customerManaged` of each such
 * key. Where nothing is named AWS's own key of the service is used, and there is no relation.
 */
import { SensitiveLeaf, UnknownLeaf, type Document } from '../../core/document.ts';
import { keyPlaces } from '../aws/own-region.ts';
import { itemsAt, propertyAt, textAt, type DraftNode } from '../draft.ts';
import type { GraphContext } from '../graph-context.ts';
import { resolve } from '../identity/resolve.ts';
import { replicatedBackups } from './replication/replicated-backups.ts';
import { madeReplica } from './replication/replicates-to.ts';
import { isDeclared } from '../node.ts';

const keyTypes = ['AWS::KMS::Key', 'AWS::KMS::ReplicaKey'];
const aliasType = 'AWS::KMS::Alias';

export function relateKeys(context: GraphContext): void {
  for (const [type, pointer] of keyPlaces) {
    for (const node of context.ofType(type)) relateKey(context, node, pointer, node);
  }
  for (const bucket of context.ofType('AWS::S3::Bucket')) relateCopiesOfObjects(context, bucket);
  for (const source of context.ofType('AWS::EFS::FileSystem')) relateCopiesOfFiles(context, source);
  for (const source of context.ofType('AWS::RDS::DBInstance')) relateCopiesOfBackups(context, source);
  for (const node of context.all()) {
    if (node.type === aliasType || keyTypes.includes(node.type))
      node.facts.set('customerManaged', customerManaged(node));
  }
}

/** @param encrypted what the key named at the pointer encrypts, often the node itself */
function relateKey(context: GraphContext, node: DraftNode, pointer: string, encrypted: DraftNode): void {
  for (const end of resolve(context, node, pointer, [...keyTypes, aliasType])) {
    const isAlias = end.node.type === aliasType && isTargetKnown(end.node);
    const keys = isAlias ? resolve(context, end.node, '/TargetKeyId', keyTypes) : [end];
    for (const key of keys) context.relate('encryptedBy', encrypted, { ...key, certain: end.certain && key.certain });
  }
}

/** Of an alias that is only looked up nobody here knows the key: it stands for the key itself. */
function isTargetKnown(alias: DraftNode): boolean {
  const target = propertyAt(alias, '/TargetKeyId');
  return target !== undefined && !(alias.kind === 'looked-up' && target instanceof UnknownLeaf);
}

/** The copies of objects are encrypted as the rule says. */
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-config-for-kms-objects.html
function relateCopiesOfObjects(context: GraphContext, bucket: DraftNode): void {
  for (const index of itemsAt(bucket, '/ReplicationConfiguration/Rules').keys()) {
    const destination = `/ReplicationConfiguration/Rules/${index}/Destination`;
    const key = `${destination}/EncryptionConfiguration/ReplicaKmsKeyID`;
    if (propertyAt(bucket, key) === undefined) continue;
    for (const copy of resolve(context, bucket, `${destination}/Bucket`, ['AWS::S3::Bucket'])) {
      relateKey(context, bucket, key, copy.node);
    }
  }
}

/** A file system that AWS makes for the copy is encrypted as the replication says. */
// https://docs.aws.amazon.com/efs/latest/ug/efs-replication.html
function relateCopiesOfFiles(context: GraphContext, source: DraftNode): void {
  for (const index of itemsAt(source, '/ReplicationConfiguration/Destinations').keys()) {
    const pointer = `/ReplicationConfiguration/Destinations/${index}`;
    if (propertyAt(source, `${pointer}/FileSystemId`) !== undefined) continue;
    relateKey(context, source, `${pointer}/KmsKeyId`, madeReplica(context, source, index));
  }
}

/** Automated backups in another Region are encrypted by a key of that Region. */
// https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/AutomatedBackups.Replicating.Enable.html
function relateCopiesOfBackups(context: GraphContext, source: DraftNode): void {
  const backups = replicatedBackups(context, source);
  if (backups !== undefined) relateKey(context, source, '/AutomaticBackupReplicationKmsKeyId', backups);
}

/** Keys that AWS keeps for its services have aliases of its own. */
// https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#aws-managed-key
function customerManaged(key: DraftNode): Document {
  if (isDeclared(key)) return true;
  const name = key.kind === 'looked-up' ? nameOfLookup(key) : key.address;
  if (name !== undefined && /(?:^|:)alias\/aws\//u.test(name)) return false;
  if (name !== undefined && /(?:^|:)alias\/|(?:^|\/)mrk-/u.test(name)) return true;
  const subject = `whether ${key.address} is a key of AWS`;
  const cure = 'scan the code that declares the key, too';
  return new UnknownLeaf({ key: `customer-managed ${key.id}`, reason: { code: 'derived', subject, cure } });
}

function nameOfLookup(key: DraftNode): string | undefined {
  const id = key.normal?.attributes['key_id'];
  const revealed = id instanceof SensitiveLeaf ? id.reveal() : id;
  return typeof revealed === 'string' ? revealed : textAt(key, '/AliasName');
}
