/** Values of variables: stated or passed, else the default, else unknown; converted to the declared type and marked. */
import { unknown, type Marks, type Value } from '../../../core/value.ts';
import type { Block, Body, Expression } from '../../../loaders/hcl/ast.ts';
import { attributeNamed } from '../../../loaders/terraform/terraform-module.ts';
import type { StatedVariables } from '../../../loaders/terraform/variable-files.ts';
import type { Scope } from '../scope.ts';
import { convertTo, parseType } from './type-constraints.ts';
import { isNull } from '../values/convert.ts';
import { refuseStated } from './variable-notes.ts';
import { literalScope } from './literal-scope.ts';
import { marked } from '../values/places.ts';
import { invalid, isInvalid } from '../values/symbols.ts';

/** Where a module instance gets its variables from: variable files for the root, the arguments of the call for others. */
export type VariableSource =
  | {
      readonly kind: 'stated';
      readonly stated: StatedVariables;
      /** What is given otherwise than by variable files, which are stronger. */
      readonly inputs?: (name: string) => Value | undefined;
    }
  | {
      readonly kind: 'arguments';
      readonly body: Body;
      readonly scope: Scope;
      /** How the module is handed the value of an argument, when not as it is. */
      readonly receive?: (value: Value) => Value;
    };

export const sensitiveMarks: Marks = { sensitive: true, via: [], perDeployment: false };
const perDeploymentMarks: Marks = { sensitive: false, via: [], perDeployment: true };

export function evaluateVariable(name: string, block: Block, source: VariableSource, scope: Scope): Value {
  const given = givenValue(name, source, scope);
  const value = given ?? defaultValue(block, scope) ?? missingValue(name, block, source, scope);
  const isNullable = !isLiteral(attributeNamed(block.body, 'nullable')?.value, false);
  const chosen = isNull(value) && !isNullable ? (defaultValue(block, scope) ?? value) : value;
  const converted = convertTo(chosen, parseType(attributeNamed(block.body, 'type')?.value), scope);
  if (source.kind === 'stated' && given !== undefined && isInvalid(converted)) refuseStated(name, block, given, scope);
  return isSensitive(block) ? marked(converted, sensitiveMarks) : converted;
}

/** Whether a variable or output says `sensitive = true`. */
export function isSensitive(block: Block): boolean {
  return isLiteral(attributeNamed(block.body, 'sensitive')?.value, true);
}

/** Terraform takes the word in quotes, too, as generators of JSON write it. */
function isLiteral(expression: Expression | undefined, value: boolean): boolean {
  if (expression?.kind === 'literal') return expression.value === value;
  const part = expression?.kind === 'template' ? expression.parts[0] : undefined;
  return part?.kind === 'text' && part.text === String(value);
}

function givenValue(name: string, source: VariableSource, scope: Scope): Value | undefined {
  if (source.kind === 'arguments') {
    const argument = attributeNamed(source.body, name);
    if (argument === undefined) return undefined;
    const value = source.scope.evaluate(argument.value);
    return source.receive === undefined ? value : source.receive(value);
  }
  const stated = source.stated.get(name);
  const given = stated === undefined ? source.inputs?.(name) : literalScope(scope.run).evaluate(stated.value);
  return given === undefined ? undefined : marked(given, perDeploymentMarks);
}

function defaultValue(block: Block, scope: Scope): Value | undefined {
  const written = attributeNamed(block.body, 'default');
  return written === undefined ? undefined : scope.evaluate(written.value);
}

function missingValue(name: string, block: Block, source: VariableSource, scope: Scope): Value {
  if (source.kind === 'arguments')
    return invalid(`The call does not give ${name}, which has no default.`, block.headerRange);
  const cure =
    scope.run.deployment.library === true
      ? 'Whoever calls this module passes it: scan the module with its caller, or give it a default.'
      : 'Give a variable file with --var-file, or a default.';
  const reason = { code: 'input' as const, subject: `var.${name}`, cure };
  return unknown(`${scope.run.deployment.id}#var.${name}`, reason, block.headerRange);
}
