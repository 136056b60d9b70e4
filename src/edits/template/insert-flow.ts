/** Writes an entry into a mapping in braces, JSON's or YAML's, in the style of its neighbours. */
import type { SourceFile } from '../../core/source.ts';
import type { TextEdit } from '../../core/text-edit.ts';
import type { MappingEntry, MappingNode } from '../../loaders/template-node.ts';
import type { Written, WrittenItem } from './written.ts';
import { beginsLine, indentationAt, indentationStep, lineBreakOf } from '../spelling.ts';

/** How entries of a mapping are written. */
interface Style {
  readonly quote: string;
  /** The colon, with what stands around it. */
  readonly colon: string;
  /** The line break and indentation that each entry begins with; undefined on one line. */
  readonly newLine: string | undefined;
  /** By how much what is inside is indented more. */
  readonly step: string;
}

/** `steps` are the keys of mappings in each other, `written` the value of the innermost. */
export function insertInFlow(
  mapping: MappingNode,
  steps: readonly string[],
  written: Written,
  isJson: boolean,
): TextEdit | undefined {
  const { file } = mapping.range;
  const last = lastOf(mapping);
  const style = styleOf(file, mapping, last, isJson);
  const entry = entryText(steps, written, style);
  if (last === undefined) {
    if (mapping.entries.length > 0) return undefined;
    return { range: mapping.range, text: braces(entry, style, closing(style)) };
  }
  const at = last.value.range.end;
  const blank = style.colon.endsWith(' ') ? ' ' : '';
  return { range: { file, start: at, end: at }, text: `,${style.newLine ?? blank}${entry}` };
}

/** The entry that is written last; undefined when its value stands elsewhere, as an alias's does. */
function lastOf({ entries, range }: MappingNode): MappingEntry | undefined {
  const [last] = entries.toSorted((left, right) => right.keyRange.start - left.keyRange.start);
  if (last === undefined) return undefined;
  const isInside = last.keyRange.start >= range.start && last.value.range.end <= range.end;
  return isInside && last.value.range.start >= last.keyRange.end ? last : undefined;
}

function styleOf(file: SourceFile, mapping: MappingNode, last: MappingEntry | undefined, isJson: boolean): Style {
  const outer = indentationAt(file.text, mapping.range.start);
  return last === undefined ? styleOfFile(file, outer, isJson) : styleOfEntry(last, outer);
}

function styleOfEntry({ keyRange, value }: MappingEntry, outer: string): Style {
  const { text } = keyRange.file;
  const between = text.slice(keyRange.end, value.range.start);
  const inner = indentationAt(text, keyRange.start);
  return {
    quote: text[keyRange.start] === '"' ? '"' : '',
    colon: /^\s*:[ \t]*$/u.test(between) ? between : ': ',
    newLine: beginsLine(text, keyRange.start) ? `${lineBreakOf(text)}${inner}` : undefined,
    step: indentationStep(outer, inner),
  };
}

/** For a mapping that has no entries to go by. */
function styleOfFile({ text }: SourceFile, outer: string, isJson: boolean): Style {
  const step = /\n([ \t]+)\S/u.exec(text)?.[1] ?? '  ';
  return {
    quote: isJson ? '"' : '',
    colon: isJson && !/:\s/u.test(text) ? ':' : ': ',
    newLine: isJson && text.trim().includes('\n') ? `${lineBreakOf(text)}${outer}${step}` : undefined,
    step,
  };
}

function entryText(steps: readonly string[], written: Written, style: Style): string {
  const [key = '', ...rest] = steps;
  const name = `${style.quote}${key}${style.quote}${style.colon}`;
  if (rest.length === 0) return name + valueText(written, style);
  const newLine = style.newLine === undefined ? undefined : style.newLine + style.step;
  return `${name}${braces(entryText(rest, written, { ...style, newLine }), { ...style, newLine }, style.newLine)}`;
}

function valueText(written: Written, style: Style): string {
  if (typeof written === 'string') return written;
  return `[${written.map((item) => flowItem(item, style)).join(', ')}]`;
}

/** On one line, whatever stands around it. */
export function flowItem(item: WrittenItem, { quote, colon }: Pick<Style, 'quote' | 'colon'>): string {
  const entries = Object.entries(item).map(([key, text]) => `${quote}${key}${quote}${colon}${text}`);
  const blank = colon.endsWith(' ') ? ' ' : '';
  return `{${blank}${entries.join(`,${blank}`)}${blank}}`;
}

/** @param close the line break and indentation before the closing brace */
function braces(content: string, { newLine, colon }: Style, close: string | undefined): string {
  const blank = colon.endsWith(' ') ? ' ' : '';
  return `{${newLine ?? blank}${content}${close ?? blank}}`;
}

function closing({ newLine, step }: Style): string | undefined {
  return newLine?.slice(0, newLine.length - step.length);
}
