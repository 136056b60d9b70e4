/** One deployment of a template → what it declares, with the stacks that it nests; and what it would declare with other parameters. */
import type { FileSystem } from '../core/file-system.ts';
import { outcome, type Outcome } from '../core/outcome.ts';
import { scalar, unknown, type Value } from '../core/value.ts';
import type { Deployment } from '../discovery/deployment.ts';
import { suppressionsInTemplate } from '../loaders/cloudformation/template-suppressions.ts';
import type { TemplateFile } from '../loaders/template-node.ts';
import { creationPlaces } from './cloudformation/cdk/creation-places.ts';
import { sharedValues } from './cloudformation/cdk/shared-values.ts';
import { evaluateTemplate, openTemplate, type TemplateInput } from './cloudformation/evaluate.ts';
import type { ReadTemplate } from './cloudformation/nested-stacks.ts';
import { type ParameterChoice, parameterChoices } from './cloudformation/parameter-choices.ts';
import type { OtherStacks } from './cloudformation/scope.ts';
import { readSoFar } from './cloudformation/read-so-far.ts';
import type { DeclaredResource } from './declared-resource.ts';
import type { Evaluation } from './evaluation.ts';
import { StackExports } from './stack-exports.ts';
import { namesTakenBy, type StatedForStack, statedForStack, withUnread } from './stated-parameters.ts';
import type { TemplateReader } from './template-reader.ts';

export interface StackTools {
  readonly fileSystem: FileSystem;
  readonly templates: TemplateReader;
  /** What the stacks of the run export to each other. */
  readonly exports?: OtherStacks | undefined;
}

/** What the stacks of these deployments export to each other. */
export function stackExports(deployments: readonly Deployment[], tools: Omit<StackTools, 'exports'>): StackExports {
  return new StackExports(deployments, (deployment, others) => {
    const opened = readDeployed(deployment, tools).value;
    if (opened === undefined) return undefined;
    const { template } = opened;
    return { template, scope: openTemplate(inputOf(deployment, opened, { ...tools, exports: others })) };
  });
}

export function evaluateStack(deployment: Deployment, tools: StackTools): Evaluation {
  const opened = readDeployed(deployment, tools);
  if (opened.value === undefined) return { value: [], diagnostics: opened.diagnostics, suppressions: [] };
  const { template, stated } = opened.value;
  const evaluated = evaluateTemplate(inputOf(deployment, opened.value, tools));
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

function inputOf(deployment: Deployment, { template, stated }: OpenedTemplate, tools: StackTools): TemplateInput {
  const { parameters, tags } = stated;
  const { fileSystem, templates, exports: others } = tools;
  const readTemplate: ReadTemplate = (path) => templates.read(path);
  const ofApp = ofCdkApp(deployment, fileSystem, readTemplate);
  return { deployment, template, parameters, tags, readTemplate, others, ...ofApp };
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

function readDeployed(
  deployment: Deployment,
  { fileSystem, templates }: Pick<StackTools, 'fileSystem' | 'templates'>,
): Outcome<OpenedTemplate | undefined> {
  const { value: template, diagnostics } = templates.read(deployment.path);
  if (template === undefined) return outcome(undefined, diagnostics);
  const stated = statedForStack(deployment, fileSystem);
  const parameters = withUnread(stated.value, template);
  return outcome({ template, stated: { ...stated.value, parameters } }, [...diagnostics, ...stated.diagnostics]);
}

/** A stack whose parameters could be something else than they are. */
export interface WhatIf {
  readonly choices: readonly ParameterChoice[];
  /**
   * What the stack declares while none of these parameters is known: whatever any of their values could bring.
   * @param isAsked whether the resource of this logical id is asked for
   */
  evaluateUndecided(
    parameters: readonly string[],
    isAsked: (logicalId: string) => boolean,
  ): readonly DeclaredResource[];
  /** What the stack declares when one parameter has this value; undefined where a rule of the template forbids it. */
  evaluateWith(
    parameter: string,
    value: string,
    isAsked: (logicalId: string) => boolean,
  ): readonly DeclaredResource[] | undefined;
}

/** Undefined where nothing could be otherwise: of Terraform, and of templates whose parameters are all stated. */
export function whatIf(deployment: Deployment, tools: StackTools): WhatIf | undefined {
  if (deployment.language !== 'cloudformation') return undefined;
  const opened = readDeployed(deployment, tools);
  // What a broken file declares is not known in full, with any value.
  if (opened.value === undefined || opened.diagnostics.length > 0) return undefined;
  const { template, stated } = opened.value;
  const choices = parameterChoices(template.root, new Set(stated.parameters.keys()));
  if (choices.length === 0) return undefined;
  const input = inputOf(deployment, opened.value, tools);
  const given = (values: readonly (readonly [string, Value])[]): ReadonlyMap<string, Value> =>
    new Map([...stated.parameters, ...values]);
  return {
    choices,
    evaluateUndecided: (names, isAsked) => {
      const parameters = given(names.map((name) => [name, undecidedParameter(name, deployment)]));
      return evaluateTemplate({ ...input, parameters, isAsked }).value;
    },
    evaluateWith: (parameter, value, isAsked) => {
      const parameters = given([[parameter, scalar(value)]]);
      const evaluated = evaluateTemplate({ ...input, parameters, isAsked });
      return evaluated.isRefused ? undefined : evaluated.value;
    },
  };
}

function undecidedParameter(name: string, { id }: Deployment): Value {
  return unknown(`${id}#parameter ${name}`, { code: 'input', subject: `parameter ${name}`, cure: '' }, undefined);
}
