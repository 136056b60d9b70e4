/**
 * The functions that Terragrunt adds to Terraform's. Nothing is run, decrypted or taken from the environment: what would
 * come from there is unknown.
 *
 * https://terragrunt.gruntwork.io/docs/reference/hcl/functions/
 */
import { posix } from 'node:path';
import { list, noMarks, scalar, unknown, type UnknownValue, type Value } from '../../core/value.ts';
import { terraformFunctions } from '../terraform/functions/index.ts';
import type { Call, TerraformFunction } from '../terraform/functions/function.ts';
import { toText } from '../terraform/values/convert.ts';
import { derived, invalid, keyOf } from '../terraform/values/symbols.ts';
import type { TerragruntConfig } from './config.ts';
import { deepMerge } from './merged-config.ts';
import { absolutePath, pathFrom } from './paths.ts';
import { findInParentFolders, repositoryRoot } from './parent-folders.ts';
import { readConfig, readVariables } from './read-config.ts';
import { unitFolder } from './unit-run.ts';

/** @param config in which they are called */
export function terragruntFunctions(config: TerragruntConfig): ReadonlyMap<string, TerraformFunction> {
  const folder = (): string => posix.dirname(config.configPath);
  const text = (make: (...names: readonly (string | undefined)[]) => string | undefined): TerraformFunction => ({
    apply: (args, call) => textOf(make(...args.map((arg) => toText(arg))), args, call),
  });
  const table: Readonly<Record<string, TerraformFunction>> = {
    ...fileFunctions(),
    find_in_parent_folders: { apply: (args, call) => findInParentFolders(args, call, config) },
    path_relative_to_include: text((name) => posix.relative(includedFolder(config, name), folder()) || '.'),
    path_relative_from_include: text((name) => posix.relative(folder(), includedFolder(config, name)) || '.'),
    get_terragrunt_dir: text(() => absolutePath(folder())),
    get_original_terragrunt_dir: text(() => absolutePath(unitFolder(config.unit))),
    get_parent_terragrunt_dir: text((name) => absolutePath(includedFolder(config, name))),
    get_repo_root: text(() => repositoryRoot(config, absolutePath)),
    get_path_from_repo_root: text(() => repositoryRoot(config, (root) => posix.relative(root, folder()) || '.')),
    get_path_to_repo_root: text(() => repositoryRoot(config, (root) => posix.relative(folder(), root) || '.')),
    read_terragrunt_config: { apply: (args, call) => readConfig(args, call, config) },
    read_tfvars_file: { apply: (args, call) => readVariables(args, call, config) },
    deep_merge: { apply: (args) => merged(args, config) },
    mark_as_read: { apply: ([path], call) => path ?? invalid('mark_as_read() takes a path.', call.range) },
    get_terragrunt_source_cli_flag: text(() => ''),
    get_terraform_commands_that_need_vars: commands,
    get_terraform_commands_that_need_input: commands,
    get_terraform_commands_that_need_locking: commands,
    get_terraform_commands_that_need_parallelism: commands,
    sops_decrypt_file: { apply: (args, call) => ({ ...outside(args, call), marks: { ...noMarks, sensitive: true } }) },
  };
  const unknowns = outsideFunctions.map((name) => [name, { apply: outside }] as const);
  return new Map([...Object.entries(table), ...unknowns]);
}

/** What comes from the shell, the environment or the account. */
const outsideFunctions = [
  'get_env',
  'get_platform',
  'run_cmd',
  'get_working_dir',
  'get_terraform_command',
  'get_terraform_cli_args',
  'get_default_retryable_errors',
  'get_aws_account_id',
  'get_aws_account_alias',
  'get_aws_caller_identity_arn',
  'get_aws_caller_identity_user_id',
  'constraint_check',
];

/** The same call in one unit gives the same, whatever it is. */
function outside(args: readonly Value[], call: Call): UnknownValue {
  const written = args.map((arg) => keyOf(arg)).join(',');
  const [first] = args;
  const named = first === undefined ? undefined : toText(first);
  const subject = named === undefined ? `${call.name}()` : `${call.name}(${JSON.stringify(named)})`;
  const cure = 'It is known only where Terragrunt runs; state what matters in a variable file of this deployment.';
  const key = `${call.scope.run.deployment.id}#${call.name}(${written})`;
  const marks = { sensitive: false, via: [], perDeployment: true };
  return unknown(key, { code: 'input', subject, cure }, call.range, marks);
}

/** Those that take variables; the commands of other functions are not told apart. */
const commands: TerraformFunction = {
  apply: (_, call) =>
    list(
      ['apply', 'destroy', 'plan', 'refresh'].map((name) => scalar(name, call.range)),
      call.range,
    ),
};

function textOf(made: string | undefined, args: readonly Value[], call: Call): Value {
  if (args.some((arg) => arg.kind === 'unknown'))
    return derived(`${call.name}(${args.map((arg) => keyOf(arg)).join(',')})`, args, call.range);
  return made === undefined ? outside(args, call) : scalar(made, call.range);
}

/** The folder of the file that includes are about: of this one when it is included, else of the include by that name, else of the only one. */
function includedFolder(config: TerragruntConfig, name: string | undefined): string {
  if (config.isIncluded) return config.folder;
  const chosen = name === undefined ? config.includes[0] : config.includes.find((include) => include.name === name);
  return chosen?.config?.folder ?? posix.dirname(config.configPath);
}

function merged(args: readonly Value[], config: TerragruntConfig): Value {
  const maps = args.filter((arg) => arg.kind !== 'scalar' || arg.value !== null);
  const [first = scalar(null), ...others] = maps;
  return others.reduce((weaker, stronger) => deepMerge(weaker, stronger, config), first);
}

/** Paths in them are relative to the file in which they are called. */
const readingFunctions = [
  'file',
  'filebase64',
  'filebase64sha256',
  'filebase64sha512',
  'fileexists',
  'filemd5',
  'fileset',
  'filesha1',
  'filesha256',
  'filesha512',
  'templatefile',
];

function fileFunctions(): Readonly<Record<string, TerraformFunction>> {
  const rebased = readingFunctions.flatMap((name) => {
    const original = terraformFunctions.get(name);
    return original === undefined ? [] : [[name, { apply: relativeToFile(original) }] as const];
  });
  return Object.fromEntries(rebased);
}

function relativeToFile(original: TerraformFunction): TerraformFunction['apply'] {
  return ([path, ...others], call) => {
    const written = path === undefined ? undefined : toText(path);
    if (path === undefined || written === undefined)
      return original.apply(path === undefined ? [] : [path, ...others], call);
    const place = pathFrom(written, posix.dirname(call.range.file.path));
    return original.apply([{ ...path, ...scalar(place, path.range, path.marks) }, ...others], call);
  };
}
