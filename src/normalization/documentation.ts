/** The reference page of a resource type, as the source of the defaults that its tables state. */
import type { DeclaredResource } from '../evaluation/declared-resource.ts';

export function documentationOf(resource: DeclaredResource, type: string): string {
  if (resource.language === 'terraform' && !resource.sourceType.startsWith('awscc_')) {
    return `https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/${resource.sourceType.replace(/^aws_/u, '')}`;
  }
  const [, service = '', name = ''] = type.toLowerCase().split('::');
  return `https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-${service}-${name}.html`;
}
