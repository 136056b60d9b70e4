/**
 * A template that stands as text in another one, as `TemplateBody` does: its tree, whose ranges are places in the outer file.
 * Of text that YAML folds or that holds other escapes than JSON has, the places aren't known; it is not read.
 */
import type { Outcome } from '../../core/outcome.ts';
import { SourceFile, type SourceRange } from '../../core/source.ts';
import type { ScalarNode, TemplateFile, TemplateNode } from '../template-node.ts';
import { loadTemplateFile } from './template.ts';

/** Text, and where in the outer file each of its characters stands. */
interface PlacedText {
  readonly text: string;
  readonly offsetOf: (offset: number) => number;
}

/** Undefined where it isn't known which place of the file each part of the text has. */
export function readEmbeddedTemplate(node: ScalarNode): Outcome<TemplateFile> | undefined {
  const placed = placedBlock(node) ?? placedQuoted(node);
  if (placed === undefined) return undefined;
  const { file } = node.range;
  const { value, diagnostics } = loadTemplateFile(new SourceFile(file.path, placed.text, file.shown));
  const move = ({ start, end }: SourceRange): SourceRange => ({
    file,
    start: placed.offsetOf(start),
    end: placed.offsetOf(end),
  });
  return {
    value: {
      file,
      root: value.root === undefined ? undefined : moved(value.root, move),
      comments: value.comments.map(({ text, range }) => ({ text, range: move(range) })),
    },
    diagnostics: diagnostics.map((each) => (each.range === undefined ? each : { ...each, range: move(each.range) })),
  };
}

/** The lines below `|`, which are read with their indentation. */
function placedBlock({ source, range }: ScalarNode): PlacedText | undefined {
  const written = range.file.text.slice(range.start, range.end);
  const header = /^\|[^\n]*\n/u.exec(written)?.[0];
  if (header === undefined) return undefined;
  const text = written.slice(header.length);
  const lines = text.split(/\r?\n/u);
  const indentation = /^ */u.exec(lines.find((line) => line.trim() !== '') ?? '')?.[0].length ?? 0;
  if (
    lines
      .map((line) => line.slice(indentation))
      .join('\n')
      .trimEnd() !== source.trimEnd()
  )
    return undefined;
  const start = range.start + header.length;
  return { text, offsetOf: (offset) => start + offset };
}

// https://www.rfc-editor.org/rfc/rfc8259#section-7
const escapes: ReadonlyMap<string, string> = new Map([
  ['\\"', '"'],
  ['\\\\', '\\'],
  ['\\/', '/'],
  ['\\b', '\b'],
  ['\\f', '\f'],
  ['\\n', '\n'],
  ['\\r', '\r'],
  ['\\t', '\t'],
]);

/** One line in quotes of either kind. */
function placedQuoted({ value, range }: ScalarNode): PlacedText | undefined {
  const written = range.file.text.slice(range.start, range.end);
  const pieces = written.startsWith("'") ? /''|[^]/gu : /\\u[\da-fA-F]{4}|\\[^]|[^]/gu;
  const offsets: number[] = [];
  let text = '';
  for (const { 0: piece, index } of written.slice(1, -1).matchAll(pieces)) {
    const character = characterOf(piece);
    for (let unit = 0; unit < character.length; unit += 1) offsets.push(range.start + 1 + index);
    text += character;
  }
  if (text !== value) return undefined;
  return { text, offsetOf: (offset) => offsets[offset] ?? range.end - 1 };
}

function characterOf(piece: string): string {
  if (piece === "''") return "'";
  if (piece.startsWith('\\u')) return String.fromCharCode(Number.parseInt(piece.slice(2), 16));
  return escapes.get(piece) ?? piece;
}

/** As deep as the loader lets a tree be. */
function moved(node: TemplateNode, move: (range: SourceRange) => SourceRange): TemplateNode {
  const range = move(node.range);
  if (node.kind === 'scalar') return { ...node, range };
  if (node.kind === 'sequence') return { ...node, items: node.items.map((item) => moved(item, move)), range };
  const entries = node.entries.map(({ key, keyRange, value }) => ({
    key,
    keyRange: move(keyRange),
    value: moved(value, move),
  }));
  return { ...node, entries, range };
}
