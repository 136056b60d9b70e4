/**
 * YAML text as Terraform writes it: block style, keys and texts in double quotes, texts of several lines as blocks, long
 * ones folded at 80 columns. https://developer.hashicorp.com/terraform/language/functions/yamlencode
 */
import type { Value } from '../../../core/value.ts';
import { sortedEntries } from '../values/collections.ts';
import { toText } from '../values/convert.ts';

/** @param value wholly known */
export function encodeYaml(value: Value): string {
  const writer = new YamlWriter();
  writer.node(value, -1, false);
  writer.startLine(0);
  // A bare scalar alone could go on, so its end is marked.
  const isBare = value.kind === 'scalar' && typeof value.value !== 'string';
  return isBare ? `${writer.text}...\n` : writer.text;
}

// Columns after which a long text goes on in the next line, and bytes above which a key is set off by a question mark.
// https://github.com/zclconf/go-cty-yaml/blob/master/emitterc.go
const width = 80;
const longestKeyBytes = 128;

/** Writes nodes one after the other and keeps track of where on the line it stands. */
class YamlWriter {
  #text = '';
  #column = 0;
  /** Only indentation and indicators stand on the line so far, so that a nested node may start on it. */
  #isFresh = true;
  /** The last character is white space. */
  #isSpaced = true;

  get text(): string {
    return this.#text;
  }

  /** @param indent columns of the node around it; -1 for the document  @param isEntry the value after a key on the same line */
  node(value: Value, indent: number, isEntry: boolean): void {
    if (value.kind === 'list' && value.items.length > 0) this.#list(value.items, indent, isEntry);
    else if (value.kind === 'map' && value.entries.size > 0) this.#map(sortedEntries(value), indent);
    else if (value.kind === 'list') this.#indicator('[]');
    else if (value.kind === 'map') this.#indicator('{}');
    else if (value.kind === 'scalar' && typeof value.value === 'string')
      this.#string(value.value, indent < 0 ? 2 : indent + 2);
    else this.#indicator(toText(value) ?? 'null');
  }

  /** Goes to a column of an empty line: this one if nothing but indentation stands on it. */
  startLine(indent: number): void {
    const isPast = this.#column > indent || (this.#column === indent && !this.#isSpaced);
    if (!this.#isFresh || isPast) this.#break();
    this.#put(' '.repeat(Math.max(0, indent - this.#column)));
    this.#isSpaced = true;
    this.#isFresh = true;
  }

  #list(items: readonly Value[], indent: number, isEntry: boolean): void {
    const inner = indent < 0 ? 0 : isEntry ? indent : indent + 2;
    for (const item of items) {
      this.startLine(inner);
      this.#indicator('-', true);
      this.node(item, inner, false);
    }
  }

  #map(entries: readonly (readonly [string, Value])[], indent: number): void {
    const inner = indent < 0 ? 0 : indent + 2;
    for (const [key, entry] of entries) {
      this.startLine(inner);
      const isSimple = !/[\n\r\x85\u2028\u2029]/u.test(key) && Buffer.byteLength(key) <= longestKeyBytes;
      if (isSimple) {
        this.#quoted(key, undefined);
        this.#put(':');
      } else {
        this.#indicator('?', true);
        this.#string(key, inner + 2);
        this.startLine(inner);
        this.#indicator(':', true);
      }
      this.node(entry, inner, isSimple);
    }
  }

  /** A block where every line can stand for itself, else between quotes. */
  #string(text: string, indent: number): void {
    const isPlain = !/[^\n\x20-\x7e\xa0-\uD7FF\uE000-\uFEFE\uFF00-\uFFFD]/u.test(text);
    if (text.includes('\n') && isPlain && !/ (?:\n|$)/u.test(text)) this.#block(text, indent);
    else this.#quoted(text, indent);
  }

  #block(text: string, indent: number): void {
    const start = /^[ \n]/u.test(text) ? '2' : '';
    const end = !text.endsWith('\n') ? '-' : text === '\n' || text.endsWith('\n\n') ? '+' : '';
    this.#indicator(`|${start}${end}`);
    this.#break();
    this.#isFresh = true;
    this.#isSpaced = true;
    for (const [index, line] of text.split('\n').entries()) {
      if (index > 0) {
        this.#break();
        this.#isFresh = true;
      }
      if (line === '') continue;
      this.startLine(indent);
      this.#put(line);
      this.#isFresh = false;
    }
  }

  /** @param indent of the lines that a long text goes on in; undefined where it must stay on one line */
  #quoted(text: string, indent: number | undefined): void {
    this.#indicator('"');
    const characters = Array.from(text);
    let afterSpace = false;
    for (const [at, character] of characters.entries()) {
      const isInside = at > 0 && at < characters.length - 1;
      if (character === ' ' && indent !== undefined && !afterSpace && this.#column > width && isInside) {
        this.startLine(indent);
        if (characters[at + 1] === ' ') this.#put('\\');
      } else this.#put(escaped(character));
      this.#isFresh = false;
      afterSpace = character === ' ';
    }
    this.#put('"');
    this.#isFresh = false;
    this.#isSpaced = false;
  }

  /** With a space before it where there is none. After some, a nested node may start on the same line. */
  #indicator(text: string, mayNest = false): void {
    this.#put(this.#isSpaced ? text : ` ${text}`);
    this.#isSpaced = false;
    this.#isFresh &&= mayNest;
  }

  #put(text: string): void {
    this.#text += text;
    this.#column += Array.from(text).length;
  }

  #break(): void {
    this.#text += '\n';
    this.#column = 0;
  }
}

const escapes: ReadonlyMap<string, string> = new Map([
  ['\0', '\\0'],
  ['\x07', '\\a'],
  ['\b', '\\b'],
  ['\t', '\\t'],
  ['\n', '\\n'],
  ['\v', '\\v'],
  ['\f', '\\f'],
  ['\r', '\\r'],
  ['\x1b', '\\e'],
  ['"', '\\"'],
  ['\\', '\\\\'],
  ['\x85', '\\N'],
  ['\u2028', '\\L'],
  ['\u2029', '\\P'],
]);

/** https://yaml.org/spec/1.2.2/#57-escaped-characters; characters beyond the basic plane are escaped, too. */
function escaped(character: string): string {
  const short = escapes.get(character);
  if (short !== undefined) return short;
  if (/[\x20-\x7e\xa0-\uD7FF\uE000-\uFEFE\uFF00-\uFFFD]/u.test(character)) return character;
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase();
  if (code.length <= 2) return `\\x${code.padStart(2, '0')}`;
  return code.length <= 4 ? `\\u${code.padStart(4, '0')}` : `\\U${code.padStart(8, '0')}`;
}
