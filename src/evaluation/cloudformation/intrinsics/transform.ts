/**
 * `Fn::Transform`: a macro that rewrites a part of the template when it is deployed.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-transform.html
 */
import { inWords } from '../../../core/print.ts';
import { unknown, type UnknownValue } from '../../../core/value.ts';
import { valueOf } from '../../../loaders/template-node.ts';
import { identityOf } from '../symbols.ts';
import type { IntrinsicCall } from './intrinsic.ts';

export function evaluateTransform({ argument, range, scope }: IntrinsicCall): UnknownValue {
  const macros = argument.kind === 'sequence' ? argument.items : [argument];
  const names = macros
    .map((each) => valueOf(each, 'Name'))
    .flatMap((name) => (name?.kind === 'scalar' ? name.source : []));
  const macro = names.length === 0 ? 'a macro' : inWords(names, names.length);
  const input = scope.evaluate(argument);
  const message = `What ${macro} puts here is not known before deployment.`;
  scope.report({ code: 'input/unresolved-include', level: 'note', message, help: '', range });
  return unknown(scope.key(`macro ${identityOf(input)}`), { code: 'unread', subject: macro, cure: '' }, range);
}
