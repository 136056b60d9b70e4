/** One template with its deployment and stated parameters in, its declared resources out. Start reading the evaluation of CloudFormation here. */
import { nodeId } from '../../core/ids.ts';
import type { Outcome } from '../../core/outcome.ts';
import { type SourceRange, spanning } from '../../core/source.ts';
import { map, type MapValue, type Value } from '../../core/value.ts';
import { entryOf, type TemplateFile, type TemplateNode, valueOf } from '../../loaders/template-node.ts';
import { type DeclaredResource, type Lifecycle, noLifecycle } from '../declared-resource.ts';
import type { Deployment } from '../deployment.ts';
import { constructOf, type CreatedAt } from './cdk/construct.ts';
import { helperUse } from './cdk/helpers.ts';
import type { SharedValues } from './cdk/shared-values.ts';
import { type Existence, existenceOf } from './existence.ts';
import { literalValue } from './literals.ts';
import { nestedStacks, type ReadTemplate } from './nested-stacks.ts';
import { openStack } from './open-stack.ts';
import { brokenRules, reportBrokenRules } from './rules.ts';
import type { NestedStack, OtherStacks, Scope, TemplateResource } from './scope.ts';
import { knownText } from './text.ts';
import { templateSettings } from './template-settings.ts';
import { unresolvedParts, withoutInstances } from './unresolved-parts.ts';

export interface TemplateInput {
  readonly deployment: Deployment;
  readonly template: TemplateFile;
  /** The stated ones, with the places where they are stated. */
  readonly parameters: ReadonlyMap<string, Value>;
  /** Of the stack. */
  readonly tags?: MapValue | undefined;
  /** For the templates that it nests. */
  readonly readTemplate: ReadTemplate;
  /** That it may import from. */
  readonly others?: OtherStacks | undefined;
  /** Of the stack of a CDK app. */
  readonly createdAt?: CreatedAt | undefined;
  readonly sharedValues?: SharedValues | undefined;
  /** Whether the resource of a logical id is asked for, with what it nests; all are, unless this says otherwise. */
  readonly isAsked?: ((logicalId: string) => boolean) | undefined;
}

export interface EvaluatedTemplate extends Outcome<readonly DeclaredResource[]> {
  /** The templates that it nests, at any depth. */
  readonly nested: readonly TemplateFile[];
}

export interface EvaluatedStack extends EvaluatedTemplate {
  /** CloudFormation would deploy nothing with these parameters: they break a rule of the template. */
  readonly isRefused: boolean;
}

export function evaluateTemplate(input: TemplateInput): EvaluatedStack {
  const { template, parameters, isAsked } = input;
  const scope = openTemplate(input);
  const broken = brokenRules(template, scope);
  reportBrokenRules(broken, parameters, scope);
  const declared = declareStack({ template, scope }, isAsked);
  return { ...declared, value: [settingsOf(template, scope), ...declared.value], isRefused: broken.length > 0 };
}

/** The outermost stack of a deployment, nothing of it declared yet. */
export function openTemplate(input: TemplateInput): Scope {
  const { deployment, template, parameters, others, tags, createdAt, sharedValues } = input;
  const { path } = template.file;
  const place = { prefix: '', calls: [], paths: [path], exists: 'yes', existsBecause: undefined } as const;
  const nested = nestedStacks(input.readTemplate);
  return openStack({ deployment, template, parameters, place, nested, others, tags, createdAt, sharedValues });
}

/** The resources of a stack and of those that it nests. */
function declareStack(
  { template, scope }: Pick<NestedStack, 'template' | 'scope'>,
  isAsked?: (logicalId: string) => boolean,
): EvaluatedTemplate {
  const declared: DeclaredResource[] = [];
  const nested: NestedStack[] = [];
  for (const resource of scope.resources.values()) {
    if (isAsked?.(resource.logicalId) === false) continue;
    const existence = existenceOf(resource, scope);
    if (existence.exists === 'no') continue;
    declared.push(declare(resource, existence, scope));
    const stack = scope.nested.open(resource, scope);
    if (stack !== undefined) nested.push(stack);
    nested.push(...(scope.nested.openSet(resource, scope) ?? []));
  }
  const unresolved = unresolvedParts(template.root, declared, scope);
  const inner = nested.map((stack) => declareStack(stack));
  return {
    value: [...declared, ...unresolved, ...inner.flatMap(({ value }) => value)],
    diagnostics: [...scope.diagnostics, ...inner.flatMap(({ diagnostics }) => diagnostics)],
    nested: [...otherTemplates(nested, template), ...inner.flatMap((each) => each.nested)],
  };
}

/** Each once, however many instances of a stack set it makes. What stands as text in this template is no other file. */
function otherTemplates(nested: readonly NestedStack[], { file }: TemplateFile): readonly TemplateFile[] {
  return [...new Set(nested.map(({ template }) => template))].filter((other) => other.file !== file);
}

function declare(resource: TemplateResource, existence: Existence, scope: Scope): DeclaredResource {
  const { logicalId, type, header, node } = resource;
  const { deployment, place } = scope;
  const address = place.prefix + logicalId;
  scope.referenced.clear();
  const attributes = propertiesOf(node, header, scope);
  const lifecycle = lifecycleOf(node, scope);
  const named = dependencyNames(valueOf(node, 'DependsOn'), scope);
  const existing = named.filter((name) => scope.resources.has(name));
  const dependsOn = new Set([...existing.map((name) => scope.idOf(name)), ...scope.referenced]);
  const id = scope.idOf(logicalId);
  dependsOn.delete(id);
  const construct = constructOf(resource, scope.createdAt);
  const helps = helperUse(type, construct?.path, scope.resources);
  return {
    kind: resource.isModule ? 'unresolved' : 'resource',
    id,
    deployment: deployment.id,
    language: 'cloudformation',
    address,
    anchor: withoutInstances(address),
    sourceType: type,
    ...existence,
    attributes,
    lifecycle,
    region: scope.pseudoParameters.get('AWS::Region'),
    account: scope.pseudoParameters.get('AWS::AccountId'),
    scope: scope.surroundings,
    ...(construct !== undefined && { construct }),
    ...(helps !== undefined && { helps }),
    defaultTags: scope.tags,
    header,
    block: spanning(header, node.range),
    calls: place.calls,
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
    template: templateSettings(root, scope),
    dependsOn: [],
  };
}
