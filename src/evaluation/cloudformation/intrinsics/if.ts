/**
 * `Fn::If`: one of two values, by a condition.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-conditions.html
 */
import { seenAt, type UnknownValue, type Value } from '../../../core/value.ts';
import { conditionSymbol, namedCondition } from '../named-condition.ts';
import { derivedUnknown, identityOf, withMarks } from '../symbols.ts';
import { argumentList, type IntrinsicCall, wrongCall } from './intrinsic.ts';

export function evaluateIf(call: IntrinsicCall): Value | undefined {
  const { range, scope } = call;
  const items = argumentList(call, 3, 3);
  if ('kind' in items) return items;
  const [name, whenTrue, whenFalse] = items;
  if (name?.kind !== 'scalar' || whenTrue === undefined || whenFalse === undefined) {
    return wrongCall(call, 'Fn::If takes the name of a condition and two values.');
  }
  const result = namedCondition(name.source, name.range, scope);
  if (result.truth !== 'unknown') {
    const value = scope.evaluate(result.truth === 'yes' ? whenTrue : whenFalse);
    return value === undefined ? undefined : withMarks(seenAt(value, range), result.marks);
  }
  const condition = conditionSymbol(name.source, result, scope);
  const decision: UnknownValue = {
    kind: 'unknown',
    symbol: condition,
    range,
    decidedAt: undefined,
    marks: result.marks,
  };
  return eitherOf(decision, [scope.evaluate(whenTrue), scope.evaluate(whenFalse)], call);
}

/** Without knowing the condition: the value, where both are the same, else unknown. */
function eitherOf(
  decision: UnknownValue,
  [left, right]: readonly [Value | undefined, Value | undefined],
  { range }: IntrinsicCall,
): Value | undefined {
  if (identityOf(left) === identityOf(right)) return left === undefined ? undefined : seenAt(left, range);
  const either = derivedUnknown('Fn::If', [decision, left, right], range);
  if (left !== undefined && right !== undefined) return either;
  return { ...either, symbol: { ...either.symbol, perhapsAbsent: true } };
}
