/** Where a Terraform root keeps its state: the fact `state`, and the relation to the bucket that holds it. */
import {
  documentMap,
  isDocumentMap,
  TemplateLeaf,
  UnknownLeaf,
  type Document,
  type DocumentMap,
} from '../../core/document.ts';
import type { Region } from '../../core/ids.ts';
import type { Deployment } from '../../evaluation/deployment.ts';
import { propertyAt, type DraftNode } from '../draft.ts';
import type { GraphContext, RelationEnd } from '../graph-context.ts';
import { resolveValue } from '../identity/resolve.ts';
import { same } from '../identity/same.ts';
import { isSharedAccount } from '../place/accounts.ts';
import type { WorkloadDraft } from '../workload/workload-draft.ts';
import { isDeclared } from '../node.ts';

const bucketType = 'AWS::S3::Bucket';

export function relateState(
  context: GraphContext,
  workload: WorkloadDraft,
  deployments: ReadonlyMap<string, Deployment>,
): void {
  for (const root of workload.members) {
    if (root.kind !== 'settings' || root.language !== 'terraform') continue;
    // Whoever calls a library keeps its state.
    if (deployments.get(root.deployment)?.library === true) continue;
    const written = root.normal?.attributes['backend'];
    if (written instanceof UnknownLeaf) root.facts.set('state', documentMap([['kind', written]]));
    else setState(context, root, workload.regions.primary);
  }
}

function setState(context: GraphContext, root: DraftNode, primary: Region | undefined): void {
  const backend = blockOf(root, 'backend');
  const type = backend?.['type'];
  if (blockOf(root, 'cloud') !== undefined || (backend !== undefined && type !== 'local' && type !== 's3')) {
    root.facts.set('state', documentMap([['kind', 'service']]));
    return;
  }
  if (backend === undefined || type === 'local') {
    root.facts.set('state', documentMap([['kind', 'local']]));
    return;
  }
  const named = backend['bucket'] ?? open(root, 'bucket');
  const buckets = bucketsCalled(context, root, named);
  for (const end of buckets) context.relate('storesIn', root, end);
  root.facts.set(
    'state',
    documentMap([
      ['kind', 'bucket'],
      ['inPrimaryRegion', isIn(root, backend['region'], primary)],
      ['versioned', isVersioned(buckets[0]?.node)],
    ]),
  );
}

/** A backend can't compute: where a bucket's name has the account's id in it, it says the id. */
// https://developer.hashicorp.com/terraform/language/backend#define-a-backend-block
function bucketsCalled(context: GraphContext, root: DraftNode, named: Document): readonly RelationEnd[] {
  const ends = resolveValue(context, root, named, [bucketType]);
  if (typeof named !== 'string' || ends.some(({ node }) => isDeclared(node))) return ends;
  const node = context.ofType(bucketType).find((bucket) => isNameIn(propertyAt(bucket, '/BucketName'), named));
  return node === undefined ? ends : [{ node, certain: true }];
}

function isNameIn(template: Document | undefined, name: string): boolean {
  if (!(template instanceof TemplateLeaf)) return false;
  const parts = template.value().parts.map((part) => {
    if (typeof part === 'string') return part.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);
    return part.kind === 'unknown' && isSharedAccount(part.symbol) ? String.raw`\d{12}` : undefined;
  });
  return !parts.includes(undefined) && new RegExp(`^${parts.join('')}$`, 'u').test(name);
}

/** The settings block of this name; it may be written once. */
function blockOf(root: DraftNode, name: string): DocumentMap | undefined {
  const blocks = root.normal?.attributes[name];
  const first: Document | undefined = Array.isArray(blocks) ? blocks[0] : undefined;
  return isDocumentMap(first) ? first : undefined;
}

// What a backend leaves out is given on the command line or by the environment.
// https://developer.hashicorp.com/terraform/language/backend#partial-configuration
function isIn(root: DraftNode, region: Document | undefined, primary: Region | undefined): Document {
  if (region === undefined || region === null) return open(root, 'region');
  const agrees = primary === undefined ? 'unknown' : same(region, primary);
  if (agrees !== 'unknown') return agrees === 'yes';
  if (region instanceof UnknownLeaf) return region;
  const cure = 'state it as `regions.primary` in .dr-lint.yaml';
  return new UnknownLeaf({ key: 'primary Region', reason: { code: 'derived', subject: 'the primary Region', cure } });
}

function open(root: DraftNode, argument: string): UnknownLeaf {
  const subject = `the ${argument} of the backend`;
  return new UnknownLeaf({
    key: `${root.id} backend ${argument}`,
    reason: { code: 'input', subject, cure: `write \`${argument}\` into the \`backend\` block` },
  });
}

/** A bucket that nothing here declares may well be. */
function isVersioned(bucket: DraftNode | undefined): Document {
  const status = bucket === undefined ? undefined : propertyAt(bucket, '/VersioningConfiguration/Status');
  if (bucket !== undefined && isDeclared(bucket)) return status instanceof UnknownLeaf ? status : status === 'Enabled';
  const subject = `whether ${bucket?.address ?? 'the bucket'} is versioned`;
  const cure = 'scan the code that declares it, too';
  return new UnknownLeaf({ key: subject, reason: { code: 'derived', subject, cure } });
}
