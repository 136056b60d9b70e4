import { isOfGlobalService } from '../../evaluation/terraform/providers/global-services.ts';

/**
 * Types that lie in no Region; also Terraform's where no mapping table gives them AWS's own name.
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
  const isGlobalPrefix = globalPrefixes.some((prefix) => type.startsWith(prefix));
  return isGlobalPrefix || globalTypes.has(type) || isOfGlobalService(type);
}
