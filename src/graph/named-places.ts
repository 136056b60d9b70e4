/** The places in a node's properties that name other resources, by patterns such as `/SubnetMappings/[each]/SubnetId`. */
import { isDocumentMap, isLeaf } from '../core/document.ts';
import { childPointer } from '../normalization/pointer.ts';
import { propertyAt, type DraftNode } from './draft.ts';

/** One place that names something. */
export interface NamedPlace {
  readonly pointer: string;
  /** Not one name: a list or map that is not known, of any number of them. */
  readonly isWhole: boolean;
}

const each = '/[each]';

/** Every place that a pattern matches and where something stands; `[each]` is every item of a list, every value of a map. */
export function placesNamed(node: DraftNode, pattern: string): readonly NamedPlace[] {
  const [start = '', ...pieces] = pattern.split(each);
  let places = ifPresent(node, start);
  for (const piece of pieces) {
    places = places.flatMap((place) => {
      if (place.isWhole) return [place];
      return itemsBelow(node, place.pointer).flatMap((item) => {
        // A block that is repeated for what is not known stands for any number of them.
        const isWhole = item.isWhole || (piece !== '' && isLeaf(propertyAt(node, item.pointer)));
        return isWhole ? [{ ...item, isWhole }] : ifPresent(node, item.pointer + piece);
      });
    });
  }
  return places;
}

function ifPresent(node: DraftNode, pointer: string): readonly NamedPlace[] {
  return propertyAt(node, pointer) === undefined ? [] : [{ pointer, isWhole: false }];
}

function itemsBelow(node: DraftNode, pointer: string): readonly NamedPlace[] {
  const value = propertyAt(node, pointer);
  if (value === undefined || value === null) return [];
  if (isLeaf(value)) return [{ pointer, isWhole: true }];
  const keys = Array.isArray(value) ? value.keys() : isDocumentMap(value) ? Object.keys(value) : [];
  return [...keys].map((key) => ({ pointer: childPointer(pointer, key), isWhole: false }));
}
