/** Reads the head that for-expressions and `%{ for }` directives share: `key, value in`. */
import type { ParseState } from './parse-state.ts';

export interface ForNames {
  readonly keyName: string | undefined;
  readonly valueName: string;
}

const help = 'It reads "for value in collection" or "for key, value in collection".';

export function parseForNames(state: ParseState): ForNames | undefined {
  const first = state.demand('identifier', 'the name of a variable after "for"', help);
  if (first === undefined) return undefined;
  const second = state.take(',') && state.demand('identifier', 'the name of a second variable after the comma', help);
  if (state.previous().kind !== 'identifier') return undefined;
  if (state.takeWord('in') === undefined) return state.refuse('the word "in"', help);
  const firstName = state.textOf(first);
  return second === undefined
    ? { keyName: undefined, valueName: firstName }
    : { keyName: firstName, valueName: state.textOf(second) };
}
