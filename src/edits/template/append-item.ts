/** Writes one more item behind the last one of a list, JSON's or YAML's, in the style of its neighbours. */
import type { TextEdit } from '../../core/text-edit.ts';
import type { SequenceNode, TemplateNode } from '../../loaders/template-node.ts';
import { beginsLine, indentationAt, lineBreakOf, lineEnd } from '../spelling.ts';
import { flowItem } from './insert-flow.ts';
import { columnIndentation, itemLines } from './insert-lines.ts';
import type { WrittenItem } from './written.ts';

/** Undefined where the last item ends in a way that is not understood. */
export function appendItem(
  { items, range }: SequenceNode,
  written: readonly WrittenItem[],
  notation: 'json' | 'yaml',
): TextEdit | undefined {
  const { file } = range;
  const { text } = file;
  const quote = notation === 'json' ? '"' : '';
  const last = items.at(-1);
  if (last === undefined) {
    const content = written.map((item) => flowItem(item, { quote, colon: ': ' })).join(', ');
    return text.slice(range.start, range.end) === '[]' ? { range, text: `[${content}]` } : undefined;
  }
  if (text[range.start] === '[') {
    const colon = /:\s/u.test(text.slice(last.range.start, last.range.end)) || notation === 'yaml' ? ': ' : ':';
    const newLine = beginsLine(text, last.range.start)
      ? lineBreakOf(text) + indentationAt(text, last.range.start)
      : colon.slice(1);
    const content = written.map((item) => `,${newLine}${flowItem(item, { quote, colon })}`).join('');
    return { range: { file, start: last.range.end, end: last.range.end }, text: content };
  }
  const dash = text.lastIndexOf('-', last.range.start);
  const end = endOf(last);
  if (end === undefined || !beginsLine(text, dash)) return undefined;
  const at = lineEnd(text, end);
  const lines = written.flatMap(itemLines).map((line) => lineBreakOf(text) + columnIndentation(text, dash) + line);
  return { range: { file, start: at, end: at }, text: lines.join('') };
}

/** Where the last scalar of a node in block style ends; undefined where that is a text of several lines, or an alias. */
function endOf(node: TemplateNode): number | undefined {
  const { file, start, end } = node.range;
  if (node.kind === 'scalar' || /^[{[]/u.test(file.text.slice(start, end))) {
    return /^[|>&*]/u.test(file.text.slice(start, end)) || start === end ? undefined : end;
  }
  const last = node.kind === 'mapping' ? node.entries.at(-1)?.value : node.items.at(-1);
  return last === undefined || last.range.start < start ? undefined : endOf(last);
}
