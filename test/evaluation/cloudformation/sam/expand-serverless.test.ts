/** Serverless resources: what SAM makes of them, and that findings and references lead to what the user wrote. */
import { describe, expect, test } from 'vitest';
import { evaluated, placeOf, plain } from '../../../helpers/cloudformation.ts';
import { lintText } from '../../../helpers/lint-text.ts';

const transform = 'Transform: AWS::Serverless-2016-10-31\n';

/** `type address` of each resource, without the template itself. */
function resourcesOf(text: string): readonly string[] {
  return evaluated(transform + text)
    .resources.filter(({ kind }) => kind === 'resource')
    .map(({ sourceType, address }) => `${sourceType} ${address}`);
}

describe('each serverless resource becomes what SAM makes of it', () => {
  test.each([
    {
      what: 'a function with an alias that is a parameter',
      text: `
Parameters: { Stage: { Type: String, Default: live-1 } }
Resources:
  Orders:
    Type: AWS::Serverless::Function
    Properties: { CodeUri: src, AutoPublishAlias: !Ref Stage, ProvisionedConcurrencyConfig: { ProvisionedConcurrentExecutions: 2 } }
`,
      resources: [
        'AWS::Lambda::Function Orders',
        'AWS::IAM::Role OrdersRole',
        'AWS::Lambda::Version OrdersVersion',
        'AWS::Lambda::Alias OrdersAliasliveD1',
      ],
    },
    {
      what: 'connectors, by what they connect',
      text: `
Resources:
  Orders:
    Type: AWS::Serverless::Function
    Properties: { CodeUri: src, Role: arn:aws:iam::111122223333:role/orders }
    Connectors:
      Table: { Properties: { Destination: { Id: Ledger }, Permissions: [Read] } }
  Ledger: { Type: AWS::DynamoDB::Table }
  Placed: { Type: AWS::SNS::Topic }
  Packing: { Type: AWS::SQS::Queue }
  Pack:
    Type: AWS::Serverless::Connector
    Properties: { Source: { Id: Placed }, Destination: [{ Id: Packing }, { Id: Orders }], Permissions: [Write] }
  Read:
    Type: AWS::Serverless::Connector
    Properties: { Source: { Id: Orders }, Destination: { Type: AWS::S3::Bucket, Arn: arn:aws:s3:::receipts }, Permissions: [Read] }
`,
      resources: [
        'AWS::Lambda::Function Orders',
        'AWS::IAM::ManagedPolicy OrdersTablePolicy',
        'AWS::DynamoDB::Table Ledger',
        'AWS::SNS::Topic Placed',
        'AWS::SQS::Queue Packing',
        'AWS::SQS::QueuePolicy PackQueuePolicyDestination0',
        'AWS::IAM::ManagedPolicy ReadPolicy',
      ],
    },
    {
      what: 'a capacity provider with the role that operates it, and a function on it',
      text: `
Resources:
  Pool:
    Type: AWS::Serverless::CapacityProvider
    Properties: { VpcConfig: { SubnetIds: [subnet-1], SecurityGroupIds: [sg-1] } }
  Orders:
    Type: AWS::Serverless::Function
    Properties: { CodeUri: src, Role: arn:aws:iam::111122223333:role/orders, CapacityProviderConfig: { Arn: !GetAtt Pool.Arn } }
`,
      resources: [
        'AWS::Lambda::CapacityProvider Pool',
        'AWS::IAM::Role PoolOperatorRole',
        'AWS::Lambda::Function Orders',
      ],
    },
    {
      what: 'a function with a role of its own and events',
      text: `
Resources:
  Orders:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: src
      Role: arn:aws:iam::111122223333:role/orders
      Events:
        Queue: { Type: SQS, Properties: { Queue: arn:aws:sqs:eu-west-1:111122223333:orders } }
        Nightly: { Type: Schedule, Properties: { Schedule: rate(1 day), DeadLetterConfig: { Type: SQS } } }
        Hourly: { Type: ScheduleV2, Properties: { ScheduleExpression: rate(1 hour) } }
        Topic: { Type: SNS, Properties: { Topic: arn:aws:sns:eu-west-1:111122223333:orders } }
`,
      resources: [
        'AWS::Lambda::Function Orders',
        'AWS::Lambda::EventSourceMapping OrdersQueue',
        'AWS::Events::Rule OrdersNightly',
        'AWS::SQS::Queue OrdersNightlyQueue',
        'AWS::SQS::QueuePolicy OrdersNightlyQueuePolicy',
        'AWS::Lambda::Permission OrdersNightlyPermission',
        'AWS::Scheduler::Schedule OrdersHourly',
        'AWS::IAM::Role OrdersHourlyRole',
        'AWS::SNS::Subscription OrdersTopic',
        'AWS::Lambda::Permission OrdersTopicPermission',
      ],
    },
    {
      what: 'a function behind the APIs that SAM adds',
      text: `
Resources:
  Orders:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: src
      Role: arn:aws:iam::111122223333:role/orders
      Events:
        List: { Type: Api, Properties: { Path: /orders, Method: get } }
        Add: { Type: HttpApi }
`,
      resources: [
        'AWS::Lambda::Function Orders',
        'AWS::Lambda::Permission OrdersListPermissionProd',
        'AWS::Lambda::Permission OrdersAddPermission',
        'AWS::ApiGateway::RestApi ServerlessRestApi',
        'AWS::ApiGateway::Deployment ServerlessRestApiDeployment',
        'AWS::ApiGateway::Stage ServerlessRestApiProdStage',
        'AWS::ApiGatewayV2::Api ServerlessHttpApi',
        'AWS::ApiGatewayV2::Stage ServerlessHttpApiApiGatewayDefaultStage',
      ],
    },
    {
      what: 'a state machine that a pattern starts',
      text: `
Resources:
  Fulfil:
    Type: AWS::Serverless::StateMachine
    Properties:
      DefinitionUri: fulfil.asl.json
      Events: { Paid: { Type: EventBridgeRule, Properties: { Pattern: { source: [shop.orders] } } } }
`,
      resources: [
        'AWS::StepFunctions::StateMachine Fulfil',
        'AWS::IAM::Role FulfilRole',
        'AWS::Events::Rule FulfilPaid',
        'AWS::IAM::Role FulfilPaidRole',
      ],
    },
    {
      what: 'a role and a destination that a condition decides about',
      text: `
Conditions: { HasRole: !Equals [!Ref 'AWS::Region', eu-west-1], Never: !Equals [a, b] }
Resources:
  Orders:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: src
      Role: !If [Never, !Ref AWS::NoValue, arn:aws:iam::111122223333:role/orders]
      EventInvokeConfig:
        DestinationConfig:
          OnFailure: { Type: SQS, Destination: !If [Never, arn:aws:sqs:eu-west-1:111122223333:failed, !Ref AWS::NoValue] }
`,
      resources: [
        'AWS::Lambda::Function Orders',
        'AWS::SQS::Queue OrdersEventInvokeConfigOnFailureQueue',
        'AWS::Lambda::EventInvokeConfig OrdersEventInvokeConfig',
      ],
    },
    {
      what: 'a layer, and types that SAM makes nothing of that a policy asks about',
      text: `
Resources:
  Shared: { Type: AWS::Serverless::LayerVersion, Properties: { ContentUri: layer } }
  Rules: { Type: AWS::Serverless::Unheard, Properties: { Name: rules } }
`,
      resources: ['AWS::Lambda::LayerVersion Shared', 'AWS::Serverless::Unheard Rules'],
    },
  ])('$what', ({ text, resources }) => {
    expect(resourcesOf(text)).toEqual(resources);
  });

  test('without the transform they stay what they are', () => {
    const text = 'Resources:\n  Orders: { Type: AWS::Serverless::SimpleTable }\n';
    expect(evaluated(text).resources.map(({ sourceType }) => sourceType)).toContain('AWS::Serverless::SimpleTable');
  });
});

