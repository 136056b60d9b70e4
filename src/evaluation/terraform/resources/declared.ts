/** What evaluation hands on: each instance, unresolved call and settings block as a DeclaredResource. */
import { nodeId } from '../../../core/ids.ts';
import { map, type Value } from '../../../core/value.ts';
import type { Block, Body } from '../../../loaders/hcl/ast.ts';
import { attributeNamed, blockNamed } from '../../../loaders/terraform/terraform-module.ts';
import { writtenText } from '../../../loaders/terraform/written-text.ts';
import { noLifecycle, type DeclaredResource, type Lifecycle } from '../../declared-resource.ts';
import { evaluateBody, unreadArgument } from './blocks.ts';
import { dependenciesOf } from './dependencies.ts';
import type { CalledModule, ModuleInstance } from '../modules/module-instance.ts';
import type { ResourceInstance } from './resource-instance.ts';
import { callArguments } from '../modules/module-sources.ts';
import type { Scope } from '../scope.ts';

export function declaredResource(instance: ResourceInstance, module: ModuleInstance): DeclaredResource {
  const { resource, provider, scope } = instance;
  const { block } = resource;
  const { model } = module;
  // What a model declares is declared, as far as anybody can see, by the call.
  const written = model?.call ?? block;
  const attributes = instance.attributes();
  const dependencies = dependenciesOf(block.body, attributes, scope, module.module);
  return {
    kind: resource.kind,
    id: instance.id,
    deployment: module.run.deployment.id,
    language: 'terraform',
    address: instance.address,
    anchor: anchorOf(instance.address),
    sourceType: resource.type,
    exists: instance.exists,
    existsBecause: instance.existsBecause,
    attributes,
    lifecycle: lifecycleOf(block.body, scope),
    region: provider.region,
    account: provider.account,
    scope: provider.id,
    ...(model === undefined ? {} : { modelOf: model.model.source }),
    defaultTags: provider.defaultTags,
    header: written.headerRange,
    block: written.range,
    calls: module.calls,
    dependsOn: [...dependencies].filter((id) => id !== instance.id),
  };
}

/** A call whose module is not on disk: its inputs, in the Region of the default provider that the module would have. */
export function unresolvedCall({ id, address, caller, call, key, existence, source }: CalledModule): DeclaredResource {
  const { model } = caller;
  const written = model?.call ?? call;
  const inputs = {
    ...call.body,
    attributes: call.body.attributes.filter(({ name }) => !callArguments.has(name)),
    blocks: [],
  };
  const evaluated = map(evaluateBody(inputs, key.scope), call.range);
  const attributes = model === undefined ? evaluated : model.attributes(evaluated, id);
  const provider = caller.calledProvider(call, key.scope, { name: 'aws', alias: undefined });
  const dependencies = dependenciesOf(call.body, attributes, key.scope, caller.module);
  return {
    kind: 'unresolved',
    id,
    deployment: caller.run.deployment.id,
    language: 'terraform',
    address,
    anchor: anchorOf(address),
    sourceType: source,
    exists: existence.exists,
    existsBecause: existence.because,
    attributes,
    lifecycle: noLifecycle,
    region: provider.region,
    account: provider.account,
    scope: provider.id,
    defaultTags: provider.defaultTags,
    header: written.headerRange,
    block: written.range,
    calls: caller.calls,
    dependsOn: [...dependencies],
  };
}

/** The `terraform` blocks of a root as one; undefined for a root without any block. */
export function settingsOf(root: ModuleInstance): DeclaredResource | undefined {
  const { module, run, scope } = root;
  const blocks = module.settings;
  const first =
    blocks.find((block) => hasState(block)) ?? blocks[0] ?? module.files.flatMap((file) => file.body.blocks)[0];
  if (first === undefined) return undefined;
  const entries = new Map<string, Value>();
  for (const block of blocks)
    for (const [name, value] of evaluateBody(settingsBody(block.body), scope)) entries.set(name, value);
  const [rest] = module.unread;
  if (rest !== undefined && !blocks.some((block) => hasState(block)))
    entries.set('backend', unreadArgument('backend', { ...first.body, range: rest }));
  return {
    kind: 'settings',
    id: nodeId(run.deployment.id, 'terraform'),
    deployment: run.deployment.id,
    language: 'terraform',
    address: 'terraform',
    anchor: 'terraform',
    sourceType: 'terraform',
    exists: 'yes',
    existsBecause: undefined,
    attributes: map(entries, first.range),
    lifecycle: noLifecycle,
    region: undefined,
    account: undefined,
    scope: run.deployment.id,
    defaultTags: undefined,
    header: first.headerRange,
    block: first.range,
    calls: [],
    dependsOn: [],
  };
}

function hasState({ body }: Block): boolean {
  return body.blocks.some(({ type }) => type === 'backend' || type === 'cloud');
}

/** Without what says which providers are needed: that is no setting of the deployment. */
function settingsBody(body: Body): Body {
  return {
    ...body,
    attributes: body.attributes.filter(({ name }) => name === 'required_version'),
    blocks: body.blocks.filter(({ type }) => type === 'backend' || type === 'cloud'),
  };
}

function lifecycleOf(body: Body, scope: Scope): Lifecycle {
  const block = blockNamed(body, 'lifecycle');
  if (block === undefined) return noLifecycle;
  const evaluated = (name: string): Value | undefined => {
    const written = attributeNamed(block.body, name);
    return written === undefined ? undefined : scope.evaluate(written.value);
  };
  return {
    ...noLifecycle,
    preventDestroy: evaluated('prevent_destroy'),
    createBeforeDestroy: evaluated('create_before_destroy'),
    ignoreChanges: ignoredChanges(block.body),
  };
}

/** As written; `all` for every argument. */
function ignoredChanges(body: Body): readonly string[] {
  const written = attributeNamed(body, 'ignore_changes')?.value;
  if (written === undefined) return [];
  const paths = written.kind === 'tuple' ? written.items : [written];
  return paths.map((path) => writtenText(path.range).replaceAll('"', ''));
}

/** The address without instance keys. */
function anchorOf(address: string): string {
  return address.replace(/\[(?:\*|\d+|"(?:[^"\\]|\\.)*")\]/gu, '');
}
