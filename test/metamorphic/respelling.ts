/** Bodies of blocks whose arguments are called otherwise, or nested otherwise, in another place that means the same. */
import { textOf } from '../../src/core/source.ts';
import type { Body } from '../../src/loaders/hcl/ast.ts';

/** One argument in two spellings, by paths through nested blocks: `destination.account` and `destination.account_id`. */
export interface Spelling {
  readonly from: string;
  readonly to: string;
  /** How its value is written there; as it is where it is absent. */
  readonly value?: (text: string) => string;
}

/** The body's lines in the other spelling; undefined where it holds an argument that has none. */
export function respelled(body: Body, spellings: readonly Spelling[]): readonly string[] | undefined {
  const root: Nested = { arguments: [], blocks: new Map() };
  for (const { path, text } of argumentsIn(body, '')) {
    const spelling = spellings.find(({ from }) => from === path);
    if (spelling === undefined && text !== undefined) return undefined;
    const { to, value } = spelling ?? { to: path };
    put(root, to.split('.'), text === undefined ? undefined : (value?.(text) ?? text));
  }
  return linesOf(root);
}

interface Argument {
  readonly path: string;
  /** Undefined for an empty block. */
  readonly text: string | undefined;
}

function argumentsIn({ attributes, blocks }: Body, prefix: string): readonly Argument[] {
  const own = attributes.map(({ name, value }) => ({ path: prefix + name, text: textOf(value.range) }));
  const nested = blocks.flatMap(({ type, body }) => {
    const inside = argumentsIn(body, `${prefix}${type}.`);
    return inside.length === 0 ? [{ path: prefix + type, text: undefined }] : inside;
  });
  return [...own, ...nested];
}

interface Nested {
  readonly arguments: string[];
  readonly blocks: Map<string, Nested>;
}

function put(parent: Nested, [name = '', ...rest]: readonly string[], text: string | undefined): void {
  if (rest.length === 0 && text !== undefined) {
    parent.arguments.push(`${name} = ${text}`);
    return;
  }
  const inner = parent.blocks.get(name) ?? { arguments: [], blocks: new Map<string, Nested>() };
  parent.blocks.set(name, inner);
  if (rest.length > 0) put(inner, rest, text);
}

function linesOf(nested: Nested): readonly string[] {
  const blocks = [...nested.blocks].flatMap(([type, inner]) => [`${type} {`, ...linesOf(inner), '}']);
  return [...nested.arguments, ...blocks];
}
