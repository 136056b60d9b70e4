/**
 * Types of resources by what they want secrets, parameters and images for, in CloudFormation's names and in Terraform's for
 * what no table maps.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/introduction.html
 * https://registry.terraform.io/providers/hashicorp/aws/latest/docs
 */

/** They serve or hold the data of a workload. */
export const runsOrHoldsData: RegExp = new RegExp(
  [
    '^AWS::(?:AmazonMQ|AppRunner|AppSync|Batch|Cognito|DMS|DocDB|ECS|EKS|ElastiCache|ElasticBeanstalk|EMR|EMRServerless|Glue|KafkaConnect',
    'MSK|MemoryDB|Neptune|OpenSearchService|Elasticsearch|RDS|Redshift|RedshiftServerless|SageMaker|StepFunctions|Transfer)::',
  ].join('|') +
    [
      '|^AWS::(?:AutoScaling::(?:AutoScalingGroup|LaunchConfiguration)|EC2::(?:Instance|LaunchTemplate|SpotFleet)|Events::Connection|SSM::Document)$',
      '^aws_(?:apprunner|appsync|batch|cognito|dms|ecs|eks|elastic_beanstalk|emr|emrserverless|glue|mq|msk|mskconnect|rds|sagemaker|spot|transfer)_',
      '^aws_(?:cloudwatch_event_connection|db_proxy)$',
      // What runs in a cluster.
      '^(?:helm_release$|kubectl_|kubernetes_)',
    ].join('|'),
  'u',
);

/** They make or deploy what others run. */
export const buildsOnly: RegExp =
  /^(?:AWS::(?:CodeBuild|CodeDeploy|CodePipeline|ImageBuilder)::|aws_(?:codebuild|codedeploy|codepipeline|imagebuilder)_)/u;

/** Roles and policies, and what fastens them to one another. */
export const givesAccess: RegExp = /^(?:AWS::IAM::|aws_iam_)/u;
