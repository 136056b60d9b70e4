/**
 * The `Rules` section: which rules the parameters of a stack surely break, so that CloudFormation would deploy nothing with
 * them. What is not decided breaks nothing.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/rules-section-structure.html
 */
import { printText } from '../../core/print.ts';
import type { SourceRange } from '../../core/source.ts';
import { list, unknown, type Value } from '../../core/value.ts';
import { type MappingEntry, type TemplateFile, type TemplateNode, valueOf } from '../../loaders/template-node.ts';
import { evaluateNode } from './expression.ts';
import { decideRule } from './intrinsics/rule-functions.ts';
import { literalValue } from './literals.ts';
import { Scope, type Trouble } from './scope.ts';
import { knownText } from './text.ts';

export interface BrokenRule {
  readonly name: string;
  /** What the rule says of itself; undefined where it says nothing. */
  readonly description: string | undefined;
  readonly assertion: TemplateNode;
}

export function brokenRules({ root }: TemplateFile, scope: Scope): readonly BrokenRule[] {
  const section = valueOf(root, 'Rules');
  if (section?.kind !== 'mapping') return [];
  const rules = scopeOfRules(root, scope);
  return section.entries.flatMap((rule) => brokenAssertions(rule, rules));
}

function brokenAssertions({ key: name, value: rule }: MappingEntry, scope: Scope): readonly BrokenRule[] {
  const condition = valueOf(rule, 'RuleCondition');
  if (condition !== undefined && scope.decide(condition).truth !== 'yes') return [];
  const assertions = valueOf(rule, 'Assertions');
  const items = assertions?.kind === 'sequence' ? assertions.items : [];
  return items.flatMap((item) => {
    const assertion = valueOf(item, 'Assert');
    if (assertion === undefined || scope.decide(assertion).truth !== 'no') return [];
    const description = valueOf(item, 'AssertDescription');
    return { name, description: description?.kind === 'scalar' ? description.source : undefined, assertion };
  });
}

/** Rules have functions of their own, and what looks like a mistake in one is left to CloudFormation. */
function scopeOfRules(root: TemplateNode | undefined, scope: Scope): Scope {
  const { deployment, place, nested, others, tags, createdAt, sharedValues, parameters, pseudoParameters, mappings } =
    scope;
  const shared = {
    deployment,
    place,
    nested,
    others,
    tags,
    createdAt,
    sharedValues,
    parameters,
    pseudoParameters,
    mappings,
  };
  const declared = valueOf(root, 'Parameters');
  const evaluate = (node: TemplateNode, within: Scope): Value | undefined =>
    attributeOf(node, declared, within) ?? evaluateNode(node, within);
  return new Scope({ ...shared, isTransformed: true, evaluate, decide: decideRule });
}

/**
 * `Fn::RefAll`: the values of all parameters of a type. What `Fn::ValueOf` and `Fn::ValueOfAll` ask for, such as the VPC of a
 * subnet, only AWS can tell.
 */
function attributeOf(node: TemplateNode, declared: TemplateNode | undefined, scope: Scope): Value | undefined {
  const only = node.kind === 'mapping' && node.entries.length === 1 ? node.entries[0] : undefined;
  if (only?.key === 'Fn::RefAll' && only.value.kind === 'scalar') {
    const type = only.value.source;
    const ofType = (declared?.kind === 'mapping' ? declared.entries : []).filter(
      ({ value }) => knownText(typeOf(value)) === type,
    );
    return list(
      ofType.flatMap(({ key }) => scope.parameters.get(key) ?? []),
      node.range,
    );
  }
  if (only?.key !== 'Fn::ValueOf' && only?.key !== 'Fn::ValueOfAll') return undefined;
  const key = scope.key(`${only.key} ${node.range.start}`);
  return unknown(key, { code: 'computed', subject: only.key, cure: '' }, node.range);
}

function typeOf(declaration: TemplateNode): Value | undefined {
  const type = valueOf(declaration, 'Type');
  return type === undefined ? undefined : literalValue(type);
}

/** @param stated the parameters that are given: what only defaults break asks to be given something */
export function reportBrokenRules(
  broken: readonly BrokenRule[],
  stated: ReadonlyMap<string, Value>,
  scope: Scope,
): void {
  if (stated.size === 0) return;
  for (const { name, description, assertion } of broken) {
    const says = description === undefined ? '' : `: ${printText(description)}`;
    scope.report({
      code: 'input/variable',
      level: 'warning',
      message: `CloudFormation deploys nothing with these parameters, for they break the rule "${printText(name)}"${says}`,
      help: 'State parameters that the rule allows.',
      range: statedIn(assertion, stated) ?? assertion.range,
    } satisfies Trouble);
  }
}

/** The first stated value that the assertion asks for. */
function statedIn(assertion: TemplateNode, stated: ReadonlyMap<string, Value>): SourceRange | undefined {
  if (assertion.kind === 'scalar') return undefined;
  const inner = assertion.kind === 'sequence' ? assertion.items : assertion.entries.map(({ value }) => value);
  const ref = valueOf(assertion, 'Ref');
  const own = ref?.kind === 'scalar' ? stated.get(ref.source)?.range : undefined;
  if (own !== undefined) return own;
  for (const node of inner) {
    const range = statedIn(node, stated);
    if (range !== undefined) return range;
  }
  return undefined;
}
