/**
 * The one way in which anything that came from outside is printed for people: names, values, whole documents. Control
 * characters and terminal codes are escaped, length and depth are bounded, and secrets do not pass.
 */
import { assertNever } from './assert-never.ts';
import {
  isLeaf,
  MeasureLeaf,
  ReferenceLeaf,
  SensitiveLeaf,
  TemplateLeaf,
  UnknownLeaf,
  type Document,
  type DocumentMap,
  type Leaf,
} from './document.ts';
import { printDurationInterval } from './duration.ts';
import type { Interval } from './interval.ts';
import type { TemplateValue } from './value.ts';

/** Characters of one printed value; the rest is cut. */
const maximumLength = 240;
/** Items of a list or mapping that are named; the rest is counted. */
const maximumItems = 8;
const maximumDepth = 4;

const hidden = '(sensitive)';

const secrets: readonly RegExp[] = [
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids
  /\b(?:AKIA|ASIA)[A-Z2-7]{16}\b/gu,
  // A secret access key: 40 characters of base64 in which upper case, lower case and digits are mixed, and that are no words like
  // `OrdersReplicationFunctionV1`, in which three letters of lower case at least stand together everywhere.
  /(?<![A-Za-z0-9/+=])(?=[A-Za-z0-9/+]*[A-Z])(?=[A-Za-z0-9/+]*[a-z])(?=[A-Za-z0-9/+]*\d)(?!(?:[A-Z\d]|(?<![a-z])[a-z]{3,}(?![a-z]))+(?![A-Za-z0-9/+=]))[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+=])/gu,
  /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/gu,
  // https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-authentication-to-github#githubs-token-formats
  /\b(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_\w{22,})\b/gu,
  // https://api.slack.com/authentication/token-types
  /\bxox[abeoprs]-[A-Za-z0-9-]{10,}/gu,
  // A JSON Web Token (https://www.rfc-editor.org/rfc/rfc7519): two objects in base64url and a signature.
  /\beyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]*/gu,
  // The password of an address: scheme://user:password@host
  /(?<=\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s:@/]{0,64}:)[^\s@/]+(?=@)/giu,
];

/**
 * C0 and C1 controls, and what reorders or hides text: zero-width characters, bidirectional marks and overrides, line and
 * paragraph separators, the byte order mark, tags, and halves of surrogate pairs.
 */
const unprintable =
  /[\p{Cc}\u00AD\u061C\u180E\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}\p{Cs}]/gu;

const shortEscapes: ReadonlyMap<string, string> = new Map([
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
]);

/** A text from outside on one line: escaped, bounded, without secrets. */
export function printText(text: string): string {
  // A secret may begin before the cut and end after it, so it is looked for in more than what is printed.
  return bounded(escapeText(withoutSecrets(text.slice(0, 4 * maximumLength))));
}

/** Makes every character visible that would move the cursor, change colours, or reorder or hide text. */
export function escapeText(text: string): string {
  return text.replace(unprintable, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return shortEscapes.get(character) ?? `\\u{${code.toString(16)}}`;
  });
}

export function withoutSecrets(text: string): string {
  let safe = text;
  for (const pattern of secrets) safe = safe.replace(pattern, hidden);
  return safe;
}

/** A document in words: `24 h`, `us-east-1 and us-west-2`, `unknown`; `none` for what is absent. */
export function print(document: Document | undefined): string {
  return document === undefined ? 'none' : bounded(printAt(document, 0));
}

function printAt(document: Document, depth: number): string {
  if (typeof document === 'string') return printText(document);
  if (document === null || typeof document === 'boolean') return String(document);
  if (typeof document === 'number') return printNumber(document);
  if (isLeaf(document)) return printLeaf(document);
  if (depth >= maximumDepth) return '…';
  return isList(document) ? printList(document, depth) : printMap(document, depth);
}

function isList(document: readonly Document[] | DocumentMap): document is readonly Document[] {
  return Array.isArray(document);
}

function printList(items: readonly Document[], depth: number): string {
  return inWords(
    items.slice(0, maximumItems).map((item) => printAt(item, depth + 1)),
    items.length,
  );
}

function printMap(map: DocumentMap, depth: number): string {
  const names = Object.keys(map);
  const entries = names.slice(0, maximumItems).map((name) => {
    const value = map[name];
    return `${printText(name)}: ${value === undefined ? '' : printAt(value, depth + 1)}`;
  });
  const rest = names.length > maximumItems ? `, and ${names.length - maximumItems} more` : '';
  return `{ ${entries.join(', ')}${rest} }`;
}

function printLeaf(leaf: Leaf): string {
  if (leaf instanceof SensitiveLeaf) return hidden;
  if (leaf instanceof UnknownLeaf) return 'unknown';
  if (leaf instanceof ReferenceLeaf) return printText(leaf.value().text);
  if (leaf instanceof TemplateLeaf) return printTemplate(leaf.value());
  if (leaf instanceof MeasureLeaf) return printMeasure(leaf);
  return assertNever(leaf);
}

/** As Terraform writes it: what is not known stands in `${…}`. */
function printTemplate({ parts }: TemplateValue): string {
  const texts = parts.map((part) => {
    if (typeof part === 'string') return part;
    return `\${${part.kind === 'reference' ? part.text : part.symbol.reason.subject}}`;
  });
  return printText(texts.join(''));
}

function printMeasure(measure: MeasureLeaf): string {
  return measure.unit() === 'seconds' ? printDurationInterval(measure.interval()) : printNumbers(measure.interval());
}

function printNumbers({ low, high }: Interval): string {
  if (low === high) return printNumber(low);
  if (high === Infinity) return low === 0 ? 'unknown' : `at least ${printNumber(low)}`;
  return low === 0 ? `at most ${printNumber(high)}` : `${printNumber(low)} to ${printNumber(high)}`;
}

function printNumber(number: number): string {
  return number === Infinity ? 'unlimited' : String(Math.round(number * 1000) / 1000);
}

/** `a`, `a and b`, `a, b and c`, `a, b and 3 more`; `none` for an empty list. `total` counts what was left out, too. */
export function inWords(texts: readonly string[], total: number = texts.length): string {
  const named = total > texts.length ? [...texts, `${total - texts.length} more`] : texts;
  const last = named.at(-1);
  if (last === undefined) return 'none';
  return named.length === 1 ? last : `${named.slice(0, -1).join(', ')} and ${last}`;
}

function bounded(text: string): string {
  if (text.length <= maximumLength) return text;
  return `${text.slice(0, maximumLength - 1).replace(/[\uD800-\uDBFF]$/u, '')}…`;
}
