/**
 * Builds the program: bundles src/cli/main.ts into dist/cli/main.js and src/index.ts into dist/index.js, with one file for each part that a run may not need.
 * Plain JavaScript, for it runs before there is anything that reads TypeScript: `node scripts/build.mjs`.
 */
import { chmod, mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '..');
const outdir = join(root, 'dist');

const { outputFiles } = await build({
  absWorkingDir: root,
  entryPoints: { 'cli/main': 'src/cli/main.ts', index: 'src/index.ts' },
  outdir,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  // Lazy imports stay files of their own.
  splitting: true,
  chunkNames: 'chunks/[name]-[hash]',
  // Installed beside it, so that security updates of packages reach users without a release of ours.
  packages: 'external',
  // Written only when all of it could be built, so that a mistake leaves the last build alone.
  write: false,
  logLevel: 'warning',
});
// The bundle of the GitHub Action lies in `action`, is committed, and is built by a script of its own.
for (const part of ['cli', 'chunks', 'index.js']) await rm(join(outdir, part), { recursive: true, force: true });
for (const { path, contents } of outputFiles) {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, contents);
}
await chmod(join(outdir, 'cli', 'main.js'), 0o755);
