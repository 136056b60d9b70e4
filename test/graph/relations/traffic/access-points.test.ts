/** A Multi-Region Access Point leads to its buckets, whether they are referred to or named. */
import { expect, test } from 'vitest';
import { endsOf, lintText } from '../../../helpers/lint-text.ts';

const buckets = `resource "aws_s3_bucket" "east" {\n  bucket = "shop-east"\n}
resource "aws_s3_bucket" "west" {\n  bucket = "shop-west"\n}
`;
const point = (...regions: readonly string[]): string => `resource "aws_s3control_multi_region_access_point" "uploads" {
  details {
    name = "uploads"
${regions.map((bucket) => `    region {\n      bucket = ${bucket}\n    }\n`).join('')}  }
}
`;
const [east, west] = ['aws_s3_bucket.east', 'aws_s3_bucket.west'];

test.each<{ what: string; regions: readonly string[]; ends: readonly string[] }>([
  { what: 'by reference', regions: [`${east}.id`, `${west}.id`], ends: [east, west] },
  { what: 'by name', regions: ['"shop-east"', '"shop-west"'], ends: [east, west] },
  { what: 'one of two', regions: [`${west}.id`], ends: [west] },
])('Terraform, $what', async ({ regions, ends }) => {
  const report = await lintText({ 'main.tf': buckets + point(...regions) });
  expect(endsOf(report, 'aws_s3control_multi_region_access_point.uploads', 'routesTo')).toEqual(ends);
});

test('CloudFormation, by reference and by name', async () => {
  const report = await lintText({
    'stack.yaml': `Resources:
  East: { Type: 'AWS::S3::Bucket' }
  West: { Type: 'AWS::S3::Bucket', Properties: { BucketName: shop-west } }
  Uploads:
    Type: AWS::S3::MultiRegionAccessPoint
    Properties: { Regions: [{ Bucket: !Ref East }, { Bucket: shop-west }] }
`,
  });
  expect(endsOf(report, 'Uploads', 'routesTo')).toEqual(['East', 'West']);
});
