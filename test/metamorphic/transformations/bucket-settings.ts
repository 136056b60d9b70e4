/**
 * Settings of S3 buckets: blocks of the bucket (deprecated since version 4 of the provider) or resources of their own.
 *
 * https://registry.terraform.io/providers/hashicorp/aws/latest/docs/guides/version-4-upgrade#s3-bucket-refactor
 */
import { textOf } from '../../../src/core/source.ts';
import type { Block, Expression } from '../../../src/loaders/hcl/ast.ts';
import {
  attributeNamed,
  type ResourceBlock,
  type TerraformModule,
} from '../../../src/loaders/terraform/terraform-module.ts';
import { added, edited, insertedAfter, replaced, type SourceEdit } from '../../helpers/source-edits.ts';
import { respelled, type Spelling } from '../respelling.ts';
import { resourcesUsedIn, topBlocks, type TerraformProject } from '../terraform-project.ts';
import type { Rewritten, Transformation } from '../transformation.ts';

export const settingsInBuckets: Transformation = {
  what: 'settings of buckets as blocks in them',
  rewrite: ({ files, modules }) =>
    rewritten(
      files,
      [...modules.values()].flatMap((module) => settingsOf(module).flatMap((each) => movedIn(each, module))),
    ),
};

export const settingsBesideBuckets: Transformation = {
  what: 'settings of buckets as resources of their own',
  rewrite: ({ files, modules }) =>
    rewritten(
      files,
      [...modules.values()].flatMap((module) => bucketsOf(module).flatMap((each) => movedOut(each))),
    ),
};

function rewritten(files: TerraformProject['files'], edits: readonly SourceEdit[]): Rewritten | undefined {
  return edits.length === 0 ? undefined : { files: edited(files, edits) };
}

interface Setting {
  /** The resource, the block in the bucket. */
  readonly resource: string;
  readonly inline: string;
  /** Blocks of the resource that stand in the inline block under another type, or as its whole content (''). */
  readonly items: { readonly resource: string; readonly inline: string };
  /** From the resource to the bucket. */
  readonly spellings: readonly Spelling[];
}

const enabled: Pick<Spelling, 'value'> = { value: (text) => `(${text}) == "Enabled"` };

function same(...paths: readonly string[]): readonly Spelling[] {
  return paths.map((path) => ({ from: path, to: path }));
}

const settings: readonly Setting[] = [
  {
    resource: 'aws_s3_bucket_versioning',
    inline: 'versioning',
    items: { resource: 'versioning_configuration', inline: '' },
    spellings: [
      { from: 'status', to: 'enabled', ...enabled },
      { from: 'mfa_delete', to: 'mfa_delete', ...enabled },
    ],
  },
  {
    resource: 'aws_s3_bucket_replication_configuration',
    inline: 'replication_configuration',
    items: { resource: 'rule', inline: 'rules' },
    spellings: [
      ...same('id', 'status', 'priority', 'prefix', 'filter', 'filter.prefix'),
      ...same('destination.bucket', 'destination.storage_class'),
      ...same('destination.replication_time.status', 'destination.metrics.status'),
      { from: 'filter.and.prefix', to: 'filter.prefix' },
      { from: 'filter.and.tags', to: 'filter.tags' },
      { from: 'delete_marker_replication.status', to: 'delete_marker_replication_status' },
      { from: 'destination.account', to: 'destination.account_id' },
      { from: 'destination.encryption_configuration.replica_kms_key_id', to: 'destination.replica_kms_key_id' },
      { from: 'destination.replication_time.time.minutes', to: 'destination.replication_time.minutes' },
      { from: 'destination.metrics.event_threshold.minutes', to: 'destination.metrics.minutes' },
    ],
  },
  {
    resource: 'aws_s3_bucket_object_lock_configuration',
    inline: 'object_lock_configuration',
    items: { resource: 'rule', inline: 'rule' },
    spellings: same('default_retention.mode', 'default_retention.days', 'default_retention.years'),
  },
];

const metaArguments: ReadonlySet<string> = new Set(['bucket', 'provider', 'region', 'depends_on']);
/** Arguments that are called alike in the resource and in the block. */
const sharedArguments: ReadonlySet<string> = new Set(['role', 'object_lock_enabled']);

