/** Large estates: where a lane of a Region would hold more boxes than a reader can take in, equal ones become a stack. */
import { appendTo } from '../../core/append-to.ts';
import { inWords } from '../../core/print.ts';
import { distinctGaps, worstLevel } from './gaps.ts';
import type { Box, Lane } from './picture.ts';

/** A lane with more boxes is stacked. */
const maximumBoxes = 9;
/** How many of a stack are named on it. */
const namedBoxes = 4;

/** The boxes of one column: those of one kind become one. The order is kept. */
export function stackBoxes(boxes: readonly Box[]): readonly Box[] {
  const byLane = new Map<Lane, Box[]>();
  for (const box of boxes) appendTo(byLane, box.lane, box);
  return [...byLane.values()].flatMap((own) => (own.length > maximumBoxes ? stack(own) : own));
}

function stack(boxes: readonly Box[]): readonly Box[] {
  const groups = new Map<string, Box[]>();
  for (const box of boxes) appendTo(groups, keyOf(box), box);
  return [...groups.values()].flatMap((group) => stackOf(group));
}

/** What is lost, and what breaks the promise, stands apart. */
function keyOf({ kind, gaps, guestOf, isDeclared }: Box): string {
  const isLost = gaps.some(({ reason }) => reason === 'lost');
  return JSON.stringify([kind, worstLevel(gaps), isLost, guestOf, isDeclared]);
}

function stackOf(boxes: readonly Box[]): readonly Box[] {
  const [first] = boxes;
  if (first === undefined || boxes.length === 1) return boxes;
  const names = boxes.map(({ name }) => name);
  const stacked: Box = {
    ...first,
    name: `${boxes.length}: ${inWords(names.slice(0, namedBoxes), names.length)}`,
    module: '',
    nodes: boxes.flatMap(({ nodes }) => nodes),
    members: boxes,
    gaps: distinctGaps(boxes.flatMap(({ gaps }) => gaps)),
  };
  return [stacked];
}
