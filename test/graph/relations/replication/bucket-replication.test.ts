import { describe, expect, test } from 'vitest';
import { isDocumentMap, isLeaf, type Document } from '../../../../src/core/document.ts';
import { nodeId } from '../../../../src/core/ids.ts';
import type { DeclaredResource } from '../../../../src/evaluation/declared-resource.ts';
import type { GraphContext } from '../../../../src/graph/graph-context.ts';
import { relateBuckets } from '../../../../src/graph/relations/replication/bucket-replication.ts';
import { cloudFormation, input, reference, terraform, type Plain } from '../../../helpers/declared.ts';
import { graphContext, nodeAt } from '../../../helpers/graph-context.ts';
import { lintText } from '../../../helpers/lint-text.ts';

/** A rule in the words that both languages share; what is left out is not written. */
interface Rule {
  readonly id?: string;
  readonly status?: Plain;
  readonly to?: 'copy' | 'archive';
  readonly prefix?: Plain;
  readonly filter?: { readonly prefix?: Plain; readonly tag?: readonly [key: string, value: string] };
  readonly deleteMarkers?: Plain;
  readonly existingObjects?: Plain;
  readonly metrics?: Plain;
  readonly timeControl?: Plain;
  readonly encryptedObjects?: Plain;
}

interface Bucket {
  readonly algorithm?: Plain;
  readonly copyVersioned?: Plain;
  readonly rules: readonly Rule[] | Plain;
}

const languages = ['terraform', 'cloudformation'] as const;
type Language = (typeof languages)[number];

const written = (name: string, value: Plain | undefined, make: (value: Plain) => Plain): Record<string, Plain> =>
  value === undefined ? {} : { [name]: make(value) };

const blocks: Record<Language, (bucket: Bucket) => readonly DeclaredResource[]> = {
  terraform: ({ algorithm, copyVersioned = 'Enabled', rules }) => {
    const copy = terraform('aws_s3_bucket.copy', { bucket: 'receipts-copy' }, { region: 'us-west-2' });
    const archive = terraform('aws_s3_bucket.archive', { bucket: 'receipts-archive' }, { region: 'us-west-2' });
    const source = terraform('aws_s3_bucket.receipts', { bucket: 'receipts' });
    const status = (value: Plain): Plain => [{ status: value }];
    const rule = (each: Rule): Plain => ({
      ...written('id', each.id, (id) => id),
      status: each.status ?? 'Enabled',
      ...written('prefix', each.prefix, (prefix) => prefix),
      ...(each.filter === undefined
        ? {}
        : {
            filter: [
              {
                ...written('prefix', each.filter.prefix, (prefix) => prefix),
                ...(each.filter.tag === undefined
                  ? {}
                  : { tag: [{ key: each.filter.tag[0], value: each.filter.tag[1] }] }),
              },
            ],
          }),
      destination: [
        {
          bucket: reference(each.to === 'archive' ? archive : copy, 'arn'),
          ...written('metrics', each.metrics, status),
          ...written('replication_time', each.timeControl, status),
        },
      ],
      ...written('delete_marker_replication', each.deleteMarkers, status),
      ...written('existing_object_replication', each.existingObjects, status),
      ...written('source_selection_criteria', each.encryptedObjects, (value) => [
        { sse_kms_encrypted_objects: status(value) },
      ]),
    });
    return [
      source,
      copy,
      archive,
      terraform('aws_s3_bucket_versioning.copy', {
        bucket: reference(copy, 'id'),
        versioning_configuration: [{ status: copyVersioned }],
      }),
      terraform('aws_s3_bucket_replication_configuration.receipts', {
        bucket: reference(source, 'id'),
        rule: isRules(rules) ? rules.map(rule) : rules,
      }),
      ...(algorithm === undefined
        ? []
        : [
            terraform('aws_s3_bucket_server_side_encryption_configuration.receipts', {
              bucket: reference(source, 'id'),
              rule: [{ apply_server_side_encryption_by_default: [{ sse_algorithm: algorithm }] }],
            }),
          ]),
    ];
  },
  cloudformation: ({ algorithm, copyVersioned = 'Enabled', rules }) => {
    const type = 'AWS::S3::Bucket';
    const copy = cloudFormation(
      'Copy',
      type,
      { BucketName: 'receipts-copy', VersioningConfiguration: { Status: copyVersioned } },
      { region: 'us-west-2', deployment: 'west.yaml' },
    );
    const archive = cloudFormation(
      'Archive',
      type,
      { BucketName: 'receipts-archive' },
      { region: 'us-west-2', deployment: 'west.yaml' },
    );
    const status = (value: Plain): Plain => ({ Status: value });
    const rule = (each: Rule): Plain => ({
      ...written('Id', each.id, (id) => id),
      Status: each.status ?? 'Enabled',
      ...written('Prefix', each.prefix, (prefix) => prefix),
      ...(each.filter === undefined
        ? {}
        : {
            Filter: {
              ...written('Prefix', each.filter.prefix, (prefix) => prefix),
              ...(each.filter.tag === undefined
                ? {}
                : { TagFilter: { Key: each.filter.tag[0], Value: each.filter.tag[1] } }),
            },
          }),
      Destination: {
        Bucket: reference(each.to === 'archive' ? archive : copy, 'Arn'),
        ...written('Metrics', each.metrics, status),
        ...written('ReplicationTime', each.timeControl, status),
      },
      ...written('DeleteMarkerReplication', each.deleteMarkers, status),
      ...written('ExistingObjectReplication', each.existingObjects, status),
      ...written('SourceSelectionCriteria', each.encryptedObjects, (value) => ({
        SseKmsEncryptedObjects: status(value),
      })),
    });
    const source = cloudFormation('Receipts', type, {
      BucketName: 'receipts',
      ReplicationConfiguration: { Rules: isRules(rules) ? rules.map(rule) : rules },
      ...(algorithm === undefined
        ? {}
        : {
            BucketEncryption: {
              ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: algorithm } }],
            },
          }),
    });
    return [source, copy, archive];
  },
};

