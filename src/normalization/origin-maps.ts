/** Keeps one origin map for all instances of a declaration that agree in it, which most do. */
import type { SourceRange } from '../core/source.ts';
import type { DeclaredResource } from '../evaluation/declared-resource.ts';
import type { Origin, OriginMap } from './normal-resource.ts';

export class OriginMaps {
  readonly #last = new Map<string, OriginMap>();

  shared(declared: DeclaredResource, origins: OriginMap): OriginMap {
    const declaration = `${declared.header.file.path}:${declared.header.start}`;
    const last = this.#last.get(declaration);
    if (last !== undefined && isSameMap(last, origins)) return last;
    this.#last.set(declaration, origins);
    return origins;
  }
}

function isSameMap(left: OriginMap, right: OriginMap): boolean {
  if (left.size !== right.size) return false;
  for (const [pointer, origin] of left) {
    const other = right.get(pointer);
    if (other === undefined || !isSameOrigin(origin, other)) return false;
  }
  return true;
}

function isSameOrigin(left: Origin, right: Origin): boolean {
  return (
    left.how === right.how &&
    left.name === right.name &&
    left.literal === right.literal &&
    left.source === right.source &&
    isSameRange(left.range, right.range) &&
    isSameRange(left.decidedAt, right.decidedAt)
  );
}

function isSameRange(left: SourceRange | undefined, right: SourceRange | undefined): boolean {
  return left?.file === right?.file && left?.start === right?.start && left?.end === right?.end;
}
