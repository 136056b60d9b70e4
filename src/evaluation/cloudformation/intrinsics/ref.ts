/**
 * `Ref`: a parameter's value, a resource's name or id.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-ref.html
 */
import type { SourceRange } from '../../../core/source.ts';
import { seenAt, type Value } from '../../../core/value.ts';
import { noValue } from '../pseudo-parameters.ts';
import { referenceTo } from '../references.ts';
import type { Scope } from '../scope.ts';
import { withLookups } from '../text.ts';
import { type IntrinsicCall, wrongCall } from './intrinsic.ts';

export function evaluateRef(call: IntrinsicCall): Value | undefined {
  const { argument, range, scope } = call;
  if (argument.kind !== 'scalar') return wrongCall(call, 'Ref takes the name of a parameter or a resource.');
  return resolveName(argument.source, range, scope);
}

/** What a name alone means, also inside `Fn::Sub`; undefined for `AWS::NoValue`. */
export function resolveName(name: string, range: SourceRange, scope: Scope): Value | undefined {
  if (name === noValue) return undefined;
  const value = scope.parameters.get(name) ?? scope.pseudoParameters.get(name) ?? scope.loopVariables.get(name);
  return value === undefined ? referenceTo(name, 'Ref', range, scope) : seenAt(withLookups(value, range, scope), range);
}
