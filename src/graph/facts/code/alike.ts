/**
 * Whether two properties of counterparts are alike. Each is taken apart into keys that should be there on both sides; what
 * the code does not tell leaves the answer open. Names, addresses and what speaks of a Region or a role leave no key.
 */
import {
  isDocumentMap,
  ReferenceLeaf,
  SensitiveLeaf,
  TemplateLeaf,
  UnknownLeaf,
  type Document,
  type DocumentMap,
} from '../../../core/document.ts';
import { identityKey } from '../../identity/same.ts';
import { namesPlace } from '../../relations/place-words.ts';

/** Of an opaque value: a reference, a template, something unknown. */
export type Opaque = ReferenceLeaf | TemplateLeaf | UnknownLeaf;

/** `alike`, `different`, or the value for which it can't be told. */
export type Likeness = 'alike' | 'different' | Opaque;

/** An absent property is undefined. */
export type Comparison = (own: Document | undefined, other: Document | undefined) => Likeness;

/** Key → the opaque value in it, where there is one. */
export type Keys = Map<string, Opaque | undefined>;

/** A value that AWS chooses or inherits where it is absent: nothing to compare then. */
export const sameValue: Comparison = (own, other) =>
  own === undefined || other === undefined ? 'alike' : compareKeys(valueKeys(own), valueKeys(other));

/** A text that speaks of a Region or a role is meant to differ. */
export const sameText: Comparison = (own, other) =>
  [own, other].some((text) => isAboutPlace(text)) ? 'alike' : sameValue(own, other);

/** `15` is any 15.x: as many parts are compared as both have. */
export const sameVersion: Comparison = (own, other) => {
  if (!isNumberOrText(own) || !isNumberOrText(other)) return sameValue(own, other);
  const [left, right] = [own, other].map((version) => String(version).split('.'));
  return left?.every((part, index) => right?.[index] === undefined || right[index] === part) === true
    ? 'alike'
    : 'different';
};

/** The names of a map, whatever their values. */
export const sameNames: Comparison = (own, other) => compareKeys(nameKeys(own), nameKeys(other));

/** Names and values of a map. */
export const sameEntries: Comparison = (own, other) => compareKeys(entryKeys(own), entryKeys(other));

/** Environment variables and secrets of all containers of a task definition, by name. */
export const sameContainerVariables: Comparison = (own, other) => compareKeys(variableKeys(own), variableKeys(other));

/** The texts of two lists, in any order. */
export const sameItems: Comparison = (own, other) =>
  own === undefined || other === undefined
    ? 'alike'
    : compareKeys(
        itemKeys(own, () => nothing),
        itemKeys(other, () => nothing),
      );

/** What is on one side only differs, unless something opaque on the other side may be the same. */
export function compareKeys(own: Keys, other: Keys): Likeness {
  const left = [...own].filter(([key]) => !other.has(key));
  const right = [...other].filter(([key]) => !own.has(key));
  const [ofLeft, ofRight] = [left, right].map((keys) => keys.find(([, opaque]) => opaque !== undefined)?.[1]);
  const differs = (keys: typeof left, against: Opaque | undefined): boolean =>
    against === undefined && keys.some(([, opaque]) => opaque === undefined);
  if (differs(left, ofRight) || differs(right, ofLeft)) return 'different';
  return ofLeft ?? ofRight ?? 'alike';
}

function isNumberOrText(value: Document | undefined): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}

function valueKeys(value: Document): Keys {
  return new Map([keyOf(value)]);
}

export type Key = readonly [text: string, opaque: Opaque | undefined];

export const nothing: Key = ['', undefined];

/** References to the same attribute lead each to what its own Region has. */
export function keyOf(value: Document | undefined): Key {
  if (value instanceof SensitiveLeaf) return keyOf(value.reveal());
  if (value instanceof ReferenceLeaf) return [`@${value.value().attribute}`, value];
  if (isOpaque(value)) return [identityKey(value) ?? '', value];
  // Lists and maps are no valid values where scalars are compared.
  return [value === null || typeof value !== 'object' ? String(value) : '', undefined];
}

export function isOpaque(value: Document | undefined): value is Opaque {
  return value instanceof UnknownLeaf || value instanceof ReferenceLeaf || value instanceof TemplateLeaf;
}

function entriesOf(value: Document | undefined, keyOfEntry: (name: string, value: Document) => Key): Keys {
  if (value instanceof SensitiveLeaf) return entriesOf(value.reveal(), keyOfEntry);
  if (isOpaque(value)) return valueKeys(value);
  if (!isDocumentMap(value)) return new Map();
  return new Map(Object.entries(value).map(([name, member]) => keyOfEntry(name, member)));
}

function nameKeys(value: Document | undefined): Keys {
  const keys = entriesOf(value, (name) => [name, undefined]);
  return new Map([...keys].filter(([name, opaque]) => opaque !== undefined || !namesPlace(name)));
}

function entryKeys(value: Document | undefined): Keys {
  return entriesOf(value, (name, member) => {
    if (isAboutPlace(member)) return [`${name}=`, undefined];
    const [text, opaque] = keyOf(member);
    return [`${name}=${text}`, opaque];
  });
}

/** A bare number reads like the 1 of a name such as `web-1`, and is none. */
export function isAboutPlace(value: Document | undefined): boolean {
  return typeof value === 'string' && /[a-z]/iu.test(value) && namesPlace(value);
}

export function itemKeys(value: Document | undefined, keyOfItem: (item: DocumentMap) => Key): Keys {
  if (value instanceof SensitiveLeaf) return itemKeys(value.reveal(), keyOfItem);
  if (isOpaque(value)) return valueKeys(value);
  const items: readonly Document[] = Array.isArray(value) ? value : [];
  return new Map(items.map((item) => (isDocumentMap(item) ? keyOfItem(item) : keyOf(item))));
}

function variableKeys(containers: Document | undefined): Keys {
  if (!Array.isArray(containers)) return itemKeys(containers, () => ['', undefined]);
  const lists = containers.flatMap((container: Document) =>
    isDocumentMap(container) ? [container['Environment'], container['Secrets']] : [container],
  );
  const keys = lists.flatMap((list) => [...itemKeys(list, ({ Name }) => keyOf(Name))]);
  return new Map(keys.filter(([name, opaque]) => opaque !== undefined || !namesPlace(name)));
}
