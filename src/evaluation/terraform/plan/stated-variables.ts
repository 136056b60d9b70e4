/** The variables of a plan as statements for its root: only those that neither a default nor a variable file states alike. */
import type { Expression } from '../../../loaders/hcl/ast.ts';
import type { TemplateNode } from '../../../loaders/template-node.ts';
import type { PlanFile } from '../../../loaders/terraform/plan-json.ts';
import { attributeNamed, type TerraformModule } from '../../../loaders/terraform/terraform-module.ts';
import { literalOf, type StatedVariable, type StatedVariables } from '../../../loaders/terraform/variable-files.ts';

/** @param inFiles what the variable files state that Terraform loads by itself; the plan may have been made with others */
export function variablesOf(plan: PlanFile, root: TerraformModule, inFiles: StatedVariables): StatedVariables {
  const stated = new Map<string, StatedVariable>();
  for (const [name, at] of plan.variables) {
    const value = plan.read(at);
    if (value === undefined) continue;
    const inFile = inFiles.get(name);
    const block = root.variables.get(name);
    const byDefault = block === undefined ? undefined : attributeNamed(block.body, 'default')?.value;
    if (inFile !== undefined && isSame(inFile.value, value)) stated.set(name, inFile);
    else if (byDefault === undefined || !isSame(byDefault, value)) {
      stated.set(name, { name, nameRange: value.range, value: literalOf(value) });
    }
  }
  return stated;
}

/** Whether a literal means a value. Texts and numbers are compared as texts, for the variable's type may convert them. */
function isSame(expression: Expression, value: TemplateNode): boolean {
  switch (value.kind) {
    case 'scalar':
      return textOf(expression) === String(value.value);
    case 'sequence':
      return (
        expression.kind === 'tuple' &&
        expression.items.length === value.items.length &&
        value.items.every((item, index) => isSameOrMissing(expression.items[index], item))
      );
    case 'mapping':
      return (
        expression.kind === 'object' &&
        expression.items.length === value.entries.length &&
        value.entries.every(({ key, value: member }) =>
          isSameOrMissing(expression.items.find((item) => keyOf(item.key) === key)?.value, member),
        )
      );
  }
}

function isSameOrMissing(expression: Expression | undefined, value: TemplateNode): boolean {
  return expression !== undefined && isSame(expression, value);
}

function keyOf(key: Expression): string | undefined {
  return key.kind === 'variable' ? key.name : textOf(key);
}

/** Of a literal text, number or word. */
function textOf(expression: Expression): string | undefined {
  if (expression.kind === 'literal') return String(expression.value);
  if (expression.kind !== 'template') return undefined;
  const [part, ...others] = expression.parts;
  if (part === undefined) return '';
  return part.kind === 'text' && others.length === 0 ? part.text : undefined;
}
