/** Rows of boxes across Regions: what belongs together stands side by side, so that arrows between Regions run level. */
import { appendTo } from '../../core/append-to.ts';
import { lanes, type Arrow, type Box, type Column, type Lane } from './picture.ts';

export interface LaneRows {
  readonly lane: Lane;
  /** Each row from left to right; a Region without a box in a row has none. */
  readonly rows: readonly (readonly Box[])[];
}

/** Lanes that hold anything, from the top. */
export function alignRows(columns: readonly Column[], arrows: readonly Arrow[]): readonly LaneRows[] {
  const partners = partnersOf(arrows);
  return lanes.flatMap((lane) => {
    const rows = new Map<Box, number>();
    for (const { boxes } of columns)
      placeColumn(
        boxes.filter((box) => box.lane === lane),
        partners,
        rows,
      );
    return rows.size === 0 ? [] : [{ lane, rows: byRow(rows) }];
  });
}

function partnersOf(arrows: readonly Arrow[]): ReadonlyMap<Box, readonly Box[]> {
  const partners = new Map<Box, Box[]>();
  for (const { from, to } of arrows) {
    if (from.lane !== to.lane) continue;
    appendTo(partners, from, to);
    appendTo(partners, to, from);
  }
  return partners;
}

/** Beside the partner in a Region further left, else in the first row that is free. */
function placeColumn(boxes: readonly Box[], partners: ReadonlyMap<Box, readonly Box[]>, rows: Map<Box, number>): void {
  const own = new Set(boxes);
  const partnerRows = (box: Box): readonly number[] =>
    (partners.get(box) ?? []).flatMap((partner) => (own.has(partner) ? [] : (rows.get(partner) ?? [])));
  const wanted = new Map(boxes.map((box) => [box, Math.min(...partnerRows(box))]));
  const beside = boxes.filter((box) => wanted.get(box) !== Infinity);
  // Those with a partner further right come first, so that the rows that are level stand together.
  const [paired, alone] = partition(
    boxes.filter((box) => !beside.includes(box)),
    (box) => (partners.get(box) ?? []).some((partner) => !own.has(partner)),
  );
  const taken = new Set<number>();
  for (const box of [...beside.toSorted((a, b) => (wanted.get(a) ?? 0) - (wanted.get(b) ?? 0)), ...paired, ...alone]) {
    let row = beside.includes(box) ? (wanted.get(box) ?? 0) : 0;
    while (taken.has(row)) row += 1;
    taken.add(row);
    rows.set(box, row);
  }
}

function partition<T>(items: readonly T[], isFirst: (item: T) => boolean): readonly [readonly T[], readonly T[]] {
  return [items.filter(isFirst), items.filter((item) => !isFirst(item))];
}

/** Rows that no box took are left out. */
function byRow(rows: ReadonlyMap<Box, number>): readonly (readonly Box[])[] {
  const sorted = new Map<number, Box[]>();
  for (const [box, row] of [...rows].toSorted(([, left], [, right]) => left - right)) {
    appendTo(sorted, row, box);
  }
  return [...sorted.values()];
}
