import { expect, test } from 'vitest';
import { isDocumentMap, UnknownLeaf, type Document } from '../../../src/core/document.ts';
import { endsOf, lintText, nodeAt } from '../../helpers/lint-text.ts';

async function stateOf(files: Record<string, string>, root = 'terraform'): Promise<Readonly<Record<string, unknown>>> {
  const { document } = nodeAt(await lintText(files), root);
  const facts = isDocumentMap(document) ? document['facts'] : undefined;
  const state: Document | undefined = isDocumentMap(facts) ? facts['state'] : undefined;
  if (!isDocumentMap(state)) return {};
  const shown = Object.entries(state).map(([name, value]) => [
    name,
    value instanceof UnknownLeaf ? `? ${value.symbol().reason.subject}` : value,
  ]);
  return Object.fromEntries(shown);
}

const primary = `provider "aws" { region = "us-east-1" }
resource "aws_dynamodb_table" "orders" { name = "orders" }
`;
const settings = (content: string): string => `terraform {\n${content}\n}\n${primary}`;

test.each([
  ['a local file without a backend', settings(''), { kind: 'local' }],
  ['a local file, written', settings('backend "local" {}'), { kind: 'local' }],
  ['a service', settings('cloud { organization = "shop" }'), { kind: 'service' }],
  ['another service', settings('backend "azurerm" {}'), { kind: 'service' }],
  [
    'a bucket of the primary Region that nothing declares',
    settings('backend "s3" {\n bucket = "state"\n region = "us-east-1"\n}'),
    { kind: 'bucket', inPrimaryRegion: true, versioned: '? whether state is versioned' },
  ],
  [
    'a bucket of another Region',
    settings('backend "s3" {\n bucket = "state"\n region = "us-west-2"\n}'),
    { kind: 'bucket', inPrimaryRegion: false, versioned: '? whether state is versioned' },
  ],
  [
    'a bucket that is given on the command line',
    settings('backend "s3" {}'),
    {
      kind: 'bucket',
      inPrimaryRegion: '? the region of the backend',
      versioned: '? whether the bucket of the backend is versioned',
    },
  ],
])('state is kept in %s', async (_, main, state) => {
  expect(await stateOf({ 'main.tf': main })).toEqual(state);
});

test('the bucket is found in the root that declares it', async () => {
  const shop = settings('backend "s3" {\n bucket = "shop-files"\n region = "us-east-1"\n}');
  const bucket = `${settings('cloud { organization = "shop" }')}
resource "aws_s3_bucket" "files" { bucket = "shop-files" }
resource "aws_s3_bucket_versioning" "files" {
  bucket = aws_s3_bucket.files.id
  versioning_configuration { status = "Enabled" }
}`;
  const files = { 'shop/main.tf': shop, 'state/main.tf': bucket };
  expect(await stateOf(files)).toEqual({ kind: 'bucket', inPrimaryRegion: true, versioned: true });
  expect(endsOf(await lintText(files), 'terraform', 'storesIn')).toEqual(['aws_s3_bucket.files']);
});

test('a library has no state of its own', async () => {
  expect(
    await stateOf({ 'main.tf': 'resource "aws_s3_bucket" "main" { bucket = var.name }\nvariable "name" {}' }),
  ).toEqual({});
});

test.each([
  ['the id of some account in its name', 'shop-111122223333', ['aws_s3_bucket.files']],
  ['another name', 'shop-archive', []],
])('of a bucket whose name has the id of the account, a backend says %s', async (_, bucket, ends) => {
  const shop = settings(`backend "s3" {\n bucket = "${bucket}"\n region = "us-east-1"\n}`);
  const state = `${settings('cloud { organization = "shop" }')}
data "aws_caller_identity" "here" {}
resource "aws_s3_bucket" "files" { bucket = "shop-\${data.aws_caller_identity.here.account_id}" }
`;
  const report = await lintText({ 'shop/main.tf': shop, 'state/main.tf': state });
  const found = endsOf(report, 'terraform', 'storesIn').filter((end) => end.startsWith('aws_'));
  expect(found).toEqual(ends);
});
