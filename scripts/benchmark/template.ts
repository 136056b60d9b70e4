/** A template of the benchmark: services of ten resources each, decided by many parameters and conditions; the same for the same size. */

export interface Size {
  readonly resources: number;
  /** Also of parameters: each condition asks about one of its own. */
  readonly conditions: number;
}

export const resourcesOfService = 10;

type Json = string | number | boolean | readonly Json[] | { readonly [key: string]: Json };
type Entries = Readonly<Record<string, Json>>;

export function templateOf({ resources, conditions }: Size): Json {
  const each = Array.from({ length: conditions }, (_, index) => index);
  const services = Array.from({ length: resources / resourcesOfService }, (_, index) =>
    service(index, index % conditions),
  );
  return {
    AWSTemplateFormatVersion: '2010-09-09',
    Parameters: Object.fromEntries(
      each.map((index) => [
        `Stage${index}`,
        { Type: 'String', Default: 'test', AllowedValues: ['test', 'staging', 'production'] },
      ]),
    ),
    Mappings: { Retention: { test: { Days: 1 }, staging: { Days: 7 }, production: { Days: 35 } } },
    Conditions: Object.fromEntries(
      each.map((index) => [`IsProduction${index}`, { 'Fn::Equals': [ref(`Stage${index}`), 'production'] }]),
    ),
    Resources: Object.assign({}, ...services),
  };
}

function ref(name: string): Json {
  return { Ref: name };
}

function getAtt(logicalId: string, attribute: string): Json {
  return { 'Fn::GetAtt': [logicalId, attribute] };
}

/** A web shop's service: what it stores, what it runs, what it listens to. */
function service(index: number, decidedBy: number): Entries {
  const name = (kind: string): string => `${kind}${index}`;
  const stage = `Stage${decidedBy}`;
  const inProduction = (then: Json, otherwise: Json): Json => ({
    'Fn::If': [`IsProduction${decidedBy}`, then, otherwise],
  });
  const tags: Json = [
    { Key: 'service', Value: `service-${index}` },
    { Key: 'stage', Value: ref(stage) },
  ];
  const named = (kind: string): Json => ({ 'Fn::Sub': `\${AWS::StackName}-${kind}-${index}-\${${stage}}` });
  return {
    [name('Orders')]: resource('AWS::DynamoDB::Table', {
      TableName: named('orders'),
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: inProduction(true, false) },
      Tags: tags,
    }),
    [name('Invoices')]: resource('AWS::S3::Bucket', {
      VersioningConfiguration: { Status: inProduction('Enabled', 'Suspended') },
      Tags: tags,
    }),
    [name('Ledger')]: resource('AWS::RDS::DBInstance', {
      Engine: 'postgres',
      DBInstanceClass: 'db.m7g.large',
      AllocatedStorage: '100',
      MultiAZ: inProduction(true, false),
      BackupRetentionPeriod: { 'Fn::FindInMap': ['Retention', ref(stage), 'Days'] },
      DeletionProtection: inProduction(true, false),
      Tags: tags,
    }),
    [name('Role')]: resource('AWS::IAM::Role', {
      AssumeRolePolicyDocument: {
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'lambda.amazonaws.com' } }],
      },
      Policies: [
        {
          PolicyName: 'orders',
          PolicyDocument: {
            Version: '2012-10-17',
            Statement: [{ Effect: 'Allow', Action: 'dynamodb:*', Resource: getAtt(name('Orders'), 'Arn') }],
          },
        },
      ],
    }),
    [name('Checkout')]: resource('AWS::Lambda::Function', {
      Runtime: 'nodejs22.x',
      Handler: 'index.handler',
      Role: getAtt(name('Role'), 'Arn'),
      Code: { S3Bucket: 'releases', S3Key: `checkout-${index}.zip` },
      Environment: {
        Variables: { ORDERS: ref(name('Orders')), LEDGER: getAtt(name('Ledger'), 'Endpoint.Address') },
      },
    }),
    [name('Failed')]: resource('AWS::SQS::Queue', { MessageRetentionPeriod: inProduction(1_209_600, 345_600) }),
    [name('Events')]: resource('AWS::SQS::Queue', {
      QueueName: named('events'),
      RedrivePolicy: { deadLetterTargetArn: getAtt(name('Failed'), 'Arn'), maxReceiveCount: 5 },
    }),
    [name('Source')]: resource('AWS::Lambda::EventSourceMapping', {
      EventSourceArn: getAtt(name('Events'), 'Arn'),
      FunctionName: ref(name('Checkout')),
    }),
    [name('Uploads')]: resource('AWS::EFS::FileSystem', {
      BackupPolicy: { Status: inProduction('ENABLED', 'DISABLED') },
      Encrypted: true,
    }),
    [name('Standby')]: {
      ...resource('AWS::RDS::DBInstance', {
        SourceDBInstanceIdentifier: ref(name('Ledger')),
        DBInstanceClass: 'db.m7g.large',
      }),
      Condition: `IsProduction${decidedBy}`,
    },
  };
}

function resource(type: string, properties: Entries): Entries {
  return { Type: type, Properties: properties };
}
