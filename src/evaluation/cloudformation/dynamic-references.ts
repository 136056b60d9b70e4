/** `{{resolve:service:key}}` in text: CloudFormation looks the value up in Systems Manager or Secrets Manager when it deploys. */
import type { SourceRange } from '../../core/source.ts';
import { joinMarks, type TemplateValue, type UnknownValue } from '../../core/value.ts';
import type { Scope } from './scope.ts';
import { identityOf } from './symbols.ts';

type TextPart = TemplateValue['parts'][number];

/** What every one of them starts with. */
export const lookupOpening = '{{resolve:';

/** The same parts with each dynamic reference as one unknown; it may itself hold references, as in `{{resolve:secretsmanager:${Secret}}}`. */
export function resolveDynamicReferences(
  parts: readonly TextPart[],
  scope: Scope,
  range: SourceRange,
): readonly TextPart[] {
  if (!parts.some((part) => typeof part === 'string' && part.includes(lookupOpening))) return parts;
  const resolved: TextPart[] = [];
  let inner: TextPart[] | undefined;
  for (const piece of parts.flatMap(splitAtBraces)) {
    if (inner === undefined && piece === lookupOpening) inner = [piece];
    else if (inner === undefined) resolved.push(piece === lookupOpening ? '' : piece);
    else {
      inner.push(piece);
      if (piece !== '}}') continue;
      resolved.push(lookup(inner, scope, range));
      inner = undefined;
    }
  }
  return inner === undefined ? resolved : [...resolved, ...inner];
}

function splitAtBraces(part: TextPart): readonly TextPart[] {
  return typeof part === 'string' ? part.split(/(\{\{resolve:|\}\})/u) : [part];
}

function lookup(inner: readonly TextPart[], scope: Scope, range: SourceRange): UnknownValue {
  const known = inner.filter((part) => typeof part !== 'string');
  const subject = inner.map((part) => (typeof part === 'string' ? part : printed(part))).join('');
  // https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html
  const isSecret = /^\{\{resolve:(?:secretsmanager|ssm-secure):/u.test(subject);
  const marks = { ...joinMarks(known), perDeployment: true };
  const key = scope.key(`lookup ${inner.map((part) => (typeof part === 'string' ? part : identityOf(part))).join('')}`);
  return {
    kind: 'unknown',
    symbol: { key, reason: { code: 'data-source', subject, cure: '' } },
    range,
    decidedAt: undefined,
    marks: { ...marks, sensitive: marks.sensitive || isSecret },
  };
}

function printed(part: Exclude<TextPart, string>): string {
  return part.kind === 'reference' ? `\${${part.text}}` : `\${${part.symbol.reason.subject}}`;
}
