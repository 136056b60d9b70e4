/** Random syntax trees for properties; their ranges mean nothing. */
import fc from 'fast-check';
import { SourceFile } from '../../src/core/source.ts';
import type { BinaryOperator, Expression, SplatStep, TemplatePart } from '../../src/loaders/hcl/ast.ts';

const range = { file: new SourceFile('arbitrary.tf', ''), start: 0, end: 0 };

const name = fc.constantFrom('var', 'orders', 'multi_az', 'eu-west-1', '_', 'größe', 'if', 'in');
const operators = ['||', '&&', '==', '!=', '<', '<=', '>', '>=', '+', '-', '*', '/', '%'] as const;
const operator: fc.Arbitrary<BinaryOperator> = fc.constantFrom(...operators);
const textPart: fc.Arbitrary<TemplatePart> = fc
  .string({ minLength: 1, unit: 'grapheme' })
  .map((text) => ({ kind: 'text' as const, text, range }));

type Trees = {
  readonly expression: Expression;
  readonly step: SplatStep;
  readonly parts: readonly TemplatePart[];
  readonly part: TemplatePart;
};

const literal: fc.Arbitrary<Expression> = fc
  .oneof(fc.constantFrom(true, false, null), fc.nat(), fc.double({ min: 0, max: 1e6, noNaN: true }))
  .map((value) => ({ kind: 'literal', value, range }));
const variable: fc.Arbitrary<Expression> = name
  .filter((text) => text !== 'if' && text !== 'in')
  .map((text) => ({ kind: 'variable', name: text, range }));
const oldIndex = fc.nat(9).map((value) => ({
  kind: 'index' as const,
  index: { kind: 'literal' as const, value, range },
  range,
}));

const trees = fc.letrec<Trees>((tie) => {
  const expression = tie('expression');
  const names = { keyName: fc.option(name, { nil: undefined }), valueName: name };
  const attribute = fc.record({ kind: fc.constant('attribute' as const), name, range: fc.constant(range) });
  return {
    expression: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      literal,
      variable,
      fc
        .record({ parts: tie('parts') })
        .map(({ parts }): Expression => ({ kind: 'template', parts, heredoc: false, range })),
      fc.array(expression, { maxLength: 3 }).map((items): Expression => ({ kind: 'tuple', items, range })),
      fc.array(fc.record({ key: tie('parts'), value: expression }), { maxLength: 3 }).map((items): Expression => ({
        kind: 'object',
        items: items.map(({ key, value }) => ({
          key: { kind: 'template', parts: key, heredoc: false, range },
          value,
          range,
        })),
        range,
      })),
      fc
        .record({
          ...names,
          collection: expression,
          key: fc.option(expression, { nil: undefined }),
          value: expression,
          condition: fc.option(expression, { nil: undefined }),
          grouping: fc.boolean(),
        })
        .map((parts): Expression => ({
          kind: 'for',
          ...parts,
          grouping: parts.grouping && parts.key !== undefined,
          range,
        })),
      fc
        .record({ target: expression, step: tie('step') })
        .map(({ target, step }): Expression => ({ ...step, target, range })),
      fc
        .record({ name, arguments: fc.array(expression, { maxLength: 3 }), spread: fc.boolean() })
        .map((call): Expression => ({
          kind: 'call',
          ...call,
          spread: call.spread && call.arguments.length > 0,
          range,
        })),
      fc.tuple(expression, expression, expression).map(([condition, then, otherwise]): Expression => ({
        kind: 'conditional',
        condition,
        // oxlint-disable-next-line unicorn/no-thenable -- a part of a syntax tree is never awaited
        then,
        otherwise,
        range,
      })),
      fc
        .record({ operator, left: expression, right: expression })
        .map((binary): Expression => ({ kind: 'binary', ...binary, range })),
      fc
        .record({ operator: fc.constantFrom('-' as const, '!' as const), operand: expression })
        .map((unary): Expression => ({ kind: 'unary', ...unary, range })),
    ),
    step: fc.oneof(
      { depthSize: 'small' },
      attribute,
      expression.map((index): SplatStep => ({ kind: 'index', index, range })),
      fc
        .array(tie('step'), { maxLength: 2 })
        .map((steps): SplatStep => ({ kind: 'splat', steps: endAtSplat(steps), full: true, range })),
      fc
        .array(fc.oneof(attribute, oldIndex), { maxLength: 2 })
        .filter((steps) => steps.some(({ kind }) => kind === 'attribute'))
        .map((steps): SplatStep => ({ kind: 'splat', steps, full: false, range })),
    ),
    parts: fc.array(tie('part'), { maxLength: 3 }).map(withoutAdjacentTexts),
    part: fc.oneof(
      { depthSize: 'small' },
      textPart,
      expression.map((inner): TemplatePart => ({ kind: 'interpolation', expression: inner, range })),
      fc
        // oxlint-disable-next-line unicorn/no-thenable -- a part of a syntax tree is never awaited
        .record({ condition: expression, then: tie('parts'), otherwise: tie('parts') })
        .map((directive): TemplatePart => ({ kind: 'if', ...directive, range })),
      fc
        .record({ ...names, collection: expression, body: tie('parts') })
        .map((directive): TemplatePart => ({ kind: 'for', ...directive, range })),
    ),
  };
});

/** The steps after a splat belong to it, so it is always the last one. */
function endAtSplat(steps: readonly SplatStep[]): readonly SplatStep[] {
  const at = steps.findIndex(({ kind }) => kind === 'splat');
  return at === -1 ? steps : steps.slice(0, at + 1);
}

function withoutAdjacentTexts(parts: readonly TemplatePart[]): readonly TemplatePart[] {
  return parts.filter((part, at) => part.kind !== 'text' || parts[at - 1]?.kind !== 'text');
}

export const arbitraryExpression: fc.Arbitrary<Expression> = trees.expression;
