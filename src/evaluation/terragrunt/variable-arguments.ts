/** The variable files that a unit gives to Terraform by `extra_arguments`. */
import type { FileSystem } from '../../core/file-system.ts';
import { scalar, type MapValue, type Value } from '../../core/value.ts';
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
  const files = extraArguments.flatMap((body) => filesIn(body));
  const unknown = files.find(({ path }) => toText(path) === undefined)?.path;
  const paths = files.flatMap(({ path, optional }) => {
    const place = pathFrom(toText(path) ?? '', folder);
    return toText(path) === undefined || (optional && fileSystem.stat(place)?.kind !== 'file') ? [] : [place];
  });
  return { paths, unknown: unknown === undefined ? undefined : derived(`variableFile(${keyOf(unknown)})`, [unknown]) };
}

interface GivenFile {
  readonly path: Value;
  readonly optional: boolean;
}

function filesIn({ entries }: MapValue): readonly GivenFile[] {
  if (!concernsPlans(entries.get('commands'))) return [];
  return [
    ...itemsOf(entries.get('arguments')).flatMap((item) => fileArgument(item) ?? []),
    ...itemsOf(entries.get('required_var_files')).map((path) => ({ path, optional: false })),
    ...itemsOf(entries.get('optional_var_files')).map((path) => ({ path, optional: true })),
  ];
}

/** `-var-file=name`; an argument that is not known may be one. */
function fileArgument(item: Value): GivenFile | undefined {
  const text = toText(item);
  if (text === undefined) return startsOtherwise(item) ? undefined : { path: item, optional: false };
  const path = /^-var-file=(.+)$/u.exec(text)?.[1];
  return path === undefined ? undefined : { path: scalar(path, item.range, item.marks), optional: false };
}

function startsOtherwise(item: Value): boolean {
  const [first] = item.kind === 'template' ? item.parts : [];
  return typeof first === 'string' && !first.startsWith('-var-file=');
}

function concernsPlans(commands: Value | undefined): boolean {
  if (commands?.kind !== 'list') return commands !== undefined;
  return commands.items.some((item) => ['apply', 'plan', undefined].includes(toText(item)));
}

function itemsOf(value: Value | undefined): readonly Value[] {
  if (value?.kind === 'list') return value.items;
  return value === undefined ? [] : [value];
}
