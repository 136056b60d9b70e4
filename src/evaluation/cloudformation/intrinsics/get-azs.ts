/**
 * `Fn::GetAZs`: the Availability Zones of a Region. Which they are depends on the account, so the list is unknown; but one
 * index of it is always the same zone, and another index another zone.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-getavailabilityzones.html
 */
import { noMarks, unknown, type Value } from '../../../core/value.ts';
import { identityOf } from '../symbols.ts';
import { knownText } from '../text.ts';
import type { IntrinsicCall } from './intrinsic.ts';

export function evaluateGetAZs({ argument, range, scope }: IntrinsicCall): Value {
  const isEmpty = argument.kind === 'scalar' && (argument.value === null || argument.value === '');
  const stated = isEmpty ? undefined : scope.evaluate(argument);
  const isOwn = stated === undefined || knownText(stated) === '';
  const region = isOwn ? scope.pseudoParameters.get('AWS::Region') : stated;
  const name = knownText(region);
  const key = `${name ?? identityOf(region)}|zone`;
  const subject = `the Availability Zones of ${name ?? 'its Region'}`;
  return unknown(key, { code: 'data-source', subject, cure: '' }, range, { ...noMarks, perDeployment: true });
}
