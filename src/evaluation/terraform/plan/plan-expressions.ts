/**
 * Expressions as a plan's configuration gives them: a constant value, or the names in the expression, each also without
 * its last steps (`aws_x.y.arn`, `aws_x.y`).
 *
 * https://developer.hashicorp.com/terraform/internals/json-format#expression-representation
 */
import type { SourceRange } from '../../../core/source.ts';
import { valueOf, type TemplateNode } from '../../../loaders/template-node.ts';

export function constantOf(expression: TemplateNode | undefined): TemplateNode | undefined {
  return valueOf(expression, 'constant_value');
}

/** An expression or an empty one; else it holds the expressions of a block. */
export function isExpression(node: TemplateNode): boolean {
  if (node.kind !== 'mapping') return false;
  return node.entries.every(({ key }) => key === 'constant_value' || key === 'references');
}

/** The names in an expression, or in everything inside a block, each at its full length. */
export function namesIn(node: TemplateNode | undefined): readonly string[] {
  const names: string[] = [];
  collectNames(node, names);
  return [...new Set(names)];
}

function collectNames(node: TemplateNode | undefined, names: string[]): void {
  if (node?.kind === 'sequence') for (const item of node.items) collectNames(item, names);
  if (node?.kind !== 'mapping') return;
  if (isExpression(node)) addNames(valueOf(node, 'references'), names);
  else for (const { value } of node.entries) collectNames(value, names);
}

function addNames(references: TemplateNode | undefined, names: string[]): void {
  for (const item of references?.kind === 'sequence' ? references.items : []) {
    const name = item.kind === 'scalar' ? String(item.value) : '';
    // The shorter forms of a name follow it.
    if (name !== '' && !isShorterForm(name, names.at(-1))) names.push(name);
  }
}

function isShorterForm(name: string, longer: string | undefined): boolean {
  return longer !== undefined && longer.startsWith(name) && ['.', '[', undefined].includes(longer[name.length]);
}

/** One expression with the names of all; of blocks, all of them. */
export function joinExpressions(nodes: readonly TemplateNode[], range: SourceRange): TemplateNode {
  const blocks = nodes.flatMap((node) => (node.kind === 'sequence' ? node.items : []));
  if (blocks.length > 0) return { kind: 'sequence', items: blocks, range };
  const names = nodes.flatMap((node) => {
    const references = valueOf(node, 'references');
    return references?.kind === 'sequence' ? references.items : [];
  });
  const value: TemplateNode = { kind: 'sequence', items: names, range };
  return { kind: 'mapping', entries: [{ key: 'references', keyRange: range, value }], range };
}

/** `aws_x.y["a"].arn` → `aws_x`, `y`, `["a"]`, `arn`. */
export function stepsOf(name: string): readonly string[] {
  return name.match(/\[(?:\d+|"(?:[^"\\]|\\.)*")\]|[^.[\]]+/gu) ?? [];
}
