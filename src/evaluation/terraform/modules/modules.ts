/** Module calls: finds the called module or a model of it, and opens one instance of it in its caller. */
import type { Diagnostic } from '../../../core/diagnostic.ts';
import { nodeId, type NodeId } from '../../../core/ids.ts';
import type { SourceRange } from '../../../core/source.ts';
import { unknown, type Value } from '../../../core/value.ts';
import type { ModuleLoader } from '../../../loaders/terraform/configuration.ts';
import { attributeNamed } from '../../../loaders/terraform/terraform-module.ts';
import type { InstalledModules } from './installed-modules.ts';
import { maximumModuleDepth } from '../limits.ts';
import { ModuleInstance, type CalledModule, type CallInstance } from './module-instance.ts';
import { ModelledCall } from './modelled-call.ts';
import { callArguments, findModule, isDownload, literalArgument, type ModuleSource } from './module-sources.ts';
import { passedProviders } from '../providers/providers.ts';
import type { RootRun } from '../root-run.ts';
import { findModel, findModelInside, sourceInside } from './registry-models.ts';
import { placedAt } from '../values/places.ts';

export interface Modules {
  readonly loader: ModuleLoader;
  readonly installed: InstalledModules;
}

export function openModule(modules: Modules, instance: CallInstance): CalledModule {
  const { caller, name, key } = instance;
  const address = caller.addressOf(`module.${name}${key.suffix}`);
  const id = nodeId(caller.run.deployment.id, address);
  const found = sourceOf(modules, instance, address);
  const opened = { ...instance, id, address, source: found.source };
  const model = modelFor(found, instance);
  if (model !== undefined) return openedAs(opened, openModel(modules, opened, model));
  const problem = problemOf(found, instance);
  if (problem !== undefined) caller.run.report(problem);
  if (problem !== undefined || found.kind !== 'folder') {
    const attribute = (output: string, range: SourceRange): Value => unknownOutput(opened, output, range);
    return { ...opened, content: undefined, attribute };
  }
  return openedAs(opened, openFolder(modules, opened, found.folder));
}

/** A call with what is known of it before its module is opened. */
interface OpenedCall extends CallInstance {
  readonly id: NodeId;
  readonly address: string;
  readonly source: string;
}

function openedAs(opened: OpenedCall, content: ModuleInstance): CalledModule {
  const { model } = content;
  const attribute = (output: string, range: SourceRange): Value => {
    if (model === undefined) return content.output(output, range);
    if (!content.module.outputs.has(output)) return unknownOutput(opened, output, range);
    const value = content.output(output, range);
    return opened.caller.model === undefined ? placedAt(leave(model, value, content.run), range) : value;
  };
  return { ...opened, content, attribute, contents: () => resourcesIn(content) };
}

/** A value as it leaves a model; where it stands for any number of others, they leave with it. */
function leave(model: ModelledCall, value: Value, { openExpansions }: RootRun): Value {
  const open = value.kind === 'unknown' ? openExpansions.get(value.symbol.key) : undefined;
  if (value.kind === 'unknown' && open !== undefined)
    openExpansions.set(value.symbol.key, { ...open, instance: model.leave(open.instance) });
  return model.leave(value);
}

function sourceOf(modules: Modules, { caller, call }: CallInstance, address: string): ModuleSource {
  // What a model calls lies in the module that it describes, and on no disk.
  if (caller.model !== undefined)
    return { kind: 'remote', source: sourceInside(caller.model.model, literalArgument(call, 'source') ?? '') };
  const from = { fileSystem: modules.loader.fileSystem, installed: modules.installed };
  return findModule(call, caller.folder, callPath(address), from);
}

/** The model that stands in for a module that is not on disk; undefined where an argument is none of its inputs. */
function modelFor(found: ModuleSource, { caller, call }: CallInstance): ModelledCall | undefined {
  if (found.kind !== 'remote') return undefined;
  if (caller.model !== undefined) {
    const inner = findModelInside(caller.model.model, literalArgument(call, 'source') ?? '');
    return inner === undefined ? undefined : caller.model.inside(inner);
  }
  const version = literalArgument(call, 'version');
  // A version that is no literal could be any.
  if (version === undefined && attributeNamed(call.body, 'version') !== undefined) return undefined;
  const model = findModel(found.source, version);
  const isCovered = call.body.attributes.every(({ name }) => callArguments.has(name) || model?.inputs.has(name));
  return model === undefined || !isCovered ? undefined : new ModelledCall(model, call);
}

