/** Amazon CloudFront: distributions with their origins, and where requests are sent. */
import { field, type Fields } from '../fields.ts';
import type { ResourceTable } from '../resource-table.ts';

const behavior: Fields = {
  TargetOriginId: field.text({ terraform: 'target_origin_id' }),
  AllowedMethods: field.texts({ terraform: 'allowed_methods' }),
  LambdaFunctionAssociations: field.objects(
    { EventType: field.text({ terraform: 'event_type' }), LambdaFunctionARN: field.text({ terraform: 'lambda_arn' }) },
    { terraform: 'lambda_function_association' },
  ),
};

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudfront-distribution.html
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudfront_distribution
const distribution: ResourceTable = {
  type: 'AWS::CloudFront::Distribution',
  terraform: ['aws_cloudfront_distribution'],
  properties: {
    DistributionConfig: field.object({
      Enabled: field.boolean({ terraform: 'enabled' }),
      Aliases: field.texts({ terraform: 'aliases' }),
      Origins: field.objects(
        { Id: field.text({ terraform: 'origin_id' }), DomainName: field.text({ terraform: 'domain_name' }) },
        { terraform: 'origin' },
      ),
      OriginGroups: field.object({
        Items: field.objects(
          {
            Id: field.text({ terraform: 'origin_id' }),
            Members: field.object({
              Items: field.objects({ OriginId: field.text({ terraform: 'origin_id' }) }, { terraform: 'member' }),
            }),
            FailoverCriteria: field.block(
              { StatusCodes: field.object({ Items: field.texts({ terraform: 'status_codes' }) }) },
              { terraform: 'failover_criteria' },
            ),
          },
          { terraform: 'origin_group' },
        ),
      }),
      DefaultCacheBehavior: field.block(behavior, { terraform: 'default_cache_behavior' }),
      CacheBehaviors: field.objects(
        { PathPattern: field.text({ terraform: 'path_pattern' }), ...behavior },
        { terraform: 'ordered_cache_behavior' },
      ),
      ViewerCertificate: field.block(
        {
          AcmCertificateArn: field.text({ terraform: 'acm_certificate_arn' }),
          CloudFrontDefaultCertificate: field.boolean({ terraform: 'cloudfront_default_certificate' }),
        },
        { terraform: 'viewer_certificate' },
      ),
    }),
  },
  tags: { property: 'Tags', form: 'list', terraform: 'tags' },
};

export const edgeTables: readonly ResourceTable[] = [distribution];
