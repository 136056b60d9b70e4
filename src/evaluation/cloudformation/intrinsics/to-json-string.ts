/**
 * `Fn::ToJsonString`: an object or a list as JSON text.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-ToJsonString.html
 */
import { joinMarks, type Marks, scalar, type Value } from '../../../core/value.ts';
import { derivedUnknown, firstReason } from '../symbols.ts';
import { type IntrinsicCall, wrongCall } from './intrinsic.ts';

export function evaluateToJsonString(call: IntrinsicCall): Value {
  const { argument, range, scope } = call;
  const value = scope.evaluate(argument);
  if (value === undefined || value.kind === 'scalar')
    return wrongCall(call, 'Fn::ToJsonString takes an object or a list.');
  if (firstReason([value]) !== undefined) return derivedUnknown('Fn::ToJsonString', [value], range);
  const text = jsonOf(value);
  return scope.spendOnText(text.length) ? scalar(text, range, marksWithin(value)) : scope.overLimit(range);
}

function jsonOf(value: Value): string {
  if (value.kind === 'list') return `[${value.items.map(jsonOf).join(',')}]`;
  if (value.kind === 'map')
    return `{${[...value.entries].map(([key, entry]) => `${JSON.stringify(key)}:${jsonOf(entry)}`).join(',')}}`;
  return JSON.stringify(value.kind === 'scalar' ? value.value : null);
}

/** Those of every value that the text shows: one secret makes all of it secret. */
function marksWithin(value: Value): Marks {
  const inner = value.kind === 'list' ? value.items : value.kind === 'map' ? [...value.entries.values()] : [];
  return joinMarks([value, ...inner.map((each) => ({ marks: marksWithin(each) }))]);
}
