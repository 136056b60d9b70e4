/** Where the module of a call lies: a local folder, one that `terraform init` downloaded, or nowhere on disk. */
import { posix } from 'node:path';
import type { FileSystem } from '../../../core/file-system.ts';
import type { Block, Expression } from '../../../loaders/hcl/ast.ts';
import { attributeNamed } from '../../../loaders/terraform/terraform-module.ts';
import { isStale, type InstalledModule, type InstalledModules } from './installed-modules.ts';

export type ModuleSource =
  | { readonly kind: 'folder'; readonly folder: string; readonly source: string }
  | { readonly kind: 'missing' | 'remote'; readonly source: string };

/** Arguments of a module call that are no inputs of the module. */
export const callArguments: ReadonlySet<string> = new Set([
  'source',
  'version',
  'providers',
  'count',
  'for_each',
  'depends_on',
]);

/**
 * @param caller folder of the calling module
 * @param path names of the calls from the root inwards, this one included: `vpc.subnets`
 */
export function findModule(
  call: Block,
  caller: string,
  path: string,
  from: { readonly fileSystem: FileSystem; readonly installed: InstalledModules },
): ModuleSource {
  const { fileSystem, installed } = from;
  const source = literalArgument(call, 'source') ?? '';
  const isLocal = /^\.\.?(?:\/|$)/u.test(source);
  const folder = isLocal ? posix.join(caller, source) : downloaded(call, source, installed.get(path), fileSystem);
  const real = folder === undefined ? undefined : fileSystem.realPath(folder);
  if (real !== undefined && fileSystem.stat(real)?.kind === 'directory')
    return { kind: 'folder', folder: real, source };
  return { kind: isLocal ? 'missing' : 'remote', source };
}

/** The folder of a download that is what the call asks for, and that still holds it. */
function downloaded(
  call: Block,
  source: string,
  installed: InstalledModule | undefined,
  fileSystem: FileSystem,
): string | undefined {
  if (installed === undefined || isStale(installed, source, literalArgument(call, 'version'))) return undefined;
  const files = fileSystem.list(installed.folder) ?? [];
  return files.some(({ name }) => /\.(?:tf|tofu)(?:\.json)?$/u.test(name)) ? installed.folder : undefined;
}

/** A download lies under `.terraform`, and is not ours to change. */
export function isDownload(folder: string): boolean {
  return folder.split('/').includes('.terraform');
}

/** What a call says as literal text, as Terraform wants it for `source` and `version`. */
export function literalArgument(call: Block, name: string): string | undefined {
  return literalText(attributeNamed(call.body, name)?.value);
}

function literalText(expression: Expression | undefined): string | undefined {
  const part = expression?.kind === 'template' ? expression.parts[0] : undefined;
  return part?.kind === 'text' ? part.text : undefined;
}
