/** What compute needs to start: images and their replication, certificates, parameters. */
import { isLeaf, SensitiveLeaf } from '../../core/document.ts';
import type { DraftResource } from '../draft-resource.ts';
import { field } from '../fields.ts';
import type { ResourceTable } from '../resource-table.ts';

const repository: ResourceTable = {
  type: 'AWS::ECR::Repository',
  terraform: ['aws_ecr_repository'],
  properties: {
    RepositoryName: field.text({ terraform: 'name' }),
    ImageTagMutability: field.text({ terraform: 'image_tag_mutability', absent: { both: 'MUTABLE' } }),
  },
  tags: { property: 'Tags', form: 'list', terraform: 'tags' },
};

const certificate: ResourceTable = {
  type: 'AWS::CertificateManager::Certificate',
  terraform: ['aws_acm_certificate'],
  properties: {
    DomainName: field.text({ terraform: 'domain_name' }),
    SubjectAlternativeNames: field.texts({ terraform: 'subject_alternative_names' }),
    ValidationMethod: field.text({ terraform: 'validation_method', absent: { cloudFormation: 'EMAIL' } }),
  },
  tags: { property: 'Tags', form: 'list', terraform: 'tags' },
};

/** Terraform's resource that waits until a certificate is valid; AWS has none. */
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/acm_certificate_validation
const certificateValidation: ResourceTable = {
  type: 'AWS::CertificateManager::CertificateValidation',
  terraform: ['aws_acm_certificate_validation'],
  properties: {
    CertificateArn: field.text({
      terraform: 'certificate_arn',
      api: 'https://docs.aws.amazon.com/acm/latest/APIReference/API_DescribeCertificate.html',
    }),
  },
};

const parameter: ResourceTable = {
  type: 'AWS::SSM::Parameter',
  terraform: ['aws_ssm_parameter'],
  properties: {
    Name: field.text({ terraform: 'name' }),
    Type: field.text({ terraform: 'type' }),
    Value: field.text({ terraform: ['value', 'insecure_value'] }),
  },
  tags: { property: 'Tags', form: 'map', terraform: 'tags' },
  adjust: hideSecret,
};

/** The value of a secure parameter is a secret; what the type is of which nothing is known may be one. */
function hideSecret(draft: DraftResource): void {
  const value = draft.properties.get('Value');
  const type = draft.properties.get('Type');
  if (value === undefined || isLeaf(value) || type === 'String' || type === 'StringList') return;
  draft.properties.set('Value', new SensitiveLeaf(value));
}

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ecr-replicationconfiguration.html
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ecr_replication_configuration
const imageReplication: ResourceTable = {
  type: 'AWS::ECR::ReplicationConfiguration',
  terraform: ['aws_ecr_replication_configuration'],
  properties: {
    ReplicationConfiguration: field.block(
      {
        Rules: field.objects(
          {
            Destinations: field.objects(
              { Region: field.text({ terraform: 'region' }), RegistryId: field.text({ terraform: 'registry_id' }) },
              { terraform: 'destination' },
            ),
            RepositoryFilters: field.objects(
              { Filter: field.text({ terraform: 'filter' }), FilterType: field.text({ terraform: 'filter_type' }) },
              { terraform: 'repository_filter' },
            ),
          },
          { terraform: 'rule' },
        ),
      },
      { terraform: 'replication_configuration' },
    ),
  },
};

export const startUpTables: readonly ResourceTable[] = [
  repository,
  imageReplication,
  certificate,
  certificateValidation,
  parameter,
];
