/** The columns of a picture: each Region, named unknown ones, one for all other unknown ones, and one for what is global. */
import type { WorkloadAssessment } from '../../assessment/assessment.ts';
import { appendTo } from '../../core/append-to.ts';
import { UnknownLeaf, type Document } from '../../core/document.ts';
import { print, printText } from '../../core/print.ts';
import { compareTexts } from '../../findings/sort.ts';
import { identityKey } from '../../graph/identity/same.ts';
import type { GraphNode } from '../../graph/node.ts';
import { documentEntry } from '../document-json.ts';
import type { Box, Column, ColumnRole } from './picture.ts';

/** Unknown Regions that would make more columns than these share one. */
const maximumColumns = 4;

const roles: readonly ColumnRole[] = ['primary', 'recovery', 'other', 'unknown', 'global'];

/** Equal for what certainly lies in one Region. */
export function regionKey(node: GraphNode): string {
  const region = regionOf(node);
  return region === undefined ? '' : (identityKey(region) ?? '?');
}

/** `us-east-1`, `Global`, `Region unknown: var.dr_region` */
export function regionInWords(node: GraphNode): string {
  const region = regionOf(node);
  if (region === undefined) return 'Global';
  if (region === null) return 'a Region that is unknown';
  return typeof region === 'string' ? printText(region) : `Region unknown: ${subjectOf(region)}`;
}

/** Undefined for what is global; null where nothing says which one, as in a name that something else declares. */
function regionOf(node: GraphNode): Document | undefined {
  // What stands for something that could not be read is unknown as a whole.
  if (node.document instanceof UnknownLeaf) return node.document;
  return documentEntry(node, 'region') ?? (node.kind === 'external' ? null : undefined);
}

function subjectOf(region: Document): string {
  if (region === null) return '';
  return region instanceof UnknownLeaf ? printText(region.symbol().reason.subject) : print(region);
}

export function columnsOf(boxes: readonly Box[], { regions }: WorkloadAssessment): readonly Column[] {
  const byRegion = new Map<string, Box[]>();
  for (const box of boxes) appendTo(byRegion, regionKey(box.node), box);
  const columns = [...byRegion.values()].map((own) => columnOf(own, regions));
  const unknown = columns.filter(({ role }) => role === 'unknown');
  const room = Math.max(
    0,
    maximumColumns - columns.filter(({ role }) => role !== 'unknown' && role !== 'global').length,
  );
  const named = new Set(unknown.toSorted((left, right) => declared(right) - declared(left)).slice(0, room));
  const shared = unknown.filter((column) => !named.has(column) || declared(column) === 0);
  const kept = columns.filter((column) => !shared.includes(column));
  const order = [regions.primary, ...regions.recovery];
  return [...kept, ...sharedColumn(shared)].toSorted(
    (left, right) =>
      roles.indexOf(left.role) - roles.indexOf(right.role) ||
      order.indexOf(left.title) - order.indexOf(right.title) ||
      Number(left.note === '') - Number(right.note === '') ||
      compareTexts(`${left.title} ${left.note}`, `${right.title} ${right.note}`),
  );
}

function declared({ boxes }: Column): number {
  return boxes.filter(({ isDeclared }) => isDeclared).length;
}

function sharedColumn(columns: readonly Column[]): readonly Column[] {
  const boxes = columns.flatMap((column) => column.boxes);
  return boxes.length === 0 ? [] : [{ title: 'Region unknown', note: '', role: 'unknown', boxes }];
}

function columnOf(boxes: readonly Box[], regions: WorkloadAssessment['regions']): Column {
  const region = boxes[0] === undefined ? undefined : regionOf(boxes[0].node);
  if (region === undefined) return { title: 'Global', note: '', role: 'global', boxes };
  if (typeof region !== 'string') return { title: 'Region unknown', note: subjectOf(region), role: 'unknown', boxes };
  return { title: printText(region), note: '', role: roleOf(region, regions), boxes };
}

function roleOf(region: string, { primary, recovery }: WorkloadAssessment['regions']): ColumnRole {
  if (region === primary) return 'primary';
  return recovery.includes(region) ? 'recovery' : 'other';
}
