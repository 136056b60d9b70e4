/** Code frames: the line of a place with its exact range underlined, cut to fit, safe to print. */
import { locationOf, type SourceRange } from '../core/source.ts';
import { escapeText, withoutSecrets } from '../core/print.ts';
import { displayWidth } from './display-width.ts';

export interface CodeFrame {
  /** `12`, for the margin. */
  readonly lineNumber: string;
  /** The line, or the stretch of it round the range, with `…` where it was cut. */
  readonly code: string;
  /** Spaces and carets under the range; at least one caret. */
  readonly underline: string;
}

const tabWidth = 2;
/** How far round the range a secret is looked for: farther than any terminal is wide. */
const secretReach = 2000;
const ellipsis = '…';

/**
 * The frame of a range's first line, its code in at most `width` columns. A range of several lines is underlined to the
 * end of the first. Undefined where there is nothing to show: an empty line, or one that holds a secret or may hold one.
 */
export function codeFrame(range: SourceRange, width: number): CodeFrame | undefined {
  if (!range.file.shown) return undefined;
  const { line, column, endLine, endColumn } = locationOf(range);
  const text = range.file.lineText(line);
  const start = Math.min(column - 1, text.length);
  const nearby = text.slice(Math.max(0, start - secretReach), start + secretReach);
  if (nearby.trim() === '' || withoutSecrets(nearby) !== nearby) return undefined;
  const end = endLine > line ? text.length : Math.max(start, Math.min(endColumn - 1, text.length));
  const before = fitting(text.slice(0, start), 'end', Math.floor(width / 2));
  const marked = fitting(text.slice(start, end), 'start', width - displayWidth(before));
  const after = fitting(text.slice(end), 'start', width - displayWidth(before) - displayWidth(marked));
  return {
    lineNumber: String(line),
    code: `${before}${marked}${after}`.trimEnd(),
    underline: `${' '.repeat(displayWidth(before))}${'^'.repeat(Math.max(1, displayWidth(marked.trimEnd())))}`,
  };
}

/**
 * As much of the text as fits, printable, from its start or back from its end. Looks only at so many characters as can
 * fit, for a line may be megabytes long.
 */
function fitting(text: string, keep: 'start' | 'end', width: number): string {
  const nearby = keep === 'start' ? text.slice(0, width + 1) : text.slice(-width - 1);
  const characters = Array.from(nearby, printable);
  const isCut = nearby.length < text.length || displayWidth(characters.join('')) > width;
  const room = isCut ? width - displayWidth(ellipsis) : width;
  const kept: string[] = [];
  let used = 0;
  for (const character of keep === 'start' ? characters : characters.toReversed()) {
    used += displayWidth(character);
    if (used > room) break;
    kept.push(character);
  }
  if (isCut && width > 0) kept.push(ellipsis);
  return (keep === 'start' ? kept : kept.toReversed()).join('');
}

function printable(character: string): string {
  return character === '\t' ? ' '.repeat(tabWidth) : escapeText(character);
}
