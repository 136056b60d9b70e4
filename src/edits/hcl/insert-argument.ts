/**
 * Writes an argument into a block of HCL that lacks it, formatted as `terraform fmt` would: it joins the first run of
 * arguments where it fits under their equals signs, else it stands behind the first one as a paragraph of its own.
 */
import { textOf } from '../../core/source.ts';
import type { TextEdit } from '../../core/text-edit.ts';
import type { Attribute, Body } from '../../loaders/hcl/ast.ts';
import { beginsLine, indentationAt, indentationStep, lineBreakOf, lineEnd, lineStart } from '../spelling.ts';

/** A block as the parser gives it: its body, between braces, and its text up to the closing one. */
export interface Holder {
  readonly body: Body;
  readonly headerRange: { readonly start: number };
  readonly range: TextEdit['range'];
}

/** Those that stand at the top of a block by custom, apart from the arguments of its type. */
const metaArguments: ReadonlySet<string> = new Set([
  'count',
  'for_each',
  'provider',
  'depends_on',
  'source',
  'version',
]);

/** `written`: the argument's value. Undefined where there is no place for it that a reader would choose. */
export function insertArgument(holder: Holder, name: string, written: string): TextEdit | undefined {
  const { file } = holder.range;
  const { text } = file;
  if (isOnOneLine(holder)) return spreadOut(holder, alignedLines(holder.body, { name, written }));
  const eol = lineBreakOf(text);
  const simple = simpleArguments(holder.body, text);
  const runs = runsOf(
    simple.filter((each) => !metaArguments.has(each.name)),
    text,
  );
  const fitting = runs.find((each) => fits(name, each, text));
  const above = (fitting ?? runs[0] ?? simple).at(-1);
  if (above === undefined) return insertFirst(holder, `${name} = ${written}`);
  const at = lineEnd(text, above.range.end);
  if (hidesLineBreak(text.slice(above.range.end, at))) return undefined;
  const range = { file, start: at, end: at };
  const indentation = indentationAt(text, above.nameRange.start);
  if (fitting !== undefined) {
    const padded = name.padEnd((equalsColumn(fitting, text) ?? 0) - 1);
    return { range, text: `${eol}${indentation}${padded} = ${written}` };
  }
  return { range, text: `${eol}${eol}${indentation}${name} = ${written}${isFree(text, at) ? '' : eol}` };
}

/** Behind the header, where nothing stands that it could join. */
function insertFirst(holder: Holder, argument: string): TextEdit | undefined {
  const { file } = holder.range;
  const { text } = file;
  const eol = lineBreakOf(text);
  const open = bodyStart(holder);
  const at = lineEnd(text, open);
  if (hidesLineBreak(text.slice(open, at))) return undefined;
  const added = `${eol}${innerIndentation(holder)}${argument}${isFree(text, at) ? '' : eol}`;
  return { range: { file, start: at, end: at }, text: added };
}

/** Behind the opening brace. */
function bodyStart({ range }: Holder): number {
  return range.start + range.file.text.slice(range.start, range.end).indexOf('{') + 1;
}

/** The line below ends the block, or is empty or a comment: nothing there has an equals sign to stand under. */
function isFree(text: string, lineEndsAt: number): boolean {
  const below = text.slice(lineEndsAt).replace(/^\r?\n/u, '');
  return /^[ \t]*(?:\}|#|\/\/|\r?\n|$)/u.test(below);
}

/** Writes nested blocks with one argument into the end of a block: `['lifecycle', 'delete_after']`. */
export function insertBlock(holder: Holder, steps: readonly string[], written: string): TextEdit | undefined {
  const { file } = holder.range;
  const { text } = file;
  const eol = lineBreakOf(text);
  const inner = innerIndentation(holder);
  const step = indentationStep(indentationAt(text, holder.range.start), inner);
  const lines = nestedBlocks(steps, written, step);
  if (isOnOneLine(holder)) {
    const own = holder.body.attributes.map((each) => textOf(each.range));
    return spreadOut(holder, own.length === 0 ? lines : [...own, '', ...lines]);
  }
  const close = holder.range.end - 1;
  if (!beginsLine(text, close)) return undefined;
  const at = lineStart(text, close);
  const before = text.slice(0, at).trimEnd();
  const gap = before.endsWith('{') || /\n[ \t]*\r?\n$/u.test(text.slice(0, at)) ? '' : eol;
  const block = lines.map((line) => `${inner}${line}${eol}`).join('');
  return { range: { file, start: at, end: at }, text: `${gap}${block}` };
}

