/** JSON text to a tree with ranges. Reading stops at the first mistake, which becomes one diagnostic; what was read so far is returned. */
import type { Diagnostic } from '../core/diagnostic.ts';
import { outcome, type Outcome } from '../core/outcome.ts';
import type { SourceFile, SourceRange } from '../core/source.ts';
import { maximumDepth } from './limits.ts';
import { MappingEntries } from './mapping-entries.ts';
import type {
  MappingEntry,
  MappingNode,
  ScalarNode,
  SequenceNode,
  TemplateFile,
  TemplateNode,
} from './template-node.ts';

/** What a key means that an object has twice: a mistake, of which the last one is read; or, as HCL takes it, both. */
export type RepeatedKeys = 'last' | 'all';

export function readJson(file: SourceFile, repeatedKeys: RepeatedKeys = 'last'): Outcome<TemplateFile> {
  const reader = new JsonReader(file, { repeatedKeys });
  const root = reader.readDocument();
  return outcome({ file, root, comments: [] }, reader.diagnostics);
}

/** One value in a text that is not read whole; `start` is where it begins. */
export function readJsonAt(file: SourceFile, start: number): Outcome<TemplateNode | undefined> {
  const reader = new JsonReader(file, { start });
  return outcome(reader.readValue(), reader.diagnostics);
}

const words = new Map<string, boolean | null>([
  ['true', true],
  ['false', false],
  ['null', null],
]);

