/**
 * `Fn::GetStackOutput`: an output of another stack, perhaps in another Region or account.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-getstackoutput.html
 */
import { joinMarks, type MapValue, noMarks, unknown, type Value } from '../../../core/value.ts';
import type { SoughtOutput } from '../scope.ts';
import { identityOf } from '../symbols.ts';
import { knownText } from '../text.ts';
import { fromOtherStack } from './import-value.ts';
import { type IntrinsicCall, wrongCall } from './intrinsic.ts';

const plainArguments = new Set(['StackName', 'OutputName', 'Region']);

/** Undefined where it isn't known which output is meant, or where it lies in another account. */
function soughtBy({ entries, rest }: MapValue): SoughtOutput | undefined {
  const [stackName, outputName] = [knownText(entries.get('StackName')), knownText(entries.get('OutputName'))];
  const region = entries.get('Region');
  const isPlain = rest === undefined && [...entries.keys()].every((key) => plainArguments.has(key));
  if (!isPlain || stackName === undefined || outputName === undefined) return undefined;
  if (region !== undefined && knownText(region) === undefined) return undefined;
  return { stackName, outputName, region: knownText(region) };
}

export function evaluateGetStackOutput(call: IntrinsicCall): Value {
  const { argument, range, scope } = call;
  const source = scope.evaluate(argument);
  if (source?.kind !== 'map') return wrongCall(call, 'Fn::GetStackOutput takes StackName and OutputName.');
  const sought = soughtBy(source);
  const value = sought === undefined ? undefined : scope.others?.output(sought, scope);
  if (value !== undefined) return fromOtherStack(value, call);
  const stack = knownText(source.entries.get('StackName')) ?? 'another stack';
  const output = knownText(source.entries.get('OutputName')) ?? 'an output';
  const marks = joinMarks([source, { marks: { ...noMarks, perDeployment: true } }]);
  const reason = { code: 'input', subject: `${output} of ${stack}`, cure: '' } as const;
  return unknown(scope.key(`output ${identityOf(source)}`), reason, range, marks);
}
