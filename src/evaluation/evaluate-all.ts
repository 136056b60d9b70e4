/** The deployments of a run → what they declare, deployment by deployment. */
import type { Diagnostic } from '../core/diagnostic.ts';
import type { FileSystem } from '../core/file-system.ts';
import type { RunWatcher } from '../core/run-watcher.ts';
import { rangeKey } from '../core/source.ts';
import type { Deployment } from '../discovery/deployment.ts';
import type { SourceSuppression } from '../loaders/source-suppression.ts';
import { createModuleLoader, type ModuleLoader } from '../loaders/terraform/configuration.ts';
import type { DeclaredResource } from './declared-resource.ts';
import { stackExports, type WhatIf, whatIf } from './evaluate-stack.ts';
import { evaluate, openRootOf, type EvaluationTools } from './evaluate.ts';
import type { Evaluation } from './evaluation.ts';
import { JudgedModules } from './judged-modules.ts';
import { undeclaredParameters } from './stated-parameters.ts';
import { TemplateReader } from './template-reader.ts';
import { RemoteStates } from './terraform/remote-states.ts';
import type { OtherDeployments } from './terraform/root-run.ts';
import type { UnitEvaluator } from './terragrunt/evaluate-unit.ts';

export interface EvaluatedAll extends Evaluation {
  /** Without the modules that Terragrunt units or libraries call, and the templates that stacks nest, which are judged there. */
  readonly deployments: readonly Deployment[];
  /** The folders of the modules that units run or call. */
  readonly runByUnits: ReadonlySet<string>;
  /** What a deployment would declare if its parameters were others. */
  whatIf(deployment: Deployment): WhatIf | undefined;
  readonly byDeployment: ReadonlyMap<string, readonly DeclaredResource[]>;
}

export async function evaluateAll(
  deployments: readonly Deployment[],
  { fileSystem, watcher }: { readonly fileSystem: FileSystem; readonly watcher?: RunWatcher | undefined },
): Promise<EvaluatedAll> {
  const modules = createModuleLoader(fileSystem);
  const stacks = { fileSystem, templates: new TemplateReader(fileSystem) };
  const exports = stackExports(deployments, stacks);
  const states: RemoteStates = new RemoteStates(deployments, (deployment) => openRootOf(deployment, tools));
  const others: OtherDeployments = {
    outputsOfState: (sought, rest) => states.outputsOfState(sought, rest),
    outputsOfUnit: (folder, rest) => states.outputsOfUnit(folder, rest),
    exportedBy: (name, region) => exports.exportedBy(name, region),
  };
  const tools: EvaluationTools = {
    ...stacks,
    modules,
    exports,
    others,
    units: await unitEvaluator(deployments, { modules, others }),
  };
  const judged = new JudgedModules();
  const evaluations: Evaluated[] = [];
  const isUnit = ({ terragrunt }: Deployment): boolean => terragrunt !== undefined;
  const inOrder = [...deployments.filter(isUnit), ...deployments.filter((each) => !isUnit(each))];
  for (const [index, deployment] of inOrder.entries()) {
    watcher?.evaluated(index, deployments.length);
    if (judged.has(deployment)) continue;
    const evaluation = evaluate(deployment, tools);
    judged.add(deployment, evaluation);
    evaluations.push({ deployment, evaluation });
  }
  return {
    ...joined(withCallers(withoutNested(evaluations))),
    runByUnits: judged.ofUnits,
    whatIf: (deployment) => whatIf(deployment, tools),
  };
}

interface Evaluated {
  readonly deployment: Deployment;
  readonly evaluation: Evaluation;
}

/** What a stack nests is judged there, and not by itself besides, unless the configuration deploys it. */
function withoutNested(evaluations: readonly Evaluated[]): readonly Evaluated[] {
  const nested = new Set(evaluations.flatMap(({ evaluation }) => evaluation.nested ?? []));
  return evaluations.filter(({ deployment }) => deployment.statedAt !== undefined || !nested.has(deployment.path));
}

/** Beside something that is deployed, whoever calls a library is taken to be in the scan. */
function withCallers(evaluations: readonly Evaluated[]): readonly Evaluated[] {
  if (evaluations.some(({ evaluation }) => evaluation.caller === undefined)) return evaluations;
  return evaluations.map(({ deployment, evaluation }) => {
    const { caller, value } = evaluation;
    return { deployment, evaluation: caller === undefined ? evaluation : { ...evaluation, value: [...value, caller] } };
  });
}

function joined(evaluations: readonly Evaluated[]): Omit<EvaluatedAll, 'runByUnits' | 'whatIf'> {
  const byDeployment = new Map<string, readonly DeclaredResource[]>();
  const suppressions = new Map<string, SourceSuppression>();
  const diagnostics: Diagnostic[] = [];
  for (const { deployment, evaluation } of evaluations) {
    byDeployment.set(deployment.id, evaluation.value);
    diagnostics.push(...evaluation.diagnostics);
    // One line once, also of a template that is read for each of its deployments.
    for (const each of evaluation.suppressions) suppressions.set(rangeKey(each.statedAt), each);
  }
  return {
    value: [...byDeployment.values()].flat(),
    byDeployment,
    deployments: evaluations.map(({ deployment }) => deployment),
    diagnostics: [
      ...diagnostics,
      ...undeclaredParameters(evaluations.flatMap(({ evaluation }) => evaluation.statedNames ?? [])),
    ],
    suppressions: [...suppressions.values()],
  };
}

async function unitEvaluator(
  deployments: readonly Deployment[],
  tools: { readonly modules: ModuleLoader; readonly others: OtherDeployments },
): Promise<UnitEvaluator | undefined> {
  if (deployments.every(({ terragrunt }) => terragrunt === undefined)) return undefined;
  const { createUnitEvaluator } = await import('./terragrunt/evaluate-unit.ts');
  return createUnitEvaluator(tools);
}
