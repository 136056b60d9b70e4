/**
 * Folders with Terraform files → roots and child modules. A folder is a root when nothing in the scan calls it, or when
 * it holds what Terraform only reads from roots; examples and tests that were not named are left out and call nothing.
 */
import { appendTo } from '../core/append-to.ts';
import { posix } from 'node:path';
import type { FileSystem } from '../core/file-system.ts';
import { normalizePath } from '../core/paths.ts';
import { readSource } from '../core/read-source.ts';
import { scanModule } from './scan-module.ts';

export interface TerraformFolder {
  readonly path: string;
  /** The folders that it calls as modules. */
  readonly calls: readonly string[];
  readonly kind: 'root' | 'module' | 'left-out';
  /** A root that only others, outside of the scan, can call: it configures neither provider nor state. */
  readonly library: boolean;
}

/**
 * @param files all files of the scan
 * @param isLeftOut whether a folder is an example or a test that nobody named
 */
export function terraformFolders(
  fileSystem: FileSystem,
  files: readonly string[],
  isLeftOut: (folder: string) => boolean,
): readonly TerraformFolder[] {
  const scans = scanFolders(fileSystem, files);
  const called = new Set<string>();
  for (const [folder, { calls }] of scans) {
    if (!isLeftOut(folder)) for (const callee of calls) called.add(callee);
  }
  const folders = [...scans].map(([path, { calls, marksRoot, configures }]): TerraformFolder => {
    const isRoot = marksRoot || !called.has(path);
    const kind = isRoot ? (isLeftOut(path) ? 'left-out' : 'root') : 'module';
    return { path, calls: [...calls], kind, library: !marksRoot && !configures };
  });
  return withRootsOfCycles(folders);
}

/** Modules that call each other in a circle have no root above them; the first of them is taken, so that none goes unseen. */
function withRootsOfCycles(folders: readonly TerraformFolder[]): readonly TerraformFolder[] {
  const byPath = new Map(folders.map((folder) => [folder.path, folder]));
  const reached = new Set<string>();
  const reach = (from: string): void => {
    const open = [from];
    for (let path = open.pop(); path !== undefined; path = open.pop()) {
      if (reached.has(path)) continue;
      reached.add(path);
      open.push(...(byPath.get(path)?.calls ?? []));
    }
  };
  for (const { path, kind } of folders) if (kind !== 'module') reach(path);
  return folders.map((folder) => {
    if (reached.has(folder.path)) return folder;
    reach(folder.path);
    return { ...folder, kind: 'root' };
  });
}

interface FolderScan {
  readonly calls: Set<string>;
  marksRoot: boolean;
  configures: boolean;
}

/**
 * Read from, or written to, the root's folder only: the variable files that Terraform loads by itself, and the lock file.
 * https://developer.hashicorp.com/terraform/language/values/variables#variable-definitions-tfvars-files
 * https://developer.hashicorp.com/terraform/language/files/dependency-lock
 */
const rootFiles =
  /^(?:terraform\.tfvars|.*\.auto\.tfvars|terraform\.tfvars\.json|.*\.auto\.tfvars\.json|\.terraform\.lock\.hcl)$/u;

function scanFolders(fileSystem: FileSystem, files: readonly string[]): ReadonlyMap<string, FolderScan> {
  const scans = new Map<string, FolderScan>();
  const marked = new Set<string>();
  for (const path of files) {
    const folder = posix.dirname(path);
    if (rootFiles.test(posix.basename(path))) marked.add(folder);
    if (!/\.tf(?:\.json)?$/u.test(path)) continue;
    const scan = scans.get(folder) ?? { calls: new Set<string>(), marksRoot: false, configures: false };
    scans.set(folder, scan);
    // What can't be read is told when the module is loaded.
    const { value: file } = readSource(fileSystem, path);
    if (file === undefined) continue;
    const { localSources, keepsState, configuresProvider } = scanModule(path, file.text);
    for (const source of localSources) addCall(scan, folder, source);
    scan.marksRoot ||= keepsState;
    scan.configures ||= configuresProvider;
  }
  for (const folder of marked) {
    const scan = scans.get(folder);
    if (scan !== undefined) scan.marksRoot = true;
  }
  return scans;
}

function addCall(scan: FolderScan, folder: string, source: string): void {
  const callee = normalizePath(posix.join(folder, source));
  if (callee !== folder) scan.calls.add(callee);
}

/** The roots that call a module, directly or through other modules; none when nothing in the scan calls it. */
export function rootsCalling(folders: readonly TerraformFolder[], module: string): readonly string[] {
  const callers = new Map<string, TerraformFolder[]>();
  for (const folder of folders) {
    for (const callee of folder.calls) {
      appendTo(callers, callee, folder);
    }
  }
  const roots = new Set<string>();
  const seen = new Set([module]);
  const open = [module];
  for (let callee = open.pop(); callee !== undefined; callee = open.pop()) {
    for (const { path, kind } of callers.get(callee) ?? []) {
      if (kind === 'root') roots.add(path);
      if (seen.has(path)) continue;
      seen.add(path);
      open.push(path);
    }
  }
  return [...roots].toSorted();
}
