/**
 * Compares our HCL parser with HashiCorp's own over every `.tf`, `.tfvars`, `.tofu` and `.hcl` file under the given folders, and prints
 * what they disagree about. The exit status is 1 when there is anything.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { disagreement } from '../test/helpers/hcl-differential.ts';

const folders = process.argv.slice(2);
const extensions = /\.(?:tf|tfvars|tofu|hcl)$/u;

let files = 0;
let disagreements = 0;
for (const folder of folders) {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !extensions.test(entry.name)) continue;
    const path = join(entry.parentPath, entry.name);
    files += 1;
    const message = await disagreement(path, readFileSync(path, 'utf8'));
    if (message === undefined) continue;
    disagreements += 1;
    console.log(`${path}: ${message}`);
  }
}
console.log(`${files} files, ${disagreements} disagreements`);
process.exitCode = disagreements === 0 ? 0 : 1;
