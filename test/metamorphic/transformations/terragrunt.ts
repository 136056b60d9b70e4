/** Each root as a Terragrunt unit whose files are generated: they are judged as if they lay there. */
import { posix } from 'node:path';
import { pathWithin } from '../../../src/core/paths.ts';
import type { TerraformModule } from '../../../src/loaders/terraform/terraform-module.ts';
import type { Files } from '../../helpers/source-edits.ts';
import { pathIn } from '../terraform-project.ts';
import type { Transformation } from '../transformation.ts';

export const asTerragruntUnit: Transformation = {
  what: 'as Terragrunt units',
  rewrite: ({ files, roots }) => {
    const wrappable = roots.filter((root) => root.resources.size + root.calls.size > 0);
    // What lies above units is taken for a file that they include.
    const isAbove = ({ folder }: TerraformModule): boolean =>
      wrappable.some((other) => other.folder !== folder && pathWithin(folder, other.folder) !== undefined);
    if (wrappable.length === 0 || wrappable.some(isAbove)) return undefined;
    return { files: wrappable.reduce((soFar, root) => withUnit(soFar, root), files) };
  },
  // A unit is no library: it is asked where its state is kept.
  isExcepted: (judgement) => judgement.startsWith('iac/state-backend '),
};

function withUnit(files: Files, root: TerraformModule): Files {
  const isOwn = (path: string): boolean => posix.dirname(path) === root.folder && path.endsWith('.tf');
  const own = Object.entries(files).filter(([path]) => isOwn(path));
  const others = Object.entries(files).filter(([path]) => !isOwn(path));
  const blocks = own.map(([path, text]) => generateBlock(posix.basename(path), text));
  return Object.fromEntries([...others, [pathIn(root, 'terragrunt.hcl'), blocks.join('')]]);
}

/** The text as a heredoc gives it back: what opens a template in it is escaped. */
function generateBlock(name: string, text: string): string {
  const escaped = text.replaceAll(/[$%](?=\{)/gu, '$&$&');
  return `generate "${name}" {\n  path     = "${name}"\n  contents = <<TERRAGRUNT\n${escaped}\nTERRAGRUNT\n}\n`;
}
