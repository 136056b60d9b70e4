/**
 * What an override file makes of a block: its arguments replace those of the same name, its nested blocks all of their type.
 *
 * https://developer.hashicorp.com/terraform/language/files/override#merging-behavior
 */
import type { Block } from '../hcl/ast.ts';

export function mergeBlock(base: Block, override: Block): Block {
  const attributeNames = new Set(override.body.attributes.map(({ name }) => name));
  const blockTypes = new Set(override.body.blocks.map(({ type }) => type));
  const body = {
    ...base.body,
    attributes: [...base.body.attributes.filter(({ name }) => !attributeNames.has(name)), ...override.body.attributes],
    blocks: [...base.body.blocks.filter(({ type }) => !blockTypes.has(type)), ...override.body.blocks],
  };
  return { ...base, body };
}
