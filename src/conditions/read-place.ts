/**
 * Reads what a path names when it names one place: a walk over its keys. It stops at an opaque leaf, because below an
 * unknown everything is unknown, and at a missing key, because below that everything is absent.
 */
import { isDocumentMap, ReferenceLeaf, SensitiveLeaf, TemplateLeaf, UnknownLeaf } from '../core/document.ts';
import type { Document } from '../core/document.ts';
import { pointerBelow } from '../core/pointer.ts';
import { itemOfNode, type Item, type Place, type Scope } from './scope.ts';
import type { PathRoot, PlacePath } from './path.ts';
import { referenceSymbol, templateKey } from './symbols.ts';

/** What stands at the keys below a document; undefined when absent. */
export function readBelow(document: Document | undefined, keys: readonly string[]): Document | undefined {
  let at = document;
  for (const [index, key] of keys.entries()) {
    if (at instanceof SensitiveLeaf) {
      const inside = readBelow(at.reveal(), keys.slice(index));
      return inside === undefined ? undefined : new SensitiveLeaf(inside);
    }
    at = memberOf(at, key);
    if (at === undefined) return undefined;
  }
  return at;
}

function memberOf(document: Document | undefined, key: string): Document | undefined {
  if (document instanceof UnknownLeaf) {
    const symbol = document.symbol();
    return new UnknownLeaf({ ...symbol, key: pointerBelow(symbol.key, key) });
  }
  if (document instanceof ReferenceLeaf) {
    const symbol = referenceSymbol(document.value());
    return new UnknownLeaf({ ...symbol, key: pointerBelow(symbol.key, key) });
  }
  if (document instanceof TemplateLeaf) {
    const reason = { code: 'unsupported', subject: `${key} inside a text`, cure: '' } as const;
    return new UnknownLeaf({ key: pointerBelow(templateKey(document.value()), key), reason });
  }
  if (Array.isArray(document)) return itemAt(document, key);
  return isDocumentMap(document) && Object.hasOwn(document, key) ? document[key] : undefined;
}

function itemAt(items: readonly Document[], key: string): Document | undefined {
  return /^\d+$/u.test(key) ? items[Number(key)] : undefined;
}

/** The place that a path names from here. */
export function placeAt(path: PlacePath, scope: Scope): Place {
  const root = rootItem(path.root, scope);
  let pointer = root?.pointer ?? '';
  for (const key of path.keys) pointer = pointerBelow(pointer, key);
  return { node: root?.node, pointer, path: path.text, document: readBelow(root?.document, path.keys) };
}

/** What a path starts from; undefined when there is no such thing here (the owner of what is no part). */
export function rootItem(root: PathRoot, scope: Scope): Item | undefined {
  const { context, current } = scope;
  switch (root.kind) {
    case 'current':
      return current;
    case 'subject':
      return itemOfNode(context.subject, context);
    case 'owner': {
      const owner = context.subject.owner === undefined ? undefined : context.graph.node(context.subject.owner);
      return owner === undefined ? undefined : itemOfNode(owner, context);
    }
    case 'bound':
      return scope.bound.get(root.name);
    case 'edge':
      return current.edge === undefined ? undefined : withoutNode(current.edge.properties);
    case 'tier':
      return withoutNode(context.tier);
    case 'params':
      return withoutNode(context.params);
    case 'workload':
      return withoutNode(context.workload);
  }
}

function withoutNode(document: Document): Item {
  return { document, node: undefined, pointer: '', edge: undefined };
}
