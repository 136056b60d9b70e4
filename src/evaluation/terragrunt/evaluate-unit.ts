/** Evaluates one Terragrunt unit: its configuration → the root module that it runs, with its inputs → declared resources. */
import { posix } from 'node:path';
import type { Diagnostic } from '../../core/diagnostic.ts';
import { outcome, type Outcome } from '../../core/outcome.ts';
import type { Value } from '../../core/value.ts';
import { createConfigFiles, type ConfigFiles } from '../../loaders/terragrunt/config-files.ts';
import { GeneratedFile } from '../../loaders/terragrunt/generated-file.ts';
import { automaticFiles, loadVariableFiles } from '../../loaders/terraform/variable-files.ts';
import type { ModuleLoader } from '../../loaders/terraform/configuration.ts';
import type { Deployment } from '../deployment.ts';
import type { Evaluation } from '../evaluation.ts';
import { evaluateRoot, openRoot, type RootInput } from '../terraform/evaluate.ts';
import type { ModuleInstance } from '../terraform/modules/module-instance.ts';
import { RootRun, type OtherDeployments } from '../terraform/root-run.ts';
import { isNull } from '../terraform/values/convert.ts';
import { derived } from '../terraform/values/symbols.ts';
import { TerragruntConfig } from './config.ts';
import { mergedConfig } from './merged-config.ts';
import { unitModule } from './unit-module.ts';
import type { UnitRun } from './unit-run.ts';
import { variableFilesOf } from './variable-arguments.ts';

export interface UnitEvaluator {
  evaluate(deployment: Deployment): Evaluation;
  /** The root that a unit runs, of which nothing is evaluated yet; undefined where its configuration can't be read. */
  open(deployment: Deployment): ModuleInstance | undefined;
}

interface UnitTools {
  readonly modules: ModuleLoader;
  readonly others: OtherDeployments | undefined;
}

/** Reads each configuration file of a run once. */
export function createUnitEvaluator(tools: UnitTools): UnitEvaluator {
  const files = createConfigFiles(tools.modules.fileSystem);
  return {
    evaluate: (deployment) => evaluateUnit(deployment, files, tools),
    open: (deployment) => {
      const { value } = rootOfUnit(deployment, files, tools);
      return value === undefined ? undefined : openRoot(value.input);
    },
  };
}

function evaluateUnit(deployment: Deployment, files: ConfigFiles, tools: UnitTools): Evaluation {
  const { value: unit, diagnostics } = rootOfUnit(deployment, files, tools);
  if (unit === undefined) return { value: [], diagnostics, suppressions: [] };
  const root = evaluateRoot(unit.input);
  return {
    ...root,
    diagnostics: [...diagnostics, ...root.diagnostics].map((each) => inTermsOfUnits(each)),
    ...(unit.sourceFolder !== undefined && { root: unit.sourceFolder }),
  };
}

interface RootOfUnit {
  readonly input: RootInput;
  /** The folder of the module, where it lies in the scanned tree. */
  readonly sourceFolder: string | undefined;
}

function rootOfUnit(
  deployment: Deployment,
  files: ConfigFiles,
  { modules, others }: UnitTools,
): Outcome<RootOfUnit | undefined> {
  const path = deployment.terragrunt ?? posix.join(deployment.path, 'terragrunt.hcl');
  const loaded = files.load(path);
  if (loaded.value === undefined) return outcome(undefined, loaded.diagnostics);
  // Its expressions are evaluated where no module is: paths are relative to the working directory.
  const run = new RootRun({ ...deployment, path: '.' }, files.fileSystem, others);
  const unit: UnitRun = {
    run,
    files,
    path,
    reads: new Map(),
    reading: [path],
    open: (file, configPath) => new TerragruntConfig({ unit, file, configPath }),
  };
  const configuration = mergedConfig(unit.open(loaded.value, path));
  const folder = deployment.path;
  const built = unitModule(configuration, { folder, range: loaded.value.body.range }, modules);
  const given = variableFilesOf(configuration, folder, files.fileSystem);
  const own = built.sourceFolder === folder ? [] : automaticFiles(folder, files.fileSystem);
  const names = [...own, ...given.paths, ...deployment.inputFiles];
  const variables = loadVariableFiles(built.module.folder, names, files.fileSystem);
  const { inputs } = configuration;
  const input: RootInput = {
    deployment: { ...deployment, path: built.module.folder },
    modules,
    module: { value: built.module, diagnostics: built.diagnostics },
    variables: variables.value,
    inputs: (name) => built.handed.get(name) ?? given.unknown ?? inputNamed(inputs, name),
    others,
  };
  const { sourceFolder } = built;
  return outcome({ input, sourceFolder }, [...loaded.diagnostics, ...run.diagnostics, ...variables.diagnostics]);
}

/** Terragrunt leaves out inputs that are null. */
function inputNamed(inputs: Value, name: string): Value | undefined {
  if (inputs.kind === 'unknown') return derived(`${inputs.symbol.key}.${name}`, [inputs]);
  if (inputs.kind !== 'map') return undefined;
  const value = inputs.entries.get(name);
  if (value !== undefined) return isNull(value) ? undefined : value;
  if (inputs.rest === undefined) return undefined;
  const { key, reason } = inputs.rest;
  return { ...inputs, kind: 'unknown', symbol: { key: `${key}.${name}`, reason } };
}

/** A module that a unit takes from elsewhere is not downloaded by `terraform init` in a folder that can be scanned. */
function inTermsOfUnits(diagnostic: Diagnostic): Diagnostic {
  const { code, range } = diagnostic;
  const isElsewhere = code === 'input/unresolved-module' || code === 'input/modelled-module';
  if (!isElsewhere || !(range?.file instanceof GeneratedFile)) return diagnostic;
  return { ...diagnostic, help: 'To judge what it declares, scan a checkout of it, or give the unit a local source.' };
}
