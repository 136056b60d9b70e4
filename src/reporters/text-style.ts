/** Small tools of everything that is printed for a terminal: colours when asked for, wrapping, plurals. */
import { styleText } from 'node:util';
import type { FindingLevel } from '../core/level.ts';
import { displayWidth } from './display-width.ts';
import type { ReporterOptions } from './reporter.ts';

export type Tone = FindingLevel | 'heading' | 'faint' | 'good';

const formats = {
  error: ['red', 'bold'],
  warning: ['yellow', 'bold'],
  note: ['cyan', 'bold'],
  heading: ['underline'],
  faint: ['gray'],
  good: ['green'],
} as const satisfies Record<Tone, readonly string[]>;

/** The text in the colours of its tone; unchanged when the output has none. */
export function paint(text: string, tone: Tone, { color }: Pick<ReporterOptions, 'color'>): string {
  // Whether to colour was decided by the caller, who knows the stream; Node must not decide again from its own stdout.
  return color ? styleText([...formats[tone]], text, { validateStream: false }) : text;
}

/**
 * The text after `head`, wrapped at so many columns, further lines indented. A word that is longer stands uncut, so that
 * it can be copied.
 */
export function hanging(head: string, text: string, indent: number, columns: number): readonly string[] {
  const lines: string[] = [];
  let line = head;
  let used = displayWidth(head);
  let separator = '';
  for (const word of text.split(' ')) {
    const width = separator.length + displayWidth(word);
    if (line.trim() === '' || used + width <= columns) {
      line += `${separator}${word}`;
      used += width;
    } else {
      lines.push(line.trimEnd());
      line = `${' '.repeat(indent)}${word}`;
      used = displayWidth(line);
    }
    separator = ' ';
  }
  return [...lines, line];
}

/** `1 error`, `2 errors` */
export function plural(count: number, one: string, many: string = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
