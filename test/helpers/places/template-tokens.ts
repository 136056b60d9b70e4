/** What a YAML or JSON text writes, by its exact place, as the `yaml` library finds it: what our places are held against. */
import { isAlias, isMap, isNode, isScalar, isSeq, parseDocument, type Document, type Node, type YAMLMap } from 'yaml';
import type { WrittenToken } from './written-token.ts';

export interface TokenIndex {
  /** `start:end` → what stands just there: an alias names anew what its anchor stands at. */
  readonly tokens: ReadonlyMap<string, readonly WrittenToken[]>;
  /** False where the library finds mistakes, some of which CloudFormation lets pass. */
  readonly isWhole: boolean;
}

interface Extent {
  readonly start: number;
  readonly end: number;
}

export function templateTokens(text: string): TokenIndex {
  return new TokenReader(text);
}

class TokenReader implements TokenIndex {
  readonly tokens: Map<string, WrittenToken[]> = new Map();
  readonly isWhole: boolean;
  readonly #text: string;
  readonly #document: Document;

  constructor(text: string) {
    this.#text = text;
    // The tags of CloudFormation are none of the library's.
    const document = parseDocument(text, { uniqueKeys: false, logLevel: 'silent' });
    this.#document = document;
    this.isWhole = document.errors.length === 0;
    if (document.contents !== null) this.#read(document.contents, { form: 'value', name: '', path: [] });
  }

  /** With its tag: `!Ref Orders`. */
  #read(node: Node, token: WrittenToken): Extent {
    if (isAlias(node)) {
      const target = node.resolve(this.#document);
      if (target !== undefined) this.#read(target, token);
      return extentOf(node);
    }
    const bare = this.#readContent(node, token);
    this.#add(bare, token);
    const tagged = { start: this.#tagStart(node, bare.start), end: bare.end };
    if (tagged.start < bare.start) this.#add(tagged, token);
    return tagged;
  }

  /** A block ends where the last thing in it does. */
  #readContent(node: Node, token: WrittenToken): Extent {
    const { start, end } = extentOf(node);
    if (!isMap(node) && !isSeq(node)) return { start, end };
    const last = isMap(node) ? this.#readEntries(node, token) : this.#readItems(node.items, token);
    return { start, end: node.flow === true ? end : (last ?? start) };
  }

  #readEntries(map: YAMLMap, token: WrittenToken): number | undefined {
    const title = map.items.find(({ key }) => isScalar(key) && /^key$/iu.test(String(key.value)))?.value;
    let last: number | undefined;
    for (const { key, value } of map.items) {
      if (!isNode(key)) continue;
      const { start, end } = extentOf(key);
      const name = isScalar(key) ? String(key.source ?? key.value) : this.#text.slice(start, end);
      if (name === '<<' && isNode(value)) this.#merge(value, token);
      const below = { name, path: [...token.path, name], ...(title !== undefined && { title: titleOf(title) }) };
      this.#add({ start, end }, { form: 'key', ...below });
      last = isNode(value) ? this.#read(value, { form: 'value', ...below }).end : end;
      this.#add({ start, end: last }, { form: 'entry', ...below });
    }
    return last;
  }

  #readItems(items: readonly unknown[], { name, path }: WrittenToken): number | undefined {
    let last: number | undefined;
    for (const [index, item] of items.entries()) {
      if (isNode(item)) last = this.#read(item, { form: 'item', name, path: [...path, String(index)] }).end;
    }
    return last;
  }

  /** What a merge key brings stands where it is anchored. */
  #merge(value: Node, token: WrittenToken): void {
    const source = isAlias(value) ? value.resolve(this.#document) : value;
    if (isMap(source)) this.#readEntries(source, token);
    if (isSeq(source)) for (const each of source.items) if (isNode(each)) this.#merge(each, token);
  }

  #tagStart(node: Node, start: number): number {
    const { tag } = node;
    if (tag === undefined || !tag.startsWith('!')) return start;
    const found = this.#text.lastIndexOf(tag, start);
    return found === -1 ? start : found;
  }

  #add({ start, end }: Extent, token: WrittenToken): void {
    const key = `${start}:${end}`;
    this.tokens.set(key, [...(this.tokens.get(key) ?? []), token]);
  }
}

function extentOf({ range }: Node): Extent {
  return { start: range?.[0] ?? 0, end: range?.[1] ?? 0 };
}

/** Empty where a function makes it. */
function titleOf(title: unknown): string {
  return isScalar(title) && title.tag === undefined ? String(title.value) : '';
}
