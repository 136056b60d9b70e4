/**
 * `Fn::GetAtt`: an attribute of a resource, as `[Resource, Attribute]` or `Resource.Attribute`.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-getatt.html
 */
import type { SourceRange } from '../../../core/source.ts';
import type { Value } from '../../../core/value.ts';
import { referenceTo } from '../references.ts';
import type { Scope } from '../scope.ts';
import { derivedUnknown } from '../symbols.ts';
import { knownText } from '../text.ts';
import { argumentList, type IntrinsicCall, wrongCall } from './intrinsic.ts';

export function evaluateGetAtt(call: IntrinsicCall): Value {
  const { argument, range, scope } = call;
  if (argument.kind === 'scalar' && argument.source.includes('.')) return attributeOf(argument.source, range, scope);
  if (argument.kind === 'scalar')
    return wrongCall(call, 'Fn::GetAtt takes a resource and an attribute: Resource.Attribute.');
  const items = argumentList(call, 2, Infinity);
  if ('kind' in items) return items;
  const values = items.map((item) => scope.evaluate(item));
  const names = values.map(knownText);
  if (names.some((name) => name === undefined)) return derivedUnknown('Fn::GetAtt', values, range);
  return attributeOf(names.join('.'), range, scope);
}

/** `Resource.Attribute`, also inside `Fn::Sub`; an attribute may have dots of its own. */
export function attributeOf(text: string, range: SourceRange, scope: Scope): Value {
  const dot = text.indexOf('.');
  return referenceTo(text.slice(0, dot), text.slice(dot + 1), range, scope);
}
