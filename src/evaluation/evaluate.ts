/** One deployment → its declared resources, whichever language it is written in. */
import type { Diagnostic } from '../core/diagnostic.ts';
import type { FileSystem } from '../core/file-system.ts';
import { outcome, type Outcome } from '../core/outcome.ts';
import { maximumPlanBytes, readSource } from '../core/read-source.ts';
import type { Value } from '../core/value.ts';
import type { Deployment } from '../discovery/deployment.ts';
import { isCloudFormationTemplate, loadTemplateFile } from '../loaders/cloudformation/template.ts';
import type { ModuleLoader } from '../loaders/terraform/configuration.ts';
import { suppressionsInTemplate } from '../loaders/cloudformation/template-suppressions.ts';
import { loadPlan, type PlanFile } from '../loaders/terraform/plan-json.ts';
import { loadVariableFiles } from '../loaders/terraform/variable-files.ts';
import { evaluateTemplate } from './cloudformation/evaluate.ts';
import { readSoFar } from './cloudformation/read-so-far.ts';
import { readParameterFile } from './cloudformation/parameter-file.ts';
import type { Evaluation } from './evaluation.ts';
import { evaluateRoot } from './terraform/evaluate.ts';
import type { UnitEvaluator } from './terragrunt/evaluate-unit.ts';
import { evaluatePlan } from './terraform/plan/evaluate-plan.ts';
import { variablesOf } from './terraform/plan/stated-variables.ts';

export interface EvaluationTools {
  readonly fileSystem: FileSystem;
  /** Shared by all roots of a run, so that each folder is read once. */
  readonly modules: ModuleLoader;
  /** Loaded where there are Terragrunt units. */
  readonly units?: UnitEvaluator | undefined;
}

export function evaluate(deployment: Deployment, tools: EvaluationTools): Evaluation {
  return deployment.language === 'terraform' ? evaluateTerraform(deployment, tools) : evaluateStack(deployment, tools);
}

function evaluateTerraform(deployment: Deployment, tools: EvaluationTools): Evaluation {
  if (deployment.terragrunt !== undefined && tools.units !== undefined) return tools.units(deployment);
  const { plan } = deployment;
  return plan === undefined ? evaluateRootWith(deployment, tools) : evaluatePlanFile(deployment, plan, tools);
}

function evaluateRootWith(deployment: Deployment, tools: EvaluationTools): Evaluation {
  const variables = loadVariableFiles(deployment.path, deployment.inputFiles, tools.fileSystem);
  const root = evaluateRoot({ deployment, modules: tools.modules, variables: variables.value });
  return { ...root, diagnostics: [...variables.diagnostics, ...root.diagnostics] };
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

function evaluateStack(deployment: Deployment, { fileSystem }: EvaluationTools): Evaluation {
  const source = readSource(fileSystem, deployment.path);
  if (source.value === undefined) return nothingEvaluated(source.diagnostics);
  const template = loadTemplateFile(source.value);
  if (!isCloudFormationTemplate(template.value.root)) {
    // Somebody else's file, whatever is wrong with it; unless it says that it is a template.
    return nothingEvaluated(saysThatItIsTemplate.test(source.value.text) ? template.diagnostics : []);
  }
  const parameters = readParameters(deployment, fileSystem);
  const evaluated = evaluateTemplate({ deployment, template: template.value, parameters: parameters.value });
  const isBroken = template.diagnostics.some(({ code, level }) => code === 'input/syntax' && level === 'error');
  // What else seems wrong with a broken file is a consequence.
  const faults = isBroken ? [] : evaluated.diagnostics;
  return {
    value: readSoFar(evaluated.value, template.diagnostics),
    diagnostics: [...template.diagnostics, ...parameters.diagnostics, ...faults],
    suppressions: suppressionsInTemplate(template.value),
  };
}

function nothingEvaluated(diagnostics: readonly Diagnostic[]): Evaluation {
  return { value: [], diagnostics, suppressions: [] };
}

const saysThatItIsTemplate = /^\s*["']?AWSTemplateFormatVersion\b|^\s*["']?Type["']?\s*:\s*["']?AWS::/mu;

/** Of several files the later ones are stronger. */
function readParameters(deployment: Deployment, fileSystem: FileSystem): Outcome<ReadonlyMap<string, Value>> {
  const stated = new Map<string, Value>();
  const diagnostics: Diagnostic[] = [];
  for (const path of deployment.inputFiles) {
    const source = readSource(fileSystem, path);
    diagnostics.push(...source.diagnostics);
    if (source.value === undefined) continue;
    const file = readParameterFile(source.value);
    diagnostics.push(...file.diagnostics);
    for (const [name, value] of file.value) stated.set(name, value);
  }
  return outcome(stated, diagnostics);
}
