/** One deployment → its declared resources, whichever language it is written in. */
import type { Diagnostic } from '../core/diagnostic.ts';
import type { FileSystem } from '../core/file-system.ts';
import { outcome, type Outcome } from '../core/outcome.ts';
import { maximumPlanBytes, readSource } from '../core/read-source.ts';
import { scalar, type Value } from '../core/value.ts';
import type { Deployment } from '../discovery/deployment.ts';
import { isCloudFormationTemplate, loadTemplateFile } from '../loaders/cloudformation/template.ts';
import type { TemplateFile } from '../loaders/template-node.ts';
import type { ModuleLoader } from '../loaders/terraform/configuration.ts';
import { suppressionsInTemplate } from '../loaders/cloudformation/template-suppressions.ts';
import { loadPlan, type PlanFile } from '../loaders/terraform/plan-json.ts';
import { loadVariableFiles } from '../loaders/terraform/variable-files.ts';
import { evaluateTemplate } from './cloudformation/evaluate.ts';
import { type ParameterChoice, parameterChoices } from './cloudformation/parameter-choices.ts';
import { readSoFar } from './cloudformation/read-so-far.ts';
import { readParameterFile } from './cloudformation/parameter-file.ts';
import type { DeclaredResource } from './declared-resource.ts';
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
  const opened = openTemplate(deployment, fileSystem);
  if (opened.value === undefined) return nothingEvaluated(opened.diagnostics);
  const { template, parameters } = opened.value;
  const evaluated = evaluateTemplate({ deployment, template, parameters });
  const isBroken = opened.diagnostics.some(({ code, level }) => code === 'input/syntax' && level === 'error');
  // What else seems wrong with a broken file is a consequence.
  const faults = isBroken ? [] : evaluated.diagnostics;
  return {
    value: readSoFar(evaluated.value, opened.diagnostics),
    diagnostics: [...opened.diagnostics, ...faults],
    suppressions: suppressionsInTemplate(template),
  };
}

interface OpenedTemplate {
  readonly template: TemplateFile;
  /** The stated ones. */
  readonly parameters: ReadonlyMap<string, Value>;
}

/** No value for what is no template, which is somebody else's file, whatever is wrong with it; unless it says that it is one. */
function openTemplate(deployment: Deployment, fileSystem: FileSystem): Outcome<OpenedTemplate | undefined> {
  const source = readSource(fileSystem, deployment.path);
  if (source.value === undefined) return outcome(undefined, source.diagnostics);
  const { value: template, diagnostics } = loadTemplateFile(source.value);
  if (!isCloudFormationTemplate(template.root)) {
    return outcome(undefined, saysThatItIsTemplate.test(source.value.text) ? diagnostics : []);
  }
  const parameters = readParameters(deployment, fileSystem);
  return outcome({ template, parameters: parameters.value }, [...diagnostics, ...parameters.diagnostics]);
}

/** A stack whose parameters could be something else than they are. */
export interface WhatIf {
  readonly choices: readonly ParameterChoice[];
  /** What the stack declares when one parameter has this value. */
  evaluateWith(parameter: string, value: string): readonly DeclaredResource[];
}

/** Undefined where nothing could be otherwise: of Terraform, and of templates whose parameters are all stated. */
export function whatIf(deployment: Deployment, fileSystem: FileSystem): WhatIf | undefined {
  if (deployment.language !== 'cloudformation') return undefined;
  const opened = openTemplate(deployment, fileSystem);
  // What a broken file declares is not known in full, with any value.
  if (opened.value === undefined || opened.diagnostics.length > 0) return undefined;
  const { template, parameters } = opened.value;
  const choices = parameterChoices(template.root, new Set(parameters.keys()));
  if (choices.length === 0) return undefined;
  return {
    choices,
    evaluateWith: (parameter, value) =>
      evaluateTemplate({ deployment, template, parameters: new Map([...parameters, [parameter, scalar(value)]]) })
        .value,
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
