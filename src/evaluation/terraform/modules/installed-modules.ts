/** What `terraform init` wrote down about the modules that it downloaded: where each lies, and which one it is. */
import { posix } from 'node:path';
import type { FileSystem } from '../../../core/file-system.ts';
import { readSource } from '../../../core/read-source.ts';
import { readJson } from '../../../loaders/json.ts';
import { entryOf, valueOf, type TemplateNode } from '../../../loaders/template-node.ts';
import { overlap, parseConstraint } from './module-versions.ts';
import { parseRegistrySource } from './registry-source.ts';

export interface InstalledModule {
  /** Relative to the working directory. */
  readonly folder: string;
  /** As Terraform wrote it: `registry.terraform.io/terraform-aws-modules/vpc/aws`. */
  readonly source: string;
  /** Of a registry module. */
  readonly version: string | undefined;
}

/** By their path of call names, `vpc.subnets`. */
export type InstalledModules = ReadonlyMap<string, InstalledModule>;

/** Empty when `terraform init` was not run, or what it wrote can not be read. */
export function readInstalledModules(root: string, fileSystem: FileSystem): InstalledModules {
  const path = posix.join(root, '.terraform/modules/modules.json');
  if (fileSystem.stat(path)?.kind !== 'file') return new Map();
  const source = readSource(fileSystem, path).value;
  const modules = source === undefined ? undefined : valueOf(readJson(source).value.root, 'Modules');
  const installed = new Map<string, InstalledModule>();
  for (const node of modules?.kind === 'sequence' ? modules.items : []) {
    const [key, folder, from, version] = ['Key', 'Dir', 'Source', 'Version'].map((name) => textOf(node, name));
    if (key === undefined || key === '' || folder === undefined) continue;
    // Terraform on Windows writes its own separators.
    installed.set(key, { folder: posix.join(root, folder.replaceAll('\\', '/')), source: from ?? '', version });
  }
  return installed;
}

/** Whether a call asks for something else by now: Terraform would want to be initialised again. */
export function isStale(installed: InstalledModule, source: string, version: string | undefined): boolean {
  const wanted = parseRegistrySource(source);
  const present = parseRegistrySource(installed.source);
  if (wanted === undefined || present === undefined) return false;
  if (wanted.module !== present.module || wanted.ref !== present.ref) return true;
  const allowed = version === undefined ? undefined : parseConstraint(version);
  const release = installed.version === undefined ? undefined : parseConstraint(installed.version);
  return allowed !== undefined && release !== undefined && !overlap(allowed, release);
}

function textOf(entry: TemplateNode, name: string): string | undefined {
  const node = entryOf(entry, name)?.value;
  return node?.kind === 'scalar' && typeof node.value === 'string' ? node.value : undefined;
}
