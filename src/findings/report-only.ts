/** Single files were given, as a hook does: their whole roots are judged, and what concerns these files is reported. */
import { pathWithin } from '../core/paths.ts';
import type { Finding } from './finding.ts';

/** Undefined: everything is reported. A finding without a place is always reported. */
export function reportOnly(findings: readonly Finding[], paths: readonly string[] | undefined): readonly Finding[] {
  if (paths === undefined) return findings;
  return findings.filter((finding) => {
    const places = [finding.place, ...finding.related.map(({ range }) => range)].filter((place) => place !== undefined);
    const files = places.length === 0 ? [finding.path] : places.map(({ file }) => file.path);
    return files.some((file) => paths.some((path) => pathWithin(path, file) !== undefined));
  });
}
