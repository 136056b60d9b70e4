/**
 * `Fn::ForEach`: the entries of a mapping in, the same entries out with each loop replaced by one copy of its body per item.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-foreach.html
 */
import { noMarks, unknown, type UnknownValue, type Value } from '../../core/value.ts';
import { loopPrefix } from '../../loaders/cloudformation/template.ts';
import type { MappingEntry, TemplateNode } from '../../loaders/template-node.ts';
import type { Scope } from './scope.ts';
import { derivedUnknown } from './symbols.ts';
import { knownText } from './text.ts';

export interface ExpandedEntry {
  readonly entry: MappingEntry;
  /** The items over which it is repeated, when they are unknown: then it stands for any number of entries, and `[*]` for the item in its key. */
  readonly repeatedBy: UnknownValue | undefined;
}

export function expandLoops(
  entries: readonly MappingEntry[],
  scope: Scope,
  repeatedBy?: UnknownValue,
): readonly ExpandedEntry[] {
  if (!entries.some(({ key }) => key.startsWith(loopPrefix))) return entries.map((entry) => ({ entry, repeatedBy }));
  return entries.flatMap((entry) =>
    entry.key.startsWith(loopPrefix) ? expandLoop(entry, scope, repeatedBy) : [{ entry, repeatedBy }],
  );
}

function expandLoop(loop: MappingEntry, scope: Scope, repeatedBy: UnknownValue | undefined): readonly ExpandedEntry[] {
  const { value: argument } = loop;
  const [identifier, collection, body] = argument.kind === 'sequence' ? argument.items : [];
  if (identifier?.kind !== 'scalar' || collection === undefined || body?.kind !== 'mapping') {
    scope.fault(
      loop.keyRange,
      'Fn::ForEach takes an identifier, a list and a mapping to repeat.',
      'Correct the arguments of Fn::ForEach.',
    );
    return [];
  }
  const list = scope.evaluate(collection);
  const items = itemsOf(list);
  if (items === undefined) {
    const unknownItems = derivedUnknown('Fn::ForEach', [list], collection.range);
    return repeatedUnknown(identifier.source, body.entries, unknownItems, scope);
  }
  const expanded: ExpandedEntry[] = [];
  for (const item of items) {
    const copy = new Substitution(identifier.source, item, scope);
    const copies = body.entries.map((entry) => copy.entry(entry));
    if (!scope.spend(1)) {
      scope.overLimit(loop.keyRange);
      break;
    }
    for (const inner of expandLoops(copies, scope, repeatedBy)) expanded.push(inner);
  }
  return expanded;
}

/** The items as text, lists in the list opened; undefined when one of them is unknown. */
function itemsOf(value: Value | undefined): readonly string[] | undefined {
  if (value?.kind !== 'list') return undefined;
  const texts: string[] = [];
  for (const item of value.items) {
    const inner = item.kind === 'list' ? itemsOf(item) : undefined;
    const text = knownText(item);
    if (inner !== undefined) for (const each of inner) texts.push(each);
    else if (text === undefined) return undefined;
    else texts.push(text);
  }
  return texts;
}

function repeatedUnknown(
  identifier: string,
  entries: readonly MappingEntry[],
  repeatedBy: UnknownValue,
  scope: Scope,
): readonly ExpandedEntry[] {
  const { key, reason } = repeatedBy.symbol;
  scope.loopVariables.set(identifier, unknown(`${key}[*]`, reason, repeatedBy.range, noMarks));
  const anonymous = entries.map((entry) => ({ ...entry, key: replacePlaceholders(entry.key, identifier, '[*]') }));
  return expandLoops(anonymous, scope, repeatedBy);
}

/** `&{Item}` drops what may not stand in a logical id. */
function replacePlaceholders(text: string, identifier: string, item: string): string {
  if (!text.includes(`{${identifier}}`)) return text;
  const logicalIdPart = item === '[*]' ? item : item.replaceAll(/[^0-9A-Za-z]/gu, '');
  return text.replaceAll(`\${${identifier}}`, () => item).replaceAll(`&{${identifier}}`, () => logicalIdPart);
}

/** One copy of a loop's body. What doesn't name the identifier is shared with the original. */
class Substitution {
  readonly #identifier: string;
  readonly #item: string;
  readonly #scope: Scope;

  constructor(identifier: string, item: string, scope: Scope) {
    this.#identifier = identifier;
    this.#item = item;
    this.#scope = scope;
  }

  entry(entry: MappingEntry): MappingEntry {
    return { ...entry, key: this.#text(entry.key), value: this.#node(entry.value) };
  }

  #node(node: TemplateNode): TemplateNode {
    if (!this.#scope.spend(1)) return node;
    switch (node.kind) {
      case 'scalar':
        return typeof node.value === 'string' ? this.#scalar(node.value, node) : node;
      case 'sequence':
        return { ...node, items: node.items.map((item) => this.#node(item)) };
      case 'mapping': {
        const [only] = node.entries;
        const isOwnRef =
          node.entries.length === 1 &&
          only?.key === 'Ref' &&
          only.value.kind === 'scalar' &&
          only.value.source === this.#identifier;
        if (isOwnRef) return { kind: 'scalar', value: this.#item, source: this.#item, range: node.range };
        return { ...node, entries: node.entries.map((entry) => this.entry(entry)) };
      }
    }
  }

  #scalar(text: string, node: TemplateNode): TemplateNode {
    const replaced = this.#text(text);
    return replaced === text ? node : { kind: 'scalar', value: replaced, source: replaced, range: node.range };
  }

  #text(text: string): string {
    if (!this.#scope.spendOnText(text.length)) return text;
    return replacePlaceholders(text, this.#identifier, this.#item);
  }
}
