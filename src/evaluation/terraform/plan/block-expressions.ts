/** Which block of the configuration a planned block was made from: told by the constants that are written in it. */
import { valueOf, type MappingNode, type TemplateNode } from '../../../loaders/template-node.ts';
import { constantOf, joinExpressions } from './plan-expressions.ts';

/**
 * Blocks of a set come in an order of their own, so that the place of a block tells nothing. Where several fit, every
 * argument is given as if it had the expressions of all.
 *
 * @param written the blocks of its type in the configuration, which leaves out what `dynamic` blocks generate
 * @returns undefined when none of them fits
 */
export function blockFor(planned: MappingNode, written: TemplateNode | undefined): TemplateNode | undefined {
  if (written?.kind !== 'sequence') return written;
  const fitting = written.items.filter((block) => fits(planned, block));
  return fitting.length < 2 ? fitting[0] : joined(fitting, written.range);
}

/** Each constant of the block is what was planned. */
function fits(planned: MappingNode, block: TemplateNode): boolean {
  if (block.kind !== 'mapping') return false;
  return block.entries.every(({ key, value }) => {
    const constant = constantOf(value);
    const actual = valueOf(planned, key);
    if (constant?.kind !== 'scalar' || actual?.kind !== 'scalar') return true;
    return String(constant.value) === String(actual.value);
  });
}

function joined(blocks: readonly TemplateNode[], range: TemplateNode['range']): MappingNode {
  const byName = new Map<string, TemplateNode[]>();
  for (const block of blocks) {
    for (const { key, value } of block.kind === 'mapping' ? block.entries : []) {
      byName.set(key, [...(byName.get(key) ?? []), value]);
    }
  }
  const entries = [...byName].map(([key, values]) => ({ key, keyRange: range, value: joinExpressions(values, range) }));
  return { kind: 'mapping', entries, range };
}
