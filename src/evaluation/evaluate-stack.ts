/** One deployment of a template → what it declares, with the stacks that it nests; and what it would declare with other parameters. */
import type { FileSystem } from '../core/file-system.ts';
import { outcome, type Outcome } from '../core/outcome.ts';
import { readSource } from '../core/read-source.ts';
import { scalar } from '../core/value.ts';
import type { Deployment } from '../discovery/deployment.ts';
import { suppressionsInTemplate } from '../loaders/cloudformation/template-suppressions.ts';
import { isCloudFormationTemplate, loadTemplateFile } from '../loaders/cloudformation/template.ts';
import type { TemplateFile, TemplateNode } from '../loaders/template-node.ts';
import { creationPlaces } from './cloudformation/cdk/creation-places.ts';
import { sharedValues } from './cloudformation/cdk/shared-values.ts';
import { evaluateTemplate, openTemplate, type TemplateInput } from './cloudformation/evaluate.ts';
import { withIncludes } from './cloudformation/includes.ts';
import type { ReadTemplate } from './cloudformation/nested-stacks.ts';
import { type ParameterChoice, parameterChoices } from './cloudformation/parameter-choices.ts';
import type { OtherStacks } from './cloudformation/scope.ts';
import { readSoFar } from './cloudformation/read-so-far.ts';
import type { DeclaredResource } from './declared-resource.ts';
import type { Evaluation } from './evaluation.ts';
import { StackExports } from './stack-exports.ts';
import { namesTakenBy, type StatedForStack, statedForStack } from './stated-parameters.ts';

export interface StackTools {
  readonly fileSystem: FileSystem;
  /** What the stacks of the run export to each other. */
  readonly exports?: OtherStacks | undefined;
}

/** What the stacks of these deployments export to each other. */
export function stackExports(deployments: readonly Deployment[], fileSystem: FileSystem): OtherStacks {
  return new StackExports(deployments, (deployment, others) => {
    const { template, stated } = readDeployed(deployment, fileSystem).value ?? {};
    if (template === undefined || stated === undefined) return undefined;
    const { parameters, tags } = stated;
    const readTemplate = (path: string): Outcome<TemplateFile | undefined> => readTemplateFile(path, fileSystem);
    const ofApp = ofCdkApp(deployment, fileSystem, readTemplate);
    return {
      template,
      scope: openTemplate({ deployment, template, parameters, tags, readTemplate, others, ...ofApp }),
    };
  });
}

export function evaluateStack(deployment: Deployment, { fileSystem, exports: others }: StackTools): Evaluation {
  const opened = readDeployed(deployment, fileSystem);
  if (opened.value === undefined) return { value: [], diagnostics: opened.diagnostics, suppressions: [] };
  const { template, stated } = opened.value;
  const { parameters, tags } = stated;
  const readTemplate = (path: string): Outcome<TemplateFile | undefined> => readTemplateFile(path, fileSystem);
  const ofApp = ofCdkApp(deployment, fileSystem, readTemplate);
  const evaluated = evaluateTemplate({ deployment, template, parameters, tags, readTemplate, others, ...ofApp });
  const ofTemplate = opened.diagnostics.filter(({ path }) => path === template.file.path);
  const isBroken = ofTemplate.some(({ code, level }) => code === 'input/syntax' && level === 'error');
  // What else seems wrong with a broken file is a consequence.
  const faults = isBroken ? [] : evaluated.diagnostics;
  return {
    value: readSoFar(evaluated.value, ofTemplate),
    diagnostics: [...opened.diagnostics, ...faults],
    suppressions: [template, ...evaluated.nested].flatMap(suppressionsInTemplate),
    nested: evaluated.nested.map(({ file }) => file.path),
    ...(stated.names.length > 0 && { statedNames: namesTakenBy(template, stated.names) }),
  };
}

/** What the CDK app around a stack says of it. */
function ofCdkApp(
  { cdk, region }: Deployment,
  fileSystem: FileSystem,
  readTemplate: ReadTemplate,
): Pick<TemplateInput, 'createdAt' | 'sharedValues'> {
  if (cdk === undefined) return {};
  return {
    createdAt: creationPlaces(cdk, fileSystem),
    sharedValues: sharedValues(cdk.assembly, region, readTemplate),
  };
}

interface OpenedTemplate {
  readonly template: TemplateFile;
  readonly stated: StatedForStack;
}

function readDeployed(deployment: Deployment, fileSystem: FileSystem): Outcome<OpenedTemplate | undefined> {
  const { value: template, diagnostics } = readTemplateFile(deployment.path, fileSystem);
  if (template === undefined) return outcome(undefined, diagnostics);
  const stated = statedForStack(deployment, fileSystem);
  return outcome({ template, stated: stated.value }, [...diagnostics, ...stated.diagnostics]);
}

/** No value for what is no template, which is somebody else's file, whatever is wrong with it; unless it says that it is one. */
function readTemplateFile(path: string, fileSystem: FileSystem): Outcome<TemplateFile | undefined> {
  const source = readSource(fileSystem, path);
  if (source.value === undefined) return outcome(undefined, source.diagnostics);
  const { value: template, diagnostics } = loadTemplateFile(source.value);
  const whole = withIncludes(template, (snippet) => readSnippet(snippet, fileSystem));
  if (isCloudFormationTemplate(whole.root)) return outcome(whole, diagnostics);
  return outcome(undefined, saysThatItIsTemplate.test(source.value.text) ? diagnostics : []);
}

/** A broken one is not read: what it lacks is not known. */
function readSnippet(path: string, fileSystem: FileSystem): TemplateNode | undefined {
  const source = readSource(fileSystem, path).value;
  const snippet = source === undefined ? undefined : loadTemplateFile(source);
  return snippet?.diagnostics.length === 0 ? snippet.value.root : undefined;
}

/** A stack whose parameters could be something else than they are. */
export interface WhatIf {
  readonly choices: readonly ParameterChoice[];
  /** What the stack declares when one parameter has this value; undefined where a rule of the template forbids it. */
  evaluateWith(parameter: string, value: string): readonly DeclaredResource[] | undefined;
}

/** Undefined where nothing could be otherwise: of Terraform, and of templates whose parameters are all stated. */
export function whatIf(deployment: Deployment, { fileSystem, exports: others }: StackTools): WhatIf | undefined {
  if (deployment.language !== 'cloudformation') return undefined;
  const opened = readDeployed(deployment, fileSystem);
  // What a broken file declares is not known in full, with any value.
  if (opened.value === undefined || opened.diagnostics.length > 0) return undefined;
  const { template, stated } = opened.value;
  const { parameters, tags } = stated;
  const choices = parameterChoices(template.root, new Set(parameters.keys()));
  if (choices.length === 0) return undefined;
  const files = new Map<string, Outcome<TemplateFile | undefined>>();
  const readTemplate = (path: string): Outcome<TemplateFile | undefined> => {
    const read = files.get(path) ?? readTemplateFile(path, fileSystem);
    files.set(path, read);
    return read;
  };
  const ofApp = ofCdkApp(deployment, fileSystem, readTemplate);
  return {
    choices,
    evaluateWith: (parameter, value) => {
      const supposed = new Map([...parameters, [parameter, scalar(value)]]);
      const given = { deployment, template, parameters: supposed, tags };
      const evaluated = evaluateTemplate({ ...given, readTemplate, others, ...ofApp });
      return evaluated.isRefused ? undefined : evaluated.value;
    },
  };
}

const saysThatItIsTemplate = /^\s*["']?AWSTemplateFormatVersion\b|^\s*["']?Type["']?\s*:\s*["']?AWS::/mu;
