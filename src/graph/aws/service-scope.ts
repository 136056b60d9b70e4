/**
 * Types that lie in no Region.
 *
 * https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/global-services.html
 */
const globalPrefixes = [
  'AWS::Route53::',
  'AWS::Route53RecoveryControl::',
  'AWS::Route53RecoveryReadiness::',
  'AWS::CloudFront::',
  'AWS::GlobalAccelerator::',
  'AWS::IAM::',
  'AWS::Organizations::',
];

// A global cluster spans Regions; its ARN has none.
// https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonrds.html
const globalTypes = new Set(['AWS::RDS::GlobalCluster', 'AWS::DocDB::GlobalCluster', 'AWS::Neptune::GlobalCluster']);

// The same services where no mapping table gives a Terraform type AWS's own name: these have no `region` argument.
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/guides/enhanced-region-support
const globalSourceTypes =
  /^aws_(?:cloudfront_|globalaccelerator_|iam_|organizations_|route53_(?!resolver_)|route53recovery(?:controlconfig|readiness)_)/u;

export function isGlobal(type: string): boolean {
  const isGlobalPrefix = globalPrefixes.some((prefix) => type.startsWith(prefix));
  return isGlobalPrefix || globalTypes.has(type) || globalSourceTypes.test(type);
}
