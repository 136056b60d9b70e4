/**
 * `Fn::Select`: one item of a list, by its index from 0.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-select.html
 */
import { type ListValue, seenAt, unknown, type UnknownValue, type Value } from '../../../core/value.ts';
import type { TemplateNode } from '../../../loaders/template-node.ts';
import { derivedUnknown, withMarks } from '../symbols.ts';
import { knownText } from '../text.ts';
import { argumentList, type IntrinsicCall, wrongCall } from './intrinsic.ts';
import { itemsBeforeUnknown } from './split.ts';

export function evaluateSelect(call: IntrinsicCall): Value {
  const { range, scope } = call;
  const items = argumentList(call, 2, 2);
  if ('kind' in items) return items;
  const [indexValue, values] = items.map((item) => scope.evaluate(item));
  const index = knownText(indexValue);
  if (index === undefined) return derivedUnknown('Fn::Select', [indexValue, values], range);
  if (!/^\d+$/u.test(index)) return wrongCall(call, 'Fn::Select takes an index from 0 upwards.');
  switch (values?.kind) {
    case 'list':
      return itemOf(values, Number(index), call);
    case 'unknown':
      return itemOfUnknown(values, index, call, items[1]);
    case 'reference':
    case 'template':
      return derivedUnknown('Fn::Select', [indexValue, values], range);
    case 'scalar':
    case 'map':
    case undefined:
      return wrongCall(call, 'Fn::Select takes an index and a list.');
  }
}

function itemOf(values: ListValue, index: number, call: IntrinsicCall): Value {
  const { range, scope } = call;
  if (!scope.hasKnownLength(values)) return derivedUnknown(`Fn::Select ${index}`, [values], range);
  const item = values.items[index];
  if (item !== undefined) return withMarks(seenAt(item, range), values.marks);
  return wrongCall(call, `Fn::Select asks for item ${index} of a list of ${values.items.length}.`);
}

/**
 * Of one unknown list the same index is the same unknown, and another index another one.
 *
 * @param source what gives the list
 */
function itemOfUnknown(
  values: UnknownValue,
  index: string,
  { range, scope }: IntrinsicCall,
  source: TemplateNode | undefined,
): Value {
  const known = source === undefined ? undefined : itemsBeforeUnknown(source, scope)[Number(index)];
  if (known !== undefined) return seenAt(known, range);
  const { key, reason } = values.symbol;
  return unknown(`${key}[${index}]`, { ...reason, subject: `item ${index} of ${reason.subject}` }, range, values.marks);
}