const escapes = new Map([
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);

class JsonReader {
  readonly diagnostics: Diagnostic[] = [];
  readonly #file: SourceFile;
  readonly #text: string;
  readonly #repeatedKeys: RepeatedKeys;
  #at: number;
  #stopped = false;

  constructor(file: SourceFile, options: { readonly start?: number; readonly repeatedKeys?: RepeatedKeys }) {
    this.#file = file;
    this.#text = file.text;
    this.#repeatedKeys = options.repeatedKeys ?? 'last';
    this.#at = options.start ?? 0;
  }

  readValue(): TemplateNode | undefined {
    return this.#readValue(0);
  }

  readDocument(): TemplateNode | undefined {
    this.#skipSpace();
    if (this.#at === this.#text.length) return undefined;
    const root = this.#readValue(0);
    this.#skipSpace();
    if (!this.#stopped && this.#at < this.#text.length) this.#stop('expected the end of the file');
    return root;
  }

  #readValue(depth: number): TemplateNode | undefined {
    if (depth > maximumDepth) {
      this.#report(
        'input/limit',
        `Values lie in each other deeper than ${maximumDepth} levels here; the rest is not read.`,
      );
      return undefined;
    }
    const next = this.#text[this.#at];
    if (next === '{') return this.#readObject(depth);
    if (next === '[') return this.#readArray(depth);
    if (next === '"') return this.#readString();
    return this.#readWordOrNumber();
  }

  #readObject(depth: number): MappingNode {
    const start = this.#at;
    const all: MappingEntry[] = [];
    this.#at += 1;
    this.#skipSpace();
    let open = !this.#take('}');
    while (open) {
      const entry = this.#readEntry(depth);
      if (entry !== undefined) all.push(entry);
      open = this.#hasMore('}');
    }
    const entries = this.#repeatedKeys === 'all' ? all : this.#lastOfEach(all);
    return { kind: 'mapping', entries, range: this.#rangeFrom(start) };
  }

  #lastOfEach(all: readonly MappingEntry[]): readonly MappingEntry[] {
    const entries = new MappingEntries(this.diagnostics);
    for (const entry of all) entries.add(entry);
    return entries.list();
  }

  #readEntry(depth: number): MappingEntry | undefined {
    if (this.#text[this.#at] !== '"') return this.#stop('expected a property name in double quotes');
    const key = this.#readString();
    if (key === undefined) return undefined;
    this.#skipSpace();
    if (!this.#take(':')) return this.#stop(`expected ":" after the property name "${key.source}"`);
    this.#skipSpace();
    const value = this.#readValue(depth + 1);
    return value === undefined ? undefined : { key: key.source, keyRange: key.range, value };
  }

  #readArray(depth: number): SequenceNode {
    const start = this.#at;
    const items: TemplateNode[] = [];
    this.#at += 1;
    this.#skipSpace();
    let open = !this.#take(']');
    while (open) {
      const item = this.#readValue(depth + 1);
      if (item !== undefined) items.push(item);
      open = this.#hasMore(']');
    }
    return { kind: 'sequence', items, range: this.#rangeFrom(start) };
  }

  /** Whether another element follows; takes the comma or the closing bracket. */
  #hasMore(close: '}' | ']'): boolean {
    if (this.#stopped) return false;
    this.#skipSpace();
    if (this.#take(close)) return false;
    if (!this.#take(',')) {
      this.#stop(`expected "," or "${close}"`);
      return false;
    }
    this.#skipSpace();
    if (this.#text[this.#at] !== close) return true;
    this.#stop(`expected another element, since a comma may not stand before "${close}"`);
    return false;
  }

  #readString(): ScalarNode | undefined {
    const start = this.#at;
    let end = start + 1;
    let escaped = false;
    for (let code = this.#text.charCodeAt(end); code !== 0x22; code = this.#text.charCodeAt(end)) {
      if (!(code >= 0x20)) {
        this.#at = end;
        return this.#stop('expected the closing quote of a string');
      }
      escaped ||= code === 0x5c;
      end += code === 0x5c ? 2 : 1;
    }
    this.#at = end + 1;
    const written = this.#text.slice(start + 1, end);
    const value = escaped ? this.#unescape(written, start + 1) : written;
    return value === undefined ? undefined : { kind: 'scalar', value, source: value, range: this.#rangeFrom(start) };
  }

  #unescape(written: string, start: number): string | undefined {
    const wrong = /\\(?!u[0-9a-f]{4}|["\\/bfnrt])/iu.exec(written.replaceAll('\\\\', '__'));
    if (wrong !== null) {
      this.#at = start + wrong.index;
      return this.#stop('expected an escape that JSON knows, such as \\n, \\" or \\u0041');
    }
    return written.replaceAll(/\\(?:u([0-9a-f]{4})|(.))/giu, (_, hex: string | undefined, character: string) =>
      hex === undefined ? (escapes.get(character) ?? character) : String.fromCharCode(Number.parseInt(hex, 16)),
    );
  }

  #readWordOrNumber(): ScalarNode | undefined {
    const start = this.#at;
    const token = /[^\s,:[\]{}"]*/uy;
    token.lastIndex = start;
    const source = token.exec(this.#text)?.[0] ?? '';
    const isNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:e[+-]?\d+)?$/iu.test(source);
    const value = isNumber ? Number(source) : words.get(source);
    if (value === undefined)
      return this.#stop('expected a value: text in double quotes, a number, true, false, null, an object or an array');
    this.#at = start + source.length;
    return { kind: 'scalar', value, source, range: this.#rangeFrom(start) };
  }

  #skipSpace(): void {
    const space = /[ \t\r\n]*/uy;
    space.lastIndex = this.#at;
    this.#at += space.exec(this.#text)?.[0].length ?? 0;
  }

  #take(character: string): boolean {
    if (this.#text[this.#at] !== character) return false;
    this.#at += 1;
    return true;
  }

  #rangeFrom(start: number): SourceRange {
    return { file: this.#file, start, end: this.#at };
  }

  #stop(expectation: string): undefined {
    if (this.#stopped) return;
    const found = this.#at >= this.#text.length ? 'the end of the file' : `"${this.#text.charAt(this.#at)}"`;
    this.#report('input/syntax', `This is not valid JSON: ${expectation}, found ${found}.`);
  }

  #report(code: 'input/syntax' | 'input/limit', message: string): void {
    this.#stopped = true;
    const range = { file: this.#file, start: this.#at, end: Math.min(this.#at + 1, this.#text.length) };
    const help = 'Correct it; until then only what stands before this place is checked.';
    this.diagnostics.push({ code, level: 'error', message, help, range, path: this.#file.path });
  }
}
