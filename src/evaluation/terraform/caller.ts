/**
 * Whoever calls a library: not in the scan, so one unresolved declaration stands for what it declares around the module. It
 * knows everything in it, by what it passes and by the outputs.
 */
import { nodeId, type NodeId } from '../../core/ids.ts';
import { map } from '../../core/value.ts';
import { callerOfLibrary, noLifecycle, type DeclaredResource } from '../declared-resource.ts';
import type { ModuleInstance } from './modules/module-instance.ts';

/**
 * Undefined for what takes nothing and gives nothing: nobody calls that, its provider is configured by the environment.
 *
 * @param declared everything in the library
 */
export function callerOf(library: ModuleInstance, declared: readonly DeclaredResource[]): DeclaredResource | undefined {
  const { run, module } = library;
  const [first] = [...module.variables.values(), ...module.outputs.values()];
  if (first === undefined) return undefined;
  const provider = library.provider({ name: 'aws', alias: undefined });
  const known: readonly NodeId[] = declared.filter(({ kind }) => kind === 'resource').map(({ id }) => id);
  return {
    kind: 'unresolved',
    id: nodeId(run.deployment.id, callerOfLibrary),
    deployment: run.deployment.id,
    language: 'terraform',
    address: callerOfLibrary,
    anchor: callerOfLibrary,
    sourceType: callerOfLibrary,
    exists: 'yes',
    existsBecause: undefined,
    attributes: map(new Map(), first.range),
    lifecycle: noLifecycle,
    region: provider.region,
    account: provider.account,
    scope: provider.id,
    defaultTags: provider.defaultTags,
    header: first.headerRange,
    block: first.range,
    calls: [],
    dependsOn: known,
  };
}
