/** Runs a TypeScript script: bundles it with esbuild and imports the result. `node scripts/run-script.mjs scripts/x.ts args…` */
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const [script, ...rest] = process.argv.slice(2);
if (script === undefined) {
  console.error('usage: node scripts/run-script.mjs SCRIPT [ARGUMENT…]');
  process.exit(2);
}
// Inside the checkout, so that the bundle finds its packages.
const folder = await mkdtemp(join(import.meta.dirname, '..', 'node_modules', '.script-'));
try {
  const outfile = join(folder, 'script.mjs');
  await build({
    entryPoints: [script],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    logLevel: 'error',
  });
  process.argv.splice(1, 2, script);
  process.argv.length = 2;
  process.argv.push(...rest);
  await import(pathToFileURL(outfile).href);
} finally {
  await rm(folder, { recursive: true, force: true });
}
