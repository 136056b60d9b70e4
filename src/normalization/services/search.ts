/** Amazon OpenSearch Service, and Elasticsearch domains as they were declared before it. */
import { field, type Fields } from '../fields.ts';
import type { ResourceTable } from '../resource-table.ts';

const instances: Fields = {
  InstanceCount: field.integer({ terraform: 'instance_count', absent: { both: 1 } }),
  ZoneAwarenessEnabled: field.boolean({ terraform: 'zone_awareness_enabled', absent: { both: false } }),
  ZoneAwarenessConfig: field.object(
    {
      AvailabilityZoneCount: field.integer({ terraform: 'availability_zone_count', absent: { both: 2 } }),
    },
    { terraform: 'zone_awareness_config' },
  ),
  DedicatedMasterEnabled: field.boolean({ terraform: 'dedicated_master_enabled', absent: { both: false } }),
  DedicatedMasterCount: field.integer({ terraform: 'dedicated_master_count' }),
};

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-opensearchservice-domain.html
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/opensearch_domain
const openSearch: ResourceTable = {
  type: 'AWS::OpenSearchService::Domain',
  terraform: ['aws_opensearch_domain'],
  properties: {
    DomainName: field.text({ terraform: 'domain_name' }),
    EngineVersion: field.text({ terraform: 'engine_version' }),
    ClusterConfig: field.object(
      {
        ...instances,
        MultiAZWithStandbyEnabled: field.boolean({
          terraform: 'multi_az_with_standby_enabled',
          absent: { both: false },
        }),
      },
      { terraform: 'cluster_config' },
    ),
    VPCOptions: field.block({ SubnetIds: field.texts({ terraform: 'subnet_ids' }) }, { terraform: 'vpc_options' }),
  },
  tags: { property: 'Tags', form: 'list', terraform: 'tags' },
};

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticsearch-domain.html
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/elasticsearch_domain
const elasticsearch: ResourceTable = {
  type: 'AWS::Elasticsearch::Domain',
  terraform: ['aws_elasticsearch_domain'],
  properties: {
    DomainName: field.text({ terraform: 'domain_name' }),
    ElasticsearchVersion: field.text({ terraform: 'elasticsearch_version' }),
    ElasticsearchClusterConfig: field.object(instances, { terraform: 'cluster_config' }),
    VPCOptions: field.block({ SubnetIds: field.texts({ terraform: 'subnet_ids' }) }, { terraform: 'vpc_options' }),
  },
  tags: { property: 'Tags', form: 'list', terraform: 'tags' },
};

// The provider has a type for it, CloudFormation has none: named as the API names it.
// https://docs.aws.amazon.com/opensearch-service/latest/APIReference/API_CreateOutboundConnection.html
const api = 'https://docs.aws.amazon.com/opensearch-service/latest/APIReference/API_CreateOutboundConnection.html';
const outboundConnection: ResourceTable = {
  type: 'AWS::OpenSearchService::OutboundConnection',
  terraform: ['aws_opensearch_outbound_connection'],
  properties: {
    ConnectionAlias: field.text({ terraform: 'connection_alias', api }),
    LocalDomainInfo: field.block(
      {
        DomainName: field.text({ terraform: 'domain_name', api }),
        Region: field.text({ terraform: 'region', api }),
      },
      { terraform: 'local_domain_info' },
    ),
    RemoteDomainInfo: field.block(
      {
        DomainName: field.text({ terraform: 'domain_name', api }),
        Region: field.text({ terraform: 'region', api }),
      },
      { terraform: 'remote_domain_info' },
    ),
  },
};

export const searchTables: readonly ResourceTable[] = [openSearch, elasticsearch, outboundConnection];
