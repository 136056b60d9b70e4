/**
 * Patterns in which `*` stands for any characters, matched against texts, where either may have parts that are not known.
 * In time proportional to pattern × text, for both come from a stranger's file.
 */
import { ReferenceLeaf, SensitiveLeaf, TemplateLeaf, UnknownLeaf, type Document } from '../../../core/document.ts';
import type { Truth } from '../../../core/truth.ts';
import type { ReferenceValue, UnknownValue } from '../../../core/value.ts';

/** One character; something opaque, equal to itself and of any length; or any characters at all. */
type Token = string | { readonly key: string } | typeof star;
const star = Symbol('any characters');

// No ARN, tag or name is longer. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
const longest = 2048;

/** Whether a text has the form of a pattern; a text of undefined is one that AWS will make up. */
export function matchesPattern(pattern: Document, text: Document | undefined): Truth {
  if (typeof pattern === 'string' && !pattern.includes('*')) return equalsText(pattern, text);
  return compare(
    tokensOf(pattern).map((token) => (token === '*' ? star : token)),
    text,
  );
}

/** As `matchesPattern`, without any meaning for `*`. */
export function equalsText(wanted: Document, text: Document | undefined): Truth {
  if (typeof wanted === 'string' && typeof text === 'string') return wanted === text ? 'yes' : 'no';
  return compare(tokensOf(wanted), text);
}

function compare(wanted: readonly Token[], text: Document | undefined): Truth {
  const given = text === undefined ? [{ key: 'made up by AWS' }] : tokensOf(text);
  if (startsDifferently(wanted, given)) return 'no';
  if (wanted.length > longest || given.length > longest) return 'unknown';
  if (fits(wanted, given, false)) return 'yes';
  return fits(wanted, given, true) ? 'unknown' : 'no';
}

function tokensOf(document: Document): readonly Token[] {
  if (document instanceof SensitiveLeaf) return tokensOf(document.reveal());
  if (document instanceof UnknownLeaf) return [{ key: `?${document.symbol().key}` }];
  if (document instanceof ReferenceLeaf) return [tokenOf(document.value())];
  if (document instanceof TemplateLeaf) {
    return document.value().parts.flatMap((part) => (typeof part === 'string' ? part.split('') : [tokenOf(part)]));
  }
  return document !== null && typeof document === 'object' ? [{ key: 'no text' }] : String(document).split('');
}

function tokenOf(part: ReferenceValue | UnknownValue): Token {
  return { key: part.kind === 'unknown' ? `?${part.symbol.key}` : `@${part.resource}.${part.attribute}` };
}

/** Tells most pairs apart without comparing them in full. */
function startsDifferently(wanted: readonly Token[], given: readonly Token[]): boolean {
  const at = wanted.findIndex((token, index) => token !== given[index]);
  return at !== -1 && typeof wanted[at] === 'string' && (typeof given[at] === 'string' || at === given.length);
}

/** @param lenient what is opaque may stand for anything; else only for itself */
function fits(pattern: readonly Token[], text: readonly Token[], lenient: boolean): boolean {
  const isOpen = (token: Token): boolean => lenient && typeof token === 'object';
  // reached[n]: the pattern so far can stand for the first n tokens of the text.
  let reached = [true];
  for (const [index, token] of text.entries()) reached.push(reached[index] === true && isOpen(token));
  for (const wanted of pattern) {
    const isWide = wanted === star || isOpen(wanted);
    const next = [isWide && reached[0] === true];
    for (const [index, token] of text.entries()) {
      const spans = (isWide || isOpen(token)) && (reached[index + 1] === true || next[index] === true);
      next.push(spans || (reached[index] === true && isSame(wanted, token)));
    }
    reached = next;
  }
  return reached.at(-1) === true;
}

function isSame(wanted: Token, token: Token): boolean {
  if (typeof wanted === 'object' && typeof token === 'object') return wanted.key === token.key;
  return wanted === token;
}
