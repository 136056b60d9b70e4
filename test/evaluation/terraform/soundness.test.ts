/** What holds of every expression, whatever its inputs are: the ground on which unknown values and secrets are trusted. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SourceFile } from '../../../src/core/source.ts';
import { unknown, type TemplateValue, type Value } from '../../../src/core/value.ts';
import { headOf, tailOf } from '../../../src/evaluation/terraform/values/equality.ts';
import { toText } from '../../../src/evaluation/terraform/values/convert.ts';
import { marked } from '../../../src/evaluation/terraform/values/places.ts';
import { isInvalid } from '../../../src/evaluation/terraform/values/symbols.ts';
import { parseHclExpression } from '../../../src/loaders/hcl/parse-hcl.ts';
import {
  arbitraryExpressionText,
  arbitraryInputs,
  inputNames,
  type InputName,
} from '../../helpers/arbitrary-expression.ts';
import { consoleText } from '../../helpers/console-text.ts';
import { expressionScope } from '../../helpers/expression-scope.ts';

function evaluated(text: string, names: Iterable<readonly [string, Value]> = []): Value {
  const { value, diagnostics } = parseHclExpression(new SourceFile('expression.tf', text));
  if (value === undefined || diagnostics.length > 0) throw new Error(`This is no expression: ${text}`);
  return expressionScope(names).evaluate(value);
}

const literalValues = new Map<string, Value>();

function valueOf(literal: string): Value {
  const value = literalValues.get(literal) ?? evaluated(literal);
  literalValues.set(literal, value);
  return value;
}

/** The inputs by their literals; `change` makes another value of one of them. */
function valuesOf(
  literals: Record<InputName, string>,
  changed?: InputName,
  change: (value: Value) => Value = (value) => value,
): Map<string, Value> {
  return new Map(
    inputNames.map((name) => {
      const value = valueOf(literals[name]);
      return [name, name === changed ? change(value) : value] as const;
    }),
  );
}

const arbitraryCase = fc.record({
  text: arbitraryExpressionText,
  inputs: arbitraryInputs,
  name: fc.constantFrom(...inputNames),
});

/** Whether what is known of the one value holds of the other. */
function admits(partly: Value, whole: Value): boolean {
  switch (partly.kind) {
    case 'unknown':
      return !isInvalid(partly) || isInvalid(whole);
    case 'reference':
      return true;
    case 'scalar':
      // A conversion that Terraform would make once it knows the type of the unknown may still be made: 5 or "5".
      return toText(partly) === toText(whole) && whole.kind === 'scalar';
    case 'template':
      return templateAdmits(partly, toText(whole));
    case 'list':
      if (whole.kind !== 'list' || whole.set !== partly.set) return false;
      if (partly.set) return true;
      return partly.items.length === whole.items.length && pairs(partly.items, whole.items);
    case 'map':
      if (whole.kind !== 'map') return false;
      if (partly.rest === undefined && partly.entries.size !== whole.entries.size) return false;
      return [...partly.entries].every(([key, entry]) => {
        const other = whole.entries.get(key);
        return other !== undefined && admits(entry, other);
      });
  }
}

function pairs(partly: readonly Value[], whole: readonly Value[]): boolean {
  return partly.every((item, at) => {
    const other = whole[at];
    return other !== undefined && admits(item, other);
  });
}

function templateAdmits(template: TemplateValue, text: string | undefined): boolean {
  if (text === undefined) return false;
  const [head, tail] = [headOf(template), tailOf(template)];
  return text.length >= head.length + tail.length && text.startsWith(head) && text.endsWith(tail);
}

test('what is known in spite of an unknown input holds for every value of that input', () => {
  const open = unknown('input', { code: 'input', subject: 'var.input', cure: '' });
  fc.assert(
    fc.property(arbitraryCase, ({ text, inputs, name }) => {
      const whole = evaluated(text, valuesOf(inputs));
      if (isInvalid(whole)) return;
      const partly = evaluated(
        text,
        valuesOf(inputs, name, () => open),
      );
      expect({ text, inputs, name, partly: consoleText(partly), admits: admits(partly, whole) }).toEqual({
        text,
        inputs,
        name,
        partly: consoleText(partly),
        admits: true,
      });
    }),
    { numRuns: 300 },
  );
});

test('two values of a secret input never differ in what is printed', () => {
  fc.assert(
    fc.property(arbitraryCase, arbitraryInputs, ({ text, inputs, name }, others) => {
      const conceal = (value: Value): Value => marked(value, { sensitive: true, via: [], perDeployment: false });
      const one = evaluated(text, valuesOf(inputs, name, conceal));
      const other = evaluated(text, valuesOf({ ...inputs, [name]: others[name] }, name, conceal));
      if (isInvalid(one) || isInvalid(other)) return;
      expect([text, consoleText(one)]).toEqual([text, consoleText(other)]);
    }),
    { numRuns: 300 },
  );
});

test('an expression over inputs is the same expression over their values', () => {
  fc.assert(
    fc.property(arbitraryCase, ({ text, inputs }) => {
      const written = text.replaceAll(/(?<![\w"$.])(?:n|m|s|t|b|c|ns|ss|o|os)(?![\w"])(?! =[^=])/gu, (name) =>
        inputNames.some((known) => known === name) ? `(${inputs[name as InputName]})` : name,
      );
      const direct = evaluated(written);
      const named = evaluated(text, valuesOf(inputs));
      expect([written, consoleText(direct)]).toEqual([written, consoleText(named)]);
    }),
    { numRuns: 100 },
  );
});