describe('globals', () => {
  const { attribute } = evaluated(`${transform}
Globals:
  Function:
    Timeout: 30
    MemorySize: 512
    Layers: [shared]
    Environment: { Variables: { TABLE: orders, LEVEL: info } }
    VpcConfig: { SubnetIds: [a] }
Resources:
  Orders:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: src
      Timeout: 60
      Layers: [own]
      Environment: { Variables: { LEVEL: debug } }
  Plain:
    Type: AWS::Serverless::Function
    IgnoreGlobals: [Timeout]
    Properties: { CodeUri: src }
`);

  test.each([
    { what: 'own scalars win', name: 'Timeout', value: 60 },
    { what: 'others are taken over', name: 'MemorySize', value: 512 },
    { what: 'lists are joined, the global one first', name: 'Layers', value: ['shared', 'own'] },
    { what: 'mappings are merged', name: 'Environment', value: { Variables: { TABLE: 'orders', LEVEL: 'debug' } } },
  ])('$what', ({ name, value }) => {
    expect(plain(attribute('Orders', name))).toEqual(value);
  });

  test('what a resource ignores is not taken over', () => {
    expect(plain(attribute('Plain', 'MemorySize'))).toBe(512);
    expect(attribute('Plain', 'Timeout')).toBeUndefined();
  });
});

