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

export function isGlobal(type: string): boolean {
  return globalTypes.has(type) || globalPrefixes.some((prefix) => type.startsWith(prefix));
}
