/** AWS Lambda functions with their aliases, versions, event sources and destinations, and AWS Step Functions. */
import { UnknownLeaf } from '../../core/document.ts';
import type { DraftResource } from '../draft-resource.ts';
import { field, type Default, type Fields, type Written } from '../fields.ts';
import type { ResourceTable } from '../resource-table.ts';

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-function.html
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lambda_function
const lambda: ResourceTable = {
  type: 'AWS::Lambda::Function',
  terraform: ['aws_lambda_function'],
  properties: {
    FunctionName: field.text({ terraform: 'function_name' }),
    Runtime: field.text({ terraform: 'runtime' }),
    Handler: field.text({ terraform: 'handler' }),
    Architectures: field.texts({ terraform: 'architectures', absent: { both: ['x86_64'] } }),
    Role: field.text({ terraform: 'role' }),
    MemorySize: field.integer({ terraform: 'memory_size', absent: { both: 128 } }),
    Timeout: field.integer({ unit: 'seconds', terraform: 'timeout', absent: { both: 3 } }),
    ReservedConcurrentExecutions: field.integer({ terraform: 'reserved_concurrent_executions' }),
    DeadLetterConfig: field.block(
      { TargetArn: field.text({ terraform: 'target_arn' }) },
      { terraform: 'dead_letter_config' },
    ),
    VpcConfig: field.block(
      {
        SubnetIds: field.texts({ terraform: 'subnet_ids' }),
        SecurityGroupIds: field.texts({ terraform: 'security_group_ids' }),
      },
      { terraform: 'vpc_config' },
    ),
    Environment: field.block({ Variables: field.map({ terraform: 'variables' }) }, { terraform: 'environment' }),
    KmsKeyArn: field.text({ terraform: 'kms_key_arn' }),
    Layers: field.texts({ terraform: 'layers' }),
    Code: field.object({ ImageUri: field.text({ terraform: 'image_uri' }) }),
  },
  tags: { property: 'Tags', form: 'list', terraform: 'tags' },
  adjust: removeNoReservation,
};

/** Where nothing is reserved CloudFormation has no number, while Terraform may write −1. */
function removeNoReservation(draft: DraftResource): void {
  const property = 'ReservedConcurrentExecutions';
  if (draft.properties.get(property) === -1) draft.remove(property);
}

const concurrency: Fields = {
  ProvisionedConcurrentExecutions: field.integer({ terraform: 'provisioned_concurrent_executions' }),
};

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-alias.html
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lambda_alias
const alias: ResourceTable = {
  type: 'AWS::Lambda::Alias',
  terraform: ['aws_lambda_alias'],
  properties: {
    Name: field.text({ terraform: 'name' }),
    FunctionName: field.text({ terraform: 'function_name' }),
    FunctionVersion: field.text({ terraform: 'function_version' }),
    ProvisionedConcurrencyConfig: field.block({ ProvisionedConcurrentExecutions: field.integer() }),
  },
  satellites: [
    {
      terraform: 'aws_lambda_provisioned_concurrency_config',
      joinBy: 'qualifier',
      within: { argument: 'function_name', property: 'FunctionName' },
      properties: { ProvisionedConcurrencyConfig: field.object(concurrency) },
    },
  ],
};

/** Terraform publishes versions with the function; one with capacity of its own is named where that is configured. */
const version: ResourceTable = {
  type: 'AWS::Lambda::Version',
  terraform: ['aws_lambda_provisioned_concurrency_config'],
  properties: {
    FunctionName: field.text({ terraform: 'function_name' }),
    ProvisionedConcurrencyConfig: field.object(concurrency),
  },
};

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-eventinvokeconfig.html
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lambda_function_event_invoke_config
const eventInvokeConfig: ResourceTable = {
  type: 'AWS::Lambda::EventInvokeConfig',
  terraform: ['aws_lambda_function_event_invoke_config'],
  properties: {
    FunctionName: field.text({ terraform: 'function_name' }),
    Qualifier: field.text({ terraform: 'qualifier', absent: { terraform: '$LATEST' } }),
    DestinationConfig: field.block(
      {
        OnFailure: field.block({ Destination: field.text({ terraform: 'destination' }) }, { terraform: 'on_failure' }),
        OnSuccess: field.block({ Destination: field.text({ terraform: 'destination' }) }, { terraform: 'on_success' }),
      },
      { terraform: 'destination_config' },
    ),
    MaximumRetryAttempts: field.integer({ terraform: 'maximum_retry_attempts', absent: { both: 2 } }),
    MaximumEventAgeInSeconds: field.integer({ unit: 'seconds', terraform: 'maximum_event_age_in_seconds' }),
  },
};

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-url.html
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lambda_function_url
const functionUrl: ResourceTable = {
  type: 'AWS::Lambda::Url',
  terraform: ['aws_lambda_function_url'],
  properties: {
    TargetFunctionArn: field.text({ terraform: 'function_name' }),
    Qualifier: field.text({ terraform: 'qualifier' }),
    AuthType: field.text({ terraform: 'authorization_type' }),
  },
};

