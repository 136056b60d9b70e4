/** One deployment → its declared resources, whichever language it is written in. */
import type { Diagnostic } from '../core/diagnostic.ts';
import { maximumPlanBytes, readSource } from '../core/read-source.ts';
import type { Deployment } from '../discovery/deployment.ts';
import type { ModuleLoader } from '../loaders/terraform/configuration.ts';
import { loadPlan, type PlanFile } from '../loaders/terraform/plan-json.ts';
import { loadVariableFiles } from '../loaders/terraform/variable-files.ts';
import { evaluateStack, type StackTools } from './evaluate-stack.ts';
import type { Evaluation } from './evaluation.ts';
import { evaluateRoot, openRoot } from './terraform/evaluate.ts';
import type { ModuleInstance } from './terraform/modules/module-instance.ts';
import type { OtherDeployments } from './terraform/root-run.ts';
import type { UnitEvaluator } from './terragrunt/evaluate-unit.ts';
import { evaluatePlan } from './terraform/plan/evaluate-plan.ts';
import { variablesOf } from './terraform/plan/stated-variables.ts';

export interface EvaluationTools extends StackTools {
  /** Shared by all roots of a run, so that each folder is read once. */
  readonly modules: ModuleLoader;
  /** Loaded where there are Terragrunt units. */
  readonly units?: UnitEvaluator | undefined;
  /** What a root may ask of the other deployments. */
  readonly others?: OtherDeployments | undefined;
}

export function evaluate(deployment: Deployment, tools: EvaluationTools): Evaluation {
  return deployment.language === 'terraform' ? evaluateTerraform(deployment, tools) : evaluateStack(deployment, tools);
}

function evaluateTerraform(deployment: Deployment, tools: EvaluationTools): Evaluation {
  if (deployment.terragrunt !== undefined && tools.units !== undefined) return tools.units.evaluate(deployment);
  const { plan } = deployment;
  return plan === undefined ? evaluateRootWith(deployment, tools) : evaluatePlanFile(deployment, plan, tools);
}

function evaluateRootWith(deployment: Deployment, tools: EvaluationTools): Evaluation {
  const variables = loadVariableFiles(deployment.path, deployment.inputFiles, tools.fileSystem);
  const { modules, others } = tools;
  const root = evaluateRoot({ deployment, modules, variables: variables.value, others });
  return { ...root, diagnostics: [...variables.diagnostics, ...root.diagnostics] };
}

/** A root of its own for others to read outputs from; what is wrong with it is told where it is evaluated. */
export function openRootOf(deployment: Deployment, tools: EvaluationTools): ModuleInstance | undefined {
  if (deployment.terragrunt !== undefined) return tools.units?.open(deployment);
  const { modules, fileSystem, others } = tools;
  const variables = loadVariableFiles(deployment.path, deployment.inputFiles, fileSystem);
  return openRoot({ deployment, modules, variables: variables.value, others });
}

/** A plan that can't be read leaves its root to be judged by itself. */
function evaluatePlanFile(deployment: Deployment, path: string, tools: EvaluationTools): Evaluation {
  const text = readSource(tools.fileSystem, path, { maximumBytes: maximumPlanBytes, shown: false });
  const loaded = text.value === undefined ? undefined : loadPlan(text.value);
  const diagnostics = [...text.diagnostics, ...(loaded?.diagnostics ?? [])];
  const plan = loaded?.value;
  const hasRoot = deployment.path !== path;
  if (plan !== undefined)
    return evaluatePlan(deployment, plan, hasRoot ? rootOfPlan(deployment, plan, tools) : undefined);
  if (!hasRoot) return nothingEvaluated(diagnostics);
  const root = evaluateRootWith(deployment, tools);
  return { ...root, diagnostics: [...diagnostics, ...root.diagnostics] };
}

function rootOfPlan(deployment: Deployment, plan: PlanFile, { fileSystem, modules }: EvaluationTools): Evaluation {
  const files = loadVariableFiles(deployment.path, deployment.inputFiles, fileSystem);
  const variables = variablesOf(plan, modules.load(deployment.path).value, files.value);
  return evaluateRoot({ deployment, modules, variables });
}

function nothingEvaluated(diagnostics: readonly Diagnostic[]): Evaluation {
  return { value: [], diagnostics, suppressions: [] };
}
