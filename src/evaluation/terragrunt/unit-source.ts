/** Where the module of a unit lies: a folder of the scanned tree, or a call of one that is not. */
import { posix } from 'node:path';
import { textOf } from '../../core/source.ts';
import type { FileSystem } from '../../core/file-system.ts';
import type { Value } from '../../core/value.ts';
import { toText } from '../terraform/values/convert.ts';
import { pathFrom } from './paths.ts';

export type UnitSource =
  | { readonly kind: 'folder'; readonly folder: string }
  /** As a module call would name it. */
  | { readonly kind: 'elsewhere'; readonly source: string; readonly version: string | undefined };

/**
 * @param written `terraform.source`; without it the unit's own folder holds the module
 * @param folder of the unit
 */
export function unitSource(written: Value | undefined, folder: string, fileSystem: FileSystem): UnitSource {
  if (written === undefined) return { kind: 'folder', folder };
  const text = toText(written);
  if (text === undefined) {
    const source = written.range === undefined ? 'unknown' : textOf(written.range).replaceAll('"', '');
    return { kind: 'elsewhere', source, version: undefined };
  }
  if (isRemote(text)) return remoteSource(text);
  // `//` parts what is copied from the folder in it that is run.
  // https://terragrunt.gruntwork.io/docs/reference/hcl/blocks/#terraform
  const wanted = pathFrom(text.replace(/\?.*$/u, '').replaceAll(/\/{2,}/gu, '/'), folder);
  const real = fileSystem.realPath(wanted);
  if (real !== undefined && fileSystem.stat(real)?.kind === 'directory') return { kind: 'folder', folder: real };
  return { kind: 'elsewhere', source: `./${posix.relative(folder, wanted)}`, version: undefined };
}

/** What go-getter takes for an address, not for a path. https://opentofu.org/docs/language/modules/sources/ */
function isRemote(text: string): boolean {
  return /^(?:[a-z0-9]+::|[a-z][a-z0-9+.-]*:\/\/|git@|(?:github|gitlab)\.com\/|bitbucket\.org\/)/iu.test(text);
}

/** `tfr://host/module?version=x` is a module of a registry. */
function remoteSource(text: string): UnitSource {
  const match = /^tfr:\/\/(?<host>[^/]*)\/(?<module>[^?]+)(?:\?(?:.*&)?version=(?<version>[^&]+))?/u.exec(text);
  const { host = '', module, version } = match?.groups ?? {};
  if (module === undefined) return { kind: 'elsewhere', source: text, version: undefined };
  const isPublic = ['', 'registry.terraform.io', 'registry.opentofu.org'].includes(host);
  return { kind: 'elsewhere', source: isPublic ? module : `${host}/${module}`, version };
}