function isRules(rules: readonly Rule[] | Plain): rules is readonly Rule[] {
  return Array.isArray(rules);
}

const addresses = {
  terraform: { source: 'aws_s3_bucket.receipts', copy: 'aws_s3_bucket.copy' },
  cloudformation: { source: 'Receipts', copy: 'Copy' },
} as const;

function related(language: Language, bucket: Bucket): GraphContext {
  const context = graphContext(blocks[language](bucket));
  relateBuckets(context);
  return context;
}

/** Yes, no, or what is not known. */
function answer(fact: Document | undefined): unknown {
  return isLeaf(fact) ? '?' : fact;
}

/** What holds of the relation to the copy; undefined when there is none. */
function edge(context: GraphContext, language: Language): Record<string, unknown> | undefined {
  const { source, copy } = addresses[language];
  const to = nodeAt(context, copy).id;
  const relation = context.from('replicatesTo', nodeAt(context, source)).find((each) => each.to === to);
  if (relation === undefined || !isDocumentMap(relation.properties)) return undefined;
  const properties = Object.entries(relation.properties).map(([name, value]) => [name, answer(value)] as const);
  return { certain: relation.certain, ...Object.fromEntries(properties) };
}

const everything = { filter: { prefix: '' } };

describe.each(languages)('%s', (language) => {
  test.each<{ what: string; rule: Rule; algorithm?: Plain; does: Record<string, unknown> }>([
    { what: 'a rule without a filter is for everything', rule: {}, does: { whole: true } },
    { what: 'so is an empty prefix', rule: { prefix: '' }, does: { whole: true } },
    { what: 'and a filter that names nothing', rule: { filter: {} }, does: { whole: true } },
    { what: 'a prefix', rule: { filter: { prefix: 'invoices/' } }, does: { whole: false } },
    { what: 'a prefix of the older form', rule: { prefix: 'invoices/' }, does: { whole: false } },
    { what: 'a tag', rule: { filter: { tag: ['keep', 'yes'] } }, does: { whole: false } },
    { what: 'a prefix that is not known', rule: { filter: { prefix: input('var.prefix') } }, does: { whole: '?' } },
    { what: 'delete markers by the older form', rule: { prefix: '' }, does: { deleteMarkers: true } },
    { what: 'delete markers that nothing asks for', rule: everything, does: { deleteMarkers: false } },
    {
      what: 'delete markers',
      rule: { ...everything, deleteMarkers: 'Enabled' },
      does: { deleteMarkers: true, whole: true },
    },
    {
      what: 'existing objects, metrics and time control',
      rule: { ...everything, existingObjects: 'Enabled', metrics: 'Enabled', timeControl: 'Enabled' },
      does: { existingObjects: true, metrics: true, timeControl: true },
    },
    {
      what: 'none of these',
      rule: { ...everything, metrics: 'Disabled' },
      does: { existingObjects: false, metrics: false, timeControl: false },
    },
    { what: 'a metric that is not known', rule: { metrics: input('var.metrics') }, does: { metrics: '?' } },
    { what: 'objects under a key of KMS are left out', rule: {}, algorithm: 'aws:kms', does: { whole: false } },
    {
      what: 'unless they are selected',
      rule: { encryptedObjects: 'Enabled' },
      algorithm: 'aws:kms',
      does: { whole: true },
    },
    { what: "objects under S3's own key are not", rule: {}, algorithm: 'AES256', does: { whole: true } },
    { what: 'an encryption that is not known', rule: {}, algorithm: input('var.sse'), does: { whole: '?' } },
    { what: 'a rule whose status is not known', rule: { status: input('var.status') }, does: { certain: false } },
  ])('$what', ({ rule, algorithm, does }) => {
    const context = related(language, { rules: [rule], ...(algorithm === undefined ? {} : { algorithm }) });
    expect(edge(context, language)).toMatchObject({ certain: true, ...does });
  });

  test('several rules to one bucket: one for everything makes it whole, the slowest one decides its pace', () => {
    const rules = [
      { id: 'invoices', filter: { prefix: 'invoices/' }, timeControl: 'Enabled', metrics: 'Enabled' },
      { id: 'all', ...everything, metrics: 'Enabled' },
    ];
    expect(edge(related(language, { rules }), language)).toMatchObject({
      whole: true,
      metrics: true,
      timeControl: false,
    });
  });

  test('rules for different parts make no whole', () => {
    const rules = [
      { id: 'invoices', filter: { prefix: 'invoices/' } },
      { id: 'orders', filter: { prefix: 'orders/' } },
    ];
    expect(edge(related(language, { rules }), language)).toMatchObject({ whole: false });
  });

  test('a rule that is off counts for nothing', () => {
    const rules = [
      { id: 'invoices', filter: { prefix: 'invoices/' } },
      { id: 'all', ...everything, status: 'Disabled' },
    ];
    expect(edge(related(language, { rules }), language)).toMatchObject({ certain: true, whole: false });
  });

  test('rules to two buckets are two relations', () => {
    const rules: readonly Rule[] = [
      { id: 'all', ...everything },
      { id: 'archive', filter: { prefix: 'old/' }, to: 'archive' },
    ];
    const context = related(language, { rules });
    expect(context.from('replicatesTo', nodeAt(context, addresses[language].source))).toHaveLength(2);
    expect(edge(context, language)).toMatchObject({ whole: true });
  });

  test('rules that are not known may be anything', () => {
    const context = related(language, { rules: input('var.rules') });
    const [relation] = context.from('replicatesTo', nodeAt(context, addresses[language].source));
    expect(relation?.certain).toBe(false);
  });

  test.each([
    { what: 'versioned', copyVersioned: 'Enabled', versioned: true },
    { what: 'not versioned', copyVersioned: 'Suspended', versioned: false },
    { what: 'not known', copyVersioned: input('var.versioning'), versioned: '?' },
  ])('the facts of a rule: a target that is $what', ({ copyVersioned, versioned }) => {
    const context = related(language, { rules: [{ id: 'all', ...everything }], copyVersioned });
    const { facts } = nodeAt(context, addresses[language].source, 'rule["all"]');
    expect(answer(facts.get('targetVersioned'))).toBe(versioned);
    expect(facts.get('targetRegion')).toBe('us-west-2');
    expect(facts.get('deleteMarkers')).toBe(false);
  });
});

