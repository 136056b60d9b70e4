/** Single files were given, as a hook does: their whole roots are judged, and what concerns these files is reported. */
import { pathWithin } from '../core/paths.ts';
import type { FoundFilter } from './found.ts';

/** `paths` are files and folders. What has neither place nor file is always reported. */
export function inFiles(paths: readonly string[]): FoundFilter {
  return ({ places, path }) => {
    if (places.length === 0 && path === '') return true;
    const files = places.length === 0 ? [path] : places.map(({ file }) => file.path);
    return files.some((file) => paths.some((each) => pathWithin(each, file) !== undefined));
  };
}
