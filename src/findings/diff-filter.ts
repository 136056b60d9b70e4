/**
 * What a change caused: everything is judged, and of what was found that is reported which has a place in a line that was
 * added or changed, or which misses something that the change took away.
 */
import type { Config } from '../config/config.ts';
import type { SourceRange } from '../core/source.ts';
import type { GraphNode } from '../graph/node.ts';
import type { ChangedLines, RemovedLines } from './changed-lines.ts';
import type { Found, FoundFilter } from './found.ts';
import { argumentsIn, removedArguments, type RemovedArguments } from './missing-names.ts';
import { RemovedNames } from './removed-names.ts';
import { firstIndexWhere } from './sorted.ts';

/** What the filter knows of the run beside the change. */
export interface ChangedRun {
  readonly config: Pick<Config, 'promisedAt' | 'workloads'>;
  /** What the policies of the run tell to write. */
  readonly fixes: readonly string[];
}

export function causedBy(changes: ChangedLines, run: ChangedRun): FoundFilter {
  const change = new Change(changes, run);
  return (found) => change.caused(found);
}

class Change {
  readonly #changes: ChangedLines;
  readonly #removedNames: RemovedNames;
  /** The arguments that any policy asks for. */
  readonly #spokenFor: ReadonlySet<string>;
  readonly #arguments = new Map<RemovedLines, RemovedArguments>();
  readonly #promisesAll: boolean;
  readonly #promises: ReadonlySet<string>;

  constructor(changes: ChangedLines, { config, fixes }: ChangedRun) {
    this.#changes = changes;
    this.#removedNames = new RemovedNames(changes);
    this.#spokenFor = new Set(fixes.flatMap((fix) => [...argumentsIn(fix)]));
    const isChanged = (range: SourceRange | undefined): boolean => range !== undefined && this.#isAdded(range);
    this.#promisesAll = config.promisedAt?.some(isChanged) ?? false;
    this.#promises = new Set(config.workloads.filter(({ statedAt }) => isChanged(statedAt)).map(({ name }) => name));
  }

  caused({ places, path, nodes, fix }: Found): boolean {
    if (nodes.some((node) => this.#promisesMore(node))) return true;
    if (places.length === 0) return path === '' || this.#changes.has(path);
    if (places.some((place) => this.#isAdded(place))) return true;
    const asked = fix === undefined ? undefined : [...argumentsIn(fix)];
    const concerns = (removed: RemovedLines): boolean => this.#concerns(removed, asked);
    if (places.some((place) => this.#removedIn(place).some(concerns))) return true;
    return nodes.some((node) => {
      if (node.header !== undefined && this.#isAdded(node.header)) return true;
      return tellsOfWhole(places, node) && this.#removedFrom(node).some(concerns);
    });
  }

  /** Another tier or other objectives are stated for it. */
  #promisesMore({ workload }: GraphNode): boolean {
    return this.#promisesAll || (workload !== undefined && this.#promises.has(workload));
  }

  /** Whether what was taken away may be what is missing; `asked` undefined: it is not known what is. */
  #concerns(removed: RemovedLines, asked: readonly string[] | undefined): boolean {
    if (asked === undefined) return true;
    const read = this.#arguments.get(removed) ?? removedArguments(removed.text, this.#spokenFor);
    this.#arguments.set(removed, read);
    return read.mayMatterToAll || asked.some((name) => read.names.has(name));
  }

  #removedFrom(node: GraphNode): readonly RemovedLines[] {
    return [...node.blocks.flatMap((block) => this.#removedIn(block)), ...this.#removedNames.naming(node)];
  }

  #isAdded(range: SourceRange): boolean {
    const added = this.#changes.get(range.file.path)?.added ?? [];
    if (added.length === 0) return false;
    const { first, last } = linesOf(range);
    const span = added[firstIndexWhere(added, (each) => each.last >= first)];
    return span !== undefined && span.first <= last;
  }

  /** What was taken away between the first and the last line of the range. */
  #removedIn(range: SourceRange): readonly RemovedLines[] {
    const removed = this.#changes.get(range.file.path)?.removed ?? [];
    if (removed.length === 0) return [];
    const { first, last } = linesOf(range);
    const start = firstIndexWhere(removed, ({ after }) => after >= first);
    const end = firstIndexWhere(removed, ({ after }) => after >= last);
    return removed.slice(start, end);
  }
}

/** Something is missing: it is told at the head of what declares the node, for want of a better place. */
function tellsOfWhole(places: readonly SourceRange[], { blocks }: GraphNode): boolean {
  return places.some((place) =>
    blocks.some((block) => block.start === place.start && block.file.path === place.file.path),
  );
}

function linesOf({ file, start, end }: SourceRange): { readonly first: number; readonly last: number } {
  return { first: file.positionAt(start).line, last: file.positionAt(Math.max(start, end - 1)).line };
}
