/**
 * The parameters that CloudFormation itself fills in: the deployment in, their values out. Only what follows from a stated Region is known.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/pseudo-parameter-reference.html
 */
import type { Region } from '../../core/ids.ts';
import { noMarks, scalar, unknown, type Marks, type UnknownValue, type Value } from '../../core/value.ts';
import type { Deployment } from '../deployment.ts';

interface Partition {
  readonly regions: RegExp;
  readonly name: string;
  readonly urlSuffix: string;
}

// https://github.com/boto/botocore/blob/develop/botocore/data/partitions.json
const partitions: readonly Partition[] = [
  { regions: /^cn-/u, name: 'aws-cn', urlSuffix: 'amazonaws.com.cn' },
  { regions: /^us-gov-/u, name: 'aws-us-gov', urlSuffix: 'amazonaws.com' },
  { regions: /^us-iso-/u, name: 'aws-iso', urlSuffix: 'c2s.ic.gov' },
  { regions: /^us-isob-/u, name: 'aws-iso-b', urlSuffix: 'sc2s.sgov.gov' },
  { regions: /^eu-isoe-/u, name: 'aws-iso-e', urlSuffix: 'cloud.adc-e.uk' },
  { regions: /^us-isof-/u, name: 'aws-iso-f', urlSuffix: 'csp.hci.ic.gov' },
  { regions: /^eusc-/u, name: 'aws-eusc', urlSuffix: 'amazonaws.eu' },
  { regions: /^/u, name: 'aws', urlSuffix: 'amazonaws.com' },
];

const byRegion = new Set(['AWS::Region', 'AWS::Partition', 'AWS::URLSuffix']);
const others = ['AWS::AccountId', 'AWS::NotificationARNs'];
const ofStack = ['AWS::StackName', 'AWS::StackId'];

/** The template doesn't say it: it has other values in another deployment. */
const stated: Marks = Object.freeze({ ...noMarks, perDeployment: true });

/** It leaves no value at all, so it isn't among the values. */
export const noValue = 'AWS::NoValue';

/** @param prefix of the addresses of a nested stack, whose name is made when it is deployed; empty for the outermost */
export function pseudoParametersOf(deployment: Deployment, prefix: string): ReadonlyMap<string, Value> {
  const values = new Map<string, Value>();
  for (const name of others) values.set(name, unknownPseudo(deployment, name));
  for (const name of ofStack) values.set(name, unknownPseudo(deployment, name, prefix));
  for (const name of byRegion) values.set(name, unknownPseudo(deployment, name));
  const { cdk } = deployment;
  if (cdk?.account !== undefined) values.set('AWS::AccountId', scalar(cdk.account, undefined, stated));
  const stackName = deployment.stackName ?? cdk?.stackName;
  if (stackName !== undefined && prefix === '') values.set('AWS::StackName', scalar(stackName, undefined, stated));
  if (deployment.region === undefined) return values;
  const { name, urlSuffix } = partitionOf(deployment.region);
  values.set('AWS::Region', scalar(deployment.region, undefined, stated));
  values.set('AWS::Partition', scalar(name, undefined, stated));
  values.set('AWS::URLSuffix', scalar(urlSuffix, undefined, stated));
  return values;
}

function partitionOf(region: Region): Partition {
  return (
    partitions.find(({ regions }) => regions.test(region)) ?? { regions: /^/u, name: 'aws', urlSuffix: 'amazonaws.com' }
  );
}

function unknownPseudo(deployment: Deployment, name: string, prefix = ''): UnknownValue {
  const cure = byRegion.has(name)
    ? `State the Region of ${deployment.path} with --region or under "deployments" in .dr-lint.yaml.`
    : '';
  const reason = { code: 'pseudo-parameter', subject: name, cure } as const;
  return unknown(`${deployment.id}#${prefix}${name}`, reason, undefined, stated);
}
