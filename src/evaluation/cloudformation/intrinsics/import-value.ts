/**
 * `Fn::ImportValue`: what another stack exports under a name.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-importvalue.html
 */
import { joinMarks, noMarks, seenAt, unknown, type Value } from '../../../core/value.ts';
import { identityOf } from '../symbols.ts';
import { knownText } from '../text.ts';
import { type IntrinsicCall, wrongCall } from './intrinsic.ts';

/** What another stack hands over: decided there, and a resource of it is depended on. */
export function fromOtherStack(value: Value, { range, scope }: IntrinsicCall): Value {
  if (value.kind === 'reference') scope.referenced.add(value.resource);
  return seenAt(value, range);
}

export function evaluateImportValue(call: IntrinsicCall): Value {
  const { argument, range, scope } = call;
  const name = scope.evaluate(argument);
  if (name === undefined) return wrongCall(call, 'Fn::ImportValue takes the name of an export.');
  const text = knownText(name);
  const exported = text === undefined ? undefined : scope.sharedValues?.exported(text, range);
  if (exported !== undefined) return exported;
  const imported = text === undefined ? undefined : scope.others?.imported(text, scope);
  if (imported !== undefined) return fromOtherStack(imported, call);
  const subject = `export ${text ?? 'of another stack'}`;
  const cure = text === undefined ? '' : (scope.others?.cureFor(text) ?? '');
  const marks = joinMarks([name, { marks: { ...noMarks, perDeployment: true } }]);
  return unknown(scope.key(`export ${identityOf(name)}`), { code: 'input', subject, cure }, range, marks);
}
