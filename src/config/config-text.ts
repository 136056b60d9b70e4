/** The YAML of a configuration or policy as plain data, with the place of every key and value by its JSON pointer. */
import { isAlias, isMap, isScalar, isSeq, parseDocument, type Document as YamlDocument, type Pair } from 'yaml';
import type { Diagnostic } from '../core/diagnostic.ts';
import { outcome, type Outcome } from '../core/outcome.ts';
import { pointerBelow } from '../core/pointer.ts';
import type { SourceFile, SourceRange } from '../core/source.ts';

/** No such file is that large; aliases that expand beyond it are an attack. */
const maximumNodes = 50_000;
const maximumDepth = 50;
const maximumAliases = 100;

export class ConfigText {
  readonly file: SourceFile;
  /** Mappings without prototype, lists, scalars. An empty file is an empty mapping. */
  readonly data: unknown;
  /** What the file is, for messages about it as a whole: `the configuration`. */
  readonly whole: string;
  readonly #places: ReadonlyMap<string, Places>;

  constructor(file: SourceFile, data: unknown, places: ReadonlyMap<string, Places>, whole: string) {
    this.file = file;
    this.data = data;
    this.#places = places;
    this.whole = whole;
  }

  /** Where the value at a pointer stands; the start of the file when nothing wrote it. */
  rangeAt(pointer: string): SourceRange {
    return this.#places.get(pointer)?.value ?? { file: this.file, start: 0, end: 0 };
  }

  /** Where the key at a pointer stands; of the item of a list: the item. */
  keyRangeAt(pointer: string): SourceRange {
    return this.#places.get(pointer)?.key ?? this.rangeAt(pointer);
  }
}

interface Places {
  readonly key: SourceRange | undefined;
  readonly value: SourceRange;
}

/** @param whole what the file is: `the configuration`, `the policy` */
export function readConfigText(file: SourceFile, whole: string = 'the configuration'): Outcome<ConfigText | undefined> {
  const document = parse(file);
  if (document === undefined) return outcome(undefined, [tooDeep(file)]);
  const mistakes = document.errors.map(({ message, pos }) =>
    syntaxMistake(file, message, { start: pos[0], end: pos[1] }),
  );
  if (mistakes.length > 0) return outcome(undefined, mistakes);
  const reading = new Reading(file, document);
  const data = document.contents === null ? Object.create(null) : reading.read(document.contents, '', undefined);
  if (reading.exhausted) return outcome(undefined, [tooDeep(file)]);
  return outcome(new ConfigText(file, data, reading.places, whole));
}

/** Undefined when the nesting exceeds what the YAML library can follow: it then runs out of stack. */
function parse(file: SourceFile): YamlDocument | undefined {
  try {
    return parseDocument(file.text, { prettyErrors: false, logLevel: 'silent' });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

class Reading {
  readonly places = new Map<string, Places>();
  exhausted = false;
  readonly #file: SourceFile;
  readonly #document: YamlDocument;
  #depth = 0;
  #aliases = 0;

  constructor(file: SourceFile, document: YamlDocument) {
    this.#file = file;
    this.#document = document;
  }

  read(node: unknown, pointer: string, key: SourceRange | undefined): unknown {
    if (this.#depth >= maximumDepth || this.places.size >= maximumNodes) this.exhausted = true;
    if (this.exhausted) return null;
    this.places.set(pointer, { key, value: this.#rangeOf(node) ?? key ?? this.#start() });
    this.#depth += 1;
    const data = this.#readContent(node, pointer);
    this.#depth -= 1;
    return data;
  }

  #readContent(node: unknown, pointer: string): unknown {
    if (isAlias(node)) {
      this.#aliases += 1;
      if (this.#aliases > maximumAliases) this.exhausted = true;
      return this.exhausted ? null : this.#readContent(node.resolve(this.#document), pointer);
    }
    if (isScalar(node)) return node.value;
    if (isSeq(node)) return node.items.map((item, index) => this.read(item, pointerBelow(pointer, index), undefined));
    if (!isMap(node)) return null;
    const data: Record<string, unknown> = Object.create(null);
    for (const pair of node.items) {
      const key = keyOf(pair);
      data[key] = this.read(pair.value, pointerBelow(pointer, key), this.#rangeOf(pair.key));
    }
    return data;
  }

  /** Without the white space and comments that follow a node; undefined for what is not written. */
  #rangeOf(node: unknown): SourceRange | undefined {
    if (!isAlias(node) && !isScalar(node) && !isSeq(node) && !isMap(node)) return undefined;
    const [start, end] = node.range ?? [0, 0];
    if (start === end) return undefined;
    // The library ends a block only where the next line begins.
    return { file: this.#file, start, end: start + this.#file.text.slice(start, end).trimEnd().length };
  }

  #start(): SourceRange {
    return { file: this.#file, start: 0, end: 0 };
  }
}

function keyOf(pair: Pair): string {
  return isScalar(pair.key) ? String(pair.key.value) : '(not a name)';
}

function syntaxMistake(file: SourceFile, message: string, { start, end }: { start: number; end: number }): Diagnostic {
  return {
    code: 'input/syntax',
    level: 'error',
    message: `This is not valid YAML: ${message}`,
    help: '',
    range: { file, start, end },
    path: file.path,
  };
}

function tooDeep(file: SourceFile): Diagnostic {
  return {
    code: 'input/limit',
    level: 'error',
    message: `This nests deeper than ${maximumDepth} levels, holds more than ${maximumNodes} values or ${maximumAliases} aliases.`,
    help: 'Write it flatter, without aliases that multiply.',
    range: { file, start: 0, end: 0 },
    path: file.path,
  };
}
