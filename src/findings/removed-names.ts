/**
 * The names in what was taken away: who removes `resources = [aws_db_instance.orders.arn]` changed something for that
 * database, wherever it is declared. Names hold in a folder in Terraform, in a file in CloudFormation.
 */
import { posix } from 'node:path';
import type { GraphNode } from '../graph/node.ts';
import type { ChangedLines, RemovedLines } from './changed-lines.ts';

export class RemovedNames {
  /** Folder or file → name → where it was taken away. */
  readonly #places = new Map<string, Map<string, Set<RemovedLines>>>();

  constructor(changes: ChangedLines) {
    for (const [path, { removed }] of changes) {
      for (const lines of removed) {
        for (const [name] of lines.text.matchAll(/\b[a-z]\w*\.[\w-]+/gu)) this.#add(posix.dirname(path), name, lines);
        for (const [name] of lines.text.matchAll(/\b[A-Z]\w*/gu)) this.#add(path, name, lines);
      }
    }
  }

  naming({ language, anchor, header, calls }: GraphNode): readonly RemovedLines[] {
    if (header === undefined) return [];
    if (language === 'cloudformation') return this.#at(header.file.path, anchor);
    // `module.orders.aws_db_instance.main`: a name for each call and one for the resource, each in the folder where it is used.
    const names = anchor.match(/[^.]+\.[^.]+/gu) ?? [];
    return [...calls, header].flatMap(({ file }, index) => this.#at(posix.dirname(file.path), names[index] ?? ''));
  }

  #at(place: string, name: string): readonly RemovedLines[] {
    return [...(this.#places.get(place)?.get(name) ?? [])];
  }

  #add(place: string, name: string, lines: RemovedLines): void {
    const names = this.#places.get(place) ?? new Map<string, Set<RemovedLines>>();
    this.#places.set(place, names);
    names.set(name, (names.get(name) ?? new Set()).add(lines));
  }
}
