/** The way of each arrow from box to box, as SVG path data. */
import { boxHeight, type Layout, type Place } from './layout.ts';
import type { Arrow, Box, Section } from './picture.ts';

export interface ArrowPath {
  readonly arrow: Arrow;
  readonly path: string;
}

export function arrowPaths(section: Section, layout: Layout): readonly ArrowPath[] {
  const global = new Set(section.columns.filter(({ role }) => role === 'global').flatMap(({ boxes }) => boxes));
  const regions = [...layout.panels].filter(([{ role }]) => role !== 'global');
  const top = Math.min(...regions.map(([, { y }]) => y));
  return section.arrows.flatMap((arrow) => {
    const from = layout.boxes.get(arrow.from);
    const to = layout.boxes.get(arrow.to);
    if (from === undefined || to === undefined) return [];
    return {
      arrow,
      path: pathOf({ from, to, isFromBand: global.has(arrow.from), isToBand: global.has(arrow.to), top }),
    };
  });
}

interface Ends {
  readonly from: Place;
  readonly to: Place;
  /** It stands in the band of what is global, above the Regions. */
  readonly isFromBand: boolean;
  readonly isToBand: boolean;
  /** Where the Regions below it begin. */
  readonly top: number;
}

function pathOf({ from, to, isFromBand, isToBand, top }: Ends): string {
  const { width: fromWidth } = from;
  const { width: toWidth } = to;
  // On a narrow screen all boxes stand below each other.
  if (fromWidth === undefined || toWidth === undefined) return besides(from, to);
  const source: Sized = { ...from, width: fromWidth };
  const target: Sized = { ...to, width: toWidth };
  if (isFromBand && isToBand) return within(source, target);
  if (isFromBand) return fall(source, target, top);
  if (isToBand) return rise(source, target, top);
  return from.x === to.x ? besides(from, to) : across(source, target);
}

interface Sized extends Place {
  readonly width: number;
}

/** The middle of a box without a gap, so that arrows between boxes of one row are level. */
function middle({ y }: Place): number {
  return y + boxHeight / 2;
}

/** Out on the left, and back in on the left; the further, the wider. */
function besides(from: Place, to: Place): string {
  const [start, end] = [middle(from), middle(to)];
  const bulge = Math.min(38, 14 + Math.abs(end - start) / 16);
  return curve([from.x, start], [from.x - bulge, start], [to.x - bulge, end], [to.x, end]);
}

/** From the side of one column to the facing side of another one. */
function across(from: Sized, to: Sized): string {
  const isRightwards = to.x > from.x;
  const start = isRightwards ? from.x + from.width : from.x;
  const end = isRightwards ? to.x : to.x + to.width;
  const reach = Math.max(12, Math.abs(end - start) / 2) * (isRightwards ? 1 : -1);
  const [level, endLevel] = [middle(from), middle(to)];
  return curve([start, level], [start + reach, level], [end - reach, endLevel], [end, endLevel]);
}

/** From the band down, past the name of the Region, left of its boxes, and into one of them. */
function fall(from: Sized, to: Sized, top: number): string {
  const [x, y] = [from.x + from.width / 2, from.y + from.height];
  const [aside, level] = [to.x - 22, middle(to)];
  const half = (top - y) / 2;
  const down = curve([x, y], [x, y + half], [aside, top - half], [aside, top]);
  return `${down}V${round(level - 8)}Q${spell([aside, level])} ${spell([to.x, level])}`;
}

/** The same way back. */
function rise(from: Sized, to: Sized, top: number): string {
  const [x, y] = [to.x + to.width / 2, to.y + to.height];
  const [aside, level] = [from.x - 22, middle(from)];
  const half = (top - y) / 2;
  const up = `M${spell([from.x, level])}Q${spell([aside, level])} ${spell([aside, level - 8])}V${round(top)}`;
  return `${up}C${[[aside, top - half] as const, [x, y + half] as const, [x, y] as const].map(spell).join(' ')}`;
}

/** Inside the band: neighbours by their sides, else below. */
function within(from: Sized, to: Sized): string {
  if (from.y === to.y && Math.abs(from.x - to.x) < from.width + 40) return across(from, to);
  const [start, end] = [from.x + from.width / 2, to.x + to.width / 2];
  const [low, lower] = [from.y + from.height, to.y + to.height];
  return curve([start, low], [start, low + 26], [end, lower + 26], [end, lower]);
}

type Point = readonly [x: number, y: number];

/** A cubic curve: https://www.w3.org/TR/SVG2/paths.html#PathDataCubicBezierCommands */
function curve(start: Point, control: Point, endControl: Point, end: Point): string {
  return `M${spell(start)}C${[control, endControl, end].map(spell).join(' ')}`;
}

function spell(point: Point): string {
  return point.map(round).join(' ');
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** A short way out of a box that leads nowhere: its right side, on a wide screen. */
export function stubPath(box: Box, layout: Layout): string | undefined {
  const place = layout.boxes.get(box);
  if (place?.width === undefined) return undefined;
  const x = place.x + place.width;
  const y = round(middle(place));
  return `M${x} ${y}h10m-3 -4l7 8m0 -8l-7 8`;
}
