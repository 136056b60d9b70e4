/**
 * `AWS::Serverless::CapacityProvider`: instances of its own that functions run on.
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-capacityprovider.html
 */
import { type TemplateNode, valueOf } from '../../../loaders/template-node.ts';
import { trustOf, awsManagedPolicy } from './execution-role.ts';
import type { Expansion } from './expansion.ts';
import { type GeneratedResource, type ServerlessResource, tagList } from './generated.ts';
import { entriesOf, getAtt, literal, madeBySam, mapping, pick, sequence } from './nodes.ts';
import { statedOrMade } from './stated-or-made.ts';

const unchanged: ReadonlySet<string> = new Set(['CapacityProviderName', 'KmsKeyArn', 'VpcConfig']);

export function expandCapacityProvider(source: ServerlessResource, expansion: Expansion): readonly GeneratedResource[] {
  const { logicalId, properties, header } = source;
  const own = operatorRole(source);
  const role = statedOrMade(valueOf(properties, 'OperatorRole'), getAtt(own.logicalId, 'Arn', header), expansion);
  const attributes = entriesOf({
    Condition: role.condition === undefined ? undefined : literal(role.condition, header),
  });
  // Under other names there.
  const renamed = (property: string): TemplateNode | undefined => {
    const stated = valueOf(properties, property);
    return stated === undefined ? undefined : madeBySam(`${logicalId}.${property}`, stated.range);
  };
  return [
    {
      logicalId,
      type: 'AWS::Lambda::CapacityProvider',
      properties: [
        ...pick(properties, unchanged),
        ...entriesOf({
          PermissionsConfig: mapping({ CapacityProviderOperatorRoleArn: role.value }, header),
          InstanceRequirements: renamed('InstanceRequirements'),
          CapacityProviderScalingConfig: renamed('ScalingConfig'),
          Tags: tagList(valueOf(properties, 'Tags')),
        }),
      ],
    },
    ...(role.isMade ? [{ ...own, attributes }] : []),
  ];
}

function operatorRole({ logicalId, header }: ServerlessResource): GeneratedResource {
  return {
    logicalId: `${logicalId}OperatorRole`,
    type: 'AWS::IAM::Role',
    properties: entriesOf({
      AssumeRolePolicyDocument: trustOf('lambda.amazonaws.com', header),
      ManagedPolicyArns: sequence([awsManagedPolicy('AWSLambdaManagedEC2ResourceOperator', header)], header),
    }),
  };
}
