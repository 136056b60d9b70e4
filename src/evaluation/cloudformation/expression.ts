/** A node of the template in, its value out: literals, lists, mappings and calls of intrinsic functions. */
import type { SourceRange } from '../../core/source.ts';
import { list, map, unknown, type UnknownSymbol, type Value } from '../../core/value.ts';
import { directivePrefix } from '../../loaders/cloudformation/intrinsic-tags.ts';
import { loopPrefix } from '../../loaders/cloudformation/template.ts';
import type { MappingEntry, MappingNode, ScalarNode, TemplateNode } from '../../loaders/template-node.ts';
import type { IntrinsicCall } from './intrinsics/intrinsic.ts';
import { evaluateTransform } from './intrinsics/transform.ts';
import { valueFunctions } from './intrinsics/value-functions.ts';
import { literalScalar } from './literals.ts';
import { expandLoops } from './loops.ts';
import type { Scope } from './scope.ts';
import { withLookups } from './text.ts';

/** Undefined where `AWS::NoValue` leaves nothing. */
export function evaluateNode(node: TemplateNode, scope: Scope): Value | undefined {
  switch (node.kind) {
    case 'scalar':
      return evaluateScalar(node, scope);
    case 'sequence':
      return list(present(node.items.map((item) => scope.evaluate(item))), node.range);
    case 'mapping':
      return evaluateMapping(node, scope);
  }
}

function present(values: readonly (Value | undefined)[]): readonly Value[] {
  return values.filter((value) => value !== undefined);
}

function evaluateScalar(node: ScalarNode, scope: Scope): Value {
  // https://repost.aws/knowledge-center/cloudformation-template-validation
  if (node.value === null)
    return scope.fault(node.range, 'Templates may not have null values.', 'Give a value, or remove the key.');
  return withLookups(literalScalar(node), node.range, scope);
}

function evaluateMapping(node: MappingNode, scope: Scope): Value | undefined {
  const [only] = node.entries;
  if (only !== undefined && node.entries.length === 1 && isFunctionName(only.key))
    return callFunction(only, node, scope);
  const entries = new Map<string, Value>();
  let rest: UnknownSymbol | undefined;
  for (const { entry, repeatedBy } of expandLoops(node.entries, scope)) {
    // A loop over unknown items, or a macro beside other entries, may bring any entry.
    if (repeatedBy !== undefined) rest = repeatedBy.symbol;
    else if (entry.key === 'Fn::Transform') rest = evaluateTransform(callOf(entry, entry.keyRange, scope)).symbol;
    else {
      const value = scope.evaluate(entry.value);
      if (value !== undefined) entries.set(entry.key, value);
    }
  }
  return rest === undefined ? map(entries, node.range) : { ...map(entries, node.range), rest };
}

function isFunctionName(key: string): boolean {
  return key === 'Ref' || key.startsWith(directivePrefix) || (key.startsWith('Fn::') && !key.startsWith(loopPrefix));
}

function callFunction(entry: MappingEntry, { range }: MappingNode, scope: Scope): Value | undefined {
  const { key: name, keyRange, value: argument } = entry;
  if (name.startsWith(directivePrefix)) return included(argument, range, scope);
  const evaluate = valueFunctions.get(name);
  if (evaluate !== undefined) return evaluate(callOf(entry, range, scope));
  const help = `Use a function that gives a value here.${scope.suggestion(name, [...valueFunctions.keys()])}`;
  return scope.fault(keyRange, `CloudFormation has no function "${name}" for values.`, help);
}

function callOf({ key, value }: MappingEntry, range: SourceRange, scope: Scope): IntrinsicCall {
  return { name: key, argument: value, range, scope };
}

/** What a preprocessor puts here from another file. */
function included(argument: TemplateNode, range: SourceRange, scope: Scope): Value {
  const file = argument.kind === 'scalar' ? argument.source : 'another file';
  return unknown(scope.key(`include ${file}`), { code: 'unread', subject: file, cure: '' }, range);
}
