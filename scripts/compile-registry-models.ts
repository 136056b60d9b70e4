/**
 * Compiles `registry-models/` into `src/evaluation/terraform/modules/registry-models.generated.ts`, so that the models are packaged
 * and bundled as text: `node scripts/run-script.mjs scripts/compile-registry-models.ts`.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { format } from 'prettier';
import type { RegistryModelText } from '../src/evaluation/terraform/modules/registry-models.ts';

export const generatedPath = 'src/evaluation/terraform/modules/registry-models.generated.ts';

/** `root` is the folder of the checkout. */
export async function compileRegistryModels(root: string): Promise<string> {
  const folder = join(root, 'registry-models');
  const models = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.tf'))
    .toSorted()
    .map((path) => modelIn(readFileSync(join(folder, path), 'utf8')));
  for (const { source, differsFrom } of models) {
    const named = models.some((each) => each.source === source && each.versions === differsFrom);
    if (differsFrom !== undefined && !named) throw new Error(`no model of ${source} has the versions "${differsFrom}"`);
  }
  const text = [
    '/** Generated from registry-models/ by scripts/compile-registry-models.ts; do not edit. */',
    '/* oxlint-disable max-lines -- the text of all models */',
    "import type { RegistryModelText } from './registry-models.ts';\n",
    `export const registryModelTexts: readonly RegistryModelText[] = ${JSON.stringify(models)};\n`,
  ].join('\n');
  return await format(text, { parser: 'typescript', printWidth: 120, singleQuote: true });
}

/** The source, the versions and what it differs from stand in the `model` block; comments are for whoever reads the model, not for the program. */
function modelIn(text: string): RegistryModelText {
  const { source = '', versions = '' } =
    /model\s*\{\s*source\s*=\s*"(?<source>[^"]+)"\s*versions\s*=\s*"(?<versions>[^"]+)"/u.exec(text)?.groups ?? {};
  const { differsFrom } = /^\s*differs_from\s*=\s*"(?<differsFrom>[^"]+)"/mu.exec(text)?.groups ?? {};
  return {
    source,
    versions,
    ...(differsFrom !== undefined && { differsFrom }),
    text: text.replace(/^\s*#.*\n/gmu, ''),
  };
}

const [, started = ''] = process.argv;
if (/compile-registry-models\.(?:ts|mjs)$/u.test(started) || import.meta.url === pathToFileURL(started).href) {
  writeFileSync(generatedPath, await compileRegistryModels(process.cwd()));
}
