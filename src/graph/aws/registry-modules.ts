/**
 * What well-known registry modules and Quick Start templates can declare, so that a `vpc` module that is not on disk does not
 * make every question about backups unknown. A module that is not listed could declare anything.
 *
 * Each row was read off the resources that the module and its submodules declare.
 */
const declares: ReadonlyMap<string, readonly string[]> = new Map([
  [
    'vpc',
    [
      'AWS::EC2::',
      'AWS::Logs::',
      'AWS::IAM::',
      'AWS::DMS::',
      'AWS::RDS::DBSubnetGroup',
      'AWS::ElastiCache::SubnetGroup',
      'AWS::Redshift::ClusterSubnetGroup',
    ],
  ],
  ['security-group', ['AWS::EC2::SecurityGroup']],
  [
    'alb',
    [
      'AWS::ElasticLoadBalancingV2::',
      'AWS::EC2::SecurityGroup',
      'AWS::Route53::RecordSet',
      'AWS::WAFv2::',
      'AWS::Lambda::Permission',
    ],
  ],
  ['elb', ['AWS::ElasticLoadBalancing::']],
  ['autoscaling', ['AWS::AutoScaling::', 'AWS::EC2::LaunchTemplate', 'AWS::IAM::']],
  ['ec2-instance', ['AWS::EC2::', 'AWS::IAM::', 'AWS::SSM::']],
  ['rds', ['AWS::RDS::', 'AWS::Logs::', 'AWS::IAM::', 'AWS::SecretsManager::']],
  [
    'rds-aurora',
    [
      'AWS::RDS::',
      'AWS::DSQL::',
      'AWS::ApplicationAutoScaling::',
      'AWS::EC2::SecurityGroup',
      'AWS::Logs::',
      'AWS::IAM::',
      'AWS::SecretsManager::',
    ],
  ],
  [
    's3-bucket',
    [
      'AWS::S3::',
      'AWS::S3Express::',
      'AWS::S3Tables::',
      'AWS::S3Vectors::',
      'AWS::Lambda::Permission',
      'AWS::SNS::TopicPolicy',
      'AWS::SQS::QueuePolicy',
    ],
  ],
  ['dynamodb-table', ['AWS::DynamoDB::', 'AWS::ApplicationAutoScaling::']],
  ['efs', ['AWS::EFS::', 'AWS::EC2::SecurityGroup']],
  ['elasticache', ['AWS::ElastiCache::', 'AWS::EC2::SecurityGroup', 'AWS::Logs::']],
  [
    'eks',
    [
      'AWS::EKS::',
      'AWS::EC2::',
      'AWS::IAM::',
      'AWS::KMS::',
      'AWS::Logs::',
      'AWS::AutoScaling::',
      'AWS::SQS::',
      'AWS::Events::',
    ],
  ],
  [
    'ecs',
    [
      'AWS::ECS::',
      'AWS::IAM::',
      'AWS::Logs::',
      'AWS::ApplicationAutoScaling::',
      'AWS::EC2::SecurityGroup',
      'AWS::SSM::',
    ],
  ],
  ['lambda', ['AWS::Lambda::', 'AWS::IAM::', 'AWS::Logs::', 'AWS::S3::Object', 'AWS::ECR::', 'AWS::CodeDeploy::']],
  ['acm', ['AWS::CertificateManager::', 'AWS::Route53::RecordSet']],
  ['kms', ['AWS::KMS::']],
  ['iam', ['AWS::IAM::']],
  ['cloudfront', ['AWS::CloudFront::']],
  ['global-accelerator', ['AWS::GlobalAccelerator::']],
  ['route53', ['AWS::Route53::']],
  ['sns', ['AWS::SNS::']],
  ['sqs', ['AWS::SQS::']],
  ['secrets-manager', ['AWS::SecretsManager::']],
  ['cloudwatch', ['AWS::CloudWatch::', 'AWS::Logs::']],
  ['key-pair', ['AWS::EC2::KeyPair']],
  // Puts names together, and creates nothing.
  ['cloudposse/label/null', []],
  ['cloudposse/dynamic-subnets/aws', ['AWS::EC2::']],
  ['cloudposse/dynamodb-autoscaler/aws', ['AWS::ApplicationAutoScaling::', 'AWS::IAM::']],
  ['cloudposse/route53-cluster-hostname/aws', ['AWS::Route53::']],
  ['cloudposse/security-group/aws', ['AWS::EC2::SecurityGroup']],
  ['cloudposse/vpc/aws', ['AWS::EC2::']],
  // https://github.com/aws-quickstart/quickstart-aws-vpc
  ['quickstart-aws-vpc', ['AWS::EC2::', 'AWS::IAM::', 'AWS::Logs::']],
  // https://github.com/aws-quickstart/quickstart-linux-bastion
  ['quickstart-linux-bastion', ['AWS::AutoScaling::', 'AWS::EC2::', 'AWS::IAM::', 'AWS::Logs::']],
]);

/** Whether a module of this source could declare a resource of this type; of what is not known: yes. */
export function couldDeclare(source: string, type: string): boolean {
  const prefixes = declares.get(moduleName(source) ?? quickStartOf(source) ?? '');
  return prefixes === undefined || prefixes.some((prefix) => type.startsWith(prefix));
}

/** `vpc` of `terraform-aws-modules/vpc/aws//modules/x`; of other publishers the whole name. */
function moduleName(source: string): string | undefined {
  const [, name] = /^(?:registry\.terraform\.io\/)?([\w-]+\/[\w-]+\/[\w-]+)(?:\/\/.*)?$/u.exec(source) ?? [];
  return /^terraform-aws-modules\/(.+)\/aws$/u.exec(name ?? '')?.[1] ?? name;
}

/** `quickstart-aws-vpc` of `…/submodules/quickstart-aws-vpc/templates/aws-vpc.template.yaml`. */
function quickStartOf(source: string): string | undefined {
  return /(?:^|\/)(quickstart-[\w-]+)\/templates\/[\w-]+\.template(?:\.ya?ml|\.json)?$/u.exec(source)?.[1];
}
