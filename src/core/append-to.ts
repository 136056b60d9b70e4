/** Adds to the list that an index holds under a key, which is made at the first time. */
export function appendTo<K, V>(index: Map<K, V[]>, key: K, value: V): void {
  const known = index.get(key);
  if (known === undefined) index.set(key, [value]);
  else known.push(value);
}

/** Adds to the set that an index holds under a key, which is made at the first time. */
export function addTo<K, V>(index: Map<K, Set<V>>, key: K, value: V): void {
  const known = index.get(key);
  if (known === undefined) index.set(key, new Set([value]));
  else known.add(value);
}
