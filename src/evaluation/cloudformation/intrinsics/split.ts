/**
 * `Fn::Split`: text into a list, at each separator.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-split.html
 */
import { list, scalar, type Value } from '../../../core/value.ts';
import { derivedUnknown } from '../symbols.ts';
import { isTextual, knownText } from '../text.ts';
import { argumentList, type IntrinsicCall, wrongCall } from './intrinsic.ts';

export function evaluateSplit(call: IntrinsicCall): Value {
  const { range, scope } = call;
  const items = argumentList(call, 2, 2);
  if ('kind' in items) return items;
  const [separatorValue, source] = items.map((item) => scope.evaluate(item));
  const separator = knownText(separatorValue);
  if (separator === '' || !isTextual(separatorValue)) return wrongCall(call, 'Fn::Split takes a separator and a text.');
  if (source === undefined || source.kind === 'list' || source.kind === 'map')
    return wrongCall(call, 'Fn::Split splits a text.');
  const text = knownText(source);
  if (text === undefined || separator === undefined)
    return derivedUnknown('Fn::Split', [separatorValue, source], range);
  if (!scope.spend(text.length)) return scope.overLimit(range);
  const parts = text
    .split(separator)
    .map((part) => ({ ...scalar(part, range, source.marks), decidedAt: source.decidedAt }));
  return list(parts, range, source.marks);
}
