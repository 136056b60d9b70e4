/** Files whose Terraform roots are surely deployed as they are: none of them is a library that others may call. */
import { posix } from 'node:path';
import { memoryFileSystem } from '../../src/core/file-system-memory.ts';
import { terraformFolders } from '../../src/discovery/terraform-folders.ts';
import type { Files } from './source-edits.ts';

export function asDeployed(files: Files): Files {
  // Units deploy what they run.
  if (Object.keys(files).some((path) => posix.basename(path) === 'terragrunt.hcl')) return files;
  const folders = terraformFolders(memoryFileSystem(files), Object.keys(files), () => false);
  const libraries = folders.filter(({ kind, library }) => kind === 'root' && library);
  // Terraform reads such files from roots only.
  return {
    ...files,
    ...Object.fromEntries(libraries.map(({ path }) => [posix.join(path, 'deployed.auto.tfvars'), ''])),
  };
}
