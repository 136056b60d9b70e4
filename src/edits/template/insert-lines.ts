/** Writes an entry into a mapping of indented YAML, with the indentation of its neighbours. */
import type { TextEdit } from '../../core/text-edit.ts';
import type { MappingEntry, MappingNode } from '../../loaders/template-node.ts';
import type { Written, WrittenItem } from './written.ts';
import { beginsLine, indentationAt, lineBreakOf, lineEnd, lineStart } from '../spelling.ts';

/**
 * `steps` are the keys of mappings in each other, `written` the value of the innermost. It goes behind the entry named
 * the first of `behind` that is one line, else behind the last that is one, else before all of them.
 *
 * @param step by how much a mapping inside another is indented more
 */
export function insertLines(
  mapping: MappingNode,
  steps: readonly string[],
  written: Written,
  { step, behind }: { readonly step: string; readonly behind: readonly string[] },
): TextEdit | undefined {
  const { file } = mapping.range;
  const { text } = file;
  const eol = lineBreakOf(text);
  const own = mapping.entries.filter((entry) => isOwn(mapping, entry));
  const lines = own.filter((entry) => isOneLine(entry, text));
  const named = behind.map((name) => lines.find(({ key }) => key === name));
  const anchor = named.find((entry) => entry !== undefined) ?? lines.at(-1);
  if (anchor !== undefined) {
    const indentation = columnIndentation(text, anchor.keyRange.start);
    const at = lineEnd(text, anchor.value.range.end);
    return {
      range: { file, start: at, end: at },
      text:
        eol +
        entryLines(steps, written, step)
          .map((line) => `${indentation}${line}`)
          .join(eol),
    };
  }
  const [first] = own;
  if (first === undefined) return undefined;
  const at = first.keyRange.start;
  const indentation = columnIndentation(text, at);
  const inserted = entryLines(steps, written, step).join(`${eol}${indentation}`);
  return { range: { file, start: at, end: at }, text: `${inserted}${eol}${indentation}` };
}

/** Fills an entry that has no value yet: `Properties:`. */
export function fillEntry(
  { keyRange }: MappingEntry,
  steps: readonly string[],
  written: Written,
  step: string,
): TextEdit | undefined {
  const { file } = keyRange;
  const { text } = file;
  const at = lineEnd(text, keyRange.end);
  if (!/^\s*:\s*(?:#.*)?$/u.test(text.slice(keyRange.end, at))) return undefined;
  const eol = lineBreakOf(text);
  const indentation = columnIndentation(text, keyRange.start) + step;
  const inserted = entryLines(steps, written, step).map((line) => `${eol}${indentation}${line}`);
  return { range: { file, start: at, end: at }, text: inserted.join('') };
}

/** By how much the keys of a mapping are indented more than the key that holds it; two blanks where that doesn't tell. */
export function stepBelow(key: MappingEntry['keyRange'], { entries }: MappingNode): string {
  const { text } = key.file;
  const [first] = entries;
  if (first === undefined || !beginsLine(text, first.keyRange.start)) return '  ';
  const outer = columnIndentation(text, key.start).length;
  const inner = indentationAt(text, first.keyRange.start).length;
  return inner > outer ? ' '.repeat(inner - outer) : '  ';
}

/** Neither merged in nor an alias: written in this mapping, its value behind its key. */
function isOwn({ range }: MappingNode, { keyRange }: MappingEntry): boolean {
  return keyRange.start >= range.start && keyRange.end <= range.end;
}

function isOneLine({ keyRange, value }: MappingEntry, text: string): boolean {
  const ahead = text.slice(lineStart(text, keyRange.start), keyRange.start);
  if (value.range.start < keyRange.end || !/^[ \t-]*$/u.test(ahead)) return false;
  const written = text.slice(value.range.start, value.range.end);
  if (written === '' || /^[|>]/u.test(written)) return false;
  const isWhole = value.kind === 'scalar' || /^[!{[]/u.test(written);
  const rest = text.slice(value.range.end, lineEnd(text, value.range.end));
  return isWhole && !text.slice(keyRange.start, value.range.end).includes('\n') && /^\s*(?:#.*)?$/u.test(rest);
}

/** Blanks up to the column of an offset, where a list's dash may stand before it. */
export function columnIndentation(text: string, offset: number): string {
  return text.slice(lineStart(text, offset), offset).replaceAll(/[^\t]/gu, ' ');
}

function entryLines(steps: readonly string[], written: Written, step: string): readonly string[] {
  const [key = '', ...rest] = steps;
  if (rest.length > 0) return [`${key}:`, ...entryLines(rest, written, step).map((line) => `${step}${line}`)];
  if (typeof written === 'string') return [`${key}: ${written}`];
  return [`${key}:`, ...written.flatMap(itemLines).map((line) => `${step}${line}`)];
}

/** `- Key: a` and what stands below it. */
export function itemLines(item: WrittenItem): readonly string[] {
  return Object.entries(item).map(([key, text], index) => `${index === 0 ? '-' : ' '} ${key}: ${text}`);
}
