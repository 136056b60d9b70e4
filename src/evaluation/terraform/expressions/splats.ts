/** `target[*].name` and `target.*.name`: the same steps on every item; null has none, a single value is one. */
import { list, type Value } from '../../../core/value.ts';
import type { SourceRange } from '../../../core/source.ts';
import type { SplatExpression, SplatStep } from '../../../loaders/hcl/ast.ts';
import { writtenText } from '../../../loaders/terraform/written-text.ts';
import type { Scope } from '../scope.ts';
import { mayShrink } from '../values/collections.ts';
import { isNull } from '../values/convert.ts';
import { derived, isInvalid, keyOf } from '../values/symbols.ts';
import { attributeOf, itemAt } from './access.ts';

export function evaluateSplat(expression: SplatExpression, scope: Scope): Value {
  return onEveryItem(scope.evaluate(expression.target), expression, scope);
}

interface Splat {
  readonly steps: readonly SplatStep[];
  readonly range: SourceRange;
}

function onEveryItem(target: Value, { steps, range }: Splat, scope: Scope): Value {
  if (isInvalid(target)) return target;
  if (isOpen(target)) return unknownSplat(target, { steps, range }, scope);
  const items: Value[] = [];
  for (const item of itemsOf(target)) {
    let value = item;
    for (const step of steps) value = applyStep(value, step, scope);
    if (isInvalid(value)) return value;
    items.push(steps.length === 0 ? value : { ...value, range });
  }
  const typed = target.kind === 'list' ? target.set || target.typed : false;
  const made = list(items, range, target.marks);
  return typed === undefined ? made : { ...made, typed };
}

function itemsOf(target: Value): readonly Value[] {
  if (target.kind === 'list') return target.items;
  return isNull(target) ? [] : [target];
}

function unknownSplat(target: Value, { steps, range }: Splat, scope: Scope): Value {
  if (steps.length > 0) scope.guard?.doubt(target);
  const path = steps.map((step) => writtenText(step.range)).join('');
  const result = derived(`${keyOf(target)}[*]${path}`, [target], range);
  const open = scope.run.openExpansions.get(keyOf(target));
  if (open === undefined || scope.run.openExpansions.has(result.symbol.key)) return result;
  let instance = open.instance;
  for (const step of steps) instance = applyStep(instance, step, scope);
  scope.run.openExpansions.set(result.symbol.key, { ...open, instance });
  return result;
}

/** What is unknown, and a computed attribute, may be a list or a single value; a whole resource is a single one. */
function isOpen(target: Value): boolean {
  if (target.kind === 'list') return mayShrink(target);
  return target.kind === 'unknown' || (target.kind === 'reference' && target.attribute !== '');
}

function applyStep(value: Value, step: SplatStep, scope: Scope): Value {
  if (step.kind === 'attribute') return attributeOf(value, step.name, step.range, scope);
  if (step.kind === 'splat') return onEveryItem(value, step, scope);
  return itemAt(value, scope.evaluate(step.index), step.range, scope);
}
