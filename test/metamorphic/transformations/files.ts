/** Which file a block stands in, and in what order, means nothing to Terraform. */
import { basename } from 'node:path';
import { textOf } from '../../../src/core/source.ts';
import type { TerraformModule } from '../../../src/loaders/terraform/terraform-module.ts';
import { pathIn, topBlocks, type TerraformProject } from '../terraform-project.ts';
import type { Rewritten, Transformation } from '../transformation.ts';

export const oneFilePerBlock: Transformation = {
  what: 'one file per block',
  rewrite: (project) => rearranged(project, (module, blocks) => separateFiles(module, blocks)),
};

export const inReverse: Transformation = {
  what: 'one file with the blocks in reverse',
  rewrite: (project) =>
    rearranged(project, (module, blocks) => [[pathIn(module, 'main.tf'), blocks.toReversed().join('\n')]]),
};

type Arrange = (module: TerraformModule, blocks: readonly string[]) => readonly (readonly [string, string])[];

/** Modules with override files are left out: there the file means something. */
function rearranged({ files, modules }: TerraformProject, arrange: Arrange): Rewritten | undefined {
  const result: Record<string, string> = { ...files };
  const arrangeable = [...modules.values()].filter((module) => topBlocks(module).length > 1 && !hasOverrides(module));
  for (const module of arrangeable) {
    for (const { file } of module.files) delete result[file.path];
    const blocks = topBlocks(module).map(({ range }) => textOf(range));
    for (const [path, text] of arrange(module, blocks)) result[path] = `${text}\n`;
  }
  return arrangeable.length === 0 ? undefined : { files: result };
}

function separateFiles(module: TerraformModule, blocks: readonly string[]): readonly (readonly [string, string])[] {
  return blocks.map((block, index) => [pathIn(module, `block-${index}.tf`), block]);
}

function hasOverrides({ files }: TerraformModule): boolean {
  return files.some(({ file }) => basename(file.path).endsWith('override.tf'));
}
