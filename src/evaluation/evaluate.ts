/** One deployment → its declared resources, whichever language it is written in. */
import type { Diagnostic } from '../core/diagnostic.ts';
import type { FileSystem } from '../core/file-system.ts';
import { outcome, type Outcome } from '../core/outcome.ts';
import { readSource } from '../core/read-source.ts';
import type { Value } from '../core/value.ts';
import type { Deployment } from '../discovery/deployment.ts';
import { isCloudFormationTemplate, loadTemplateFile } from '../loaders/cloudformation/template.ts';
import type { ModuleLoader } from '../loaders/terraform/configuration.ts';
import { loadVariableFiles } from '../loaders/terraform/variable-files.ts';
import { evaluateTemplate } from './cloudformation/evaluate.ts';
import { readParameterFile } from './cloudformation/parameter-file.ts';
import type { DeclaredResource } from './declared-resource.ts';
import { evaluateRoot } from './terraform/evaluate.ts';

export interface EvaluationTools {
  readonly fileSystem: FileSystem;
  /** Shared by all roots of a run, so that each folder is read once. */
  readonly modules: ModuleLoader;
}

export function evaluate(deployment: Deployment, tools: EvaluationTools): Outcome<readonly DeclaredResource[]> {
  return deployment.language === 'terraform' ? evaluateTerraform(deployment, tools) : evaluateStack(deployment, tools);
}

function evaluateTerraform(deployment: Deployment, tools: EvaluationTools): Outcome<readonly DeclaredResource[]> {
  const variables = loadVariableFiles(deployment.path, deployment.inputFiles, tools.fileSystem);
  const root = evaluateRoot({ deployment, modules: tools.modules, variables: variables.value });
  return outcome(root.value, [...variables.diagnostics, ...root.diagnostics]);
}

function evaluateStack(deployment: Deployment, { fileSystem }: EvaluationTools): Outcome<readonly DeclaredResource[]> {
  const source = readSource(fileSystem, deployment.path);
  if (source.value === undefined) return outcome([], source.diagnostics);
  const template = loadTemplateFile(source.value);
  if (!isCloudFormationTemplate(template.value.root)) {
    // Somebody else's file, whatever is wrong with it; unless it says that it is a template.
    return outcome([], saysThatItIsTemplate.test(source.value.text) ? template.diagnostics : []);
  }
  const parameters = readParameters(deployment, fileSystem);
  const evaluated = evaluateTemplate({ deployment, template: template.value, parameters: parameters.value });
  return outcome(evaluated.value, [...template.diagnostics, ...parameters.diagnostics, ...evaluated.diagnostics]);
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
