/**
 * Zones that are written in the code: the literal ones (`literalZones`), those of another Region than the resource's own
 * (`zonesOutside`), and the Regions in which the same code names the same zone (`codeRegions`).
 */
import type { Document } from '../../core/document.ts';
import { regionOfZone } from '../aws/zones.ts';
import { textAt, type DraftNode } from '../draft.ts';
import type { GraphContext } from '../graph-context.ts';
import { identityKey } from '../identity/same.ts';
import { placesNamed } from '../named-places.ts';
import { isDeclared } from '../node.ts';
import { literalTextAt } from './literal.ts';

const zonePlaces = ['/AvailabilityZone', '/AvailabilityZones/[each]', '/Placement/AvailabilityZone'];

export function setWrittenZones(context: GraphContext): void {
  const zoned: (readonly [node: DraftNode, pointers: readonly string[]])[] = [];
  for (const node of context.nodes.values()) {
    if (!isDeclared(node)) continue;
    const pointers = zonePlaces.flatMap((place) => placesNamed(node, place).map(({ pointer }) => pointer));
    if (pointers.length > 0) zoned.push([node, pointers]);
  }
  const regions = regionsOfCode(zoned);
  for (const [node, pointers] of zoned) {
    set(node, 'literalZones', pointers, (pointer) => isZone(literalTextAt(node, pointer)));
    set(node, 'zonesOutside', pointers, (pointer) => isOutside(node, textAt(node, pointer)));
    const used = pointers.flatMap((pointer) => [...(regions.get(codeOf(node, pointer)) ?? [])]);
    node.facts.set('codeRegions', Object.freeze([...new Map(used).values()]));
  }
}

function set(node: DraftNode, fact: string, pointers: readonly string[], isMeant: (pointer: string) => boolean): void {
  const meant = pointers.filter((pointer) => isMeant(pointer));
  node.facts.set(fact, Object.freeze(meant.map((pointer) => textAt(node, pointer) ?? '')));
  node.factSources.set(fact, meant);
}

function isZone(text: string | undefined): boolean {
  return text !== undefined && regionOfZone(text) !== undefined;
}

/** Where the Region is known otherwise than by the zone itself. */
function isOutside(node: DraftNode, zone: string | undefined): boolean {
  const region = zone === undefined ? undefined : regionOfZone(zone);
  return region !== undefined && typeof node.region === 'string' && region !== node.region;
}

/** A zone that a declaration names, wherever and however often it is deployed: callers of a module may pass each their own. */
function codeOf(node: DraftNode, pointer: string): string {
  const { header, id } = node;
  const code = header === undefined ? id : `${header.file.path} ${header.start}`;
  return `${code} ${literalTextAt(node, pointer) ?? ''}`;
}

type RegionsByCode = ReadonlyMap<string, ReadonlyMap<string, Document>>;

function regionsOfCode(zoned: readonly (readonly [node: DraftNode, pointers: readonly string[]])[]): RegionsByCode {
  const regions = new Map<string, Map<string, Document>>();
  for (const [node, pointers] of zoned) {
    for (const pointer of pointers) {
      if (node.region === undefined || !isZone(literalTextAt(node, pointer))) continue;
      const code = codeOf(node, pointer);
      const used = regions.get(code) ?? new Map<string, Document>();
      used.set(identityKey(node.region) ?? node.id, node.region);
      regions.set(code, used);
    }
  }
  return regions;
}
