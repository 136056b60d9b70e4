/**
 * `Fn::ToJsonString`: an object or a list as JSON text.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-ToJsonString.html
 */
import { type ListValue, type MapValue, scalar, type Value } from '../../../core/value.ts';
import { derivedUnknown } from '../symbols.ts';
import { concatenate } from '../text.ts';
import { type IntrinsicCall, wrongCall } from './intrinsic.ts';

export function evaluateToJsonString(call: IntrinsicCall): Value {
  const { argument, range, scope } = call;
  const value = scope.evaluate(argument);
  if (value === undefined || value.kind === 'scalar')
    return wrongCall(call, 'Fn::ToJsonString takes an object or a list.');
  const pieces: Value[] = [];
  if (value.kind === 'reference' || !addJson(value, pieces)) return derivedUnknown('Fn::ToJsonString', [value], range);
  return concatenate(pieces, range, scope);
}

/** Adds the JSON of a value, piece by piece; false where it isn't known what stands there: text, a list, or a number without quotes. */
function addJson(value: Value, pieces: Value[]): boolean {
  // Secrets stay secret in every piece.
  const add = (text: string): void => void pieces.push(scalar(text, undefined, value.marks));
  switch (value.kind) {
    case 'scalar':
      add(JSON.stringify(value.value));
      return true;
    case 'unknown':
      return false;
    case 'reference':
      add('"');
      pieces.push(value);
      add('"');
      return true;
    case 'template':
      add('"');
      for (const part of value.parts) {
        if (typeof part !== 'string') pieces.push(part);
        else add(JSON.stringify(part).slice(1, -1));
      }
      add('"');
      return true;
    case 'list':
      return addArray(value, pieces);
    case 'map':
      return value.rest === undefined && addObject(value, pieces);
  }
}

function addArray({ items, marks }: ListValue, pieces: Value[]): boolean {
  const add = (text: string): void => void pieces.push(scalar(text, undefined, marks));
  add('[');
  for (const [index, item] of items.entries()) {
    if (index > 0) add(',');
    if (!addJson(item, pieces)) return false;
  }
  add(']');
  return true;
}

function addObject({ entries, marks }: MapValue, pieces: Value[]): boolean {
  const add = (text: string): void => void pieces.push(scalar(text, undefined, marks));
  add('{');
  for (const [index, [key, entry]] of [...entries].entries()) {
    add(`${index > 0 ? ',' : ''}${JSON.stringify(key)}:`);
    if (!addJson(entry, pieces)) return false;
  }
  add('}');
  return true;
}
