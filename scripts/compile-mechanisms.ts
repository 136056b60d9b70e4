/** Compiles `policies/mechanisms/` into `src/assessment/built-in-mechanisms.generated.ts`; called by compile-policies.ts. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import type { MechanismData } from '../src/assessment/mechanism.ts';
import type { Diagnostic } from '../src/core/diagnostic.ts';
import { SourceFile } from '../src/core/source.ts';
import { loadMechanisms, type MechanismVocabulary } from '../src/policy/load-mechanisms.ts';

export const generatedMechanismsPath = 'src/assessment/built-in-mechanisms.generated.ts';

/** `folder` holds one file per service. */
export async function compileMechanisms(
  folder: string,
  vocabulary: MechanismVocabulary,
): Promise<{ readonly text: string; readonly mistakes: readonly Diagnostic[] }> {
  const mechanisms: MechanismData[] = [];
  const mistakes: Diagnostic[] = [];
  for (const name of readdirSync(folder).toSorted()) {
    const source = new SourceFile(`policies/mechanisms/${name}`, readFileSync(join(folder, name), 'utf8'));
    const loaded = await loadMechanisms(name.replace(/\.yaml$/u, ''), source, vocabulary);
    mechanisms.push(...loaded.value);
    mistakes.push(...loaded.diagnostics);
  }
  const text = [
    '/** Generated from policies/mechanisms/ by scripts/compile-policies.ts; do not edit. */',
    '/* oxlint-disable max-lines -- a table of all mechanisms */',
    "import type { MechanismData } from './mechanism.ts';\n",
    `export const mechanisms: readonly MechanismData[] = ${JSON.stringify(mechanisms)};\n`,
  ].join('\n');
  return { text: await format(text, { parser: 'typescript', printWidth: 120, singleQuote: true }), mistakes };
}
