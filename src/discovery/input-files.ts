/** The variable and parameter files of a run: those that deployments name, and those that lie in a root and nobody names. */
import { posix } from 'node:path';
import type { FileSystem } from '../core/file-system.ts';
import type { Deployment } from './deployment.ts';
import { detectFormat } from './detect-format.ts';
import { inputFile } from './input-file.ts';
import type { DiscoveredInput } from './discovered-input.ts';

export function inputFiles(
  fileSystem: FileSystem,
  files: ReadonlySet<string>,
  deployments: readonly Deployment[],
): readonly DiscoveredInput[] {
  const found = new Map<string, DiscoveredInput>();
  for (const { language, inputFiles: paths } of deployments) {
    const kind = language === 'terraform' ? 'variable-file' : 'parameter-file';
    for (const path of paths.map((each) => inputFile(each).path)) {
      const isFile = fileSystem.stat(path)?.kind === 'file';
      found.set(
        path,
        isFile ? { path, kind, status: 'read' } : { path, kind, status: 'unreadable', reason: 'no such file' },
      );
    }
  }
  for (const path of unnamedFiles(files, deployments)) {
    if (!found.has(path)) found.set(path, { path, kind: 'variable-file', status: 'skipped', reason: unnamed });
  }
  return [...found.values()];
}

const unnamed = 'no deployment names this variable file';

/** Loaded by itself from the folder in which Terraform is run. */
const automatic = /^(?:terraform|.*\.auto)\.tfvars(?:\.json)?$/u;

/** Variable files anywhere below a root that Terraform does not load by itself. */
function unnamedFiles(files: ReadonlySet<string>, deployments: readonly Deployment[]): readonly string[] {
  const roots = new Set(
    deployments
      .filter(({ language, plan, terragrunt }) => language === 'terraform' && (plan ?? terragrunt) === undefined)
      .map(({ path }) => path),
  );
  return [...files].filter((path) => {
    const name = posix.basename(path);
    if (detectFormat(name) !== 'variable-file') return false;
    const folder = posix.dirname(path);
    return roots.has(folder) ? !automatic.test(name) : isBelow(folder, roots);
  });
}

function isBelow(folder: string, roots: ReadonlySet<string>): boolean {
  for (let at = folder; at !== posix.dirname(at);) {
    at = posix.dirname(at);
    if (roots.has(at)) return true;
  }
  return false;
}
