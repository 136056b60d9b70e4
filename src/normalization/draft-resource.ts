/** A resource while it is being normalized: its top-level properties, and beside them the origins and links found so far. */
import { UnknownLeaf, type Document } from '../core/document.ts';
import type { SourceRange } from '../core/source.ts';
import type { Value } from '../core/value.ts';
import type { DeclaredResource } from '../evaluation/declared-resource.ts';
import type { Link, Origin } from './normal-resource.ts';
import { childPointer, type Place } from './pointer.ts';

/** More values than any real resource has: values are shared in memory, and a hostile input may unfold them without end. */
const mostValues = 50_000;

export class DraftResource {
  readonly declared: DeclaredResource;
  readonly type: string;
  readonly properties: Map<string, Document> = new Map();
  readonly origins: Map<string, Origin> = new Map();
  readonly links: Map<string, readonly Link[]> = new Map();
  readonly folded: DeclaredResource[] = [];
  #remaining = mostValues;

  constructor(declared: DeclaredResource, type: string) {
    this.declared = declared;
    this.type = type;
  }

  /** Counts one value; false once there were too many. */
  spend(): boolean {
    this.#remaining -= 1;
    return this.#remaining >= 0;
  }

  get isTooLarge(): boolean {
    return this.#remaining < 0;
  }

  /** Notes where the value at a place was written, and what it refers to. */
  noteWritten(place: Place, value: Value, from: DeclaredResource): void {
    const { decidedAt, marks } = value;
    const known = value.kind === 'scalar' || value.kind === 'list' || value.kind === 'map';
    this.origins.set(place.pointer, {
      range: value.range ?? from.block,
      name: place.name,
      how: from === this.declared ? 'written' : 'folded',
      ...(decidedAt === undefined ? {} : { decidedAt }),
      literal: known && !marks.perDeployment,
    });
    const links = linksOf(value);
    if (links.length > 0) this.links.set(place.pointer, links);
  }

  noteDefault(place: Place, header: SourceRange, source: string): void {
    this.origins.set(place.pointer, { range: header, name: place.name, how: 'default', source });
  }

  /** The leaf for something that a satellite may or may not decide. */
  noteUndecided(place: Place, leaf: UnknownLeaf, satellite: DeclaredResource): UnknownLeaf {
    this.noteFolded(place, satellite);
    return leaf;
  }

  /** Something that a satellite makes as a whole: what is missing in it is missing there. */
  noteFolded(place: Place, satellite: DeclaredResource): void {
    this.origins.set(place.pointer, { range: satellite.header, name: place.name, how: 'folded' });
  }

  /** Whether a top-level property is there because something wrote it, not because of a default. */
  isWritten(property: string): boolean {
    const at = childPointer('', property);
    if (!this.properties.has(property)) return false;
    for (const [pointer, origin] of this.origins) {
      if ((pointer === at || pointer.startsWith(`${at}/`)) && origin.how !== 'default') return true;
    }
    return false;
  }

  /** Lets what is known about one place hold for another, too, which doesn't lie below it. */
  copyNotes(from: string, to: string): void {
    for (const [pointer, origin] of this.origins) {
      if (isAtOrBelow(pointer, from)) this.origins.set(to + pointer.slice(from.length), origin);
    }
    for (const [pointer, links] of this.links) {
      if (isAtOrBelow(pointer, from)) this.links.set(to + pointer.slice(from.length), links);
    }
  }

  /** Forgets a top-level property with all its origins and links. */
  remove(property: string): void {
    const at = childPointer('', property);
    this.properties.delete(property);
    for (const pointer of this.origins.keys()) if (isAtOrBelow(pointer, at)) this.origins.delete(pointer);
    for (const pointer of this.links.keys()) if (isAtOrBelow(pointer, at)) this.links.delete(pointer);
  }
}

function isAtOrBelow(pointer: string, ancestor: string): boolean {
  return pointer === ancestor || pointer.startsWith(`${ancestor}/`);
}

/** What a value itself refers to or came through; members of lists and maps have links of their own. */
function linksOf(value: Value): readonly Link[] {
  const links: Link[] = [];
  if (value.kind === 'reference') links.push({ to: value.resource, attribute: value.attribute });
  if (value.kind === 'template') {
    for (const part of value.parts) {
      if (typeof part === 'string') continue;
      if (part.kind === 'reference') links.push({ to: part.resource, attribute: part.attribute });
    }
  }
  for (const to of value.marks.via) {
    if (!links.some((link) => link.to === to)) links.push({ to, attribute: undefined });
  }
  return links;
}
