/**
 * Folders with Terraform files → roots and child modules. A folder is a root when nothing in the scan calls it, or when
 * it holds what Terraform only reads from roots; examples and tests that were not named are left out and call nothing.
 */
import { appendTo } from '../core/append-to.ts';
import { posix } from 'node:path';
import type { FileSystem } from '../core/file-system.ts';
import { normalizePath } from '../core/paths.ts';
import { readSource } from '../core/read-source.ts';
import { configurationFiles, isConfigurationFile } from './configuration-files.ts';
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
  const folders = [...scans].map(([path, { calls, marksRoot, configures, isLocked }]): TerraformFolder => {
    const isRoot = marksRoot || !called.has(path);
    const kind = isRoot ? (isLeftOut(path) ? 'left-out' : 'root') : 'module';
    return { path, calls: [...calls], kind, library: !marksRoot && !isLocked && !configures };
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
  /** It holds a lock file. */
  isLocked: boolean;
}

/**
 * The variable files that Terraform loads by itself, from the root's folder only.
 * https://developer.hashicorp.com/terraform/language/values/variables#variable-definitions-tfvars-files
 */
const rootFiles = /^(?:terraform\.tfvars|.*\.auto\.tfvars|terraform\.tfvars\.json|.*\.auto\.tfvars\.json)$/u;

/**
 * Written by `terraform init` wherever it runs, which is also how people validate a module that others call: it makes no
 * root of a called one, even if that configures a provider of its own, as modules of old do.
 * https://developer.hashicorp.com/terraform/language/files/dependency-lock
 */
const lockFile = '.terraform.lock.hcl';

function scanFolders(fileSystem: FileSystem, files: readonly string[]): ReadonlyMap<string, FolderScan> {
  const scans = new Map<string, FolderScan>();
  const marked = new Set<string>();
  const locked = new Set<string>();
  for (const path of files) {
    const folder = posix.dirname(path);
    if (rootFiles.test(posix.basename(path))) marked.add(folder);
    if (posix.basename(path) === lockFile) locked.add(folder);
  }
  for (const path of configurationPaths(files)) {
    const folder = posix.dirname(path);
    const scan = scans.get(folder) ?? {
      calls: new Set<string>(),
      marksRoot: false,
      configures: false,
      isLocked: false,
    };
    scans.set(folder, scan);
    // What can't be read is told when the module is loaded.
    const { value: file } = readSource(fileSystem, path);
    if (file === undefined) continue;
    const { localSources, keepsState, configuresProvider } = scanModule(path, file.text);
    for (const source of localSources) addCall(scan, folder, source);
    scan.marksRoot ||= keepsState;
    scan.configures ||= configuresProvider;
  }
  for (const [folder, scan] of scans) {
    scan.marksRoot ||= marked.has(folder);
    scan.isLocked = locked.has(folder);
  }
  return scans;
}

/** Without what a file of OpenTofu's own hides. */
function configurationPaths(files: readonly string[]): readonly string[] {
  const names = new Map<string, string[]>();
  for (const path of files) {
    const name = posix.basename(path);
    if (isConfigurationFile(name)) appendTo(names, posix.dirname(path), name);
  }
  return [...names].flatMap(([folder, inFolder]) =>
    configurationFiles(inFolder).map((name) => posix.join(folder, name)),
  );
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

/** The folders of the scan that these call, directly or through other modules. */
export function foldersCalledBy(
  folders: readonly TerraformFolder[],
  callers: readonly TerraformFolder[],
): ReadonlySet<string> {
  const byPath = new Map(folders.map((folder) => [folder.path, folder]));
  const called = new Set<string>();
  const open = [...callers];
  for (let caller = open.pop(); caller !== undefined; caller = open.pop()) {
    for (const path of caller.calls) {
      const folder = byPath.get(path);
      if (folder === undefined || called.has(path)) continue;
      called.add(path);
      open.push(folder);
    }
  }
  return called;
}
