/** Regular expressions, by RE2 as in Terraform: no pattern takes more than linear time. */
import { RE2JS, type Matcher } from 're2js';
import { list, map, scalar, type Value } from '../../../core/value.ts';
import { maximumTextLength, maximumValueSize } from '../limits.ts';
import { derived, keyOf } from '../values/symbols.ts';
import {
  refuse,
  takesTwo,
  type Call,
  type FunctionTable,
  type Refusal,
  type Result,
  type TerraformFunction,
} from './function.ts';
import { text } from './parameters.ts';
import { tooLong } from './text.ts';
import { isZoneName, zoneNames } from './zones.ts';

const allMatches: TerraformFunction = takesTwo(text, text, (source, value, call) => {
  const pattern = capturing(source, value, call);
  if (!(pattern instanceof RE2JS)) return pattern;
  const matches: Value[] = [];
  for (const matcher of eachMatch(pattern.matcher(value))) {
    if (matches.length >= maximumValueSize)
      return call.scope.run.atLimit(call.range, `a list has more than ${maximumValueSize} parts`);
    matches.push(matchValue(matcher));
  }
  return list(matches);
});

export const patternFunctions: FunctionTable = {
  regex: takesTwo(text, text, (source, value, call) => {
    const pattern = capturing(source, value, call);
    if (!(pattern instanceof RE2JS)) return pattern;
    const matcher = pattern.matcher(value);
    return matcher.find() ? matchValue(matcher) : refuse('The pattern matches no part of the text.');
  }),
  regexall: {
    apply: (args, call) => allInZoneName(args, call) ?? allMatches.apply(args, call),
  },
};

/** How often a pattern matches is known of a zone's name also when the name is not: what module after module asks first. */
function allInZoneName(args: readonly Value[], call: Call): Value | undefined {
  const [source, value] = args;
  if (source?.kind !== 'scalar' || typeof source.value !== 'string' || value === undefined || !isZoneName(value))
    return undefined;
  const pattern = compiled(source.value, zoneNames.join(''), call);
  if (!(pattern instanceof RE2JS)) return undefined;
  const counts = new Set(zoneNames.map((name) => [...eachMatch(pattern.matcher(name))].length));
  const [count = 0] = counts;
  if (counts.size > 1) return undefined;
  const matches = Array.from({ length: count }, (_, index) =>
    derived(`regexall(${keyOf(source)},${keyOf(value)})[${index}]`, [value], call.range),
  );
  return list(matches, call.range);
}

/** `$1`, `${1}`, `$name` and `$$` in the replacement, as Go expands them. https://pkg.go.dev/regexp#Regexp.Expand */
export function replacePattern(value: string, source: string, replacement: string, call: Call): Result {
  const pattern = compiled(source, value, call);
  if (!(pattern instanceof RE2JS)) return pattern;
  let replaced = '';
  let last = 0;
  for (const matcher of eachMatch(pattern.matcher(value))) {
    replaced += value.slice(last, matcher.start()) + expanded(replacement, matcher);
    last = matcher.end();
    if (replaced.length > maximumTextLength) return tooLong(call);
  }
  return replaced + value.slice(last);
}

/** The matches from left to right. As in Go, an empty one does not directly follow another. */
function* eachMatch(matcher: Matcher): Generator<Matcher> {
  let last = -1;
  while (matcher.find()) {
    const isEmptyAfterMatch = matcher.start() === matcher.end() && matcher.start() === last;
    last = matcher.end();
    if (!isEmptyAfterMatch) yield matcher;
  }
}

function expanded(replacement: string, matcher: Matcher): string {
  const names = matcher.getNamedGroups();
  return replacement.replace(
    /\$(?:\$|(?<bare>\w+)|\{(?<braced>\w+)\})/gu,
    (_, bare: string | undefined, braced: string | undefined) => {
      const name = bare ?? braced;
      if (name === undefined) return '$';
      if (!/^\d+$/u.test(name)) return Object.hasOwn(names, name) ? (names[name] ?? '') : '';
      return Number(name) <= matcher.groupCount() ? (matcher.group(Number(name)) ?? '') : '';
    },
  );
}

// A match takes steps in proportion to the length of the text times the size of the pattern.
const maximumSteps = 2 ** 25;
const longestPattern = 10_000;

function compiled(source: string, value: string, { range, scope }: Call): RE2JS | Refusal | Value {
  if (source.length > longestPattern)
    return scope.run.atLimit(range, `a pattern is longer than ${longestPattern} characters`);
  let pattern: RE2JS;
  try {
    pattern = RE2JS.compile(source);
  } catch {
    return refuse('The pattern is no regular expression of the syntax RE2.');
  }
  const steps = pattern.programSize() * value.length;
  scope.run.charge(steps >> 7);
  return steps > maximumSteps ? scope.run.atLimit(range, 'a pattern is too large for so long a text') : pattern;
}

/** https://developer.hashicorp.com/terraform/language/functions/regex */
function capturing(source: string, value: string, call: Call): RE2JS | Refusal | Value {
  const pattern = compiled(source, value, call);
  if (!(pattern instanceof RE2JS)) return pattern;
  const named = Object.keys(pattern.namedGroups()).length;
  const isMixed = named > 0 && named < pattern.groupCount();
  return isMixed ? refuse('The groups of the pattern must all be named, or none of them.') : pattern;
}

/** The whole match; or a list of the groups; or a map of them when they are named. A group without a match is null. */
function matchValue(matcher: Matcher): Value {
  if (matcher.groupCount() === 0) return scalar(matcher.group() ?? '');
  const named = Object.entries(matcher.getNamedGroups());
  if (named.length > 0) return map(new Map(named.map(([name, group]) => [name, scalar(group)] as const)));
  const groups: Value[] = [];
  for (let index = 1; index <= matcher.groupCount(); index += 1) groups.push(scalar(matcher.group(index)));
  return list(groups);
}
