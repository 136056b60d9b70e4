/** The operations in an expression as `kind: source text`, sorted: who binds what, told by ours and by HashiCorp's parser. */
import { getExpressionAst } from '@cdktf/hcl2json';
import { SourceFile, textOf } from '../../src/core/source.ts';
import { parseHclExpression } from '../../src/loaders/hcl/parse-hcl.ts';

const kindOfOurs: ReadonlyMap<string, string> = new Map([
  ['binary', 'binaryOp'],
  ['unary', 'unaryOp'],
  ['conditional', 'conditional'],
  ['call', 'function'],
  ['tuple', 'tuple'],
  ['object', 'object'],
]);

const kinds = new Set(kindOfOurs.values());

/** Undefined when the text is no expression. */
export function ourOperations(text: string): readonly string[] | undefined {
  const { value, diagnostics } = parseHclExpression(new SourceFile('expression.tf', text));
  if (value === undefined || diagnostics.length > 0) return undefined;
  const found: string[] = [];
  collectOurs(value, found);
  return found.toSorted();
}

function collectOurs(node: unknown, found: string[]): void {
  if (typeof node !== 'object' || node === null || node instanceof SourceFile) return;
  if ('kind' in node && 'range' in node) {
    const kind = kindOfOurs.get(String(node.kind));
    const range = node.range as { file: SourceFile; start: number; end: number };
    if (kind !== undefined) found.push(`${kind}: ${textOf(range)}`);
  }
  for (const child of Object.values(node)) collectOurs(child, found);
}

/** Undefined when the text is no expression. */
export async function theirOperations(text: string): Promise<readonly string[] | undefined> {
  const found: string[] = [];
  try {
    collectTheirs(await getExpressionAst('expression.tf', text), found);
  } catch {
    return undefined;
  }
  return found.toSorted();
}

function collectTheirs(node: unknown, found: string[]): void {
  if (typeof node !== 'object' || node === null) return;
  const { type, meta, children } = node as { type?: string; meta?: { value?: string }; children?: unknown[] };
  if (type !== undefined && kinds.has(type)) found.push(`${type}: ${meta?.value}`);
  for (const child of children ?? []) collectTheirs(child, found);
}
