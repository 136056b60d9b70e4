/** `read_terragrunt_config` and `read_tfvars_file`: another file of the scanned tree as a value. */
import { posix } from 'node:path';
import { map, unknown, type Value } from '../../core/value.ts';
import { readVariableFile } from '../../loaders/terraform/variable-files.ts';
import { terraformFunctions } from '../terraform/functions/index.ts';
import type { Call } from '../terraform/functions/function.ts';
import { literalScope } from '../terraform/variables/literal-scope.ts';
import { toText } from '../terraform/values/convert.ts';
import { derived, keyOf } from '../terraform/values/symbols.ts';
import { configValue } from './config-value.ts';
import type { TerragruntConfig } from './config.ts';
import { pathFrom } from './paths.ts';
import { maximumReads } from './unit-run.ts';

/** https://terragrunt.gruntwork.io/docs/reference/hcl/functions/#read_terragrunt_config */
export function readConfig(args: readonly Value[], call: Call, config: TerragruntConfig): Value {
  const [wanted, fallback] = args;
  const path = placeOf(wanted, config);
  if (path === undefined) return derived(`${call.name}(${args.map((arg) => keyOf(arg)).join(',')})`, args, call.range);
  const { unit } = config;
  const known = unit.reads.get(path);
  if (known !== undefined) return known;
  if (unit.files.fileSystem.stat(path)?.kind !== 'file') return fallback ?? unread(path, call);
  const loaded = unit.files.load(path);
  for (const diagnostic of loaded.diagnostics) unit.run.report(diagnostic);
  if (loaded.value === undefined) return unread(path, call);
  if (unit.reading.includes(path)) return circle(path, call, config);
  if (unit.reading.length >= maximumReads) {
    return unit.run.atLimit(call.range, `more than ${maximumReads} files are read one inside the other`);
  }
  unit.reading.push(path);
  const value = configValue(unit.open(loaded.value, path));
  unit.reading.pop();
  unit.reads.set(path, value);
  return value;
}

/** The variables of a `.tfvars` file as JSON. https://terragrunt.gruntwork.io/docs/reference/hcl/functions/#read_tfvars_file */
export function readVariables(args: readonly Value[], call: Call, config: TerragruntConfig): Value {
  const path = placeOf(args[0], config);
  if (path === undefined) return derived(`${call.name}(${args.map((arg) => keyOf(arg)).join(',')})`, args, call.range);
  const { run, files } = config.unit;
  if (files.fileSystem.stat(path)?.kind !== 'file') return unread(path, call);
  const read = readVariableFile(path, files.fileSystem);
  for (const diagnostic of read.diagnostics) run.report(diagnostic);
  const scope = literalScope(run);
  const entries = new Map(read.value.map(({ name, value }) => [name, scope.evaluate(value)] as const));
  const encode = terraformFunctions.get('jsonencode');
  return encode?.apply([map(entries, call.range)], { ...call, name: 'jsonencode' }) ?? unread(path, call);
}

/** Relative to the folder of the file that functions speak of. */
function placeOf(path: Value | undefined, { configPath }: TerragruntConfig): string | undefined {
  const text = path === undefined ? undefined : toText(path);
  return text === undefined ? undefined : pathFrom(text, posix.dirname(configPath));
}

function unread(path: string, call: Call): Value {
  const cure = 'Run dr-lint where the file lies below, or correct the path.';
  return unknown(`${call.name}(${path})`, { code: 'unread', subject: path, cure }, call.range);
}

function circle(path: string, { name, range }: Call, { unit }: TerragruntConfig): Value {
  const message = `${path} is read while it is being read.`;
  const help = `Terragrunt does not come to an end here, either: ${[...unit.reading, path].join(' → ')}.`;
  unit.run.report({ code: 'input/cycle', level: 'error', message, help, range, path: range.file.path });
  return unknown(
    `cycle(${path})`,
    { code: 'invalid', subject: `${name}(${JSON.stringify(path)})`, cure: message },
    range,
  );
}
