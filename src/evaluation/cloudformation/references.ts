/** What another resource of the template gives: its name where that is written, else a reference that only AWS can resolve. */
import type { SourceRange } from '../../core/source.ts';
import { joinMarks, noMarks, scalar, unknown, type Value } from '../../core/value.ts';
import { valueOf } from '../../loaders/template-node.ts';
import { namedCondition } from './named-condition.ts';
import type { Scope, TemplateResource } from './scope.ts';
import { knownText } from './text.ts';

interface NameProperty {
  readonly property: string;
  /** The service keeps the name in lower case, whatever is written. */
  readonly lowerCase?: boolean;
}

/**
 * The types whose `Ref` is the name that this property states. "Return values" of each type in
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html
 */
const nameProperties = new Map<string, NameProperty>([
  ['AWS::ApiGateway::Stage', { property: 'StageName' }],
  ['AWS::AutoScaling::AutoScalingGroup', { property: 'AutoScalingGroupName' }],
  ['AWS::Backup::BackupVault', { property: 'BackupVaultName' }],
  ['AWS::DocDB::DBCluster', { property: 'DBClusterIdentifier', lowerCase: true }],
  ['AWS::DocDB::DBInstance', { property: 'DBInstanceIdentifier', lowerCase: true }],
  ['AWS::DynamoDB::GlobalTable', { property: 'TableName' }],
  ['AWS::DynamoDB::Table', { property: 'TableName' }],
  ['AWS::Neptune::DBCluster', { property: 'DBClusterIdentifier', lowerCase: true }],
  ['AWS::Neptune::DBInstance', { property: 'DBInstanceIdentifier', lowerCase: true }],
  ['AWS::RDS::DBCluster', { property: 'DBClusterIdentifier', lowerCase: true }],
  ['AWS::RDS::DBInstance', { property: 'DBInstanceIdentifier', lowerCase: true }],
  ['AWS::RDS::DBSubnetGroup', { property: 'DBSubnetGroupName', lowerCase: true }],
  ['AWS::RDS::GlobalCluster', { property: 'GlobalClusterIdentifier', lowerCase: true }],
  ['AWS::S3::Bucket', { property: 'BucketName' }],
]);

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudformation-stack.html#aws-resource-cloudformation-stack-return-values */
const outputPrefix = 'Outputs.';

/** What CDK reads values of other Regions with: each of its attributes is one. */
const exportReader = 'Custom::CrossRegionExportReader';

/** `attribute` is `Ref` or what `Fn::GetAtt` asks for; `range` the place of use. */
export function referenceTo(stated: string, asked: string, range: SourceRange, scope: Scope): Value {
  const { logicalId, attribute } = generatedReference(stated, asked, scope);
  const resource = scope.resources.get(logicalId);
  if (resource === undefined) return missingResource(logicalId, attribute, range, scope);
  if (isRuledOut(resource, scope)) return ruledOut(resource, range, scope);
  const id = scope.idOf(logicalId);
  scope.referenced.add(id);
  const output = attribute.startsWith(outputPrefix)
    ? scope.nested.output(resource, attribute.slice(outputPrefix.length), range, scope)
    : undefined;
  if (output !== undefined) return output;
  const sent = resource.type === exportReader ? scope.sharedValues?.sent(attribute, range) : undefined;
  if (sent !== undefined) return sent;
  const name = attribute === 'Ref' ? literalName(resource, scope) : undefined;
  if (name !== undefined) {
    const marks = joinMarks([name, { marks: { ...noMarks, via: [id] } }]);
    return { ...name, range, decidedAt: name.decidedAt ?? name.range, marks };
  }
  const text = attribute === 'Ref' ? logicalId : `${logicalId}.${attribute}`;
  return { kind: 'reference', resource: id, attribute, text, range, decidedAt: undefined, marks: noMarks };
}

interface AttributeName {
  readonly logicalId: string;
  readonly attribute: string;
}

/**
 * `Api.Stage` names the stage that SAM makes for an API, in `Ref`, `Fn::Sub` and before an attribute in `Fn::GetAtt`.
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-generated-resources.html
 */