describe('references to what SAM makes', () => {
  const text = `${transform}
Resources:
  Api:
    Type: AWS::Serverless::Api
    Properties: { StageName: live }
  Orders:
    Type: AWS::Serverless::Function
    Properties: { CodeUri: src, AutoPublishAlias: live }
  Names:
    Type: AWS::SSM::Parameter
    Properties: { Type: String, Value: VALUE }
`;

  test.each([
    { what: 'an attribute of the version', value: '!GetAtt Orders.Version.Version', resource: 'stack#OrdersVersion' },
    { what: 'the alias by its logical id', value: '!Ref OrdersAliaslive', resource: 'stack#OrdersAliaslive' },
    { what: 'the role', value: '!GetAtt OrdersRole.Arn', resource: 'stack#OrdersRole' },
  ])('$what', ({ value, resource }) => {
    const { attribute, messages } = evaluated(text.replace('VALUE', value));
    expect(attribute('Names', 'Value')).toMatchObject({ kind: 'reference', resource });
    expect(messages).toEqual([]);
  });

  // A reference to a stage gives its name.
  // https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-stage.html
  test.each([
    { what: 'the stage of an API', value: '!Ref Api.Stage' },
    { what: 'the stage inside of text', value: "!Sub '${Api.Stage}'" },
  ])('$what', ({ value }) => {
    const { attribute, messages } = evaluated(text.replace('VALUE', value));
    const expected = { kind: 'scalar', value: 'live', marks: { via: ['stack#ApiliveStage'] } };
    expect(attribute('Names', 'Value')).toMatchObject(expected);
    expect(messages).toEqual([]);
  });

  test('what ends in a hash is unknown, and what nobody makes is a mistake', () => {
    const hashed = evaluated(text.replace('VALUE', '!Ref OrdersVersion0123456789'));
    expect(hashed.attribute('Names', 'Value')).toMatchObject({ kind: 'unknown' });
    expect(hashed.messages).toEqual([]);
    const wrong = evaluated(text.replace('VALUE', '!Ref Ordres'));
    expect(wrong.messages).toEqual(['12:40 input/syntax There is no parameter or resource "Ordres" in this template.']);
  });
});

test('an alias whose name is not known is one, and what SAM writes itself is unknown', () => {
  const { resources, attribute } = evaluated(`${transform}
Parameters: { Stage: { Type: String } }
Resources:
  Orders:
    Type: AWS::Serverless::Function
    Properties: { CodeUri: src, AutoPublishAlias: !Ref Stage, Policies: [{ DynamoDBCrudPolicy: { TableName: orders } }] }
`);
  expect(resources.map(({ address }) => address)).toContain('OrdersAlias');
  expect(attribute('OrdersAlias', 'Name')).toMatchObject({ kind: 'unknown' });
  expect(plain(attribute('OrdersRole', 'Policies'))).not.toEqual([]);
});