function openModel(modules: Modules, opened: OpenedCall, model: ModelledCall): ModuleInstance {
  const { caller, call, key, existence, address } = opened;
  const { module } = model.model;
  for (const { file } of module.files) caller.run.modelled.set(file, model.call.headerRange);
  const isOutermost = caller.model === undefined;
  if (isOutermost) tellModelled(opened, model);
  return new ModuleInstance({
    run: caller.run,
    module,
    address,
    variables: {
      kind: 'arguments',
      body: call.body,
      scope: key.scope,
      ...(isOutermost ? { receive: (value: Value) => model.receive(value) } : {}),
    },
    parent: caller,
    passed: passedProviders(call, key.scope),
    existence,
    calls: isOutermost ? [...caller.calls, { header: call.headerRange, block: call.range, ours: false }] : caller.calls,
    model,
    open: (inner) => openModule(modules, inner),
  });
}

/** Once for each module: calls of one are judged alike. */
function tellModelled({ caller, source }: OpenedCall, { model, call }: ModelledCall): void {
  if (caller.run.modelledSources.has(model.source)) return;
  caller.run.modelledSources.add(model.source);
  caller.run.report({
    code: 'input/modelled-module',
    level: 'note',
    message: `The module ${JSON.stringify(source)} is not on disk: what it declares is taken from a model of it.`,
    help: 'Run `terraform init` in the root to have the module itself judged.',
    range: call.headerRange,
    path: call.headerRange.file.path,
  });
}

function openFolder(modules: Modules, opened: OpenedCall, folder: string): ModuleInstance {
  const { caller, call, key, existence, address } = opened;
  const loaded = modules.loader.load(folder);
  for (const diagnostic of loaded.diagnostics) caller.run.report(diagnostic);
  // What strangers accept for themselves does not bind those who call their module.
  if (!isDownload(folder)) caller.run.suppress(loaded.value.suppressions);
  caller.run.folders.add(folder);
  return new ModuleInstance({
    run: caller.run,
    module: loaded.value,
    address,
    variables: { kind: 'arguments', body: call.body, scope: key.scope },
    parent: caller,
    passed: passedProviders(call, key.scope),
    existence,
    calls: [...caller.calls, { header: call.headerRange, block: call.range, ours: !isDownload(folder) }],
    open: (inner) => openModule(modules, inner),
  });
}

/** All resources of a module and of those that it calls. */
function resourcesIn(module: ModuleInstance): readonly NodeId[] {
  const inner = module
    .calledModules()
    .map((called) => (called.content === undefined ? [called.id] : resourcesIn(called.content)));
  return [...module.resourceInstances().map(({ id }) => id), ...inner.flat()];
}

/** `module.a["k"].module.b` → `a.b`, as `terraform init` names calls. */
function callPath(address: string): string {
  const keyless = address.replace(/\[(?:\*|\d+|"(?:[^"\\]|\\.)*")\]/gu, '');
  return keyless.replace(/(^|\.)module\./gu, '$1');
}

function unknownOutput({ id, address }: OpenedCall, output: string, range: SourceRange): Value {
  const cure = 'Run `terraform init`, so that the module is on disk.';
  return unknown(`${id}.${output}`, { code: 'unresolved-module', subject: `${address}.${output}`, cure }, range);
}

function problemOf(found: ModuleSource, instance: CallInstance): Diagnostic | undefined {
  if (found.kind === 'folder') return nestingProblem(found.folder, instance);
  const { headerRange } = instance.call;
  const place = { range: headerRange, path: headerRange.file.path };
  const subject = `module ${JSON.stringify(instance.name)}, ${JSON.stringify(found.source)},`;
  const code = 'input/unresolved-module';
  if (found.kind === 'remote') {
    // What a described module calls elsewhere is nothing that its caller could look at.
    if (isElsewhere(instance)) return undefined;
    const message = `The source of ${subject} is not on disk: what it declares is not known.`;
    return { code, level: 'note', message, help: 'Run `terraform init` in the root, then lint again.', ...place };
  }
  const message = `The folder of ${subject} does not exist or lies outside the scanned tree.`;
  return {
    code,
    level: 'warning',
    message,
    help: 'Correct the source, or scan from a folder that holds it.',
    ...place,
  };
}

function isElsewhere({ caller, call }: CallInstance): boolean {
  return caller.model !== undefined && !(literalArgument(call, 'source') ?? '').startsWith('./');
}

function nestingProblem(folder: string, { caller, name, call }: CallInstance): Diagnostic | undefined {
  const place = { range: call.headerRange, path: call.headerRange.file.path };
  const subject = `Module ${JSON.stringify(name)}`;
  for (let outer: ModuleInstance | undefined = caller; outer !== undefined; outer = outer.parent) {
    if (outer.folder !== folder) continue;
    const message = `${subject} calls ${folder}, which it stands in itself.`;
    const help = 'A module can not contain itself; Terraform refuses this, too.';
    return { code: 'input/cycle', level: 'error', message, help, ...place };
  }
  if (caller.calls.length < maximumModuleDepth) return undefined;
  const message = `${subject} is not opened: modules are nested more than ${maximumModuleDepth} levels deep.`;
  return { code: 'input/limit', level: 'warning', message, help: 'Flatten the modules.', ...place };
}
