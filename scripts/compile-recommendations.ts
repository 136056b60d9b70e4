/** Compiles `policies/recommendations.yaml` into a module of its own, which only `dr-lint recommend` loads. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { parse } from 'yaml';

export const recommendationsPath = 'src/assessment/recommendations.generated.ts';

/** The text of the module; `root` is the folder of the checkout. */
export async function compileRecommendations(root: string): Promise<string> {
  const data: unknown = parse(readFileSync(join(root, 'policies/recommendations.yaml'), 'utf8'));
  const text = [
    '/** Generated from policies/recommendations.yaml by scripts/compile-policies.ts; do not edit. */',
    "import type { RecommendationData } from './recommendation-data.ts';\n",
    `export const recommendations: RecommendationData = ${JSON.stringify(data)};\n`,
  ].join('\n');
  return await format(text, { parser: 'typescript', printWidth: 120, singleQuote: true });
}
