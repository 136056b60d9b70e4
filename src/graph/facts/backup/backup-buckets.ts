/** The fact `holdsBackups`: a bucket that is there for backups, by its name, a tag, or because something exports to it. */
import { ReferenceLeaf, UnknownLeaf, type Document } from '../../../core/document.ts';
import { textAt, type DraftNode } from '../../draft.ts';
import type { GraphContext } from '../../graph-context.ts';
import { resolveValue } from '../../identity/resolve.ts';
import { isDeclared } from '../../node.ts';

const bucketType = 'AWS::S3::Bucket';

export function setBackupBuckets(context: GraphContext): void {
  const exports = targetsOfExports(context);
  for (const bucket of context.ofType(bucketType)) {
    if (!isDeclared(bucket)) continue;
    const holds = exports.has(bucket) || isCalledBackup(bucket) || taggedBackup(bucket);
    bucket.facts.set('holdsBackups', holds);
  }
}

const backupName = /(?:^|[-_.])(?:db|database|sql)?[-_]?(?:backups?|dumps?|snapshots?)(?:$|[-_.[])/iu;

/** By its own name and not that of its module, which may stand for a Region. */
export function isCalledBackup(bucket: DraftNode): boolean {
  const name = textAt(bucket, '/BucketName');
  return [name, /[^.]+$/u.exec(bucket.anchor)?.[0]].some((text) => text !== undefined && backupName.test(text));
}

const usedFor = /^(?:purpose|usage|use|role|type|content|contents|data|data-?type|name)$/iu;

/** `purpose = "backups"`; but `backup = "daily"` asks a plan to back the bucket up. */
function taggedBackup(bucket: DraftNode): Document {
  let unknown: Document = false;
  for (const [key, value] of Object.entries(bucket.tags.values)) {
    if (!usedFor.test(key)) continue;
    if (typeof value === 'string' && backupName.test(value)) return true;
    if (value instanceof UnknownLeaf && key.toLowerCase() !== 'name') unknown = value;
  }
  return unknown;
}

/** Terraform resources that export data, and the argument that names the bucket; CloudFormation has none. */
const exportArguments: ReadonlyMap<string, string> = new Map([
  // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/rds_export_task
  ['aws_rds_export_task', 's3_bucket_name'],
  // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/dynamodb_table_export
  ['aws_dynamodb_table_export', 's3_bucket'],
]);

function targetsOfExports(context: GraphContext): ReadonlySet<DraftNode> {
  const targets = new Set<DraftNode>();
  for (const [type, argument] of exportArguments) {
    for (const node of context.ofType(type)) {
      const named = node.normal?.attributes[argument];
      for (const target of named === undefined ? [] : bucketsNamed(context, node, named)) targets.add(target);
    }
  }
  return targets;
}

function bucketsNamed(context: GraphContext, from: DraftNode, named: Document): readonly DraftNode[] {
  const referred = named instanceof ReferenceLeaf ? context.get(named.value().resource) : undefined;
  return referred === undefined ? resolveValue(context, from, named, [bucketType]).map(({ node }) => node) : [referred];
}
