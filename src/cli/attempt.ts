/** What the command line asks for, or every mistake in it. Mistakes are sentences, printed one a line. */
export type Attempt<T> =
  { readonly kind: 'done'; readonly value: T } | { readonly kind: 'mistaken'; readonly mistakes: readonly string[] };

export function done<T>(value: T): Attempt<T> {
  return { kind: 'done', value };
}

export function mistaken(mistakes: readonly string[]): Attempt<never> {
  return { kind: 'mistaken', mistakes };
}
