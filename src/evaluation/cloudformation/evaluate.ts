/** One template with its deployment and stated parameters in, its declared resources out. Start reading the evaluation of CloudFormation here. */
import { nodeId } from '../../core/ids.ts';
import { outcome, type Outcome } from '../../core/outcome.ts';
import { type SourceRange, spanning } from '../../core/source.ts';
import type { Truth } from '../../core/truth.ts';
import { map, type MapValue, type UnknownSymbol, type Value } from '../../core/value.ts';
import { entryOf, type TemplateFile, type TemplateNode, valueOf } from '../../loaders/template-node.ts';
import { type DeclaredResource, type Lifecycle, noLifecycle } from '../declared-resource.ts';
import type { Deployment } from '../deployment.ts';
import { decideCondition } from './conditions.ts';
import { evaluateNode } from './expression.ts';
import { literalValue } from './literals.ts';
import { expandLoops } from './loops.ts';
import { conditionSymbol, namedCondition } from './named-condition.ts';
import { parameterValues } from './parameters.ts';
import { pseudoParametersOf } from './pseudo-parameters.ts';
import { collectResources } from './resources.ts';
import { Scope, type TemplateResource } from './scope.ts';
import { unresolvedParts } from './unresolved-parts.ts';
import { knownText } from './text.ts';
import { isRewritten } from './transforms.ts';

export interface TemplateInput {
  readonly deployment: Deployment;
  readonly template: TemplateFile;
  /** The stated ones, with the places where they are stated. */
  readonly parameters: ReadonlyMap<string, Value>;
}

export function evaluateTemplate({
  deployment,
  template,
  parameters,
}: TemplateInput): Outcome<readonly DeclaredResource[]> {
  const { file, root } = template;
  const scope = new Scope({
    deployment,
    path: file.path,
    parameters: parameterValues(valueOf(root, 'Parameters'), parameters, deployment),
    pseudoParameters: pseudoParametersOf(deployment),
    mappings: valueOf(root, 'Mappings'),
    isTransformed: isRewritten(template),
    evaluate: evaluateNode,
    decide: decideCondition,
  });
  collectConditions(valueOf(root, 'Conditions'), scope);
  collectResources(valueOf(root, 'Resources'), scope);
  const declared: DeclaredResource[] = [];
  for (const resource of scope.resources.values()) {
    const existence = existenceOf(resource, scope);
    if (existence.exists !== 'no') declared.push(declare(resource, existence, scope));
  }
  const settings = settingsOf(template, scope);
  return outcome([settings, ...declared, ...unresolvedParts(root, declared, scope)], scope.diagnostics);
}

function collectConditions(section: TemplateNode | undefined, scope: Scope): void {
  if (section?.kind !== 'mapping') return;
  for (const { entry } of expandLoops(section.entries, scope)) scope.conditions.set(entry.key, entry.value);
}

interface Existence {
  readonly exists: Truth;
  readonly existsBecause: UnknownSymbol | undefined;
}

function existenceOf({ node, repeatedBy }: TemplateResource, scope: Scope): Existence {
  const condition = valueOf(node, 'Condition');
  if (condition?.kind === 'scalar') {
    const result = namedCondition(condition.source, condition.range, scope);
    if (result.truth === 'no') return { exists: 'no', existsBecause: undefined };
    if (result.truth === 'unknown')
      return { exists: 'unknown', existsBecause: conditionSymbol(condition.source, result, scope) };
  }
  return { exists: repeatedBy === undefined ? 'yes' : 'unknown', existsBecause: repeatedBy?.symbol };
}

function declare(resource: TemplateResource, existence: Existence, scope: Scope): DeclaredResource {
  const { logicalId, type, header, node } = resource;
  const { deployment } = scope;
  scope.referenced.clear();
  const attributes = propertiesOf(node, header, scope);
  const lifecycle = lifecycleOf(node, scope);
  const named = dependencyNames(valueOf(node, 'DependsOn'), scope);
  const existing = named.filter((name) => scope.resources.has(name));
  const dependsOn = new Set([...existing.map((name) => nodeId(deployment.id, name)), ...scope.referenced]);
  const id = nodeId(deployment.id, logicalId);
  dependsOn.delete(id);
  return {
    kind: resource.isModule ? 'unresolved' : 'resource',
    id,
    deployment: deployment.id,
    language: 'cloudformation',
    address: logicalId,
    anchor: logicalId,
    sourceType: type,
    ...existence,
    attributes,
    lifecycle,
    region: scope.pseudoParameters.get('AWS::Region'),
    account: scope.pseudoParameters.get('AWS::AccountId'),
    scope: deployment.id,
    defaultTags: undefined,
    header,
    block: spanning(header, node.range),
    calls: [],
    dependsOn: [...dependsOn],
  };
}

function propertiesOf(node: TemplateNode, header: SourceRange, scope: Scope): MapValue {
  const properties = valueOf(node, 'Properties');
  const isMissing = properties === undefined || (properties.kind === 'scalar' && properties.value === null);
  const value = isMissing ? undefined : scope.evaluate(properties);
  if (properties === undefined || value === undefined) return map(new Map(), properties?.range ?? header);
  if (value.kind === 'map') return value;
  const rest =
    value.kind === 'unknown'
      ? value.symbol
      : scope.fault(properties.range, 'The properties of a resource are a mapping.', 'Write names and values.').symbol;
  return { ...map(new Map(), properties.range), rest };
}

function lifecycleOf(node: TemplateNode, scope: Scope): Lifecycle {
  const read = (key: string): Value | undefined => {
    const attribute = valueOf(node, key);
    return attribute === undefined ? undefined : scope.evaluate(attribute);
  };
  return {
    ...noLifecycle,
    deletionPolicy: read('DeletionPolicy'),
    updateReplacePolicy: read('UpdateReplacePolicy'),
    metadata: read('Metadata'),
  };
}

function dependencyNames(node: TemplateNode | undefined, scope: Scope): readonly string[] {
  const value = node === undefined ? undefined : scope.evaluate(node);
  const items = value?.kind === 'list' ? value.items : value === undefined ? [] : [value];
  return items.map(knownText).filter((name) => name !== undefined);
}

/** The template itself, of which policies can ask what no resource answers. */
function settingsOf({ file, root }: TemplateFile, scope: Scope): DeclaredResource {
  const { deployment } = scope;
  const header = entryOf(root, 'Resources')?.keyRange ?? { file, start: 0, end: 0 };
  const metadata = valueOf(root, 'Metadata');
  return {
    kind: 'settings',
    id: nodeId(deployment.id, 'template'),
    deployment: deployment.id,
    language: 'cloudformation',
    address: 'template',
    anchor: 'template',
    sourceType: 'template',
    exists: 'yes',
    existsBecause: undefined,
    attributes: map(new Map(), header),
    lifecycle: { ...noLifecycle, metadata: metadata === undefined ? undefined : literalValue(metadata) },
    region: scope.pseudoParameters.get('AWS::Region'),
    account: scope.pseudoParameters.get('AWS::AccountId'),
    scope: deployment.id,
    defaultTags: undefined,
    header,
    block: root?.range ?? header,
    calls: [],
    dependsOn: [],
  };
}
