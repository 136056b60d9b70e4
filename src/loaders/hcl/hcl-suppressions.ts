/** The suppressions in the comments of a Terraform file. They stand at blocks, arguments, and items of lists and objects. */
import type { SourceRange } from '../../core/source.ts';
import { suppressionsInComments, type SourceSuppression } from '../source-suppression.ts';
import type { Body, Expression, HclFile } from './ast.ts';

export function suppressionsInHcl({ file, body, comments }: HclFile): readonly SourceSuppression[] {
  return suppressionsInComments({ file, comments, elements: () => elementsOf(body) });
}

function elementsOf(body: Body): readonly SourceRange[] {
  const elements: SourceRange[] = [];
  collectBody(body, elements);
  return elements.toSorted((left, right) => left.start - right.start || right.end - left.end);
}

function collectBody({ attributes, blocks }: Body, elements: SourceRange[]): void {
  for (const { range, value } of attributes) {
    elements.push(range);
    collectItems(value, elements);
  }
  for (const block of blocks) {
    elements.push(block.range);
    collectBody(block.body, elements);
  }
}

/** Items that may have a comment of their own; other expressions are short, and their line stands for them. */
function collectItems(expression: Expression, elements: SourceRange[]): void {
  if (expression.kind === 'tuple') {
    for (const item of expression.items) {
      elements.push(item.range);
      collectItems(item, elements);
    }
  } else if (expression.kind === 'object') {
    for (const item of expression.items) {
      elements.push(item.range);
      collectItems(item.value, elements);
    }
  } else if (expression.kind === 'call') {
    for (const argument of expression.arguments) collectItems(argument, elements);
  }
}