/** Verdicts as `policy address`, by outcome. */
async function verdictsOf(text: string): Promise<readonly string[]> {
  const { verdicts } = await lintText({ 'stack.yaml': text });
  return verdicts.map(({ policy, node, verdict }) => `${verdict} ${policy} ${node}`).sort();
}

test('a serverless template is judged like the one that it becomes', async () => {
  const serverless = `${transform}
Globals: { Function: { Timeout: 30, Runtime: nodejs22.x, Handler: index.handler } }
Resources:
  Images: { Type: AWS::S3::Bucket, DeletionPolicy: Retain }
  Failed: { Type: AWS::SQS::Queue }
  Orders:
    Type: AWS::Serverless::SimpleTable
    Properties: { PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true }, Tags: { Service: shop } }
  Resize:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: src
      Role: arn:aws:iam::111122223333:role/resize
      DeadLetterQueue: { Type: SQS, TargetArn: !GetAtt Failed.Arn }
      Tags: { Service: shop }
      Events:
        Stored: { Type: Kinesis, Properties: { Stream: arn:aws:kinesis:eu-west-1:111122223333:stream/a, StartingPosition: LATEST } }
`;
  const plainTemplate = `
Resources:
  Images: { Type: AWS::S3::Bucket, DeletionPolicy: Retain }
  Failed: { Type: AWS::SQS::Queue }
  Orders:
    Type: AWS::DynamoDB::Table
    Properties:
      AttributeDefinitions: [{ AttributeName: id, AttributeType: S }]
      KeySchema: [{ AttributeName: id, KeyType: HASH }]
      BillingMode: PAY_PER_REQUEST
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true }
      Tags: [{ Key: Service, Value: shop }]
  Resize:
    Type: AWS::Lambda::Function
    Properties:
      Code: src
      Timeout: 30
      Runtime: nodejs22.x
      Handler: index.handler
      Role: arn:aws:iam::111122223333:role/resize
      DeadLetterConfig: { TargetArn: !GetAtt Failed.Arn }
      Tags: [{ Key: Service, Value: shop }]
  ResizeStored:
    Type: AWS::Lambda::EventSourceMapping
    Properties: { FunctionName: !Ref Resize, EventSourceArn: arn:aws:kinesis:eu-west-1:111122223333:stream/a, StartingPosition: LATEST }
`;
  const verdicts = await verdictsOf(serverless);
  expect(verdicts).toEqual(await verdictsOf(plainTemplate));
  expect(verdicts.length).toBeGreaterThan(10);
});

describe('what is found leads to what the user wrote', () => {
  const text = `${transform}
Globals: { Function: { Timeout: 30 } }
Resources:
  Orders:
    Type: AWS::Serverless::SimpleTable
    Properties:
      PointInTimeRecoverySpecification:
        PointInTimeRecoveryEnabled: false
  Resize:
    Type: AWS::Serverless::Function
    Condition: Never
    Properties:
      CodeUri: src
      Events:
        Stored: { Type: SQS, Properties: { Queue: 'arn:aws:sqs:eu-west-1:111122223333:stored' } }
`;

  test('a finding stands at the property', async () => {
    const { findings } = await lintText({ 'stack.yaml': text.replace('    Condition: Never\n', '') });
    const recovery = findings.find(({ policy }) => policy === 'dynamodb/pitr');
    expect(recovery?.place && placeOf(recovery.place)).toBe('9:37');
  });

  test('what an event becomes stands at the event, a global value at the globals', () => {
    const { resources, attribute } = evaluated(text.replace('    Condition: Never\n', ''));
    const mapping = resources.find(({ address }) => address === 'ResizeStored');
    expect(placeOf(mapping?.header)).toBe('15:9');
    expect(placeOf(attribute('Resize', 'Timeout')?.range)).toBe('3:33');
  });

  test('what belongs to a resource that does not exist does not exist either', () => {
    const never = `Conditions: { Never: !Equals [a, b] }\n${text}`;
    expect(evaluated(never).resources.map(({ address }) => address)).toEqual(['template', 'Orders']);
  });
});