function generatedReference(name: string, asked: string, { generatedNames }: Scope): AttributeName {
  if (generatedNames.size === 0) return { logicalId: name, attribute: asked };
  if (asked === 'Ref') return { logicalId: generatedNames.get(name) ?? name, attribute: asked };
  const whole = generatedNames.get(name);
  if (whole !== undefined) return { logicalId: whole, attribute: asked };
  const [property = '', ...rest] = asked.split('.');
  const logicalId = generatedNames.get(`${name}.${property}`);
  if (logicalId === undefined) return { logicalId: name, attribute: asked };
  return { logicalId, attribute: rest.length === 0 ? 'Ref' : rest.join('.') };
}

function isRuledOut(resource: TemplateResource, scope: Scope): boolean {
  const condition = valueOf(resource.node, 'Condition');
  if (condition?.kind !== 'scalar') return false;
  return namedCondition(condition.source, condition.range, scope).truth === 'no';
}

/** CloudFormation would refuse it, but only with these parameters; so nothing is said of the template. */
function ruledOut(resource: TemplateResource, range: SourceRange, scope: Scope): Value {
  const subject = `${resource.logicalId}, which does not exist with these parameters`;
  const cure = `Give --parameters a file with the values that ${scope.deployment.path} is deployed with.`;
  return unknown(scope.key(`ruled out ${resource.logicalId}`), { code: 'invalid', subject, cure }, range);
}

/** The name that a resource states for itself, where `Ref` gives it and it is known. */
function literalName(resource: TemplateResource, scope: Scope): Value | undefined {
  const naming = nameProperties.get(resource.type);
  const node = naming === undefined ? undefined : valueOf(valueOf(resource.node, 'Properties'), naming.property);
  if (naming === undefined || node === undefined) return undefined;
  if (scope.resourceNames.has(resource.logicalId)) return scope.resourceNames.get(resource.logicalId);
  // While it is evaluated it counts as not literal, which ends cycles of resources that are named after each other.
  scope.resourceNames.set(resource.logicalId, undefined);
  const value = scope.evaluate(node);
  const text = knownText(value);
  if (value === undefined || text === undefined) return undefined;
  const name = {
    ...scalar(naming.lowerCase === true ? text.toLowerCase() : text, value.range, value.marks),
    decidedAt: value.decidedAt,
  };
  scope.resourceNames.set(resource.logicalId, name);
  return name;
}

/** What SAM's logical ids begin with where they don't begin with that of a serverless resource. */
const generatedPrefix = /^(?:ApiGatewayDomainName|CodeDeployServiceRole|RecordSetGroup|Serverless)/u;

/** CloudFormation's bound. https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html */
const longestLogicalId = 255;

/** Whether SAM may make a resource of this logical id that dr-lint doesn't know: one that ends in a hash, or that no policy asks about. */
function mayBeGenerated(logicalId: string, { serverlessIds }: Scope): boolean {
  if (serverlessIds.size === 0) return false;
  if (generatedPrefix.test(logicalId)) return true;
  const longest = Math.min(logicalId.length, longestLogicalId);
  for (let length = 1; length <= longest; length += 1) {
    if (serverlessIds.has(logicalId.slice(0, length))) return true;
  }
  return false;
}

function missingResource(logicalId: string, attribute: string, range: SourceRange, scope: Scope): Value {
  const text = attribute === 'Ref' ? logicalId : `${logicalId}.${attribute}`;
  if (scope.isTransformed || mayBeGenerated(logicalId, scope)) {
    const reason = { code: 'unsupported', subject: text, cure: '' } as const;
    return {
      kind: 'unknown',
      symbol: { key: scope.key(`${logicalId}.${attribute}`), reason },
      range,
      decidedAt: undefined,
      marks: noMarks,
    };
  }
  const names = [...scope.resources.keys(), ...(attribute === 'Ref' ? scope.parameters.keys() : [])];
  const help = `Declare it, or correct the name.${scope.suggestion(logicalId, names)}`;
  return scope.fault(
    range,
    `There is no ${attribute === 'Ref' ? 'parameter or resource' : 'resource'} "${logicalId}" in this template.`,
    help,
  );
}
