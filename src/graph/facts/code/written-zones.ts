/**
 * Zones that are written in the code: the literal ones (`literalZones`), the Regions in which the same code names the same
 * zone (`codeRegions`), and what lies in another Region than the resource that names it, though AWS takes none of another:
 * zones, keys, certificates (`outsideRegion`).
 */
import { appendTo } from '../../../core/append-to.ts';
import { ReferenceLeaf, UnknownLeaf, type Document } from '../../../core/document.ts';
import type { UnknownReason } from '../../../core/value.ts';
import { ownRegionPlaces, zonePlaces } from '../../aws/own-region.ts';
import { regionOfZone } from '../../aws/zones.ts';
import { propertyAt, textAt, type DraftNode } from '../../draft.ts';
import type { GraphContext } from '../../graph-context.ts';
import { parseArn } from '../../identity/arn.ts';
import { same } from '../../identity/same.ts';
import { placesNamed } from '../../named-places.ts';
import { isDeclared } from '../../node.ts';
import { DeployedRegions } from './deployed-regions.ts';
import { derivedUnknown } from '../derived-unknown.ts';
import { literalTextAt } from './literal.ts';

export function setWrittenZones(context: GraphContext): void {
  const zoned: (readonly [node: DraftNode, pointers: readonly string[]])[] = [];
  for (const node of context.nodes.values()) {
    if (!isDeclared(node)) continue;
    const zones = pointersOf(node, zonePlaces);
    if (zones.length > 0) zoned.push([node, zones]);
    setOutside(context, node, [...zones, ...pointersOf(node, ownRegionPlaces(node.type))]);
  }
  const copiesOf = copiesByCode(zoned);
  for (const [node, pointers] of zoned) {
    const literal = pointers.filter((pointer) => isZone(literalTextAt(node, pointer)));
    node.facts.set('literalZones', Object.freeze(literal.map((pointer) => textAt(node, pointer) ?? '')));
    node.factSources.set('literalZones', literal);
    const regions = pointers.flatMap((pointer) => copiesOf.get(codeOf(node, pointer))?.seenFrom(node) ?? []);
    node.facts.set('codeRegions', Object.freeze([...new Set(regions)]));
  }
}

function pointersOf(node: DraftNode, places: readonly string[]): readonly string[] {
  return places.flatMap((place) => placesNamed(node, place).map(({ pointer }) => pointer));
}

function isZone(text: string | undefined): boolean {
  return text !== undefined && regionOfZone(text) !== undefined;
}

/** Absent where nothing that is named tells of a Region. */
function setOutside(context: GraphContext, node: DraftNode, pointers: readonly string[]): void {
  const outside: (readonly [pointer: string, item: Document])[] = [];
  let isTold = false;
  const home = homeOf(node, pointers);
  for (const pointer of pointers) {
    const region = regionNamed(context, node, pointer);
    if (region === undefined) continue;
    isTold = true;
    const isSame = same(region, home);
    if (isSame === 'no') outside.push([pointer, nameAt(context, node, pointer)]);
    if (isSame === 'unknown') outside.push([pointer, unsure(region, node)]);
  }
  if (!isTold) return;
  node.facts.set('outsideRegion', Object.freeze(outside.map(([, item]) => item)));
  node.factSources.set(
    'outsideRegion',
    outside.map(([pointer]) => pointer),
  );
}

/** What may not exist tells nobody its Region (`settleRegions`); where it does exist, it lies in the zone that it names. */
function homeOf(node: DraftNode, pointers: readonly string[]): Document | undefined {
  if (node.exists === 'yes' || !(node.region instanceof UnknownLeaf)) return node.region;
  const zones = pointers.map((pointer) => regionOfZone(textAt(node, pointer) ?? ''));
  return zones.find((region) => region !== undefined) ?? node.region;
}

/** The Region of a zone, of an ARN, or of what is declared and referred to; what an input gives is not known. */
function regionNamed(context: GraphContext, node: DraftNode, pointer: string): Document | undefined {
  const value = propertyAt(node, pointer);
  if (value instanceof ReferenceLeaf) return referred(context, value)?.region;
  if (value instanceof UnknownLeaf) return isGiven(value.symbol().reason) ? value : undefined;
  return typeof value === 'string' ? (regionOfZone(value) ?? parseArn(value)?.region) : parseArn(value)?.region;
}

function isGiven({ code, isOfRegion }: UnknownReason): boolean {
  return code === 'input' && isOfRegion !== true;
}

function referred(context: GraphContext, value: ReferenceLeaf): DraftNode | undefined {
  return context.get(value.value().resource);
}

function nameAt(context: GraphContext, node: DraftNode, pointer: string): Document {
  const value = propertyAt(node, pointer) ?? '';
  return value instanceof ReferenceLeaf ? (referred(context, value)?.address ?? value) : value;
}

function unsure(region: Document, node: DraftNode): Document {
  const open = [region, node.region].find((each) => each instanceof UnknownLeaf);
  return open ?? derivedUnknown(`Region of ${node.id}`, `whether ${node.address} names another Region than its own`);
}

/** A zone that a declaration names, wherever and however often it is deployed: callers of a module may pass each their own. */
function codeOf(node: DraftNode, pointer: string): string {
  const { header, id } = node;
  const code = header === undefined ? id : `${header.file.path} ${header.start}`;
  return `${code} ${literalTextAt(node, pointer) ?? ''}`;
}

type CopiesByCode = ReadonlyMap<string, DeployedRegions>;

function copiesByCode(zoned: readonly (readonly [node: DraftNode, pointers: readonly string[]])[]): CopiesByCode {
  const copies = new Map<string, DraftNode[]>();
  for (const [node, pointers] of zoned) {
    for (const pointer of pointers) {
      if (isZone(literalTextAt(node, pointer))) appendTo(copies, codeOf(node, pointer), node);
    }
  }
  return new Map([...copies].map(([code, nodes]) => [code, new DeployedRegions(nodes)]));
}
