/** Says what Terraform would say about the values that variable files state: names without a variable, values of another type. */
import { appendTo } from '../../../core/append-to.ts';
import type { Diagnostic } from '../../../core/diagnostic.ts';
import { pathWithin } from '../../../core/paths.ts';
import { inWords } from '../../../core/print.ts';
import type { SourceFile } from '../../../core/source.ts';
import { suggest } from '../../../core/suggest.ts';
import type { Value } from '../../../core/value.ts';
import type { Block } from '../../../loaders/hcl/ast.ts';
import { attributeNamed } from '../../../loaders/terraform/terraform-module.ts';
import type { StatedVariable, StatedVariables } from '../../../loaders/terraform/variable-files.ts';
import { writtenText } from '../../../loaders/terraform/written-text.ts';
import type { ModuleInstance } from '../modules/module-instance.ts';
import type { Scope } from '../scope.ts';
import { isInvalid } from '../values/symbols.ts';

/** Every stated value is looked at, also one that nothing reads. */
export function reportStatedVariables(root: ModuleInstance, stated: StatedVariables): void {
  const undeclared = new Map<SourceFile, StatedVariable[]>();
  for (const variable of stated.values()) {
    if (root.module.variables.has(variable.name)) root.variable(variable.name, variable.value.range);
    else appendTo(undeclared, variable.nameRange.file, variable);
  }
  // A file that could not be read whole may declare them.
  if (root.module.incomplete) return;
  for (const variables of undeclared.values()) reportUndeclared(root, variables, stated);
}

/** How many names are told of one file. */
const namedVariables = 3;

/**
 * A likely mistake in a name is a warning; else a note for the whole file, as one that several roots share holds values
 * for all of them.
 */
function reportUndeclared(
  { run, folder, module }: ModuleInstance,
  variables: readonly StatedVariable[],
  stated: StatedVariables,
): void {
  const others: StatedVariable[] = [];
  const open = [...module.variables.keys()].filter((name) => !stated.has(name));
  for (const variable of variables) {
    const near = suggest(variable.name, open);
    if (near === undefined) others.push(variable);
    else {
      const message = `${variable.name} is stated here, but ${folder} declares no such variable.`;
      // What lies elsewhere may be meant for several roots.
      const isOwn = pathWithin(folder, variable.nameRange.file.path) !== undefined;
      run.report(noteAt(variable, isOwn ? 'warning' : 'note', message, `Did you mean ${JSON.stringify(near)}?`));
    }
  }
  const [first] = others;
  if (first === undefined) return;
  const names = others.slice(0, namedVariables).map(({ name }) => name);
  const message = `${folder} declares no variable ${inWords(names, others.length)}: what is stated here has no effect.`;
  run.report(noteAt(first, 'note', message, 'Declare the variable, or leave it out of this file.'));
}

function noteAt(
  { nameRange: range }: StatedVariable,
  level: Diagnostic['level'],
  message: string,
  help: string,
): Diagnostic {
  return { code: 'input/variable', level, message, help, range, path: range.file.path };
}

/** @param given the value as the variable file states it, which Terraform would refuse */
export function refuseStated(name: string, { body }: Block, given: Value, { run }: Scope): void {
  const { range } = given;
  if (range === undefined) return;
  const type = attributeNamed(body, 'type');
  const spelt = type === undefined ? '' : writtenText(type.value.range);
  const wanted = spelt === '' || spelt.length > 60 || spelt.includes('\n') ? 'the type that it states' : spelt;
  run.report({
    code: 'input/variable',
    level: 'warning',
    message: isInvalid(given)
      ? `Terraform refuses this value of ${name}: ${given.symbol.reason.cure}`
      : `Terraform refuses this value of ${name}, for it can not be made ${wanted}.`,
    help: 'Everything that follows from this variable is unknown until the value is corrected.',
    range,
    path: range.file.path,
  });
}
