/**
 * A `statement` block of `data.aws_iam_policy_document` as the provider prints it: one action is a text, several are a list
 * in reverse order, `&{` stands for the `${` of policy variables.
 */
import { list, map, scalar, type Value } from '../../../core/value.ts';
import { toText } from '../values/convert.ts';
import { derived, keyOf } from '../values/symbols.ts';

type Entries = ReadonlyMap<string, Value>;

// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/iam_policy_document#argument-reference
const members: readonly (readonly [key: string, read: (block: Entries) => Value | undefined])[] = [
  ['Sid', (block) => withText(block.get('sid'))],
  ['Effect', (block) => block.get('effect') ?? scalar('Allow')],
  ['Action', (block) => oneOrMany(block.get('actions'))],
  ['NotAction', (block) => oneOrMany(block.get('not_actions'))],
  ['Resource', (block) => withVariables(oneOrMany(block.get('resources')))],
  ['NotResource', (block) => withVariables(oneOrMany(block.get('not_resources')))],
  ['Principal', (block) => principals(block.get('principals'))],
  ['NotPrincipal', (block) => principals(block.get('not_principals'))],
  ['Condition', (block) => conditions(block.get('condition'))],
];

export function policyStatement(block: Value): Value {
  if (block.kind !== 'map') return block;
  const entries = new Map<string, Value>();
  for (const [key, read] of members) {
    const value = read(block.entries);
    if (value !== undefined) entries.set(key, value);
  }
  return map(entries, block.range, block.marks);
}

function withText(value: Value | undefined): Value | undefined {
  return value === undefined || toText(value) === '' ? undefined : value;
}

/** A set: without doubles and in reverse order, a single member by itself, and an empty one not at all. */
function oneOrMany(value: Value | undefined): Value | undefined {
  if (value?.kind !== 'list') return value;
  const items = [...new Map(value.items.map((item) => [keyOf(item), item])).values()];
  const [only] = items;
  if (only === undefined) return undefined;
  return items.length === 1 ? only : list(inReverse(items), value.range, value.marks);
}

function inReverse(items: readonly Value[]): readonly Value[] {
  const texts = items.map((item) => toText(item));
  if (texts.includes(undefined)) return items;
  return [...items].sort((left, right) => ((toText(left) ?? '') < (toText(right) ?? '') ? 1 : -1));
}

function withVariables(value: Value | undefined): Value | undefined {
  if (value?.kind === 'list') return { ...value, items: value.items.map((item) => withVariables(item) ?? item) };
  if (value?.kind === 'template') {
    return { ...value, parts: value.parts.map((part) => (typeof part === 'string' ? variablesIn(part) : part)) };
  }
  if (value?.kind !== 'scalar' || typeof value.value !== 'string') return value;
  return { ...value, value: variablesIn(value.value) };
}

function variablesIn(text: string): string {
  return text.replaceAll('&{', '${');
}

function blocksIn(value: Value | undefined): readonly Value[] {
  if (value === undefined) return [];
  return value.kind === 'list' ? value.items : [value];
}

function argumentOf(block: Value, name: string): Value | undefined {
  return block.kind === 'map' ? block.entries.get(name) : undefined;
}

function itemsOf(value: Value | undefined): readonly Value[] {
  if (value === undefined) return [];
  return value.kind === 'list' ? value.items : [value];
}

/** By type, the types in order; everyone is a `*` alone. */
function principals(value: Value | undefined): Value | undefined {
  const blocks = blocksIn(value);
  if (blocks.length === 0) return undefined;
  const byType = new Map<string, Value[]>();
  for (const block of blocks) {
    const type = toText(argumentOf(block, 'type') ?? scalar(null));
    if (type === undefined) return derived(`principals(${blocks.map((each) => keyOf(each)).join()})`, blocks);
    byType.set(type, [...(byType.get(type) ?? []), ...itemsOf(argumentOf(block, 'identifiers'))]);
  }
  const everyone = byType.get('*');
  if (byType.size === 1 && everyone?.length === 1 && everyone[0] !== undefined && toText(everyone[0]) === '*') {
    return scalar('*');
  }
  const entries = [...byType].map(([type, identifiers]): [string, Value] => [
    type,
    withVariables(oneOrMany(list(identifiers))) ?? list([]),
  ]);
  return map(inOrder(entries));
}

/** By test and variable; values keep their order. */
function conditions(value: Value | undefined): Value | undefined {
  const blocks = blocksIn(value);
  if (blocks.length === 0) return undefined;
  const byTest = new Map<string, Map<string, Value[]>>();
  for (const block of blocks) {
    const test = toText(argumentOf(block, 'test') ?? scalar(null));
    const variable = toText(argumentOf(block, 'variable') ?? scalar(null));
    if (test === undefined || variable === undefined) {
      return derived(`conditions(${blocks.map((each) => keyOf(each)).join()})`, blocks);
    }
    const byVariable = byTest.get(test) ?? new Map<string, Value[]>();
    const values = itemsOf(argumentOf(block, 'values')).map((item) => withVariables(item) ?? item);
    byVariable.set(variable, [...(byVariable.get(variable) ?? []), ...values]);
    byTest.set(test, byVariable);
  }
  const tests = [...byTest].map(([test, byVariable]): [string, Value] => {
    const variables = [...byVariable].map(([variable, values]): [string, Value] => [variable, alone(values)]);
    return [test, map(inOrder(variables))];
  });
  return map(inOrder(tests));
}

function alone(values: readonly Value[]): Value {
  const [only] = values;
  return values.length === 1 && only !== undefined ? only : list(values);
}

function inOrder(entries: readonly [string, Value][]): Map<string, Value> {
  return new Map([...entries].sort(([left], [right]) => (left < right ? -1 : 1)));
}
