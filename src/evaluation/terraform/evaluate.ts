/** Evaluates one root module with its inputs: syntax trees → every resource, data source and unresolved call it declares. */
import type { Outcome } from '../../core/outcome.ts';
import type { Value } from '../../core/value.ts';
import type { ModuleLoader } from '../../loaders/terraform/configuration.ts';
import type { TerraformModule } from '../../loaders/terraform/terraform-module.ts';
import type { StatedVariables } from '../../loaders/terraform/variable-files.ts';
import type { DeclaredResource } from '../declared-resource.ts';
import type { Deployment } from '../deployment.ts';
import type { Evaluation } from '../evaluation.ts';
import { callerOf } from './caller.ts';
import { declaredResource, settingsOf, unresolvedCall } from './resources/declared.ts';
import { maximumResources } from './limits.ts';
import { ModuleInstance } from './modules/module-instance.ts';
import { readInstalledModules } from './modules/installed-modules.ts';
import { openModule, type Modules } from './modules/modules.ts';
import { ProviderNotes } from './providers/provider-notes.ts';
import { RootRun, type OtherDeployments } from './root-run.ts';
import { unreadFiles } from './unread-files.ts';
import { reportStatedVariables } from './variables/variable-notes.ts';

export interface RootInput {
  readonly deployment: Deployment;
  readonly modules: ModuleLoader;
  /** What variable files state, the strongest of each name. */
  readonly variables: StatedVariables;
  /** The module itself, where it is not just the files of its folder. */
  readonly module?: Outcome<TerraformModule>;
  /** What is given for a variable otherwise; variable files are stronger. */
  readonly inputs?: (name: string) => Value | undefined;
  readonly others?: OtherDeployments | undefined;
}

/** The module with its inputs, of which nothing is evaluated yet. */
export function openRoot({
  deployment,
  modules: loader,
  variables,
  module,
  inputs,
  others,
}: RootInput): ModuleInstance {
  const run = new RootRun(deployment, loader.fileSystem, others);
  const modules: Modules = { loader, installed: readInstalledModules(deployment.path, loader.fileSystem) };
  const loaded = module ?? loader.load(deployment.path);
  for (const diagnostic of loaded.diagnostics) run.report(diagnostic);
  run.suppress(loaded.value.suppressions);
  return new ModuleInstance({
    run,
    module: loaded.value,
    address: '',
    variables: { kind: 'stated', stated: variables, ...(inputs !== undefined && { inputs }) },
    parent: undefined,
    passed: new Map(),
    existence: { exists: 'yes', because: undefined },
    calls: [],
    open: (instance) => openModule(modules, instance),
  });
}

/** The diagnostics hold those of every module folder that the root uses: two roots of one module both have them. */
export function evaluateRoot(input: RootInput): Evaluation {
  const root = openRoot(input);
  const { run } = root;
  reportStatedVariables(root, input.variables);
  const settings = settingsOf(root);
  const declared: DeclaredResource[] = settings === undefined ? [] : [settings];
  const notes = new ProviderNotes(run);
  collectFrom(root, declared, notes);
  notes.report(root.module);
  const caller = isLibrary(input.deployment) ? callerOf(root, declared) : undefined;
  return {
    value: declared,
    diagnostics: run.diagnostics,
    suppressions: [...run.suppressions],
    modules: [...run.folders],
    ...(caller !== undefined && { caller }),
  };
}

/** Whoever states a deployment or its inputs deploys it as it is. */
function isLibrary({ library, statedAt, inputFiles }: Deployment): boolean {
  return library === true && statedAt === undefined && inputFiles.length === 0;
}

function collectFrom(module: ModuleInstance, declared: DeclaredResource[], notes: ProviderNotes): void {
  for (const instance of module.resourceInstances()) {
    if (declared.length >= maximumResources) {
      module.run.atLimit(
        instance.resource.block.headerRange,
        `this root declares more than ${maximumResources} resources`,
      );
      return;
    }
    declared.push(declaredResource(instance, module));
    notes.used(instance);
  }
  declared.push(...unreadFiles(module));
  for (const called of module.calledModules()) {
    if (called.content !== undefined) collectFrom(called.content, declared, notes);
    else declared.push(unresolvedCall(called));
  }
}
