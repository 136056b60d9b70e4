/** Module calls: finds the called module, and opens one instance of it in its caller. */
import type { Diagnostic } from '../../core/diagnostic.ts';
import { nodeId, type NodeId } from '../../core/ids.ts';
import type { SourceRange } from '../../core/source.ts';
import { unknown, type Value } from '../../core/value.ts';
import type { ModuleLoader } from '../../loaders/terraform/configuration.ts';
import { maximumModuleDepth } from './limits.ts';
import { ModuleInstance, type CalledModule, type CallInstance } from './module-instance.ts';
import { findModule, isDownload, type InstalledModules, type ModuleSource } from './module-sources.ts';
import { passedProviders } from './providers.ts';

export interface Modules {
  readonly loader: ModuleLoader;
  readonly installed: InstalledModules;
}

export function openModule(modules: Modules, instance: CallInstance): CalledModule {
  const { caller, name, call, key } = instance;
  const address = caller.addressOf(`module.${name}${key.suffix}`);
  const id = nodeId(caller.run.deployment.id, address);
  const from = { fileSystem: modules.loader.fileSystem, installed: modules.installed };
  const found = findModule(call, caller.folder, callPath(address), from);
  const problem = problemOf(found, instance);
  if (problem !== undefined) caller.run.report(problem);
  if (problem !== undefined || found.kind !== 'folder') {
    const attribute = (output: string, range: SourceRange): Value =>
      unknownOutput(`${id}.${output}`, `${address}.${output}`, range);
    return { ...instance, id, address, source: found.source, content: undefined, attribute };
  }
  const content = openFolder(modules, instance, address, found.folder);
  const attribute = (output: string, range: SourceRange): Value => content.output(output, range);
  const contents = (): readonly NodeId[] => resourcesIn(content);
  return { ...instance, id, address, source: found.source, content, attribute, contents };
}

function openFolder(modules: Modules, instance: CallInstance, address: string, folder: string): ModuleInstance {
  const { caller, call, key, existence } = instance;
  const loaded = modules.loader.load(folder);
  for (const diagnostic of loaded.diagnostics) caller.run.report(diagnostic);
  // What strangers accept for themselves does not bind those who call their module.
  if (!isDownload(folder)) caller.run.suppress(loaded.value.suppressions);
  return new ModuleInstance({
    run: caller.run,
    module: loaded.value,
    address,
    variables: { kind: 'arguments', body: call.body, scope: key.scope },
    parent: caller,
    passed: passedProviders(call),
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

function unknownOutput(key: string, subject: string, range: SourceRange): Value {
  const cure = 'Run `terraform init`, so that the module is on disk.';
  return unknown(key, { code: 'unresolved-module', subject, cure }, range);
}

function problemOf(found: ModuleSource, instance: CallInstance): Diagnostic | undefined {
  if (found.kind === 'folder') return nestingProblem(found.folder, instance);
  const { headerRange } = instance.call;
  const place = { range: headerRange, path: headerRange.file.path };
  const subject = `module ${JSON.stringify(instance.name)}, ${JSON.stringify(found.source)},`;
  const code = 'input/unresolved-module';
  if (found.kind === 'remote') {
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
