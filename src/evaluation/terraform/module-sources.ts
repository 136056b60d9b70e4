/** Where the module of a call lies: a local folder, one that `terraform init` downloaded, or nowhere on disk. */
import { posix } from 'node:path';
import type { FileSystem } from '../../core/file-system.ts';
import { readSource } from '../../core/read-source.ts';
import type { Block, Expression } from '../../loaders/hcl/ast.ts';
import { readJson } from '../../loaders/json.ts';
import { entryOf, valueOf, type TemplateNode } from '../../loaders/template-node.ts';
import { attributeNamed } from '../../loaders/terraform/terraform-module.ts';

export type ModuleSource =
  | { readonly kind: 'folder'; readonly folder: string; readonly source: string }
  | { readonly kind: 'missing' | 'remote'; readonly source: string };

/** The folders of downloaded modules by their path of call names, `vpc.subnets`. */
export type InstalledModules = ReadonlyMap<string, string>;

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
  const source = literalArgument(call, 'source') ?? '';
  const isLocal = /^\.\.?(?:\/|$)/u.test(source);
  const folder = isLocal ? posix.join(caller, source) : from.installed.get(path);
  const real = folder === undefined ? undefined : from.fileSystem.realPath(folder);
  if (real !== undefined && from.fileSystem.stat(real)?.kind === 'directory')
    return { kind: 'folder', folder: real, source };
  return { kind: isLocal ? 'missing' : 'remote', source };
}

/** A download lies under `.terraform`, and is not ours to change. */
export function isDownload(folder: string): boolean {
  return folder.split('/').includes('.terraform');
}

/** What `terraform init` wrote down; empty when it was not run. */
export function readInstalledModules(root: string, fileSystem: FileSystem): InstalledModules {
  const path = posix.join(root, '.terraform/modules/modules.json');
  if (fileSystem.stat(path)?.kind !== 'file') return new Map();
  const source = readSource(fileSystem, path).value;
  const modules = source === undefined ? undefined : valueOf(readJson(source).value.root, 'Modules');
  const installed = new Map<string, string>();
  for (const node of modules?.kind === 'sequence' ? modules.items : []) {
    const key = textOf(entryOf(node, 'Key')?.value);
    const folder = textOf(entryOf(node, 'Dir')?.value);
    if (key !== undefined && key !== '' && folder !== undefined) installed.set(key, posix.join(root, folder));
  }
  return installed;
}

function textOf(node: TemplateNode | undefined): string | undefined {
  return node?.kind === 'scalar' && typeof node.value === 'string' ? node.value : undefined;
}

/** What a call says as literal text, as Terraform wants it for `source` and `version`. */
export function literalArgument(call: Block, name: string): string | undefined {
  return literalText(attributeNamed(call.body, name)?.value);
}

function literalText(expression: Expression | undefined): string | undefined {
  const part = expression?.kind === 'template' ? expression.parts[0] : undefined;
  return part?.kind === 'text' ? part.text : undefined;
}
