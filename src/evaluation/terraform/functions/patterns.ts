/** Regular expressions, by RE2 as in Terraform: no pattern takes more than linear time. */
import { RE2JS, type Matcher } from 're2js';
import { list, map, scalar, type Value } from '../../../core/value.ts';
import { maximumTextLength, maximumValueSize } from '../limits.ts';
import { takesTwo, type Call, type FunctionTable } from './function.ts';
import { text } from './parameters.ts';
import { tooLong } from './text.ts';

export const patternFunctions: FunctionTable = {
  regex: takesTwo(text, text, (pattern, value) => {
    const matcher = matcherOf(pattern, value);
    return matcher?.find() === true ? matchValue(matcher) : undefined;
  }),
  regexall: takesTwo(text, text, (pattern, value) => {
    const matcher = matcherOf(pattern, value);
    if (matcher === undefined) return undefined;
    const matches: Value[] = [];
    while (matches.length < maximumValueSize && matcher.find()) matches.push(matchValue(matcher));
    return list(matches);
  }),
};

/** `$1`, `${1}`, `$name` and `$$` in the replacement, as Go expands them. Undefined for a pattern that is none. */
export function replacePattern(
  value: string,
  pattern: string,
  replacement: string,
  call: Call,
): Value | string | undefined {
  const matcher = matcherOf(pattern, value);
  if (matcher === undefined) return undefined;
  let replaced = '';
  let last = 0;
  while (replaced.length <= maximumTextLength && matcher.find()) {
    replaced += value.slice(last, matcher.start()) + expanded(replacement, matcher);
    last = matcher.end();
  }
  return replaced.length > maximumTextLength ? tooLong(call) : replaced + value.slice(last);
}

function expanded(replacement: string, matcher: Matcher): string {
  const names = matcher.getNamedGroups();
  return replacement.replace(
    /\$(?:\$|(?<bare>\w+)|\{(?<braced>\w+)\})/gu,
    (_, bare: string | undefined, braced: string | undefined) => {
      const name = bare ?? braced;
      if (name === undefined) return '$';
      if (!/^\d+$/u.test(name)) return names[name] ?? '';
      return Number(name) <= matcher.groupCount() ? (matcher.group(Number(name)) ?? '') : '';
    },
  );
}

function matcherOf(pattern: string, value: string): Matcher | undefined {
  try {
    return RE2JS.compile(pattern).matcher(value);
  } catch {
    return undefined;
  }
}

/** The whole match; or a list of the groups; or a map of them when they are named. */
function matchValue(matcher: Matcher): Value {
  if (matcher.groupCount() === 0) return scalar(matcher.group() ?? '');
  const named = Object.entries(matcher.getNamedGroups());
  if (named.length > 0) return map(new Map(named.map(([name, group]) => [name, scalar(group)] as const)));
  const groups: Value[] = [];
  for (let index = 1; index <= matcher.groupCount(); index += 1) groups.push(scalar(matcher.group(index)));
  return list(groups);
}
