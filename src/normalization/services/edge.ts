/** Amazon CloudFront and API Gateway's domain names: what DNS records lead to. */
import { field } from '../fields.ts';
import type { ResourceTable } from '../resource-table.ts';

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudfront-distribution.html
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudfront_distribution
const distribution: ResourceTable = {
  type: 'AWS::CloudFront::Distribution',
  terraform: ['aws_cloudfront_distribution'],
  properties: {
    DistributionConfig: field.object({
      Enabled: field.boolean({ terraform: 'enabled' }),
      Aliases: field.texts({ terraform: 'aliases' }),
    }),
  },
  tags: { property: 'Tags', form: 'list', terraform: 'tags' },
};

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-domainname.html
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/api_gateway_domain_name
const apiDomainName: ResourceTable = {
  type: 'AWS::ApiGateway::DomainName',
  terraform: ['aws_api_gateway_domain_name'],
  properties: {
    DomainName: field.text({ terraform: 'domain_name' }),
  },
  tags: { property: 'Tags', form: 'list', terraform: 'tags' },
};

export const edgeTables: readonly ResourceTable[] = [apiDomainName, distribution];
