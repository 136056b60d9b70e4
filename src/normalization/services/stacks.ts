/** AWS CloudFormation stacks and stack sets, as either language declares them. */
import { field, type Fields } from '../fields.ts';
import type { ResourceTable } from '../resource-table.ts';

const stack: ResourceTable = {
  type: 'AWS::CloudFormation::Stack',
  terraform: ['aws_cloudformation_stack'],
  properties: {
    StackName: field.text({
      terraform: 'name',
      api: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_CreateStack.html',
    }),
    TemplateURL: field.text({ terraform: 'template_url' }),
    Parameters: field.map({ terraform: 'parameters' }),
  },
  tags: { property: 'Tags', form: 'list', terraform: 'tags' },
};

const instances: Fields = { Regions: field.texts() };

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudformation-stackset.html
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudformation_stack_set
const stackSet: ResourceTable = {
  type: 'AWS::CloudFormation::StackSet',
  terraform: ['aws_cloudformation_stack_set'],
  properties: {
    StackSetName: field.text({ terraform: 'name' }),
    PermissionModel: field.text({ terraform: 'permission_model', absent: { terraform: 'SELF_MANAGED' } }),
    TemplateURL: field.text({ terraform: 'template_url' }),
    AutoDeployment: field.block(
      {
        Enabled: field.boolean({ terraform: 'enabled' }),
        RetainStacksOnAccountRemoval: field.boolean({ terraform: 'retain_stacks_on_account_removal' }),
      },
      { terraform: 'auto_deployment' },
    ),
    StackInstancesGroup: field.objects(instances),
  },
  tags: { property: 'Tags', form: 'list', terraform: 'tags' },
  satellites: [
    {
      terraform: 'aws_cloudformation_stack_set_instance',
      joinBy: 'stack_set_name',
      adds: true,
      properties: {
        StackInstancesGroup: field.object({
          // Before version 6 of the provider the Region stood in `region`, where the resource's own stands now.
          // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/guides/version-6-upgrade
          Regions: field.texts({ terraform: ['stack_set_instance_region', 'region'] }),
          RetainStack: field.boolean({
            terraform: 'retain_stack',
            api: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DeleteStackInstances.html',
          }),
        }),
      },
    },
    {
      terraform: 'aws_cloudformation_stack_instances',
      joinBy: 'stack_set_name',
      adds: true,
      properties: {
        StackInstancesGroup: field.object({
          Regions: field.texts({ terraform: 'regions' }),
          RetainStack: field.boolean({
            terraform: 'retain_stacks',
            api: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DeleteStackInstances.html',
          }),
        }),
      },
    },
  ],
};

export const stackTables: readonly ResourceTable[] = [stack, stackSet];
