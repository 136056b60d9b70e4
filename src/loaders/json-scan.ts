/**
 * Goes through a JSON text once, from the outside in, and reads only what it is asked for; the rest is stepped over. For
 * files that are too large to become a tree.
 */

/** Told about an entry and where its value starts; says where the value ends when it has gone through it itself. */
type Visit<K> = (key: K, at: number) => number | undefined;

const quote = 0x22;
const backslash = 0x5c;

export class JsonScan {
  readonly text: string;
  #mistake: number | undefined;

  constructor(text: string) {
    this.text = text;
  }

  /** Where the text stops being JSON: its length when it is cut off; undefined as far as nothing is wrong. */
  get mistake(): number | undefined {
    return this.#mistake;
  }

  /** Where the next value or sign starts, at or after an offset. */
  spaceEnd(at: number): number {
    let end = at;
    for (let code = this.text.charCodeAt(end); isSpace(code); code = this.text.charCodeAt(end)) end += 1;
    return end;
  }

  /** Goes through an object, and over what is none. Returns where it ends. */
  object(at: number, visit: Visit<string>): number {
    return this.#through(at, '{}', (entry) => {
      const key = this.string(entry);
      const colon = this.spaceEnd(this.skip(entry));
      if (key === undefined || this.text[colon] !== ':') return this.#stop(key === undefined ? entry : colon);
      const value = this.spaceEnd(colon + 1);
      return visit(key, value) ?? this.skip(value);
    });
  }

  /** Goes through an array, and over what is none. Returns where it ends. */
  array(at: number, visit: Visit<number>): number {
    let index = 0;
    return this.#through(at, '[]', (item) => {
      index += 1;
      return visit(index - 1, item) ?? this.skip(item);
    });
  }

  /** The text that starts at an offset; undefined for everything else. */
  string(at: number): string | undefined {
    if (this.text.charCodeAt(at) !== quote) return undefined;
    const end = this.#stringEnd(at);
    const written = this.text.slice(at + 1, end - 1);
    if (!written.includes('\\')) return written;
    try {
      return String(JSON.parse(this.text.slice(at, end)));
    } catch {
      this.#stop(at);
      return undefined;
    }
  }

  /** Where the value that starts at an offset ends. */
  skip(at: number): number {
    const first = this.text[at];
    if (first === '"') return this.#stringEnd(at);
    if (first === '{' || first === '[') return this.#bracketEnd(at);
    const word = /[\w.+-]+/uy;
    word.lastIndex = at;
    return word.test(this.text) ? word.lastIndex : this.#stop(at);
  }

  #through(at: number, [open = '', close = '']: string, entry: (at: number) => number): number {
    if (this.text[at] !== open) return this.skip(at);
    let next = this.spaceEnd(at + 1);
    if (this.text[next] === close) return next + 1;
    for (;;) {
      next = this.spaceEnd(entry(next));
      if (this.text[next] === close) return next + 1;
      if (this.text[next] !== ',') return this.#stop(next);
      next = this.spaceEnd(next + 1);
    }
  }

  #stringEnd(at: number): number {
    for (let end = this.text.indexOf('"', at + 1); end !== -1; end = this.text.indexOf('"', end + 1)) {
      let before = end - 1;
      while (this.text.charCodeAt(before) === backslash) before -= 1;
      // An even number of backslashes escapes only each other.
      if ((end - before) % 2 === 1) return end + 1;
    }
    return this.#stop(this.text.length);
  }

  #bracketEnd(at: number): number {
    let depth = 0;
    for (let end = at; end < this.text.length; end += 1) {
      const code = this.text.charCodeAt(end);
      if (code === quote) end = this.#stringEnd(end) - 1;
      else if (code === 0x7b || code === 0x5b) depth += 1;
      else if (code === 0x7d || code === 0x5d) depth -= 1;
      if (depth === 0) return end + 1;
    }
    return this.#stop(this.text.length);
  }

  /** Remembers the first mistake, and ends every loop: nothing follows the end of the text. */
  #stop(at: number): number {
    this.#mistake ??= Math.min(at, this.text.length);
    return this.text.length;
  }
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}
