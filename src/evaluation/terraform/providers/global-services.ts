/** Terraform types that lie in no Region, so that it does not matter which one their provider has. */

// Those of global services, which have no `region` argument.
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/guides/enhanced-region-support
const globalServices =
  /^aws_(?:cloudfront_|globalaccelerator_|iam_|organizations_|route53_(?!resolver_)|route53recovery(?:controlconfig|readiness)_)/u;

// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/caller_identity
const accountLookups: ReadonlySet<string> = new Set(['aws_arn', 'aws_caller_identity', 'aws_canonical_user_id']);

export function isOfGlobalService(type: string): boolean {
  return globalServices.test(type);
}

export function needsNoRegion(type: string): boolean {
  return isOfGlobalService(type) || accountLookups.has(type);
}