test.each([
  { what: 'is told of what the function handles', notifications: '{}', functions: [{ resource: 'stack#Resize' }] },
  { what: 'keeps what it is told by a function', notifications: '!Ref AWS::NoValue', functions: undefined },
])('a bucket $what', ({ notifications, functions }) => {
  const { attribute } = evaluated(`${transform}
Resources:
  Images: { Type: AWS::S3::Bucket, Properties: { NotificationConfiguration: ${notifications} } }
  Resize:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: src
      Events: { Stored: { Type: S3, Properties: { Bucket: !Ref Images, Events: 's3:ObjectCreated:*' } } }
`);
  const configuration = attribute('Images', 'NotificationConfiguration');
  const lambdas = configuration?.kind === 'map' ? configuration.entries.get('LambdaConfigurations') : undefined;
  const items = lambdas?.kind === 'list' ? lambdas.items : undefined;
  const found = items?.map((item) => (item.kind === 'map' ? item.entries.get('Function') : undefined));
  if (functions === undefined) expect(found).toBeUndefined();
  else expect(found).toMatchObject(functions);
});

test('an application beside the template is the stack that it nests', () => {
  const { resources, messages } = evaluated(
    `${transform}
Globals: { Function: { Timeout: 30 } }
Resources:
  Shop: { Type: AWS::Serverless::Application, Properties: { Location: shop.yaml, Parameters: { Name: orders } } }
`,
    {
      files: {
        'shop.yaml': `${transform}
Parameters: { Name: { Type: String } }
Resources: { Orders: { Type: AWS::Serverless::SimpleTable, Properties: { TableName: !Ref Name } } }
`,
      },
    },
  );
  expect(messages).toEqual([]);
  const found = resources.map(({ sourceType, address }) => `${sourceType} ${address}`);
  expect(found).toEqual(['template template', 'AWS::CloudFormation::Stack Shop', 'AWS::DynamoDB::Table Shop/Orders']);
});

test('loops come before the serverless resources that they repeat', () => {
  const text = `
Transform: [AWS::LanguageExtensions, AWS::Serverless-2016-10-31]
Resources:
  Fn::ForEach::Tables:
    - Name
    - [Orders, Payments]
    - \${Name}Table: { Type: AWS::Serverless::SimpleTable, Properties: { TableName: !Ref Name } }
  Ship:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: src
      Role: arn:aws:iam::111122223333:role/ship
      Events:
        Fn::ForEach::Queues:
          - Queue
          - [Orders, Returns]
          - \${Queue}: { Type: SQS, Properties: { Queue: !Sub 'arn:aws:sqs:eu-west-1:111122223333:\${Queue}' } }
`;
  const { resources } = evaluated(text);
  expect(resources.slice(1).map(({ address, sourceType }) => `${sourceType} ${address}`)).toEqual([
    'AWS::DynamoDB::Table OrdersTable',
    'AWS::DynamoDB::Table PaymentsTable',
    'AWS::Lambda::Function Ship',
    'AWS::Lambda::EventSourceMapping ShipOrders',
    'AWS::Lambda::EventSourceMapping ShipReturns',
  ]);
});

test('an included file may bring any property', () => {
  const { attribute, resources } = evaluated(`${transform}
Resources:
  Orders:
    Type: AWS::Serverless::SimpleTable
    Properties:
      Fn::Transform: { Name: AWS::Include, Parameters: { Location: s3://shop/table.yaml } }
`);
  expect(attribute('Orders', 'PointInTimeRecoverySpecification')).toBeUndefined();
  expect(resources.find(({ address }) => address === 'Orders')?.attributes.rest).toBeDefined();
});

test('globals that make every resource large end in a limit, not in a halt', () => {
  const paths = Array.from({ length: 2000 }, (_, index) => `p${index}`).join(', ');
  const apis = Array.from(
    { length: 2000 },
    (_, index) => `  Api${index}: { Type: AWS::Serverless::Api, Properties: { StageName: live } }`,
  );
  const { messages } = evaluated(
    `${transform}Globals: { Api: { Domain: { DomainName: shop.example.com, CertificateArn: a, BasePath: [${paths}] } } }\nResources:\n${apis.join('\n')}\n`,
  );
  expect(messages.some((message) => message.includes('input/limit'))).toBe(true);
});
