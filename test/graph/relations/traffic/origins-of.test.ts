import { describe, expect, test } from 'vitest';
import { endsOf, lintText, nodeAt } from '../../../helpers/lint-text.ts';

const buckets = `
provider "aws" { region = "us-east-1" }
provider "aws" {
  alias  = "west"
  region = "us-west-2"
}
resource "aws_s3_bucket" "east" { bucket = "shop-east" }
resource "aws_s3_bucket" "west" {
  provider = aws.west
  bucket   = "shop-west"
}
`;
const distribution = (target: string, more = ''): string => `resource "aws_cloudfront_distribution" "shop" {
  enabled = true
  origin {
    origin_id   = "first"
    domain_name = aws_s3_bucket.east.bucket_regional_domain_name
  }
  origin {
    origin_id   = "second"
    domain_name = "shop-west.s3.us-west-2.amazonaws.com"
  }
  origin_group {
    origin_id = "both"
    failover_criteria { status_codes = [500] }
    member { origin_id = "first" }
    member { origin_id = "second" }
  }
  default_cache_behavior { target_origin_id = "${target}" }
  ${more}
}
`;

async function originsOf(main: string): Promise<Readonly<Record<string, unknown>>> {
  const report = await lintText({ 'main.tf': main });
  const hops = report.graph.follow(nodeAt(report, 'aws_cloudfront_distribution.shop').id, 'routesTo');
  return Object.fromEntries(hops.map(({ node, relation }) => [node.address, relation.properties['failsOver']]));
}

describe('a distribution leads to its origins, and says of each whether another stands in for it', () => {
  test.each([
    ['as the group does', distribution('both'), true, true],
    ['not where it is asked directly', distribution('first'), false, true],
    [
      'not where some requests ask it directly',
      distribution(
        'both',
        'ordered_cache_behavior {\n    path_pattern = "/images/*"\n    target_origin_id = "second"\n  }',
      ),
      true,
      false,
    ],
  ])('%s', async (_, shop, east, west) => {
    const origins = await originsOf(buckets + shop);
    expect(origins).toEqual({ 'aws_s3_bucket.east': east, 'aws_s3_bucket.west': west });
  });

  test('an origin of which only the name is known is where its name says', async () => {
    const shop =
      'resource "aws_cloudfront_distribution" "shop" {\n  origin {\n    origin_id = "web"\n    domain_name = "shop-1.eu-west-1.elb.amazonaws.com"\n  }\n}\n';
    const report = await lintText({ 'main.tf': shop });
    const [hop] = report.graph.follow(nodeAt(report, 'aws_cloudfront_distribution.shop').id, 'routesTo');
    expect(hop?.node.document).toMatchObject({ address: 'shop-1.eu-west-1.elb.amazonaws.com', region: 'eu-west-1' });
  });
});

test('the first origin of a group fails over to the second, in both languages', async () => {
  const main = await lintText({ 'main.tf': buckets + distribution('both') });
  expect(endsOf(main, 'aws_s3_bucket.east', 'failsOverTo')).toEqual(['aws_s3_bucket.west']);
  const stack = await lintText({
    'stack.yaml': `Resources:
  One: { Type: 'AWS::S3::Bucket' }
  Other: { Type: 'AWS::ElasticLoadBalancingV2::LoadBalancer' }
  Shop:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Enabled: true
        Origins: [{ Id: first, DomainName: !GetAtt One.RegionalDomainName }, { Id: second, DomainName: !GetAtt Other.DNSName }]
        OriginGroups:
          Quantity: 1
          Items:
            - Id: both
              FailoverCriteria: { StatusCodes: { Quantity: 1, Items: [500] } }
              Members: { Quantity: 2, Items: [{ OriginId: first }, { OriginId: second }] }
        DefaultCacheBehavior: { TargetOriginId: both, ViewerProtocolPolicy: https-only }
`,
  });
  expect(endsOf(stack, 'One', 'failsOverTo')).toEqual(['Other']);
});
