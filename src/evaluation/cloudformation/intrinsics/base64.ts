/**
 * `Fn::Base64`: text in Base64.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-base64.html
 */
import { Buffer } from 'node:buffer';
import { scalar, type Value } from '../../../core/value.ts';
import { derivedUnknown } from '../symbols.ts';
import { knownText } from '../text.ts';
import { type IntrinsicCall, wrongCall } from './intrinsic.ts';

export function evaluateBase64(call: IntrinsicCall): Value {
  const { argument, range, scope } = call;
  const value = scope.evaluate(argument);
  if (value === undefined || value.kind === 'list' || value.kind === 'map') {
    return wrongCall(call, 'Fn::Base64 takes a text.');
  }
  const text = knownText(value);
  if (text === undefined) return derivedUnknown('Fn::Base64', [value], range);
  return { ...scalar(Buffer.from(text).toString('base64'), range, value.marks), decidedAt: value.decidedAt };
}
