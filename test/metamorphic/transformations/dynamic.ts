/** A nested block is one that a `dynamic` block generates once. */
import type { Block, Body } from '../../../src/loaders/hcl/ast.ts';
import { edited, insertedAfter, replaced, type SourceEdit } from '../../helpers/source-edits.ts';
import type { TerraformProject } from '../terraform-project.ts';
import type { Rewritten, Transformation } from '../transformation.ts';

export const generated: Transformation = {
  what: 'dynamic blocks',
  rewrite: (project) => dynamic(project, () => 'for_each = [1]'),
};

export const generatedWithIterator: Transformation = {
  what: 'dynamic blocks with an iterator, by map',
  rewrite: (project) => dynamic(project, ({ type }) => `for_each = { only = "${type}" }\n  iterator = ${type}_item`),
};

function dynamic({ files, modules }: TerraformProject, argumentsOf: (block: Block) => string): Rewritten | undefined {
  const resources = [...modules.values()].flatMap((module) => [...module.resources.values()]);
  const edits = resources.flatMap(({ block }) => editsIn(withoutMeta(block.body), argumentsOf));
  return edits.length === 0 ? undefined : { files: edited(files, edits) };
}

/** Blocks that Terraform itself reads can not be generated. */
function withoutMeta(body: Body): Body {
  const meta = new Set(['lifecycle', 'connection', 'provisioner']);
  return { ...body, blocks: body.blocks.filter(({ type }) => !meta.has(type)) };
}

function editsIn(body: Body, argumentsOf: (block: Block) => string): readonly SourceEdit[] {
  return body.blocks.flatMap((block) => {
    if (block.type === 'dynamic') {
      return block.body.blocks.flatMap((content) => editsIn(content.body, argumentsOf));
    }
    return [
      replaced(block.headerRange, `dynamic "${block.type}" {\n  ${argumentsOf(block)}\n  content`),
      ...editsIn(block.body, argumentsOf),
      insertedAfter(block.range, '\n}'),
    ];
  });
}