test('a target that nothing declares is versioned or not: nobody knows', () => {
  const source = terraform('aws_s3_bucket.receipts', {
    bucket: 'receipts',
    replication_configuration: [
      { rules: [{ id: 'all', status: 'Enabled', destination: [{ bucket: 'arn:aws:s3:::elsewhere' }] }] },
    ],
  });
  const context = graphContext([source]);
  relateBuckets(context);
  expect(nodeAt(context, 'aws_s3_bucket.receipts', 'rule["all"]').facts.has('targetVersioned')).toBe(false);
});

test('buckets that replicate to each other are active on both sides, and the one in the primary Region counts', async () => {
  const bucket = (name: string, other: string, region: string): string => `
resource "aws_s3_bucket" "${name}" {
  region = "${region}"
  bucket = "receipts-${name}"
}
resource "aws_s3_bucket_replication_configuration" "${name}" {
  region = "${region}"
  bucket = aws_s3_bucket.${name}.id
  role   = "arn:aws:iam::111122223333:role/replication"
  rule {
    status = "Enabled"
    destination { bucket = aws_s3_bucket.${other}.arn }
  }
}
`;
  const report = await lintText({
    'main.tf': bucket('east', 'west', 'us-east-1') + bucket('west', 'east', 'us-west-2'),
  });
  const [data] = report.workloads[0]?.ladders ?? [];
  expect(data?.step).toEqual({ low: 3, high: 3 });
});

