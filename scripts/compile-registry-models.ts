/**
 * Compiles `registry-models/` into `src/evaluation/terraform/modules/registry-models.generated.ts`, so that the models are packaged
 * and bundled as text: `node scripts/run-script.mjs scripts/compile-registry-models.ts`.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { format } from 'prettier';

export const generatedPath = 'src/evaluation/terraform/modules/registry-models.generated.ts';

/** `root` is the folder of the checkout. */
export async function compileRegistryModels(root: string): Promise<string> {
  const folder = join(root, 'registry-models');
  const models = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.tf'))
    .toSorted()
    .map((path) => modelIn(readFileSync(join(folder, path), 'utf8')));
  const text = [
    '/** Generated from registry-models/ by scripts/compile-registry-models.ts; do not edit. */',
    '/* oxlint-disable max-lines -- the text of all models */',
    "import type { RegistryModelText } from './registry-models.ts';\n",
    `export const registryModelTexts: readonly RegistryModelText[] = ${JSON.stringify(models)};\n`,
  ].join('\n');
  return await format(text, { parser: 'typescript', printWidth: 120, singleQuote: true });
}

/** The source and the versions stand in the `model` block; comments are for whoever reads the model, not for the program. */
function modelIn(text: string): object {
  const { source = '', versions = '' } =
    /model\s*\{\s*source\s*=\s*"(?<source>[^"]+)"\s*versions\s*=\s*"(?<versions>[^"]+)"/u.exec(text)?.groups ?? {};
  return { source, versions, text: text.replace(/^\s*#.*\n/gmu, '') };
}

const [, started = ''] = process.argv;
if (/compile-registry-models\.(?:ts|mjs)$/u.test(started) || import.meta.url === pathToFileURL(started).href) {
  writeFileSync(generatedPath, await compileRegistryModels(process.cwd()));
}