/** Only streams have a limit, and for them absence is none. */
// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-eventsourcemapping.html
function unlimitedStream(resource: Written): Default | undefined {
  const source = resource.value('EventSourceArn');
  const isStream = source?.kind === 'scalar' && /:(?:kinesis|dynamodb):/u.test(String(source.value));
  return isStream ? -1 : undefined;
}

// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lambda_event_source_mapping
const eventSourceMapping: ResourceTable = {
  type: 'AWS::Lambda::EventSourceMapping',
  terraform: ['aws_lambda_event_source_mapping'],
  properties: {
    FunctionName: field.text({ terraform: 'function_name' }),
    EventSourceArn: field.text({ terraform: 'event_source_arn' }),
    Enabled: field.boolean({ terraform: 'enabled', absent: { both: true } }),
    BatchSize: field.integer({ terraform: 'batch_size' }),
    BisectBatchOnFunctionError: field.boolean({ terraform: 'bisect_batch_on_function_error', absent: { both: false } }),
    MaximumRetryAttempts: field.integer({ terraform: 'maximum_retry_attempts', absent: { both: unlimitedStream } }),
    MaximumRecordAgeInSeconds: field.integer({
      unit: 'seconds',
      terraform: 'maximum_record_age_in_seconds',
      absent: { both: unlimitedStream },
    }),
    DestinationConfig: field.block(
      {
        OnFailure: field.block(
          { Destination: field.text({ terraform: 'destination_arn' }) },
          { terraform: 'on_failure' },
        ),
      },
      { terraform: 'destination_config' },
    ),
  },
  tags: { property: 'Tags', form: 'list', terraform: 'tags' },
};

/** One definition whatever form CloudFormation has it in: an object, text, or a file in a bucket. */
function settleDefinition(draft: DraftResource): void {
  if (draft.properties.has('Definition')) return;
  const text = draft.properties.get('DefinitionString');
  if (text !== undefined) {
    draft.properties.set('Definition', text);
    draft.copyNotes('/DefinitionString', '/Definition');
  } else if (draft.properties.has('DefinitionS3Location')) {
    const reason = {
      code: 'unread',
      subject: 'the definition in the bucket',
      cure: 'write it in the template',
    } as const;
    draft.properties.set('Definition', new UnknownLeaf({ key: `${draft.declared.id}/Definition`, reason }));
    draft.copyNotes('/DefinitionS3Location', '/Definition');
  }
}

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-permission.html
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lambda_permission
const permission: ResourceTable = {
  type: 'AWS::Lambda::Permission',
  terraform: ['aws_lambda_permission'],
  properties: {
    FunctionName: field.text({ terraform: 'function_name' }),
    Principal: field.text({ terraform: 'principal' }),
    SourceArn: field.text({ terraform: 'source_arn' }),
  },
};

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-stepfunctions-statemachine.html
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/sfn_state_machine
const stateMachine: ResourceTable = {
  type: 'AWS::StepFunctions::StateMachine',
  terraform: ['aws_sfn_state_machine'],
  properties: {
    StateMachineName: field.text({ terraform: 'name' }),
    StateMachineType: field.text({ terraform: 'type', absent: { both: 'STANDARD' } }),
    RoleArn: field.text({ terraform: 'role_arn' }),
    Definition: field.policy({ terraform: 'definition' }),
    DefinitionString: field.policy(),
    DefinitionS3Location: field.block({ Bucket: field.text(), Key: field.text() }),
  },
  tags: { property: 'Tags', form: 'list', terraform: 'tags' },
  adjust: settleDefinition,
};

export const lambdaTables: readonly ResourceTable[] = [
  lambda,
  alias,
  version,
  eventInvokeConfig,
  functionUrl,
  eventSourceMapping,
  permission,
  stateMachine,
];
