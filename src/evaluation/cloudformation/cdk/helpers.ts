/** Resources that CDK adds for work of its own while a stack is deployed. They are made anew with the stack and hold nothing. */

interface Helper {
  /** A segment of the construct path below which all is the helper's. */
  readonly segment: RegExp;
  /** As the end of "CDK's own: …". */
  readonly use: string;
}

const helpers: readonly Helper[] = [
  // https://github.com/aws/aws-cdk/blob/main/packages/aws-cdk-lib/core/lib/custom-resource-provider/custom-resource-provider.ts
  { segment: /^Custom::\w+CustomResourceProvider$/u, use: 'runs custom resources' },
  // https://github.com/aws/aws-cdk/blob/main/packages/aws-cdk-lib/custom-resources/lib/aws-custom-resource/aws-custom-resource.ts
  { segment: /^AWS679f53fac002430cb0da5b7982bd2287$/u, use: 'runs custom resources' },
  // https://github.com/aws/aws-cdk/blob/main/packages/aws-cdk-lib/custom-resources/lib/provider-framework/provider.ts
  { segment: /^framework-(?:onEvent|isComplete|onTimeout)$/u, use: 'runs custom resources' },
  { segment: /^waiter-state-machine$/u, use: 'runs custom resources' },
  // https://github.com/aws/aws-cdk/blob/main/packages/aws-cdk-lib/aws-logs/lib/log-retention.ts
  { segment: /^LogRetentionaae0aa3c5b4d4f87b02d85b201efdd8a$/u, use: 'sets the retention of logs' },
  // https://github.com/aws/aws-cdk/blob/main/packages/aws-cdk-lib/aws-s3/lib/notifications-resource/notifications-resource-handler.ts
  {
    segment: /^BucketNotificationsHandler050a0587b7544547bf325f094a3db834$/u,
    use: 'sets the notifications of buckets',
  },
  // https://github.com/aws/aws-cdk/blob/main/packages/aws-cdk-lib/aws-s3-deployment/lib/bucket-deployment.ts
  { segment: /^Custom::CDKBucketDeployment8693BB64968944B69AAFB0CC9EB8756C\w*$/u, use: 'copies files into buckets' },
  // https://github.com/aws/aws-cdk/blob/main/packages/aws-cdk-lib/aws-dynamodb/lib/replica-provider.ts
  { segment: /^@aws-cdk--aws-dynamodb\.ReplicaProvider(?:\.NestedStack)?$/u, use: 'makes replicas of tables' },
  // https://github.com/aws/aws-cdk/tree/main/packages/aws-cdk-lib/aws-eks/lib
  {
    segment: /^@aws-cdk--aws-eks\.(?:ClusterResourceProvider|KubectlProvider)(?:\.NestedStack)?$/u,
    use: 'talks to Kubernetes clusters',
  },
  // https://github.com/aws/aws-cdk/blob/main/packages/aws-cdk-lib/aws-certificatemanager/lib/dns-validated-certificate.ts
  { segment: /^CertificateRequestorFunction$/u, use: 'requests certificates' },
];

/**
 * What a resource does for CDK itself; undefined for what somebody asked for.
 *
 * @param types of all resources of its template, by logical id
 */
export function helperUse(
  type: string,
  constructPath: string | undefined,
  types: ReadonlyMap<string, { readonly type: string }>,
): string | undefined {
  // https://docs.aws.amazon.com/cdk/v2/guide/usage-data.html
  if (type === 'AWS::CDK::Metadata') return 'reports which constructs are used';
  // https://github.com/aws/aws-cdk-cli/blob/main/packages/aws-cdk/lib/api/bootstrap/bootstrap-template.yaml
  if (types.get('CdkBootstrapVersion')?.type === 'AWS::SSM::Parameter') return 'keeps what deployments need';
  const segments = constructPath?.split('/') ?? [];
  return helpers.find(({ segment }) => segments.some((each) => segment.test(each)))?.use;
}
