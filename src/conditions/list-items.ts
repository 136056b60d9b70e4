/**
 * The items of a list path. JSONPath finds what is known; it cannot enter opaque leaves, so each leaf on the way that may
 * hide items is added as an item of its own: any number of them above a wildcard, one at most below it.
 */
import { JSONPath } from 'jsonpath-plus';
import {
  isDocumentMap,
  isLeaf,
  ReferenceLeaf,
  SensitiveLeaf,
  UnknownLeaf,
  type Document,
  type Leaf,
} from '../core/document.ts';
import { pointerBelow, pointerKeys } from '../core/pointer.ts';
import type { Path, Step } from './path.ts';
import { readBelow, rootItem } from './read-place.ts';
import type { Item, Member, Scope } from './scope.ts';
import { symbolsIn } from './symbols.ts';

interface Found {
  readonly pointer: string;
  readonly document: Document;
  /** `no`: it is an item. Otherwise it is a leaf that hides one item at most, or any number of them. */
  readonly hides: 'no' | 'one' | 'many';
}

export function listItems(path: Path, scope: Scope): readonly Member[] {
  const root = rootItem(path.root, scope);
  if (root === undefined) return [];
  const found = [...visible(root.document, path.steps), ...hidden(root.document, path.steps, '')];
  return found.map((each) => memberOf(each, root, path));
}

function memberOf({ pointer, document, hides }: Found, root: Item, path: Path): Member {
  const item = { document, node: root.node, pointer: root.pointer + pointer, edge: root.edge };
  if (hides === 'no') return { ...item, isThere: 'yes', doubts: [], many: false };
  const place = { node: root.node, pointer: item.pointer, path: path.text, document };
  const doubts = symbolsIn(document).map((symbol) => ({ kind: 'value' as const, place, symbol }));
  return { ...item, isThere: 'unknown', doubts, many: hides === 'many' };
}

/** What JSONPath finds. An unknown that matches the whole path is found, too: it is one item. */
function visible(document: Document, steps: readonly Step[]): readonly Found[] {
  if (typeof document !== 'object' || document === null) return [];
  const path = ['$', ...steps.map(jsonPathStep)];
  const pointers: unknown = JSONPath({ path, json: document, resultType: 'pointer', eval: false });
  if (!Array.isArray(pointers)) return [];
  return pointers.flatMap((pointer: unknown) => {
    const item = typeof pointer === 'string' ? readBelow(document, pointerKeys(pointer)) : undefined;
    return item === undefined ? [] : [{ pointer: String(pointer), document: item, hides: 'no' as const }];
  });
}

function jsonPathStep(step: Step): string {
  switch (step.kind) {
    case 'key':
      // The backtick keeps jsonpath-plus from reading a name as one of its own selectors.
      return `\`${step.key}`;
    case 'wildcard':
      return '*';
    case 'descend':
      return '..';
    case 'positions':
      return step.selector;
  }
}

/** The opaque leaves on the way of a path, with what of the path is left below them. */
function hidden(document: Document, steps: readonly Step[], pointer: string): readonly Found[] {
  const [step, ...rest] = steps;
  if (step === undefined) return [];
  if (isLeaf(document)) return behindLeaf(document, steps, pointer);
  const found: Found[] = step.kind === 'descend' ? [...hidden(document, rest, pointer)] : [];
  for (const [key, child] of entriesOf(document)) {
    if (step.kind === 'descend') found.push(...hidden(child, steps, pointerBelow(pointer, key)));
    else if (selects(step, key)) found.push(...hidden(child, rest, pointerBelow(pointer, key)));
  }
  return found;
}

function behindLeaf(leaf: Leaf, steps: readonly Step[], pointer: string): readonly Found[] {
  if (leaf instanceof SensitiveLeaf) {
    const inside = [...visible(leaf.reveal(), steps), ...hidden(leaf.reveal(), steps, '')];
    return inside.map((found) => ({
      ...found,
      pointer: pointer + found.pointer,
      document: new SensitiveLeaf(found.document),
    }));
  }
  if (!(leaf instanceof UnknownLeaf) && !(leaf instanceof ReferenceLeaf)) return [];
  const document = readBelow(leaf, steps.map(jsonPathStep)) ?? leaf;
  return [{ pointer, document, hides: steps.every(({ kind }) => kind === 'key') ? 'one' : 'many' }];
}

function entriesOf(document: Document): readonly (readonly [string, Document])[] {
  return Array.isArray(document) || isDocumentMap(document) ? Object.entries(document) : [];
}

/** Slices and unions are not worked out for unknowns: any position may be selected. */
function selects(step: Exclude<Step, { kind: 'descend' }>, key: string): boolean {
  return step.kind === 'key' ? step.key === key : true;
}
