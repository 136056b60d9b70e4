/**
 * JSON values as the HCL expressions that they stand for. Texts are templates, except where Terraform wants a literal or
 * a reference.
 *
 * https://developer.hashicorp.com/terraform/language/syntax/json#expression-mapping
 */
import { assertNever } from '../../../core/assert-never.ts';
import type { Diagnostic } from '../../../core/diagnostic.ts';
import { SourceFile, type SourceRange } from '../../../core/source.ts';
import type { Expression, ObjectItem } from '../../hcl/ast.ts';
import { parseHclExpression, parseHclTemplate } from '../../hcl/parse-hcl.ts';
import type { MappingNode, ScalarNode, TemplateNode } from '../../template-node.ts';

/**
 * How texts are read: as templates (`Hello, ${var.name}`), as they are, or as the expressions that stand without quotes
 * in the native syntax (`aws.replica`, `list(string)`).
 */
export type TextMode = 'template' | 'literal' | 'reference';

/** Undefined, and reported, when a text in it can't be read. */
export function jsonExpression(node: TemplateNode, mode: TextMode, diagnostics: Diagnostic[]): Expression | undefined {
  switch (node.kind) {
    case 'scalar':
      return scalarExpression(node, mode, diagnostics);
    case 'sequence': {
      const items = node.items.map((item) => jsonExpression(item, mode, diagnostics));
      return allOf(items, (read) => ({ kind: 'tuple', items: read, range: node.range }));
    }
    case 'mapping':
      return objectExpression(node, mode, diagnostics);
    default:
      return assertNever(node);
  }
}

function allOf<T>(
  parts: readonly (T | undefined)[],
  whole: (read: readonly T[]) => Expression,
): Expression | undefined {
  const read = parts.filter((part) => part !== undefined);
  return read.length === parts.length ? whole(read) : undefined;
}

function scalarExpression(node: ScalarNode, mode: TextMode, diagnostics: Diagnostic[]): Expression | undefined {
  const { value, range } = node;
  return typeof value === 'string'
    ? textExpression(value, range, mode, diagnostics)
    : { kind: 'literal', value, range };
}

function objectExpression(node: MappingNode, mode: TextMode, diagnostics: Diagnostic[]): Expression | undefined {
  const keys = new Set<string>();
  const items = node.entries.map(({ key, keyRange, value }): ObjectItem | undefined => {
    if (keys.has(key)) diagnostics.push(repeatedKey(key, keyRange));
    keys.add(key);
    const name = textExpression(key, keyRange, mode, diagnostics);
    const read = jsonExpression(value, mode, diagnostics);
    if (name === undefined || read === undefined) return undefined;
    return { key: name, value: read, range: { ...keyRange, end: value.range.end } };
  });
  return allOf(items, (read) => ({ kind: 'object', items: read, range: node.range }));
}

function repeatedKey(key: string, range: SourceRange): Diagnostic {
  const message = `The key "${key}" is written twice in one object; the last one counts here, Terraform refuses this.`;
  const help = 'Remove one of the two, or join them.';
  return { code: 'input/syntax', level: 'warning', message, help, range, path: range.file.path };
}

function textExpression(
  text: string,
  range: SourceRange,
  mode: TextMode,
  diagnostics: Diagnostic[],
): Expression | undefined {
  if (mode === 'reference') return parsed(text, range, diagnostics, (inner, placed) => parseReference(inner, placed));
  if (mode === 'literal' || !/[$%]\{/u.test(text)) {
    const parts = text === '' ? [] : [{ kind: 'text' as const, text, range }];
    return { kind: 'template', parts, heredoc: false, range };
  }
  const template = parsed(text, range, diagnostics, (inner, placed) => parseHclTemplate(inner, placed));
  return template && { ...template, range };
}

/** `aws.replica`; before Terraform 0.12, and still from some generators, `${aws.replica}`. */
function parseReference(file: SourceFile, placed: Placed): ReturnType<typeof parseHclExpression> {
  const wrapped = /^\s*\$\{(?=[^{}]*\}\s*$)/u.exec(file.text);
  if (wrapped === null) return parseHclExpression(file, undefined, placed);
  const range = { file, start: wrapped[0].length, end: file.text.lastIndexOf('}') };
  return parseHclExpression(file, range, placed);
}

type Placed = (start: number, end: number) => SourceRange;

/** Reads the content of a JSON text; what is read has its ranges in the JSON. */
function parsed<T>(
  text: string,
  range: SourceRange,
  diagnostics: Diagnostic[],
  parse: (inner: SourceFile, placed: Placed) => { readonly value: T; readonly diagnostics: readonly Diagnostic[] },
): T | undefined {
  const place = placesIn(range);
  const placed: Placed = (start, end) => ({ file: range.file, start: place(start), end: place(end) });
  const read = parse(new SourceFile(range.file.path, text), placed);
  diagnostics.push(...read.diagnostics);
  return read.diagnostics.length === 0 ? read.value : undefined;
}

/** Offset in the content of a JSON text → offset in the file. */
function placesIn({ file, start, end }: SourceRange): (offset: number) => number {
  const written = file.text.slice(start + 1, end - 1);
  const escapes: Escape[] = [];
  let surplus = 0;
  for (let at = written.indexOf('\\'); at !== -1;) {
    const length = written.charAt(at + 1) === 'u' ? 6 : 2;
    surplus += length - 1;
    escapes.push({ behind: at + length - surplus, surplus });
    at = written.indexOf('\\', at + length);
  }
  return (offset) => start + 1 + offset + surplusAt(escapes, offset);
}

/** Something written in several characters that is one code unit of the content. */
interface Escape {
  /** The offset in the content behind it. */
  readonly behind: number;
  /** How many characters more are written than read, up to and with this one. */
  readonly surplus: number;
}

function surplusAt(escapes: readonly Escape[], offset: number): number {
  let low = 0;
  let high = escapes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((escapes[middle]?.behind ?? Infinity) <= offset) low = middle + 1;
    else high = middle;
  }
  return escapes[low - 1]?.surplus ?? 0;
}
