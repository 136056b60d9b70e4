/**
 * The parameters that CloudFormation itself fills in: the deployment in, their values out. Only what follows from a stated Region is known.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/pseudo-parameter-reference.html
 */
import type { Region } from '../../core/ids.ts';
import { noMarks, scalar, unknown, type Marks, type UnknownValue, type Value } from '../../core/value.ts';
import type { Deployment } from '../deployment.ts';
import type { StackPlace } from './scope.ts';

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

/** Nested stacks have names that are made when they are deployed; an instance of a stack set has a Region and an account of its own. */
export function pseudoParametersOf(
  deployment: Deployment,
  { prefix, instance }: Pick<StackPlace, 'prefix' | 'instance'>,
): ReadonlyMap<string, Value> {
  const values = new Map<string, Value>();
  for (const name of others) values.set(name, unknownPseudo(deployment, name, instance?.prefix));
  for (const name of ofStack) values.set(name, unknownPseudo(deployment, name, prefix));
  for (const name of byRegion) values.set(name, unknownPseudo(deployment, name));
  const account = instance === undefined ? accountOf(deployment) : instance.account;
  if (account !== undefined) values.set('AWS::AccountId', account);
  const stackName = prefix === '' ? stackNameOf(deployment) : undefined;
  if (stackName !== undefined) values.set('AWS::StackName', stackName);
  const region = instance?.region ?? deployment.region;
  return region === undefined ? values : new Map([...values, ...followingFrom(region)]);
}

function stackNameOf({ stackName, cdk }: Deployment): Value | undefined {
  const name = stackName ?? cdk?.stackName;
  return name === undefined ? undefined : scalar(name, undefined, stated);
}

function followingFrom(region: Region): ReadonlyMap<string, Value> {
  const { name, urlSuffix } = partitionOf(region);
  return new Map([
    ['AWS::Region', scalar(region, undefined, stated)],
    ['AWS::Partition', scalar(name, undefined, stated)],
    ['AWS::URLSuffix', scalar(urlSuffix, undefined, stated)],
  ]);
}

function accountOf({ cdk }: Deployment): Value | undefined {
  return cdk?.account === undefined ? undefined : scalar(cdk.account, undefined, stated);
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
