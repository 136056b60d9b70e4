/**
 * Builds the program when npm installs it from git, as pre-commit does, and after `npm ci` in a checkout.
 * A global install from git runs this before the development dependencies are there: then the bundler alone is fetched,
 * for nothing else is needed to run. https://github.com/pre-commit/pre-commit/blob/main/pre_commit/languages/node.py
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

const root = join(import.meta.dirname, '..');

if (existsSync(join(root, 'node_modules', 'typescript'))) {
  npm(['run', 'build']);
} else {
  if (!existsSync(join(root, 'node_modules', 'esbuild'))) {
    const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    // Beside this script, where it is found and nothing else has to be installed with it.
    const flags = ['--prefix', import.meta.dirname, '--no-save', '--no-package-lock', '--ignore-scripts', '--no-audit'];
    npm(['install', ...flags, `esbuild@${devDependencies.esbuild}`]);
  }
  await import('./build.mjs');
}

/** Runs npm in this folder, whatever the npm around it was asked to install where. */
function npm(argv) {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^npm_config_(?:global|location|include|omit|save|package_lock_only)$/iu.test(name),
  );
  const options = { cwd: root, env: Object.fromEntries(inherited), stdio: ['ignore', 'inherit', 'inherit'] };
  const { npm_execpath: program } = process.env;
  if (program === undefined) execFileSync('npm', argv, options);
  else execFileSync(process.execPath, [program, ...argv], options);
}
