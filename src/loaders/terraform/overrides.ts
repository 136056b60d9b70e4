/**
 * What override files make of the blocks that they override.
 *
 * https://developer.hashicorp.com/terraform/language/files/override#merging-behavior
 */
import type { Attribute, Block, Body } from '../hcl/ast.ts';

/** Arguments replace those of the same name, nested blocks all of their type; only `lifecycle` is merged by its arguments. */
export function mergeBlock(base: Block, override: Block): Block {
  return { ...base, body: mergeBody(base.body, override.body) };
}

function mergeBody(base: Body, override: Body): Body {
  const lifecycle = override.blocks.find(({ type }) => type === 'lifecycle');
  const overridden = namesIn(override);
  const blocks = base.blocks.flatMap((block) => {
    if (block.type === 'lifecycle' && lifecycle !== undefined) return [mergeBlock(block, lifecycle)];
    return overridden.has(generatedType(block)) ? [] : [block];
  });
  const isMerged = blocks.some(({ type }) => type === 'lifecycle');
  const unread = [...(base.unread ?? []).filter((name) => !overridden.has(name)), ...(override.unread ?? [])];
  return {
    range: base.range,
    attributes: [...without(base.attributes, overridden), ...override.attributes],
    blocks: [...blocks, ...override.blocks.filter((block) => block !== lifecycle || !isMerged)],
    ...(unread.length > 0 && { unread }),
  };
}

/** What a body sets: in JSON one name may be an argument in one file, and blocks in the other. */
function namesIn({ attributes, blocks, unread = [] }: Body): ReadonlySet<string> {
  return new Set([...attributes.map(({ name }) => name), ...blocks.map((block) => generatedType(block)), ...unread]);
}

function generatedType({ type, labels }: Block): string {
  return type === 'dynamic' ? (labels[0]?.text ?? '') : type;
}

function without(attributes: readonly Attribute[], names: ReadonlySet<string>): readonly Attribute[] {
  return attributes.filter(({ name }) => !names.has(name));
}

/** What remains of a `terraform` block beside one that overrides it: state is kept in one place, each provider has one requirement. */
export function withoutOverridden(base: Block, override: Block): Block {
  const overridden = namesIn(override.body);
  const movesState = overridden.has('backend') || overridden.has('cloud');
  const required = new Set(requirementsIn(override.body).map(({ name }) => name));
  const blocks = base.body.blocks
    .filter(({ type }) => !movesState || (type !== 'backend' && type !== 'cloud'))
    .map((block) => (block.type === 'required_providers' ? withoutArguments(block, required) : block));
  return { ...base, body: { ...base.body, attributes: without(base.body.attributes, overridden), blocks } };
}

function requirementsIn({ blocks }: Body): readonly Attribute[] {
  return blocks.filter(({ type }) => type === 'required_providers').flatMap(({ body }) => body.attributes);
}

function withoutArguments(block: Block, names: ReadonlySet<string>): Block {
  return { ...block, body: { ...block.body, attributes: without(block.body.attributes, names) } };
}
