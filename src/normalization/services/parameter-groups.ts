/** Parameter groups and option groups: how databases and caches are set up, which should be the same in every Region. */
import { field, type Field } from '../fields.ts';
import type { ResourceTable, TagProperty } from '../resource-table.ts';

const tags: TagProperty = { property: 'Tags', form: 'list', terraform: 'tags' };

/** A map from the name of a parameter to its value; Terraform has a block for each. */
const parameters: Field = field.map({ terraform: 'parameter', blocks: { key: 'name', value: 'value' } });

/** What the groups of RDS, DocumentDB, Neptune and MemoryDB have in common beside the property that names them. */
function parameterGroup(type: string, terraform: string, name: string): ResourceTable {
  return {
    type,
    terraform: [terraform],
    properties: {
      [name]: field.text({ terraform: 'name' }),
      Family: field.text({ terraform: 'family' }),
      Parameters: parameters,
    },
    tags,
  };
}

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rds-optiongroup.html
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/db_option_group
const optionGroup: ResourceTable = {
  type: 'AWS::RDS::OptionGroup',
  terraform: ['aws_db_option_group'],
  properties: {
    OptionGroupName: field.text({ terraform: 'name' }),
    EngineName: field.text({ terraform: 'engine_name' }),
    MajorEngineVersion: field.text({ terraform: 'major_engine_version' }),
    OptionConfigurations: field.objects(
      {
        OptionName: field.text({ terraform: 'option_name' }),
        OptionVersion: field.text({ terraform: 'version' }),
        Port: field.integer({ terraform: 'port' }),
        OptionSettings: field.objects(
          { Name: field.text({ terraform: 'name' }), Value: field.text({ terraform: 'value' }) },
          { terraform: 'option_settings' },
        ),
      },
      { terraform: 'option' },
    ),
  },
  tags,
};

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticache-parametergroup.html
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/elasticache_parameter_group
const cacheParameters: ResourceTable = {
  type: 'AWS::ElastiCache::ParameterGroup',
  terraform: ['aws_elasticache_parameter_group'],
  properties: {
    // CloudFormation names the group itself.
    CacheParameterGroupName: field.text({
      terraform: 'name',
      api: 'https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_CreateCacheParameterGroup.html',
    }),
    CacheParameterGroupFamily: field.text({ terraform: 'family' }),
    Properties: parameters,
  },
  tags,
};

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-redshift-clusterparametergroup.html
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/redshift_parameter_group
const warehouseParameters: ResourceTable = {
  type: 'AWS::Redshift::ClusterParameterGroup',
  terraform: ['aws_redshift_parameter_group'],
  properties: {
    ParameterGroupName: field.text({ terraform: 'name' }),
    ParameterGroupFamily: field.text({ terraform: 'family' }),
    Parameters: field.objects(
      { ParameterName: field.text({ terraform: 'name' }), ParameterValue: field.text({ terraform: 'value' }) },
      { terraform: 'parameter' },
    ),
  },
  tags,
};

export const parameterGroupTables: readonly ResourceTable[] = [
  parameterGroup('AWS::RDS::DBParameterGroup', 'aws_db_parameter_group', 'DBParameterGroupName'),
  parameterGroup('AWS::RDS::DBClusterParameterGroup', 'aws_rds_cluster_parameter_group', 'DBClusterParameterGroupName'),
  optionGroup,
  parameterGroup('AWS::DocDB::DBClusterParameterGroup', 'aws_docdb_cluster_parameter_group', 'Name'),
  parameterGroup('AWS::Neptune::DBClusterParameterGroup', 'aws_neptune_cluster_parameter_group', 'Name'),
  parameterGroup('AWS::Neptune::DBParameterGroup', 'aws_neptune_parameter_group', 'Name'),
  cacheParameters,
  parameterGroup('AWS::MemoryDB::ParameterGroup', 'aws_memorydb_parameter_group', 'ParameterGroupName'),
  warehouseParameters,
];
