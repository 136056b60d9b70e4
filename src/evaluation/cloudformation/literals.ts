/** Template nodes as they are written, no function applied: defaults of parameters, mappings, parameter files. */
import { list, map, scalar, type ScalarValue, type Value } from '../../core/value.ts';
import type { ScalarNode, TemplateNode } from '../../loaders/template-node.ts';

/**
 * Booleans and numbers as typed in the file. A number that would print differently (`007`, `1.10`) is text, as
 * CloudFormation passes it on as it was written.
 */
export function literalScalar(node: ScalarNode): ScalarValue {
  const { value, source } = node;
  return scalar(typeof value === 'number' && String(value) !== source ? source : value, node.range);
}

export function literalValue(node: TemplateNode): Value {
  switch (node.kind) {
    case 'scalar':
      return literalScalar(node);
    case 'sequence':
      return list(node.items.map(literalValue), node.range);
    case 'mapping':
      return map(new Map(node.entries.map(({ key, value }) => [key, literalValue(value)])), node.range);
  }
}
