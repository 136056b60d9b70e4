/** The entries of one mapping while it is read: keeps each key once and tells of those that are written twice. */
import type { Diagnostic } from '../core/diagnostic.ts';
import type { SourceRange } from '../core/source.ts';
import type { MappingEntry } from './template-node.ts';

export class MappingEntries {
  readonly #entries = new Map<string, MappingEntry>();
  readonly #diagnostics: Diagnostic[];

  constructor(diagnostics: Diagnostic[]) {
    this.#diagnostics = diagnostics;
  }

  /** A key that is already there is a mistake, and the later entry counts. */
  add(entry: MappingEntry): void {
    if (this.#entries.has(entry.key)) this.#diagnostics.push(duplicateKey(entry.key, entry.keyRange));
    this.#entries.set(entry.key, entry);
  }

  /** An entry that comes in by a merge key (`<<`): what is written here has precedence. */
  merge(entry: MappingEntry): void {
    if (!this.#entries.has(entry.key)) this.#entries.set(entry.key, entry);
  }

  list(): readonly MappingEntry[] {
    return [...this.#entries.values()];
  }
}

function duplicateKey(key: string, range: SourceRange): Diagnostic {
  return {
    code: 'input/syntax',
    level: 'warning',
    message: `The key "${key}" is written twice in one mapping; only this last one is read.`,
    help: 'Remove one of the two, or join them.',
    range,
    path: range.file.path,
  };
}
