/**
 * `Fn::ImportValue`: what another stack exports under a name.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-importvalue.html
 */
import { joinMarks, noMarks, unknown, type Value } from '../../../core/value.ts';
import { identityOf } from '../symbols.ts';
import { knownText } from '../text.ts';
import { type IntrinsicCall, wrongCall } from './intrinsic.ts';

export function evaluateImportValue(call: IntrinsicCall): Value {
  const { argument, range, scope } = call;
  const name = scope.evaluate(argument);
  if (name === undefined) return wrongCall(call, 'Fn::ImportValue takes the name of an export.');
  const exported = scope.sharedValues?.exported(knownText(name) ?? '', range);
  if (exported !== undefined) return exported;
  const subject = `export ${knownText(name) ?? 'of another stack'}`;
  const marks = joinMarks([name, { marks: { ...noMarks, perDeployment: true } }]);
  return unknown(scope.key(`export ${identityOf(name)}`), { code: 'input', subject, cure: '' }, range, marks);
}
