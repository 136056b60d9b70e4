/** The variable files that a unit gives to Terraform by `extra_arguments`. */
import type { FileSystem } from '../../core/file-system.ts';
import type { Value } from '../../core/value.ts';
import { toText } from '../terraform/values/convert.ts';
import { derived, keyOf } from '../terraform/values/symbols.ts';
import type { UnitConfiguration } from './merged-config.ts';
import { pathFrom } from './paths.ts';

export interface VariableArguments {
  /** Later ones are stronger. */
  readonly paths: readonly string[];
  /** What every variable is when it is not known which files there are. */
  readonly unknown: Value | undefined;
}

/** https://terragrunt.gruntwork.io/docs/features/units/extra-arguments/ */
export function variableFilesOf(
  { extraArguments }: UnitConfiguration,
  folder: string,
  fileSystem: FileSystem,
): VariableArguments {
  const paths: string[] = [];
  let unknown: Value | undefined;
  for (const { entries } of extraArguments) {
    if (!concernsPlans(entries.get('commands'))) continue;
    for (const [name, pattern] of filesIn) {
      for (const item of itemsOf(entries.get(name))) {
        const text = toText(item);
        if (text === undefined) unknown ??= derived(`variableFile(${keyOf(item)})`, [item]);
        const path = text === undefined ? undefined : pattern.exec(text)?.[1];
        if (path === undefined) continue;
        const place = pathFrom(path, folder);
        if (name !== 'optional_var_files' || fileSystem.stat(place)?.kind === 'file') paths.push(place);
      }
    }
  }
  return { paths, unknown };
}

const filesIn: readonly (readonly [argument: string, path: RegExp])[] = [
  ['arguments', /^-var-file=(.+)$/u],
  ['required_var_files', /^(.+)$/u],
  ['optional_var_files', /^(.+)$/u],
];

function concernsPlans(commands: Value | undefined): boolean {
  if (commands?.kind !== 'list') return commands !== undefined;
  return commands.items.some((item) => ['apply', 'plan', undefined].includes(toText(item)));
}

function itemsOf(value: Value | undefined): readonly Value[] {
  if (value?.kind === 'list') return value.items;
  return value === undefined ? [] : [value];
}
