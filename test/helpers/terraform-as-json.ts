/** Prints a `.tf` file as the `.tf.json` that means the same, in one of the two spellings that JSON allows for blocks. */
import { textOf } from '../../src/core/source.ts';
import type {
  Attribute,
  Block,
  Body,
  Expression,
  HclFile,
  TemplateExpression,
  TemplatePart,
} from '../../src/loaders/hcl/ast.ts';
import { literalText } from './walk-hcl.ts';

/** How a single block without labels is written: as its object, or as an array with that object. */
export type SingleBlock = 'object' | 'array';

type Json = string | number | boolean | null | readonly Json[] | JsonObject;
/** Properties in their order; some may be repeated. */
type JsonObject = ReadonlyMap<string, Json>;

export function terraformAsJson({ body }: HclFile, single: SingleBlock): string {
  return `${print(new Printer(single).file(body), '')}\n`;
}

/** Block type → arguments whose texts are read as what would stand there without quotes. */
const references: ReadonlyMap<string, readonly string[]> = new Map([
  ['resource', ['provider', 'depends_on']],
  ['data', ['provider', 'depends_on']],
  ['module', ['providers', 'depends_on']],
  ['output', ['depends_on']],
  ['lifecycle', ['ignore_changes', 'replace_triggered_by']],
  ['provisioner', ['when', 'on_failure']],
  ['dynamic', ['iterator']],
  ['variable', ['type']],
  ['moved', ['from', 'to']],
  ['removed', ['from']],
  ['import', ['to', 'provider']],
]);

/** Block type → arguments whose texts are no templates; all, where none are named. */
const literals: ReadonlyMap<string, readonly string[]> = new Map([
  ['variable', []],
  ['terraform', []],
  ['required_providers', []],
  ['output', ['description']],
  ['module', ['source', 'version']],
  ['provider', ['alias', 'version']],
]);

class Printer {
  readonly #single: SingleBlock;

  constructor(single: SingleBlock) {
    this.#single = single;
  }

  file(body: Body): JsonObject {
    return this.#body(body, '');
  }

  #body({ attributes, blocks }: Body, parent: string): JsonObject {
    const json = new Map<string, Json>();
    for (const attribute of attributes) json.set(attribute.name, this.#argument(attribute, parent));
    for (const type of new Set(blocks.map((block) => block.type))) {
      const ofType = blocks.filter((block) => block.type === type);
      json.set(type, this.#blocks(ofType, 0));
    }
    return json;
  }

  /** In the order they are written: an array of objects, each with one label, wherever two have the same. */
  #blocks(blocks: readonly Block[], level: number): Json {
    const [first, ...others] = blocks;
    if (first?.labels[level] === undefined) {
      const bodies = blocks.map((block) => this.#body(block.body, block.type));
      return bodies.length === 1 && this.#single === 'object' ? (bodies[0] ?? null) : bodies;
    }
    const labels = [...new Set(blocks.map((block) => block.labels[level]?.text ?? ''))];
    if (others.length > 0 && this.#single === 'array') {
      return blocks.map((block) => new Map([[block.labels[level]?.text ?? '', this.#blocks([block], level + 1)]]));
    }
    return new Map(
      labels.map((label) => [
        label,
        this.#blocks(
          blocks.filter((block) => block.labels[level]?.text === label),
          level + 1,
        ),
      ]),
    );
  }

  #argument({ name, value }: Attribute, parent: string): Json {
    if (references.get(parent)?.includes(name) === true) return asReference(value);
    const literal = literals.get(parent);
    return asValue(value, literal?.length === 0 || literal?.includes(name) === true ? 'literal' : 'template');
  }
}

function asReference(value: Expression): Json {
  if (value.kind === 'tuple') return value.items.map((item) => asReference(item));
  if (value.kind !== 'object') return literalText(value) ?? textOf(value.range);
  return new Map(value.items.map((item) => [textOf(item.key.range), asReference(item.value)]));
}

function asValue(value: Expression, mode: 'literal' | 'template'): Json {
  const { kind } = value;
  if (kind === 'literal') return value.value;
  if (kind === 'tuple') return value.items.map((item) => asValue(item, mode));
  if (kind === 'object')
    return new Map(value.items.map((item) => [keyText(item.key, mode), asValue(item.value, mode)]));
  if (kind === 'template') return asText(value, mode);
  if (kind === 'unary' && value.operator === '-' && value.operand.kind === 'literal')
    return -Number(value.operand.value);
  return mode === 'literal' ? asReference(value) : asExpression(value);
}

function asText(value: TemplateExpression, mode: 'literal' | 'template'): string {
  const text = literalText(value);
  if (text !== undefined) return mode === 'literal' ? text : escaped(text);
  const isPlain = !value.heredoc && value.parts.every(({ kind }) => kind === 'text' || kind === 'interpolation');
  return isPlain ? value.parts.map((part) => asTemplate(part)).join('') : asExpression(value);
}

/** An expression as the only thing in a template. Comments and line breaks in it stay. */
function asExpression(value: Expression): string {
  return `\${${textOf(value.range)}\n}`;
}

function asTemplate(part: TemplatePart): string {
  return part.kind === 'text' ? escaped(part.text) : textOf(part.range);
}

function keyText(key: Expression, mode: 'literal' | 'template'): string {
  const text = key.kind === 'variable' ? key.name : literalText(key);
  if (text !== undefined) return mode === 'literal' ? text : escaped(text);
  return `\${${textOf(key.range)}\n}`;
}

function escaped(text: string): string {
  return text.replaceAll(/[$%](?=\{)/gu, '$&$&');
}

function print(json: Json, indent: string): string {
  if (json instanceof Map) return printObject(json, indent);
  if (!Array.isArray(json)) return JSON.stringify(json);
  return json.length === 0 ? '[]' : `[${json.map((item) => print(item, indent)).join(', ')}]`;
}

function printObject(json: JsonObject, indent: string): string {
  const inner = `${indent}  `;
  const rows = [...json].map(([key, value]) => `${inner}${JSON.stringify(key)}: ${print(value, inner)}`);
  return rows.length === 0 ? '{}' : `{\n${rows.join(',\n')}\n${indent}}`;
}
