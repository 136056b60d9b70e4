/**
 * What a change caused: everything is judged, and of what was found that is reported which has a place in a line that was
 * added or changed, or which misses something that the change took away.
 */
import type { SourceRange } from '../core/source.ts';
import type { GraphNode } from '../graph/node.ts';
import type { ChangedLines, RemovedLines } from './changed-lines.ts';
import type { Found, FoundFilter } from './found.ts';
import { argumentsIn, namesMissing, removedArguments, type RemovedArguments } from './missing-names.ts';
import { RemovedNames } from './removed-names.ts';
import { firstIndexWhere } from './sorted.ts';

/** `fixes` are what the policies of the run tell to write. */
export function causedBy(changes: ChangedLines, fixes: Iterable<string>): FoundFilter {
  const removedNames = new RemovedNames(changes);
  const spokenFor = new Set([...fixes].flatMap((fix) => [...argumentsIn(fix)]));
  const known = new Map<RemovedLines, RemovedArguments>();
  const argumentsOf = (removed: RemovedLines): RemovedArguments => {
    const read = known.get(removed) ?? removedArguments(removed.text);
    known.set(removed, read);
    return read;
  };
  return (found) => {
    const { places, path, nodes, fix } = found;
    if (places.length === 0) return path === '' || changes.has(path);
    if (places.some((place) => isAdded(place, changes))) return true;
    const asked = fix === undefined ? undefined : argumentsIn(fix);
    const concerns = (removed: RemovedLines): boolean =>
      asked === undefined || namesMissing(argumentsOf(removed), asked, spokenFor);
    if (places.some((place) => removedIn(place, changes).some(concerns))) return true;
    return nodes.some((node) => {
      if (node.header !== undefined && isAdded(node.header, changes)) return true;
      if (!tellsOfWhole(found, node)) return false;
      const inBlocks = node.blocks.flatMap((block) => removedIn(block, changes));
      return [...inBlocks, ...removedNames.naming(node)].some(concerns);
    });
  };
}

/** Something is missing: it is told at the head of what declares the node, for want of a better place. */
function tellsOfWhole({ places }: Found, { blocks }: GraphNode): boolean {
  return places.some((place) =>
    blocks.some((block) => block.start === place.start && block.file.path === place.file.path),
  );
}

function isAdded(range: SourceRange, changes: ChangedLines): boolean {
  const added = changes.get(range.file.path)?.added ?? [];
  if (added.length === 0) return false;
  const { first, last } = linesOf(range);
  const span = added[firstIndexWhere(added, (each) => each.last >= first)];
  return span !== undefined && span.first <= last;
}

/** What was taken away between the first and the last line of the range. */
function removedIn(range: SourceRange, changes: ChangedLines): readonly RemovedLines[] {
  const removed = changes.get(range.file.path)?.removed ?? [];
  if (removed.length === 0) return [];
  const { first, last } = linesOf(range);
  const start = firstIndexWhere(removed, ({ after }) => after >= first);
  const end = firstIndexWhere(removed, ({ after }) => after >= last);
  return removed.slice(start, end);
}

function linesOf({ file, start, end }: SourceRange): { readonly first: number; readonly last: number } {
  return { first: file.positionAt(start).line, last: file.positionAt(Math.max(start, end - 1)).line };
}
