/**
 * YAML text to values as Terraform reads it: `yes` and `on` are true, dates become timestamps, keys are texts.
 * https://developer.hashicorp.com/terraform/language/functions/yamldecode
 */
import {
  isAlias,
  isCollection,
  isMap,
  isScalar,
  parseDocument,
  type Scalar as YamlScalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { list, map, scalar, type Value } from '../../../core/value.ts';
import { maximumValueDepth, maximumValueSize } from '../limits.ts';
import { toText } from '../values/convert.ts';
import { numberScalar, parseNumber, wholeNumber } from '../values/numbers.ts';
import { decodeBase64 } from './base64.ts';
import { refuse, type Call, type Refusal, type Result } from './function.ts';
import { parseTimestamp, printTimestamp } from './timestamps.ts';

export function decodeYaml(source: string, call: Call): Result {
  call.scope.run.charge(source.length >> 1);
  // Without a schema of its own every scalar is a text: which of them are numbers is decided here.
  const document = parseDocument(source, { schema: 'failsafe', uniqueKeys: false, logLevel: 'error' });
  const [problem] = document.errors;
  if (problem !== undefined) return refuse('The text is no YAML document.');
  if (document.contents === null && document.directives.docStart !== true) return refuse('The document is empty.');
  const reader = new YamlReader();
  const value = reader.read(document.contents, 0);
  if (value !== tooLarge) return value;
  const what = `a value has more than ${maximumValueSize} parts or is nested more than ${maximumValueDepth} levels deep`;
  return call.scope.run.atLimit(call.range, what);
}

const tooLarge: Refusal = refuse('The document is too large.');

type Read = Value | Refusal;

class YamlReader {
  /** What has an anchor, by its name: known to aliases once it is read. */
  readonly #anchored = new Map<string, Value>();
  #count = 0;

  read(node: unknown, depth: number): Read {
    this.#count += 1;
    if (this.#count > maximumValueSize || depth > maximumValueDepth) return tooLarge;
    if (node === null || node === undefined) return scalar(null);
    if (isAlias(node))
      return this.#anchored.get(node.source) ?? refuse(`There is no anchor &${node.source} before the alias.`);
    if (!isScalar(node) && !isCollection(node)) return refuse('This is no YAML.');
    const value = isScalar(node) ? readScalar(node) : this.#readCollection(node, depth);
    if (node.anchor !== undefined && value.kind !== 'refusal') this.#anchored.set(node.anchor, value);
    return value;
  }

  #readCollection(node: YAMLMap | YAMLSeq, depth: number): Read {
    return isMap(node) ? this.#readMap(node.items, depth) : this.#readList(node.items, depth);
  }

  #readList(nodes: readonly unknown[], depth: number): Read {
    const items: Value[] = [];
    for (const node of nodes) {
      const item = this.read(node, depth + 1);
      if (item.kind === 'refusal') return item;
      items.push(item);
    }
    return list(items);
  }

  #readMap(pairs: readonly { readonly key: unknown; readonly value: unknown }[], depth: number): Read {
    const entries = new Map<string, Value>();
    for (const { key, value } of pairs) {
      const read = this.read(value, depth + 1);
      if (read.kind === 'refusal') return read;
      if (isMergeKey(key)) {
        const refusal = mergeInto(entries, read);
        if (refusal !== undefined) return refusal;
        continue;
      }
      const name = this.read(key, depth + 1);
      if (name.kind === 'refusal') return name;
      const text = toText(name);
      if (text === undefined) return refuse('A key must be a text.');
      entries.set(text, read);
    }
    return map(entries);
  }
}

/** https://yaml.org/type/merge.html */
function isMergeKey(key: unknown): boolean {
  return isScalar(key) && key.value === '<<' && key.tag === undefined;
}

function mergeInto(entries: Map<string, Value>, merged: Value): Refusal | undefined {
  for (const each of merged.kind === 'list' ? merged.items : [merged]) {
    if (each.kind !== 'map') return refuse('Only mappings can be merged.');
    for (const [key, entry] of each.entries) entries.set(key, entry);
  }
  return undefined;
}

const words: ReadonlyMap<string, boolean | null> = new Map([
  ...spelled(true, ['y', 'yes', 'true', 'on']),
  ...spelled(false, ['n', 'no', 'false', 'off']),
  ...spelled(null, ['', '~', 'null']),
]);

function spelled<T>(value: T, names: readonly string[]): readonly (readonly [string, T])[] {
  return names.flatMap((name) =>
    [name, name.charAt(0).toUpperCase() + name.slice(1), name.toUpperCase()].map((form) => [form, value] as const),
  );
}

const tagPrefix = 'tag:yaml.org,2002:';

function readScalar(node: YamlScalar): Read {
  const source = node.source ?? '';
  const tag = node.tag?.replace(tagPrefix, '!!');
  if (tag === undefined || plainTags.has(tag)) return node.type === 'PLAIN' ? plainScalar(source) : scalar(source);
  if (tag === '!!null') return scalar(null);
  if (tag === '!!binary' && decodeBase64(source) === undefined) return refuse('This is no Base64.');
  return textTags.has(tag) ? scalar(source) : refuse(`The tag ${tag} is not supported.`);
}

const plainTags: ReadonlySet<string> = new Set(['!!bool', '!!int', '!!float', '!!timestamp']);
const textTags: ReadonlySet<string> = new Set(['!', '!!str', '!!binary']);

/** Numbers, booleans, null and timestamps by how they are written. */
function plainScalar(source: string): Read {
  const word = words.get(source);
  if (word !== undefined) return scalar(word);
  const infinite = /^([+-]?)\.(?:inf|Inf|INF)$/u.exec(source);
  if (infinite !== null) return scalar(infinite[1] === '-' ? -Infinity : Infinity);
  if (/^\.(?:nan|NaN|NAN)$/u.test(source)) return refuse('Terraform has no number for .nan.');
  const time = timestampOf(source);
  if (time !== undefined) return scalar(time);
  if (/^0(?:o[0-7]+|x[0-9a-fA-F]+)$/u.test(source)) return numberScalar(wholeNumber(BigInt(source)));
  if (!/^[+-]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][+-]?\d+)?$/u.test(source)) return scalar(source);
  const number = parseNumber(source);
  return number === undefined ? tooLarge : numberScalar(number);
}

// https://yaml.org/type/timestamp.html
const datePattern = /^\d{4}-\d\d?-\d\d?$/u;
const timePattern = /^(\d{4}-\d\d?-\d\d?)(?:[Tt]([\d:]+)(?:\.\d+)?(Z|[+-]\d\d:\d\d)| ([\d:]+)(?:\.\d+)?)$/u;

/** In the syntax of RFC 3339, without fractions of a second. */
function timestampOf(source: string): string | undefined {
  if (datePattern.test(source)) return timestamp(source, '0:0:0', 'Z');
  const [, date = '', time, zone, timeAlone = ''] = timePattern.exec(source) ?? [];
  return timestamp(date, time ?? timeAlone, zone ?? 'Z');
}

function timestamp(date: string, time: string, zone: string): string | undefined {
  const padded = `${filled(date, '-')}T${filled(time, ':')}${zone}`;
  const parsed = parseTimestamp(padded);
  return parsed === undefined ? undefined : printTimestamp(parsed);
}

function filled(parts: string, separator: string): string {
  return parts
    .split(separator)
    .map((part) => part.padStart(2, '0'))
    .join(separator);
}
