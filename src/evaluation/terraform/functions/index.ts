/** Every function that dr-lint evaluates, by name. `try` and `can` stand with the expressions, for they do not take values. */
import { didYouMean } from '../../../core/suggest.ts';
import { conversionFunctions } from './conversions.ts';
import { dateFunctions } from './dates.ts';
import { digestFunctions } from './digests.ts';
import { encodingFunctions } from './encoding.ts';
import { fileFunctions } from './files.ts';
import { formatFunctions } from './format.ts';
import type { TerraformFunction } from './function.ts';
import { impureFunctions } from './impure.ts';
import { listFunctions } from './lists.ts';
import { mapFunctions } from './maps.ts';
import { networkFunctions } from './networks.ts';
import { numberFunctions } from './numbers.ts';
import { patternFunctions } from './patterns.ts';
import { providerFunctions } from './provider-functions.ts';
import { setFunctions } from './sets.ts';
import { stringFunctions } from './strings.ts';

export const terraformFunctions: ReadonlyMap<string, TerraformFunction> = new Map(
  [
    conversionFunctions,
    dateFunctions,
    digestFunctions,
    encodingFunctions,
    fileFunctions,
    formatFunctions,
    impureFunctions,
    listFunctions,
    mapFunctions,
    networkFunctions,
    numberFunctions,
    patternFunctions,
    providerFunctions,
    setFunctions,
    stringFunctions,
  ].flatMap((family) => Object.entries(family)),
);

// Terraform 1.15 and OpenTofu 1.12 know these; they ask about types, which dr-lint does not track.
// https://github.com/hashicorp/terraform/blob/main/internal/lang/functions.go
// https://github.com/opentofu/opentofu/blob/main/internal/lang/functions.go
const typeFunctions: readonly string[] = ['convert', 'assumeequal', 'assumenotnull', 'assumestringprefix'];
const lengthFunctions: readonly string[] = ['list', 'map', 'set'].flatMap((kind) =>
  ['', 'max', 'min'].map((bound) => `assume${kind}length${bound}`),
);
const notEvaluated: ReadonlySet<string> = new Set([...typeFunctions, ...lengthFunctions]);

// https://developer.hashicorp.com/terraform/language/functions/list and /map
const removed: ReadonlyMap<string, string> = new Map([
  ['list', 'tolist([…])'],
  ['map', 'tomap({…})'],
]);

/** Why Terraform would refuse a function of this name; undefined where it may exist: with a provider, or in a later version. */
export function missingFunction(name: string): string | undefined {
  if (name.includes('::') || notEvaluated.has(name)) return undefined;
  const instead = removed.get(name);
  if (instead !== undefined) return `There is no function ${name}() since Terraform 0.12; write ${instead}.`;
  return `There is no function ${name}().${didYouMean(name, [...terraformFunctions.keys(), 'can', 'try'])}`;
}
