/** Terraform's JSON syntax says what the native one says, instead of it or over it. */
import { terraformAsJson, type SingleBlock } from '../../helpers/terraform-as-json.ts';
import type { TerraformProject } from '../terraform-project.ts';
import type { Rewritten, Transformation } from '../transformation.ts';

export const asJson: Transformation = {
  what: 'as .tf.json, with single blocks as objects',
  rewrite: (project) => inJson(project, 'object', 'tf.json'),
};

export const asJsonOfLists: Transformation = {
  what: 'as .tofu.json, with single blocks in arrays',
  rewrite: (project) => inJson(project, 'array', 'tofu.json'),
};

export const overriddenByJson: Transformation = {
  what: 'with override files in JSON that say all of it again',
  rewrite: ({ files, modules }) => {
    const again = [...modules.values()]
      .flatMap((module) => module.files)
      .map((source) => [
        source.file.path.replace(/\.tf$/u, '_override.tf.json'),
        terraformAsJson(source, source.body.blocks.length % 2 === 0 ? 'object' : 'array'),
      ]);
    return again.length === 0 ? undefined : { files: { ...files, ...Object.fromEntries(again) } };
  },
};

function inJson({ files, modules }: TerraformProject, single: SingleBlock, extension: string): Rewritten | undefined {
  const sources = [...modules.values()].flatMap((module) => module.files);
  const written = new Map(sources.map((source) => [source.file.path, terraformAsJson(source, single)]));
  const renamed = Object.entries(files).map(([path, text]) => {
    const json = written.get(path);
    return json === undefined ? [path, text] : [path.replace(/tf$/u, extension), json];
  });
  return written.size === 0 ? undefined : { files: Object.fromEntries(renamed) };
}