interface Satellite {
  readonly setting: Setting;
  readonly resource: ResourceBlock;
  readonly bucket: ResourceBlock;
}

/** The settings of buckets that a module declares, those left out that could not be moved: counted ones, and their buckets. */
function settingsOf(module: TerraformModule): readonly Satellite[] {
  return [...module.resources.values()].flatMap((resource) => {
    const setting = settings.find((each) => each.resource === resource.type);
    const target = attributeNamed(resource.block.body, 'bucket')?.value;
    const bucket = target === undefined ? undefined : bucketNamed(target, module);
    return setting === undefined || bucket === undefined || isCounted(resource) || isCounted(bucket)
      ? []
      : [{ setting, resource, bucket }];
  });
}

/** `aws_s3_bucket.orders.id` */
function bucketNamed(target: Expression, module: TerraformModule): ResourceBlock | undefined {
  const [, address] = /^(aws_s3_bucket\.\w+)\.(?:id|bucket)$/u.exec(textOf(target.range)) ?? [];
  return address === undefined ? undefined : module.resources.get(address);
}

function isCounted({ block }: ResourceBlock): boolean {
  return ['count', 'for_each'].some((name) => attributeNamed(block.body, name) !== undefined);
}

/** What depended on the settings now depends on the bucket that holds them. */
function movedIn({ setting, resource, bucket }: Satellite, module: TerraformModule): readonly SourceEdit[] {
  const { body, range } = resource.block;
  const shared = body.attributes.filter(({ name }) => sharedArguments.has(name)).map((each) => textOf(each.range));
  const isKnown = body.attributes.every(({ name }) => metaArguments.has(name) || sharedArguments.has(name));
  const items = body.blocks.map((block) =>
    block.type === setting.items.resource
      ? within(setting.items.inline, respelled(block.body, setting.spellings))
      : undefined,
  );
  if (!isKnown || items.includes(undefined)) return [];
  const lines = [`${setting.inline} {`, ...shared, ...items.flatMap((item) => item ?? []), '}'];
  const users = topBlocks(module).filter((block) => block !== resource.block);
  const uses = users.flatMap((block) => resourcesUsedIn(block.body, module));
  return [
    replaced(range, ''),
    ...added(bucket.block, lines),
    ...uses
      .filter(({ space, name }) => `${space}.${name}` === resource.address)
      .map((use) => replaced(use.range, bucket.address)),
  ];
}

function bucketsOf(module: TerraformModule): readonly ResourceBlock[] {
  return [...module.resources.values()].filter((each) => each.type === 'aws_s3_bucket' && !isCounted(each));
}

function movedOut({ address, name, block }: ResourceBlock): readonly SourceEdit[] {
  const provider = attributeNamed(block.body, 'provider');
  return block.body.blocks.flatMap((inline) => {
    const setting = settings.find((each) => each.inline === inline.type);
    const lines = setting && separateLines(setting, inline);
    if (setting === undefined || lines === undefined) return [];
    const meta = [`bucket = ${address}.id`, ...(provider === undefined ? [] : [textOf(provider.range)])];
    const text = [`\nresource "${setting.resource}" "${name}" {`, ...meta, ...lines, '}'].join('\n');
    return [replaced(inline.range, ''), insertedAfter(block.range, text)];
  });
}

function separateLines({ items, spellings }: Setting, { body }: Block): readonly string[] | undefined {
  const back = spellings.map(({ from, to, value }) => ({
    from: to,
    to: from,
    ...(value === undefined ? {} : { value: (text: string) => `(${text}) ? "Enabled" : "Suspended"` }),
  }));
  if (items.inline === '') return within(items.resource, respelled(body, back));
  const shared = body.attributes.map(({ range }) => textOf(range));
  const inner = body.blocks.map((block) => within(items.resource, respelled(block.body, back)));
  return inner.includes(undefined) ? undefined : [...shared, ...inner.flatMap((lines) => lines ?? [])];
}

/** The lines inside a block of this type; as they are where it has no name. */
function within(type: string, lines: readonly string[] | undefined): readonly string[] | undefined {
  return lines === undefined || type === '' ? lines : [`${type} {`, ...lines, '}'];
}
