/**
 * Writes what people read about the built-in policies, from `policies/` and `fixtures/policies/`: the pages under `docs/policies`, and the
 * examples that `dr-lint explain` shows: `npm run docs`. Run it after `npm run policies`, which compiles the policies in.
 */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { nodeFileSystem } from '../src/core/file-system-node.ts';
import { readExamples } from '../src/examples/example.ts';
import { shownExamples } from '../src/examples/shown-example.ts';
import { compareTexts } from '../src/findings/sort.ts';
import { builtInPolicies, tiersWith } from '../src/policy/built-in.ts';
import type { Explained } from '../src/reporters/explain.ts';
import { explainedPages } from './policy-pages.ts';

const pagesFolder = 'docs/policies';
const examplesPath = 'src/examples/built-in-examples.generated.ts';

/** Path → text of every file that is made from the policies. `root` is the folder of the checkout. */
export async function policyDocs(root: string): Promise<ReadonlyMap<string, string>> {
  const fileSystem = nodeFileSystem(root);
  const explained: Explained[] = [];
  for (const policy of builtInPolicies().toSorted((one, other) => compareTexts(one.id, other.id))) {
    const examples = readExamples(fileSystem, `fixtures/policies/${policy.id}`);
    explained.push({ policy, examples: await shownExamples(policy, examples) });
  }
  const pages = explainedPages(explained, tiersWith({}));
  return new Map([
    ...[...pages].map(([name, text]) => [join(pagesFolder, name), text] as const),
    [examplesPath, examplesModule(explained)],
  ]);
}

/** The pages that are there but made of nothing any more. */
export function leftOverPages(root: string, docs: ReadonlyMap<string, string>): readonly string[] {
  return readdirSync(join(root, pagesFolder))
    .map((name) => join(pagesFolder, name))
    .filter((path) => !docs.has(path));
}

function examplesModule(explained: readonly Explained[]): string {
  const byId = Object.fromEntries(explained.map(({ policy, examples }) => [policy.id, examples]));
  return [
    '/** Generated from fixtures/policies/ by scripts/policy-docs.ts; do not edit. */',
    '/* oxlint-disable max-lines -- a table of all policies */',
    "import type { ShownExample } from '../reporters/policy-account.ts';",
    '',
    `export const builtInExamples: Readonly<Record<string, readonly ShownExample[]>> = ${JSON.stringify(byId, undefined, 2)};`,
    '',
  ].join('\n');
}

async function main(): Promise<void> {
  const docs = await policyDocs(process.cwd());
  for (const [path, text] of docs) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  for (const path of leftOverPages(process.cwd(), docs)) rmSync(path);
}

const [, started = ''] = process.argv;
if (/policy-docs\.(?:ts|mjs)$/u.test(started) || import.meta.url === pathToFileURL(started).href) await main();
