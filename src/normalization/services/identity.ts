/** AWS Identity and Access Management: roles with all that they may do, and policies that several share. */
import { field } from '../fields.ts';
import type { ResourceTable } from '../resource-table.ts';

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-role.html
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_role
const role: ResourceTable = {
  type: 'AWS::IAM::Role',
  terraform: ['aws_iam_role'],
  properties: {
    RoleName: field.text({ terraform: 'name' }),
    AssumeRolePolicyDocument: field.policy({ terraform: 'assume_role_policy' }),
    ManagedPolicyArns: field.texts({ terraform: 'managed_policy_arns' }),
    Policies: field.objects(
      { PolicyName: field.text({ terraform: 'name' }), PolicyDocument: field.policy({ terraform: 'policy' }) },
      { terraform: 'inline_policy' },
    ),
  },
  tags: { property: 'Tags', form: 'list', terraform: 'tags' },
  satellites: [
    {
      terraform: 'aws_iam_role_policy',
      // A policy of several roles stays a resource of its own.
      cloudFormation: [
        { type: 'AWS::IAM::RolePolicy', joinBy: 'RoleName' },
        { type: 'AWS::IAM::Policy', joinBy: 'Roles' },
      ],
      joinBy: 'role',
      adds: true,
      acrossRegions: true,
      properties: {
        Policies: field.object({
          PolicyName: field.text({ terraform: 'name' }),
          PolicyDocument: field.policy({ terraform: 'policy' }),
        }),
      },
    },
    {
      terraform: 'aws_iam_role_policy_attachment',
      joinBy: 'role',
      adds: true,
      acrossRegions: true,
      properties: { ManagedPolicyArns: field.text({ terraform: 'policy_arn' }) },
    },
  ],
};

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-managedpolicy.html
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_policy
const managedPolicy: ResourceTable = {
  type: 'AWS::IAM::ManagedPolicy',
  terraform: ['aws_iam_policy'],
  properties: {
    ManagedPolicyName: field.text({ terraform: 'name' }),
    PolicyDocument: field.policy({ terraform: 'policy' }),
  },
};

export const identityTables: readonly ResourceTable[] = [role, managedPolicy];
