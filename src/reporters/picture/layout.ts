/** Where everything of a section stands: beside each other on a wide screen, Region below Region on a narrow one. In pixels. */
import { alignRows, type LaneRows } from './align-rows.ts';
import type { Box, Column, Lane, Section } from './picture.ts';

export interface Place {
  readonly x: number;
  readonly y: number;
  /** Undefined on a narrow screen: as wide as there is room. */
  readonly width: number | undefined;
  readonly height: number;
}

export interface Layout {
  readonly width: number | undefined;
  readonly height: number;
  readonly boxes: ReadonlyMap<Box, Place>;
  readonly panels: ReadonlyMap<Column, Place>;
  /** The names of the columns, each above its boxes. */
  readonly headings: ReadonlyMap<Column, Place>;
  readonly titles: readonly LaneTitle[];
}

export interface LaneTitle {
  readonly column: Column;
  readonly lane: Lane;
  readonly place: Place;
}

/** What a wide screen of 1280 pixels leaves beside the margins and the scroll bar. */
const fullWidth = 1200;
const widestColumn = 440;
const narrowestColumn = 204;

/** Room for arrows between boxes of one column, left of them. */
const gutter = 44;
const padding = 16;
const titleHeight = 60;
const laneHeight = 30;
export const boxHeight = 50;
const gapHeight = 20;
const rowGap = 10;
const laneGap = 10;
/** Between the global band and the Regions below it. */
const bandGap = 44;
const bandBoxWidth = 224;
const bandBoxGap = 24;
const narrowestCanvas = 1020;

function heightOf({ gaps }: Box): number {
  return boxHeight + (gaps.length > 0 ? gapHeight : 0);
}

/** What is placed so far. */
interface Places {
  readonly boxes: Map<Box, Place>;
  readonly panels: Map<Column, Place>;
  readonly headings: Map<Column, Place>;
  readonly titles: LaneTitle[];
}

function noPlaces(): Places {
  return { boxes: new Map(), panels: new Map(), headings: new Map(), titles: [] };
}

/** Regions side by side, what is global above them: users come from there. */
export function wideLayout({ columns, arrows }: Section): Layout {
  const regions = columns.filter(({ role }) => role !== 'global');
  const { width, frames } = framesOf(regions);
  const places = noPlaces();
  let top = 0;
  for (const column of columns.filter(({ role }) => role === 'global')) {
    const height = placeBand(column, width, places.boxes);
    places.panels.set(column, { x: 0, y: 0, width, height });
    places.headings.set(column, { x: padding, y: 0, width: width - 2 * padding, height: titleHeight });
    top = height + (regions.length > 0 ? bandGap : 0);
  }
  let y = top + titleHeight;
  for (const lane of alignRows(regions, arrows)) y = placeLane(lane, { frames, places, y }) + laneGap;
  for (const [column, { x, width: own, inner }] of frames) {
    places.panels.set(column, { x, y: top, width: own, height: y - top });
    places.headings.set(column, { ...inner, y: top, height: titleHeight });
  }
  return { width, height: regions.length > 0 ? y : top, ...places };
}

/** A column from left to right, and the boxes in it. */
interface Frame {
  readonly x: number;
  readonly width: number;
  readonly inner: { readonly x: number; readonly width: number };
}

function framesOf(regions: readonly Column[]): {
  readonly width: number;
  readonly frames: ReadonlyMap<Column, Frame>;
} {
  const isCrowded = regions.length > 3;
  const gap = isCrowded ? 28 : 140;
  const between = gap * Math.max(0, regions.length - 1);
  const room = Math.floor((fullWidth - between) / Math.max(1, regions.length));
  const column = Math.max(narrowestColumn, Math.min(widestColumn, room));
  const total = column * regions.length + between;
  const width = Math.max(narrowestCanvas, total);
  const left = Math.floor((width - total) / 2);
  const [before, after] = isCrowded ? [30, 10] : [gutter, padding];
  const frames = new Map<Column, Frame>();
  for (const [at, region] of regions.entries()) {
    const x = left + at * (column + gap);
    frames.set(region, { x, width: column, inner: { x: x + before, width: column - before - after } });
  }
  return { width, frames };
}

interface LaneFrame {
  readonly frames: ReadonlyMap<Column, Frame>;
  readonly places: Places;
  /** Where the lane begins. */
  readonly y: number;
}

/** Places a lane of all Regions; where it ends. */
function placeLane({ lane, rows }: LaneRows, { frames, places, y: top }: LaneFrame): number {
  for (const [column, { inner }] of frames) {
    if (!column.boxes.some((box) => box.lane === lane)) continue;
    places.titles.push({ column, lane, place: { ...inner, y: top, height: laneHeight } });
  }
  let y = top + laneHeight;
  for (const row of rows) {
    for (const [column, { inner }] of frames) {
      const box = row.find((each) => column.boxes.includes(each));
      if (box !== undefined) places.boxes.set(box, { ...inner, y, height: heightOf(box) });
    }
    y += Math.max(...row.map(heightOf)) + rowGap;
  }
  return y;
}

/** Boxes in rows from left to right; the height of the band. */
function placeBand({ boxes }: Column, width: number, places: Map<Box, Place>): number {
  const step = bandBoxWidth + bandBoxGap;
  const perRow = Math.max(1, Math.floor((width - 2 * padding + bandBoxGap) / step));
  let y = titleHeight;
  for (let at = 0; at < boxes.length; at += perRow) {
    const row = boxes.slice(at, at + perRow);
    for (const [index, box] of row.entries()) {
      places.set(box, { x: padding + index * step, y, width: bandBoxWidth, height: heightOf(box) });
    }
    y += Math.max(...row.map(heightOf)) + 22;
  }
  return y;
}

/** One Region below the other, what is global first; arrows run left of the boxes. */
export function narrowLayout({ columns }: Section): Layout {
  const { boxes, panels, headings, titles } = noPlaces();
  let y = 0;
  for (const column of columns.toSorted(
    (left, right) => Number(right.role === 'global') - Number(left.role === 'global'),
  )) {
    const top = y;
    headings.set(column, { x: gutter, y, width: undefined, height: titleHeight });
    y += titleHeight;
    for (const { lane, rows } of alignRows([column], [])) {
      // What is global has one list, without titles.
      if (column.role !== 'global') {
        titles.push({ column, lane, place: { x: gutter, y, width: undefined, height: laneHeight } });
        y += laneHeight;
      }
      for (const box of rows.flat()) {
        boxes.set(box, { x: gutter, y, width: undefined, height: heightOf(box) });
        y += heightOf(box) + rowGap;
      }
      y += laneGap;
    }
    panels.set(column, { x: 0, y: top, width: undefined, height: y - top });
    y += padding;
  }
  return { width: undefined, height: y, boxes, panels, headings, titles };
}
