/**
 * The role that SAM makes for a function or state machine which names none.
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-generated-resources-function.html
 */
import type { SourceRange } from '../../../core/source.ts';
import { entryOf, type TemplateNode, valueOf } from '../../../loaders/template-node.ts';
import type { Expansion } from './expansion.ts';
import { type GeneratedResource, type ServerlessResource, tagList } from './generated.ts';
import { entriesOf, getAtt, isCall, literal, madeBySam, mapping, sequence, textOfNode } from './nodes.ts';
import { statedOrMade } from './stated-or-made.ts';

/** What the role may do, beside the policies that the serverless resource states. */
export interface RoleNeeds {
  readonly trust: TemplateNode;
  /** ARNs of managed policies. */
  readonly managedPolicies: readonly TemplateNode[];
  /** SAM adds documents for what the resource sends to and reads from. */
  readonly hasMore: boolean;
}

export interface RoleOfResource {
  /** The value of the property `Role` or `RoleArn`. */
  readonly arn: TemplateNode;
  readonly resources: readonly GeneratedResource[];
}

export function trustOf(service: string, range: SourceRange): TemplateNode {
  const statement = mapping(
    {
      Action: sequence([literal('sts:AssumeRole', range)], range),
      Effect: literal('Allow', range),
      Principal: mapping({ Service: sequence([literal(service, range)], range) }, range),
    },
    range,
  );
  return mapping({ Version: literal('2012-10-17', range), Statement: sequence([statement], range) }, range);
}

/** The ARN of a policy of AWS's own in the partition of the stack. */
export function awsManagedPolicy(path: string, range: SourceRange): TemplateNode {
  return mapping({ 'Fn::Sub': literal(`arn:\${AWS::Partition}:iam::aws:policy/${path}`, range) }, range);
}

/** The role that is stated, or else the one that SAM makes, also where a condition decides between the two. */
export function roleOf(source: ServerlessResource, needs: RoleNeeds, expansion: Expansion): RoleOfResource {
  const own = ownRole(source, needs);
  const made = getAtt(own.logicalId, 'Arn', source.header);
  const stated = valueOf(source.properties, 'Role');
  const { value, isMade, condition } = statedOrMade(stated, made, expansion);
  if (!isMade) return { arn: value, resources: [] };
  const attributes = entriesOf({ Condition: condition === undefined ? undefined : literal(condition, made.range) });
  return { arn: value, resources: [{ ...own, attributes }] };
}

function ownRole(source: ServerlessResource, needs: RoleNeeds): GeneratedResource {
  const { logicalId, properties, header } = source;
  const { managed, inline } = statedPolicies(source);
  const range = valueOf(properties, 'Policies')?.range ?? header;
  const documents = inline.length === 0 ? undefined : sequence(inline, range);
  return {
    logicalId: `${logicalId}Role`,
    type: 'AWS::IAM::Role',
    properties: entriesOf({
      AssumeRolePolicyDocument: needs.trust,
      ManagedPolicyArns: sequence([...needs.managedPolicies, ...managed], header),
      Policies: needs.hasMore ? madeBySam(`${logicalId}Role.Policies`, range) : documents,
      Path: valueOf(properties, 'RolePath'),
      PermissionsBoundary: valueOf(properties, 'PermissionsBoundary'),
      Tags: tagList(valueOf(properties, 'Tags')),
    }),
  };
}

/** `Policies`: one or a list of names, ARNs, documents and SAM's own templates of documents. */
function statedPolicies({ logicalId, properties }: ServerlessResource): {
  readonly managed: readonly TemplateNode[];
  readonly inline: readonly TemplateNode[];
} {
  const policies = valueOf(properties, 'Policies');
  const items = policies?.kind === 'sequence' ? policies.items : policies === undefined ? [] : [policies];
  const managed: TemplateNode[] = [];
  const inline: TemplateNode[] = [];
  items.forEach((policy, index) => {
    const { range } = policy;
    const text = textOfNode(policy);
    if (text !== undefined) managed.push(text.startsWith('arn:') ? policy : madeBySam(`the policy ${text}`, range));
    else if (entryOf(policy, 'Statement') !== undefined) inline.push(named(logicalId, index, policy, policy));
    else if (entryOf(policy, 'Fn::If') !== undefined) managed.push(madeBySam(`${logicalId}.Policies.${index}`, range));
    else if (isCall(policy)) managed.push(policy);
    else inline.push(named(logicalId, index, madeBySam(`${logicalId}.Policies.${index}`, range), policy));
  });
  return { managed, inline };
}

function named(logicalId: string, index: number, document: TemplateNode, { range }: TemplateNode): TemplateNode {
  return mapping({ PolicyName: literal(`${logicalId}RolePolicy${index}`, range), PolicyDocument: document }, range);
}
