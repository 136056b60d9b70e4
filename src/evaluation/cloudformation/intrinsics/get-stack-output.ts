/**
 * `Fn::GetStackOutput`: an output of another stack, perhaps in another Region or account.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-getstackoutput.html
 */
import { joinMarks, noMarks, unknown, type Value } from '../../../core/value.ts';
import { identityOf } from '../symbols.ts';
import { knownText } from '../text.ts';
import { type IntrinsicCall, wrongCall } from './intrinsic.ts';

export function evaluateGetStackOutput(call: IntrinsicCall): Value {
  const { argument, range, scope } = call;
  const source = scope.evaluate(argument);
  if (source?.kind !== 'map') return wrongCall(call, 'Fn::GetStackOutput takes StackName and OutputName.');
  const stack = knownText(source.entries.get('StackName')) ?? 'another stack';
  const output = knownText(source.entries.get('OutputName')) ?? 'an output';
  const marks = joinMarks([source, { marks: { ...noMarks, perDeployment: true } }]);
  const reason = { code: 'input', subject: `${output} of ${stack}`, cure: '' } as const;
  return unknown(scope.key(`output ${identityOf(source)}`), reason, range, marks);
}
