/**
 * Draws docs/images/recovery.png: what `dr-lint graph` draws of fixtures/demo, as a browser shows it 1280 pixels wide. Needs
 * Chromium (`DR_LINT_CHROMIUM` names one): `node scripts/run-script.mjs scripts/recovery-picture.ts`.
 */
import process from 'node:process';
import { dependencies } from '../src/cli/dependencies.ts';
import { processEnvironment } from '../src/cli/process-environment.ts';
import { run } from '../src/cli/run.ts';
import { launchBrowser, missingForBrowser } from '../test/helpers/browser.ts';

const picture = 'docs/images/recovery.png';

const missing = missingForBrowser();
if (missing !== undefined) {
  console.error(`${picture} is left as it is: ${missing}.`);
  process.exit(1);
}
const output: string[] = [];
const here = processEnvironment();
await run(
  ['graph', 'fixtures/demo', '--tier', 'pilot-light', '--format', 'html'],
  { ...here, stdout: { write: (text) => void output.push(text), isTerminal: false, columns: undefined } },
  dependencies,
);
const browser = await launchBrowser();
// So high that nothing is scrolled below the bar.
const page = await browser.newPage({ viewport: { width: 1280, height: 2000 } });
await page.setContent(output.join(''));
await page.locator('.canvas').screenshot({ path: picture });
await browser.close();
