/** Short ways to normalize hand-made declarations and look at the result. */
import type { DeclaredResource } from '../../src/evaluation/declared-resource.ts';
import type { NormalResource } from '../../src/normalization/normal-resource.ts';
import { normalize } from '../../src/normalization/normalize.ts';
import { plainDocument } from './plain-document.ts';

/** The normal form of the first declaration, among the others. */
export function normalOf(resource: DeclaredResource, ...others: readonly DeclaredResource[]): NormalResource {
  const found = normalize([resource, ...others]).value.find(({ declared }) => declared.id === resource.id);
  if (found === undefined) throw new Error(`${resource.address} was folded into another resource`);
  return found;
}

/** The property at a pointer, as plain data; undefined when it is absent. */
export function propertyOf(normal: NormalResource, pointer: string): unknown {
  let at: unknown = plainDocument(normal.properties);
  for (const step of pointer.split('/').slice(1)) {
    if (typeof at !== 'object' || at === null) return undefined;
    at = new Map<string, unknown>(Object.entries(at)).get(step);
  }
  return at;
}
