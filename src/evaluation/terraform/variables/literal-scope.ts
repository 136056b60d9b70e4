/** The scope of a variable file, in which nothing has a name: Terraform takes only literal values there. */
import { invalid } from '../values/symbols.ts';
import type { SourceRange } from '../../../core/source.ts';
import type { Value } from '../../../core/value.ts';
import type { RootRun } from '../root-run.ts';
import { createScope, type ModuleNames, type Scope } from '../scope.ts';

export function literalScope(run: RootRun): Scope {
  return createScope(run, namesNothing);
}

function nothing(name: string, range: SourceRange): Value {
  return invalid(`A variable file holds literal values, so it can't refer to ${name}.`, range);
}

const namesNothing: ModuleNames = {
  address: '',
  folder: '',
  model: undefined,
  variable: (name, range) => nothing(`var.${name}`, range),
  local: (name, range) => nothing(`local.${name}`, range),
  moduleCall: (name, range) => nothing(`module.${name}`, range),
  resource: (key, range) => nothing(key, range),
};
