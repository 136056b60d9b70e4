/** `find_in_parent_folders` and the root of the repository, as far as the scanned tree reaches. */
import { posix } from 'node:path';
import { scalar, unknown, type Value } from '../../core/value.ts';
import type { FileSystem } from '../../core/file-system.ts';
import type { Call } from '../terraform/functions/function.ts';
import { toText } from '../terraform/values/convert.ts';
import { derived, keyOf } from '../terraform/values/symbols.ts';
import type { TerragruntConfig } from './config.ts';
import { absolutePath } from './paths.ts';

// As Terragrunt does: https://terragrunt.gruntwork.io/docs/reference/cli/commands/run/#max-foldes-to-check
const maximumFolders = 100;

/** https://terragrunt.gruntwork.io/docs/reference/hcl/functions/#find_in_parent_folders */
export function findInParentFolders(args: readonly Value[], call: Call, config: TerragruntConfig): Value {
  const [wanted, fallback] = args;
  const name = wanted === undefined ? 'terragrunt.hcl' : toText(wanted);
  if (name === undefined) return derived(`${call.name}(${args.map((arg) => keyOf(arg)).join(',')})`, args, call.range);
  const { fileSystem } = config.unit.files;
  const folder = posix.dirname(config.configPath);
  const parents = parentsOf(folder, fileSystem);
  const found = parents.find((parent) => fileSystem.stat(posix.join(parent, name)) !== undefined);
  if (found !== undefined) return scalar(absolutePath(posix.join(found, name)), call.range);
  // Above a folder that is no root of a repository there may be more that was not scanned.
  const top = parents.at(-1) ?? folder;
  if (fallback !== undefined && isRepository(top, fileSystem)) return fallback;
  const cure = 'Run dr-lint at the root of the repository, so that what lies above is read, too.';
  return unknown(`${folder}#${call.name}(${name})`, { code: 'unread', subject: name, cure }, call.range);
}

/** What follows from the root of the repository; undefined when the scanned tree does not hold it. */
export function repositoryRoot(
  { configPath, unit }: TerragruntConfig,
  make: (root: string) => string,
): string | undefined {
  const { fileSystem } = unit.files;
  const folder = posix.dirname(configPath);
  const root = [folder, ...parentsOf(folder, fileSystem)].find((each) => isRepository(each, fileSystem));
  // Without a repository at hand the working directory is the root of what there is.
  return make(root ?? '.');
}

/** The folders above one, the nearest first, as far as they may be read. */
function parentsOf(folder: string, fileSystem: FileSystem): readonly string[] {
  const parents: string[] = [];
  for (let at = posix.join(folder, '..'); parents.length < maximumFolders; at = posix.join(at, '..')) {
    if (fileSystem.stat(at) === undefined) break;
    parents.push(at);
    if (isRepository(at, fileSystem)) break;
  }
  return parents;
}

function isRepository(folder: string, fileSystem: FileSystem): boolean {
  return fileSystem.stat(posix.join(folder, '.git')) !== undefined;
}
