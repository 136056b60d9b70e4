/** Values as HCL expressions, as Terraform's own provider formats them. https://developer.hashicorp.com/terraform/language/functions/terraform-encode_expr */
import type { MapValue, Value } from '../../../core/value.ts';
import { sortedEntries } from '../values/collections.ts';
import { toText } from '../values/convert.ts';

/**
 * The expression for a wholly known value. Undefined for lists with objects in them, whose lines Terraform's formatter
 * indents in a way of its own.
 *
 * @param indent spaces before each line but the first
 */
export function encodeExpression(value: Value, indent: string): string | undefined {
  if (value.kind === 'scalar') return typeof value.value === 'string' ? quoted(value.value) : (toText(value) ?? 'null');
  if (value.kind === 'list') {
    const items = value.items.map((item) => encodeExpression(item, indent));
    return items.some((item) => item === undefined || item.includes('\n')) ? undefined : `[${items.join(', ')}]`;
  }
  if (value.kind !== 'map') return undefined;
  if (value.entries.size === 0) return '{}';
  const lines = encodeArguments(value, `${indent}  `, (key) => (isIdentifier(key) ? key : quoted(key)));
  return lines && `{\n${lines}${indent}}`;
}

/** `name = value` lines, with the equals signs of neighbouring lines below each other. */
export function encodeArguments(value: MapValue, indent: string, nameOf: (key: string) => string): string | undefined {
  const written: { readonly name: string; readonly text: string }[] = [];
  for (const [key, entry] of sortedEntries(value)) {
    const text = encodeExpression(entry, indent);
    if (text === undefined) return undefined;
    written.push({ name: nameOf(key), text });
  }
  let lines = '';
  for (const [at, { name, text }] of written.entries()) {
    const width = text.includes('\n') ? name.length : widthAround(written, at);
    lines += `${indent}${name.padEnd(width)} = ${text}\n`;
  }
  return lines;
}

/** Of the longest name among the lines before and after that are single lines, too. */
function widthAround(written: readonly { readonly name: string; readonly text: string }[], at: number): number {
  let start = at;
  let end = at;
  while (start > 0 && written[start - 1]?.text.includes('\n') === false) start -= 1;
  while (written[end + 1]?.text.includes('\n') === false) end += 1;
  return Math.max(...written.slice(start, end + 1).map(({ name }) => name.length));
}

export function isIdentifier(name: string): boolean {
  return /^[\p{ID_Start}_][\p{ID_Continue}-]*$/u.test(name);
}

const escapes: ReadonlyMap<string, string> = new Map([
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
  ['"', '\\"'],
  ['\\', '\\\\'],
  ['${', '$${'],
  ['%{', '%%{'],
]);

/** https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md#quoted-strings */
function quoted(text: string): string {
  const escaped = text.replace(/[$%]\{|["\\]|\p{C}/gu, (match) => {
    const code = (match.codePointAt(0) ?? 0).toString(16);
    return escapes.get(match) ?? (code.length > 4 ? `\\U${code.padStart(8, '0')}` : `\\u${code.padStart(4, '0')}`);
  });
  return `"${escaped}"`;
}
