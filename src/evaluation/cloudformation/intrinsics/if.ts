/**
 * `Fn::If`: one of two values, by a condition.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-conditions.html
 */
import { joinMarks, seenAt, type UnknownValue, type Value } from '../../../core/value.ts';
import { conditionSymbol, namedCondition } from '../named-condition.ts';
import { derivedUnknown, identityOf, withMarks } from '../symbols.ts';
import { argumentList, type IntrinsicCall, wrongCall } from './intrinsic.ts';

export function evaluateIf(call: IntrinsicCall): Value | undefined {
  const { range, scope } = call;
  const items = argumentList(call, 3, 3);
  if ('kind' in items) return items;
  const [condition, whenTrue, whenFalse] = items;
  if (condition?.kind !== 'scalar' || whenTrue === undefined || whenFalse === undefined) {
    return wrongCall(call, 'Fn::If takes the name of a condition and two values.');
  }
  const result = namedCondition(condition.source, condition.range, scope);
  if (result.truth !== 'unknown') {
    const value = scope.evaluate(result.truth === 'yes' ? whenTrue : whenFalse);
    return value === undefined ? undefined : withMarks(seenAt(value, range), result.marks);
  }
  const left = scope.evaluate(whenTrue);
  const right = scope.evaluate(whenFalse);
  if (identityOf(left) === identityOf(right)) return left === undefined ? undefined : seenAt(left, range);
  const symbol = conditionSymbol(condition.source, result, scope);
  const decision: UnknownValue = { kind: 'unknown', symbol, range, decidedAt: undefined, marks: result.marks };
  return {
    ...derivedUnknown('Fn::If', [decision, left, right], range),
    marks: joinMarks([decision, ...[left, right].filter((side) => side !== undefined)]),
  };
}
