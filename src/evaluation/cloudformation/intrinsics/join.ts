/**
 * `Fn::Join`: the items of a list with a separator between them.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-join.html
 */
import { joinMarks, scalar, type Value } from '../../../core/value.ts';
import { concatenate, isTextual, knownText } from '../text.ts';
import { derivedUnknown, withMarks } from '../symbols.ts';
import { argumentList, type IntrinsicCall, wrongCall } from './intrinsic.ts';

export function evaluateJoin(call: IntrinsicCall): Value {
  const { range, scope } = call;
  const items = argumentList(call, 2, 2);
  if ('kind' in items) return items;
  const [separator, values] = items.map((item) => scope.evaluate(item));
  if (!isTextual(separator) || values === undefined) return wrongCall(call, 'Fn::Join takes a separator and a list.');
  if (values.kind === 'scalar' || values.kind === 'map') return wrongCall(call, 'Fn::Join joins the items of a list.');
  const between = knownText(separator);
  if (between === undefined || values.kind !== 'list' || !scope.hasKnownLength(values))
    return derivedUnknown('Fn::Join', [separator, values], range);
  const parts: Value[] = [];
  for (const item of values.items) {
    if (parts.length > 0) parts.push(scalar(between, range));
    parts.push(item);
  }
  return withMarks(concatenate(parts, range, scope), joinMarks([values]));
}
