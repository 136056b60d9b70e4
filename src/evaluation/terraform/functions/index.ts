/** Every function that dr-lint evaluates, by name. `try` and `can` stand with the expressions, for they do not take values. */
import { collectionFunctions } from './collections.ts';
import { conversionFunctions } from './conversions.ts';
import { encodingFunctions } from './encoding.ts';
import { fileFunctions } from './files.ts';
import type { TerraformFunction } from './function.ts';
import { impureFunctions } from './impure.ts';
import { networkFunctions } from './networks.ts';
import { numberFunctions } from './numbers.ts';
import { patternFunctions } from './patterns.ts';
import { stringFunctions } from './strings.ts';

export const terraformFunctions: ReadonlyMap<string, TerraformFunction> = new Map(
  [
    collectionFunctions,
    conversionFunctions,
    encodingFunctions,
    fileFunctions,
    impureFunctions,
    networkFunctions,
    numberFunctions,
    patternFunctions,
    stringFunctions,
  ].flatMap((family) => Object.entries(family)),
);
