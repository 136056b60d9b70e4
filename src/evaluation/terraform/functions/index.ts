/** Every function that dr-lint evaluates, by name. `try` and `can` stand with the expressions, for they do not take values. */
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
