/**
 * The Regions that the same code is deployed to (`deployedTo`), and those of them that it names literally in a property
 * (`literalRegions`): in the other ones the name is wrong.
 */
import { isDocumentMap, type Document } from '../../../core/document.ts';
import { parseRegion } from '../../../core/ids.ts';
import { textOf, type SourceRange } from '../../../core/source.ts';
import { originAt } from '../../../normalization/normal-resource.ts';
import { childPointer } from '../../../normalization/pointer.ts';
import type { DraftNode } from '../../draft.ts';
import type { GraphContext } from '../../graph-context.ts';
import { isDeclared } from '../../node.ts';
import { DeployedRegions } from './deployed-regions.ts';

interface NamedRegion {
  readonly pointer: string;
  readonly region: string;
}

/** Resources of the same code, and the Regions that each of them names. */
interface Copies {
  readonly nodes: readonly DraftNode[];
  readonly named: readonly (readonly NamedRegion[])[];
}

export function setLiteralRegions(context: GraphContext): void {
  const copies = new Map<string, DraftNode[]>();
  for (const node of context.nodes.values()) {
    if (!isDeclared(node) || node.header === undefined) continue;
    const code = `${node.header.file.path} ${node.header.start}`;
    const known = copies.get(code);
    if (known === undefined) copies.set(code, [node]);
    else known.push(node);
  }
  for (const nodes of copies.values()) setForCopies(nodes);
}

function setForCopies(nodes: readonly DraftNode[]): void {
  const deployed = new DeployedRegions(nodes);
  const isSpread = nodes.some((node) => deployed.seenFrom(node).length > 1);
  const named = isSpread ? nodes.map((node) => regionsNamed(node)) : [];
  for (const [index, node] of nodes.entries()) {
    const regions = deployed.seenFrom(node);
    node.facts.set('deployedTo', regions);
    const own = named[index] ?? [];
    // What names several tells them apart itself.
    const isOne = new Set(own.map(({ region }) => region)).size === 1;
    const meant = own.filter((place) => isOne && isInEachRegion(place, node, { nodes, named }));
    const items = meant.flatMap((place) => namedOf(place, regions));
    node.facts.set('literalRegions', Object.freeze([...new Set(items)]));
    node.factSources.set(
      'literalRegions',
      meant.map(({ pointer }) => pointer),
    );
  }
}

/** Another Region than the copies' may be meant for all (a vault, a registry); where one is not known, it may be that one. */
function namedOf({ region }: NamedRegion, regions: readonly Document[]): readonly Document[] {
  return regions.includes(region) ? [region] : regions.filter((each) => typeof each !== 'string').slice(0, 1);
}

/** Copies in several Regions name it at the same place: it does not follow the copy. */
function isInEachRegion(place: NamedRegion, viewer: DraftNode, { nodes, named }: Copies): boolean {
  const holders = nodes.filter((_, index) =>
    named[index]?.some(({ pointer, region }) => pointer === place.pointer && region === place.region),
  );
  return new DeployedRegions(holders).seenFrom(viewer).length > 1;
}

function regionsNamed(node: DraftNode): readonly NamedRegion[] {
  const found: NamedRegion[] = [];
  const left: (readonly [pointer: string, value: Document])[] = [['', node.properties]];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const [pointer, value] = next;
    if (typeof value === 'string') {
      const regions = regionsIn(value).filter((region) => isWrittenInCode(node, pointer, region));
      found.push(...regions.map((region) => ({ pointer, region })));
    } else {
      left.push(...itemsIn(value).map(([key, item]) => [childPointer(pointer, key), item] as const));
    }
  }
  return found.toReversed();
}

function itemsIn(value: Document): readonly (readonly [key: string | number, item: Document])[] {
  if (Array.isArray(value)) return [...value.entries()];
  return isDocumentMap(value) ? Object.entries(value).filter(([key]) => !isLabel.test(key)) : [];
}

/** What only labels, or says which of several Regions it holds (`PRIMARY_REGION`). */
const isLabel = /^(?:Tags|Description)$|primary|secondary|recovery|failover|replica|source|peer|home|global/iu;

/** A text that is a Region, or an ARN or host name with one in it; a name that happens to hold one is no more than a name. */
function regionsIn(text: string): readonly string[] {
  if (parseRegion(text) !== undefined) return [text];
  if (!text.startsWith('arn:') && !text.includes('amazonaws')) return [];
  return text.split(/[.:/]/u).filter((piece) => parseRegion(piece) !== undefined);
}

/** By the code itself, be it in a default or a local; what a caller passes is the caller's. */
function isWrittenInCode(node: DraftNode, pointer: string, region: string): boolean {
  const origin = node.normal === undefined ? undefined : originAt(node.normal.origins, pointer);
  if (origin?.literal !== true || node.header === undefined) return false;
  if (textOf(origin.range).includes(region)) return true;
  const { decidedAt } = origin;
  return decidedAt !== undefined && folderOf(decidedAt) === folderOf(node.header);
}

function folderOf({ file }: SourceRange): string {
  return file.path.slice(0, file.path.lastIndexOf('/') + 1);
}
