/** The deployments of a run → what they declare, deployment by deployment. */
import type { Diagnostic } from '../core/diagnostic.ts';
import type { FileSystem } from '../core/file-system.ts';
import type { RunWatcher } from '../core/run-watcher.ts';
import { rangeKey } from '../core/source.ts';
import type { Deployment } from '../discovery/deployment.ts';
import type { SourceSuppression } from '../loaders/source-suppression.ts';
import { createModuleLoader, type ModuleLoader } from '../loaders/terraform/configuration.ts';
import type { DeclaredResource } from './declared-resource.ts';
import { evaluate } from './evaluate.ts';
import type { Evaluation } from './evaluation.ts';
import { ModulesOfUnits } from './modules-of-units.ts';
import type { UnitEvaluator } from './terragrunt/evaluate-unit.ts';

export interface EvaluatedAll extends Evaluation {
  /** Without the modules that Terragrunt units run or call, which are judged there. */
  readonly deployments: readonly Deployment[];
  /** Their folders. */
  readonly runByUnits: ReadonlySet<string>;
  readonly byDeployment: ReadonlyMap<string, readonly DeclaredResource[]>;
}

export async function evaluateAll(
  deployments: readonly Deployment[],
  { fileSystem, watcher }: { readonly fileSystem: FileSystem; readonly watcher?: RunWatcher | undefined },
): Promise<EvaluatedAll> {
  const modules = createModuleLoader(fileSystem);
  const tools = { fileSystem, modules, units: await unitEvaluator(deployments, modules) };
  const judged: Deployment[] = [];
  const modulesOfUnits = new ModulesOfUnits();
  const byDeployment = new Map<string, readonly DeclaredResource[]>();
  const suppressions = new Map<string, SourceSuppression>();
  const diagnostics: Diagnostic[] = [];
  const isUnit = ({ terragrunt }: Deployment): boolean => terragrunt !== undefined;
  const inOrder = [...deployments.filter(isUnit), ...deployments.filter((each) => !isUnit(each))];
  for (const [index, deployment] of inOrder.entries()) {
    watcher?.evaluated(index, deployments.length);
    if (!isUnit(deployment) && modulesOfUnits.has(deployment)) continue;
    const evaluated = evaluate(deployment, tools);
    judged.push(deployment);
    if (isUnit(deployment)) modulesOfUnits.add(evaluated);
    byDeployment.set(deployment.id, evaluated.value);
    diagnostics.push(...evaluated.diagnostics);
    // One line once, also of a template that is read for each of its deployments.
    for (const each of evaluated.suppressions) suppressions.set(rangeKey(each.statedAt), each);
  }
  return {
    value: [...byDeployment.values()].flat(),
    byDeployment,
    deployments: judged,
    runByUnits: modulesOfUnits.folders,
    diagnostics,
    suppressions: [...suppressions.values()],
  };
}

async function unitEvaluator(
  deployments: readonly Deployment[],
  modules: ModuleLoader,
): Promise<UnitEvaluator | undefined> {
  if (deployments.every(({ terragrunt }) => terragrunt === undefined)) return undefined;
  const { createUnitEvaluator } = await import('./terragrunt/evaluate-unit.ts');
  return createUnitEvaluator(modules);
}
