/** What workloads need beside their tiers, and what that asks of something that serves several of them. */
import { documentMap, type Document, type DocumentMap } from '../../core/document.ts';

/** Name → value: true where there is none, else a number (seconds, days) or a list of Regions. */
export type Needs = Readonly<Record<string, unknown>>;

/** What meets the needs of all of them at once. */
export function needsOfAll(all: readonly Needs[]): Needs {
  const [first = {}, ...others] = all;
  if (others.length === 0) return first;
  const merged = new Map<string, unknown>();
  for (const needs of all) {
    for (const [name, value] of Object.entries(needs)) {
      merged.set(name, merged.has(name) ? stricter(name, merged.get(name), value) : value);
    }
  }
  return Object.fromEntries(merged);
}

/** A failover must be as fast as the fastest that is needed, a reach as long as the longest, a Region allowed by all. */
function stricter(name: string, one: unknown, other: unknown): unknown {
  if (typeof one === 'number' && typeof other === 'number') {
    return name === 'database-failover' ? Math.min(one, other) : Math.max(one, other);
  }
  if (!Array.isArray(one) || !Array.isArray(other)) return one;
  const allowed = new Set<unknown>(other);
  return one.filter((region: unknown) => allowed.has(region));
}

/** As policies read them below `$workload.needs`. */
export function needsDocument(needs: Needs): DocumentMap {
  return documentMap(Object.entries(needs).map(([name, value]) => [name, documentOf(value)] as const));
}

function documentOf(value: unknown): Document {
  if (Array.isArray(value)) return Object.freeze(value.map(documentOf));
  const isScalar = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  return isScalar ? value : true;
}
