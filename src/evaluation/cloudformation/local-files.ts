/** Files that a template names by their paths, which `aws cloudformation package` uploads before it is deployed. */
import { posix } from 'node:path';
import { normalizePath } from '../../core/paths.ts';

/**
 * The path of a file that `template` names; undefined for what lies elsewhere (`s3://…`, `https://…`, an absolute path).
 * https://docs.aws.amazon.com/cli/latest/reference/cloudformation/package.html
 */
export function localFile(location: string, template: string): string | undefined {
  if (location === '' || location.startsWith('/') || /^[a-z][\w+.-]*:/iu.test(location)) return undefined;
  return normalizePath(posix.join(posix.dirname(template), location));
}

/** Outside of what is scanned nothing is read. */
export function isInsideTree(path: string): boolean {
  return !path.startsWith('..');
}
