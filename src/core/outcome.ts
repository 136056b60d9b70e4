/** What a stage returns: the value it could make, perhaps partial, together with everything it has to say about it. */
import type { Diagnostic } from './diagnostic.ts';

export interface Outcome<T> {
  readonly value: T;
  readonly diagnostics: readonly Diagnostic[];
}

export function outcome<T>(value: T, diagnostics: readonly Diagnostic[] = []): Outcome<T> {
  return { value, diagnostics };
}
