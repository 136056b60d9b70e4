/** A headless Chromium, where there is one: `DR_LINT_CHROMIUM` names it, else it stands where distributions put it. */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import process from 'node:process';
import type { Browser } from 'playwright-core';

const usual = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

const chromiumPath = [process.env['DR_LINT_CHROMIUM'] ?? '', ...usual].find((path) => existsSync(path));

/** What is missing for `launchBrowser`, as a phrase; undefined when nothing is. */
export function missingForBrowser(): string | undefined {
  if (chromiumPath === undefined) return 'no Chromium: DR_LINT_CHROMIUM names one';
  try {
    createRequire(import.meta.url).resolve('playwright-core');
    return undefined;
  } catch {
    return 'playwright-core is not installed: npm ci';
  }
}

export async function launchBrowser(): Promise<Browser> {
  const { chromium } = await import('playwright-core');
  // What runs as root, as a container does, has no sandbox to give.
  return chromium.launch({ executablePath: chromiumPath ?? '', args: ['--no-sandbox'] });
}
