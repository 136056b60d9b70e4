/**
 * `Fn::Sub`: text in which `${Name}`, `${Resource.Attribute}` and variables of its own are replaced; `${!Literal}` stays.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-sub.html
 */
import { scalar, seenAt, type Value } from '../../../core/value.ts';
import type { TemplateNode } from '../../../loaders/template-node.ts';
import { concatenate } from '../text.ts';
import { attributeOf } from './get-att.ts';
import { argumentList, type IntrinsicCall, wrongCall } from './intrinsic.ts';
import { resolveName } from './ref.ts';

/** A name has no `$` and no brace; excluding them keeps the search linear in a text with many openings. */
const variablePattern = /\$\{([^${}]*)\}/gu;

export function evaluateSub(call: IntrinsicCall): Value {
  const { argument } = call;
  if (argument.kind === 'scalar') return substitute(call, argument.source, new Map());
  const items = argumentList(call, 1, 2);
  if ('kind' in items) return items;
  const [text, variables] = items;
  if (text?.kind !== 'scalar' || (variables !== undefined && variables.kind !== 'mapping')) {
    return wrongCall(call, 'Fn::Sub takes a text, and a mapping of variables after it.');
  }
  return substitute(call, text.source, new Map(variables?.entries.map(({ key, value }) => [key, value])));
}

function substitute(call: IntrinsicCall, text: string, variables: ReadonlyMap<string, TemplateNode>): Value {
  const { range, scope } = call;
  const parts: Value[] = [];
  let at = 0;
  for (const match of text.matchAll(variablePattern)) {
    const name = (match[1] ?? '').trim();
    parts.push(scalar(text.slice(at, match.index), range));
    at = match.index + match[0].length;
    const value = name.startsWith('!') ? scalar(`\${${name.slice(1)}}`, range) : variableOf(call, name, variables);
    if (value !== undefined) parts.push(value);
  }
  parts.push(scalar(text.slice(at), range));
  return concatenate(parts, range, scope);
}

function variableOf(
  { range, scope }: IntrinsicCall,
  name: string,
  variables: ReadonlyMap<string, TemplateNode>,
): Value | undefined {
  const own = variables.get(name);
  if (own !== undefined) {
    const value = scope.evaluate(own);
    return value === undefined ? undefined : seenAt(value, range);
  }
  return name.includes('.') ? attributeOf(name, range, scope) : resolveName(name, range, scope);
}
