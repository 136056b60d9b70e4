/** Files of parameters that lie beside a template, one for each Region that it is deployed to, as their names say. */
import { posix } from 'node:path';
import type { FileSystem } from '../core/file-system.ts';
import { parseRegion, type Region } from '../core/ids.ts';

/** Region → its file: `network-parameters-eu-west-1.json` beside `network.yaml`, in its folder or in one for parameters. */
export function parametersByRegion(template: string, fileSystem: FileSystem): ReadonlyMap<Region, string> {
  const { dir, name } = posix.parse(template);
  const here = dir === '' ? '.' : dir;
  const files = new Map<Region, string>();
  for (const entry of fileSystem.list(here) ?? []) {
    const path = posix.join(dir, entry.name);
    const inFolder = entry.kind === 'directory' && isForParameters(entry.name) ? fileSystem.list(path) : undefined;
    if (entry.kind === 'file' && isForParameters(entry.name)) addFile(path, name, files);
    for (const inner of inFolder ?? []) if (inner.kind === 'file') addFile(posix.join(path, inner.name), name, files);
  }
  return files;
}

function isForParameters(name: string): boolean {
  return /param/iu.test(name);
}

function addFile(path: string, template: string, files: Map<Region, string>): void {
  const { name, ext } = posix.parse(path);
  if (!/^\.(?:json|properties|ya?ml)$/iu.test(ext) || !name.toLowerCase().startsWith(template.toLowerCase())) return;
  const [text] = /(?<![a-z])[a-z]{2}(?:-[a-z]+){1,2}-\d(?!\d)/iu.exec(name.slice(template.length)) ?? [];
  const region = text === undefined ? undefined : parseRegion(text.toLowerCase());
  if (region !== undefined && !files.has(region)) files.set(region, path);
}