test('a configuration that is not known may hold any rule', () => {
  const source = cloudFormation('Receipts', 'AWS::S3::Bucket', {
    BucketName: 'receipts',
    ReplicationConfiguration: input('Condition IsReplicated'),
  });
  const context = graphContext([source]);
  relateBuckets(context);
  expect(context.from('replicatesTo', nodeAt(context, 'Receipts')).map(({ certain }) => certain)).toEqual([false]);
});

test('a name with the id of the account is that of the bucket that another root declares', async () => {
  const root = (region: string, bucket: string): string => `
provider "aws" { region = "${region}" }
data "aws_caller_identity" "here" {}
resource "aws_s3_bucket" "${bucket}" { bucket = "shop-${bucket}-\${data.aws_caller_identity.here.account_id}" }
`;
  const replication = `
resource "aws_s3_bucket_replication_configuration" "files" {
  bucket = aws_s3_bucket.files.id
  role   = "arn:aws:iam::111122223333:role/replication"
  rule {
    status = "Enabled"
    destination { bucket = "arn:aws:s3:::shop-copy-\${data.aws_caller_identity.here.account_id}" }
  }
}
`;
  const report = await lintText({
    'east/main.tf': root('us-east-1', 'files') + replication,
    'west/main.tf': root('us-west-2', 'copy'),
  });
  const [source] = [...report.graph.nodes.values()].filter(({ address }) => address === 'aws_s3_bucket.files');
  const ends = source === undefined ? [] : report.graph.follow(source.id, 'replicatesTo');
  expect(ends.map(({ node, relation }) => `${node.id} ${relation.certain}`)).toEqual(['west#aws_s3_bucket.copy true']);
});

describe('a bucket that only its name is known of', () => {
  const main = (key: string): string => `
provider "aws" { region = "us-east-1" }
provider "aws" {
  alias  = "west"
  region = "us-west-2"
}
variable "copy" {}
resource "aws_kms_key" "west" { provider = aws.west }
resource "aws_s3_bucket" "files" { bucket = "shop-files" }
resource "aws_s3_bucket_replication_configuration" "files" {
  bucket = aws_s3_bucket.files.id
  role   = "arn:aws:iam::111122223333:role/replication"
  rule {
    status = "Enabled"
    destination {
      bucket = "arn:aws:s3:::\${var.copy}"
      ${key === '' ? '' : `encryption_configuration { replica_kms_key_id = ${key} }`}
    }
  }
}
`;

  test.each([
    ['lies anywhere', '', undefined],
    ['lies in the Region of the key of its replicas', '"arn:aws:kms:eu-west-1:111122223333:key/1"', 'eu-west-1'],
    ['lies in the Region of the key that is declared for its replicas', 'aws_kms_key.west.arn', 'us-west-2'],
  ])('%s', async (_, key, expected) => {
    const report = await lintText({ 'main.tf': main(key) });
    const source = report.graph.nodes.get(nodeId('.', 'aws_s3_bucket.files'));
    const [end] = source === undefined ? [] : report.graph.follow(source.id, 'replicatesTo');
    const region = isDocumentMap(end?.node.document) ? end.node.document['region'] : undefined;
    expect(typeof region === 'string' ? region : undefined).toBe(expected);
  });

  test('is the one that bears the same input as its name', async () => {
    const copy = 'resource "aws_s3_bucket" "copy" {\n  provider = aws.west\n  bucket   = var.copy\n}\n';
    const report = await lintText({ 'main.tf': main('') + copy });
    const ends = report.graph.follow(nodeId('.', 'aws_s3_bucket.files'), 'replicatesTo');
    expect(ends.map(({ node, relation }) => [node.address, relation.certain])).toEqual([['aws_s3_bucket.copy', true]]);
  });
});
