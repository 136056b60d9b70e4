/** GitHub's own validator of actions and workflows, the one of its editor extensions. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { TextDocument } from 'vscode-languageserver-textdocument';

type Validator = typeof import('@actions/languageservice');

/** Bundled, for it imports JSON in a way that Node refuses. */
const validator: Promise<Validator> = (async () => {
  const { outputFiles } = await build({
    entryPoints: ['@actions/languageservice'],
    bundle: true,
    platform: 'node',
    format: 'esm',
    write: false,
  });
  const folder = mkdtempSync(join(tmpdir(), 'dr-lint-validator-'));
  try {
    const file = join(folder, 'validator.mjs');
    writeFileSync(file, outputFiles[0]?.contents ?? '');
    return await import(pathToFileURL(file).href);
  } finally {
    rmSync(folder, { recursive: true });
  }
})();

let documents = 0;

/** `path` is that in a repository, by which the validator tells actions from workflows. */
export async function githubMistakes(path: string, text: string): Promise<readonly string[]> {
  const { validate } = await validator;
  // It remembers what it read by its address.
  const address = `file:///repository-${(documents += 1)}/${path}`;
  const diagnostics = await validate(TextDocument.create(address, 'yaml', 0, text));
  return diagnostics.map(({ message, range }) => {
    const text = typeof message === 'string' ? message : message.value;
    return `${range.start.line + 1}: ${text}`;
  });
}
