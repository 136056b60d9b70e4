/**
 * The instances of an `AWS::CloudFormation::StackSet`: the resource in, one stack per Region out, each with its account and parameters.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudformation-stackset.html
 */
import { parseRegion } from '../../core/ids.ts';
import type { Value } from '../../core/value.ts';
import { valueOf } from '../../loaders/template-node.ts';
import type { InstancePlace, Scope, TemplateResource } from './scope.ts';
import { knownText } from './text.ts';

export const stackSetType = 'AWS::CloudFormation::StackSet';

export interface StackSetInstance extends Omit<InstancePlace, 'prefix'> {
  /** Undefined where not even the names are known. */
  readonly parameters: ReadonlyMap<string, Value> | undefined;
}

/** AWS has fewer Regions in all of its partitions. https://github.com/boto/botocore/blob/develop/botocore/data/partitions.json */
const mostRegions = 60;

/**
 * One instance for each Region; undefined where the Regions aren't all known, or one is named twice: then its accounts tell
 * the instances apart, and those may change without the template.
 */
export function instancesOf({ node }: TemplateResource, scope: Scope): readonly StackSetInstance[] | undefined {
  const properties = valueOf(node, 'Properties');
  const read = (key: string): Value | undefined => {
    const property = valueOf(properties, key);
    return property === undefined ? undefined : scope.evaluate(property);
  };
  const groups = read('StackInstancesGroup');
  if (groups?.kind !== 'list' || !scope.hasKnownLength(groups)) return undefined;
  const parameters = parametersIn(read('Parameters'));
  const instances: StackSetInstance[] = [];
  for (const group of groups.items) {
    const ofGroup = instancesIn(group, parameters, scope);
    if (ofGroup === undefined) return undefined;
    instances.push(...ofGroup);
  }
  const regions = new Set(instances.map(({ region }) => region));
  const isClear = regions.size > 0 && regions.size === instances.length && regions.size <= mostRegions;
  return isClear ? instances : undefined;
}

function instancesIn(
  group: Value,
  ofSet: StackSetInstance['parameters'],
  scope: Scope,
): readonly StackSetInstance[] | undefined {
  if (group.kind !== 'map' || group.rest !== undefined) return undefined;
  const regions = group.entries.get('Regions');
  if (regions?.kind !== 'list' || regions.items.length > mostRegions) return undefined;
  const overrides = parametersIn(group.entries.get('ParameterOverrides'));
  const parameters = ofSet === undefined || overrides === undefined ? undefined : new Map([...ofSet, ...overrides]);
  const account = accountOf(group.entries.get('DeploymentTargets'), scope);
  const instances: StackSetInstance[] = [];
  for (const item of regions.items) {
    const region = parseRegion(knownText(item) ?? '');
    if (region === undefined) return undefined;
    instances.push({ region, account, parameters });
  }
  return instances;
}

/**
 * The only account that is targeted. Beside organizational units, the list of accounts may add to them or take away.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-cloudformation-stackset-deploymenttargets.html
 */
function accountOf(targets: Value | undefined, scope: Scope): Value | undefined {
  if (targets?.kind !== 'map' || targets.rest !== undefined) return undefined;
  const { entries } = targets;
  const accounts = entries.get('Accounts');
  if (accounts?.kind !== 'list' || accounts.items.length !== 1 || !scope.hasKnownLength(accounts)) return undefined;
  const others = ['OrganizationalUnitIds', 'AccountFilterType', 'AccountsUrl'];
  return others.some((key) => entries.has(key)) ? undefined : accounts.items[0];
}

/** A list of `ParameterKey` and `ParameterValue`; undefined where not all of it is known. */
export function parametersIn(value: Value | undefined): ReadonlyMap<string, Value> | undefined {
  const parameters = new Map<string, Value>();
  if (value === undefined) return parameters;
  if (value.kind !== 'list') return undefined;
  for (const item of value.items) {
    if (item.kind !== 'map' || item.rest !== undefined) return undefined;
    const key = knownText(item.entries.get('ParameterKey'));
    const given = item.entries.get('ParameterValue');
    if (key === undefined) return undefined;
    if (given !== undefined) parameters.set(key, given);
  }
  return parameters;
}
