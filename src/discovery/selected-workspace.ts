/** Which workspace a Terraform root is deployed from: stated, else the one that was selected in its folder. */
import { posix } from 'node:path';
import type { StatedWorkspace } from '../config/config.ts';
import type { FileSystem } from '../core/file-system.ts';
import { readSource } from '../core/read-source.ts';

/**
 * Undefined when nothing says it. The environment (`TF_WORKSPACE`) is not read, so that a run gives the same answer
 * wherever it runs.
 *
 * @param stated by the configuration for this deployment, or on the command line for all
 */
export function workspaceOf(
  root: string,
  stated: StatedWorkspace | string | undefined,
  fileSystem: FileSystem,
): StatedWorkspace | undefined {
  if (typeof stated === 'string') return { name: stated, statedAt: undefined };
  return stated ?? selectedWorkspace(root, fileSystem);
}

/** `terraform workspace select` writes it down. https://developer.hashicorp.com/terraform/cli/workspaces#workspace-internals */
function selectedWorkspace(root: string, fileSystem: FileSystem): StatedWorkspace | undefined {
  const path = posix.join(root, '.terraform/environment');
  if (fileSystem.stat(path)?.kind !== 'file') return undefined;
  const file = readSource(fileSystem, path).value;
  const name = file?.text.trim();
  if (file === undefined || name === undefined || name === '') return undefined;
  const start = file.text.indexOf(name);
  return { name, statedAt: { file, start, end: start + name.length } };
}