/** The lines of blocks in each other around one argument, without the indentation of where they go. */
export function nestedBlocks(steps: readonly string[], written: string, step: string): readonly string[] {
  const [name = '', ...rest] = steps;
  if (rest.length === 0) return [`${name} = ${written}`];
  return [`${name} {`, ...nestedBlocks(rest, written, step).map((line) => `${step}${line}`), '}'];
}

function isOnOneLine({ range }: Holder): boolean {
  return !range.file.text.slice(range.start, range.end).includes('\n');
}

/** The argument that a block on one line has, and a further one, under one column of equals signs. */
function alignedLines(
  { attributes }: Body,
  added: { readonly name: string; readonly written: string },
): readonly string[] {
  const all = [...attributes.map(({ name, value }) => ({ name, written: textOf(value.range) })), added];
  const width = Math.max(...all.map(({ name }) => name.length));
  return all.map(({ name, written }) => `${name.padEnd(width)} = ${written}`);
}

/** Gives a block on one line these lines instead; undefined where a comment would be lost. */
function spreadOut(holder: Holder, lines: readonly string[]): TextEdit | undefined {
  const { file, start, end } = holder.range;
  const { text } = file;
  const eol = lineBreakOf(text);
  const open = start + text.slice(start, end).indexOf('{');
  const present = text.slice(open + 1, end - 1).trim();
  if (present !== holder.body.attributes.map((each) => textOf(each.range)).join('')) return undefined;
  const inner = innerIndentation(holder);
  const body = lines.map((line) => `${eol}${line === '' ? '' : inner}${line}`).join('');
  return { range: { file, start: open, end }, text: `{${body}${eol}${indentationAt(text, start)}}` };
}

function innerIndentation({ body, range }: Holder): string {
  const { text } = range.file;
  const outer = indentationAt(text, range.start);
  const places = [...body.attributes, ...body.blocks].map((each) => each.range.start);
  const [first] = places.filter((place) => beginsLine(text, place)).toSorted((left, right) => left - right);
  return outer + indentationStep(outer, first === undefined ? undefined : indentationAt(text, first));
}

/** Those on one line each, before any nested block, in their order. */
function simpleArguments(body: Body, text: string): readonly Attribute[] {
  const firstBlock = Math.min(...body.blocks.map(({ range }) => range.start), Infinity);
  return body.attributes
    .filter(({ range }) => range.start < firstBlock && isSimple(range, text))
    .toSorted((left, right) => left.range.start - right.range.start);
}

/** Arguments that stand right below each other. */
function runsOf(attributes: readonly Attribute[], text: string): readonly (readonly Attribute[])[] {
  const runs: Attribute[][] = [];
  for (const attribute of attributes) {
    const run = runs.at(-1);
    const above = run?.at(-1);
    if (run !== undefined && above !== undefined && isRightBelow(above, attribute, text)) run.push(attribute);
    else runs.push([attribute]);
  }
  return runs;
}

function isSimple({ start, end }: { readonly start: number; readonly end: number }, text: string): boolean {
  return !text.slice(start, end).includes('\n') && beginsLine(text, start);
}

function isRightBelow(upper: Attribute, lower: Attribute, text: string): boolean {
  return lineStart(text, lower.range.start) === text.indexOf('\n', upper.range.end) + 1;
}

/** A name fits under the equals signs of a run, or these are not aligned anyway. */
function fits(name: string, run: readonly Attribute[], text: string): boolean {
  const column = equalsColumn(run, text);
  return column === undefined || name.length < column;
}

/** The column of the equals signs in a run, from its names on; undefined where they are not aligned. */
function equalsColumn(run: readonly Attribute[], text: string): number | undefined {
  const columns = run.map((each) => text.indexOf('=', each.nameRange.end) - each.nameRange.start);
  const [column] = columns;
  return column !== undefined && columns.every((each) => each === column) ? column : undefined;
}

/** A comment that is closed only on a later line. */
function hidesLineBreak(rest: string): boolean {
  return rest.lastIndexOf('/*') > rest.lastIndexOf('*/');
}
