/**
 * The `configuration` of a plan from syntax trees: what `terraform show -json` prints of expressions, their constant
 * values and the names in them, and of modules and providers. `dynamic` blocks are left out, as Terraform does.
 */
import { posix } from 'node:path';
import { assertNever } from '../../../src/core/assert-never.ts';
import { textOf } from '../../../src/core/source.ts';
import type { Block, Body, Expression } from '../../../src/loaders/hcl/ast.ts';
import type { ModuleLoader } from '../../../src/loaders/terraform/configuration.ts';
import { attributeNamed, type TerraformModule } from '../../../src/loaders/terraform/terraform-module.ts';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

export function configurationJson(root: string, loader: ModuleLoader): Json {
  const providers: Record<string, Json> = {};
  const module = new ModuleWriter(loader, providers, undefined, '', root).write();
  return { provider_config: providers, root_module: module };
}

class ModuleWriter {
  readonly #loader: ModuleLoader;
  readonly #providers: Record<string, Json>;
  readonly #caller: { readonly writer: ModuleWriter; readonly call: Block } | undefined;
  /** `module.a.module.b` */
  readonly #path: string;
  readonly #module: TerraformModule;

  constructor(
    loader: ModuleLoader,
    providers: Record<string, Json>,
    caller: { readonly writer: ModuleWriter; readonly call: Block } | undefined,
    path: string,
    folder: string,
  ) {
    this.#loader = loader;
    this.#providers = providers;
    this.#caller = caller;
    this.#path = path;
    this.#module = loader.load(folder).value;
  }

  write(): Json {
    for (const { name, alias, block } of this.#module.providers) {
      this.#providers[this.#keyHere(nameOfProvider({ name, alias }))] = {
        name,
        full_name: `registry.terraform.io/hashicorp/${name}`,
        ...(alias !== undefined && { alias }),
        ...(this.#path !== '' && { module_address: this.#path }),
        expressions: expressionsOf(block.body, new Set(['alias', 'version'])),
      };
    }
    const resources = [...this.#module.resources.values()].map(({ kind, type, name, address, block }) => ({
      address,
      mode: kind === 'data' ? 'data' : 'managed',
      type,
      name,
      provider_config_key: this.providerConfigKey(writtenText(block.body, 'provider') ?? type.split('_', 1)[0] ?? ''),
      expressions: expressionsOf(block.body, new Set(['count', 'for_each', 'provider', 'depends_on'])),
      schema_version: 0,
      ...repetition(block.body),
    }));
    const outputs = [...this.#module.outputs].map(([name, { body }]) => {
      const value = attributeNamed(body, 'value');
      return [name, { expression: value === undefined ? {} : expressionJson(value.value) }] as const;
    });
    const calls = [...this.#module.calls].map(([name, call]) => [name, this.#call(name, call)] as const);
    return {
      ...(outputs.length > 0 && { outputs: Object.fromEntries(outputs) }),
      resources,
      ...(calls.length > 0 && { module_calls: Object.fromEntries(calls) }),
    };
  }

  /** The key of the configuration that a name stands for, through what calls pass. */
  providerConfigKey(name: string): string {
    const here = this.#keyHere(name);
    const isOwn = this.#module.providers.some((each) => nameOfProvider(each) === name);
    if (isOwn || this.#caller === undefined) return here;
    const { writer, call } = this.#caller;
    const passed = attributeNamed(call.body, 'providers')?.value;
    const items = passed?.kind === 'object' ? passed.items : [];
    const outer = items.find(({ key }) => textOf(key.range).replaceAll('"', '') === name);
    if (outer !== undefined) return writer.providerConfigKey(textOf(outer.value.range));
    return name.includes('.') ? here : writer.providerConfigKey(name);
  }

  #keyHere(name: string): string {
    return this.#path === '' ? name : `${this.#path}:${name}`;
  }

  #call(name: string, call: Block): Json {
    const text = writtenText(call.body, 'source') ?? '';
    const path = this.#path === '' ? `module.${name}` : `${this.#path}.module.${name}`;
    const folder = posix.join(this.#module.folder, text);
    const inner = new ModuleWriter(this.#loader, this.#providers, { writer: this, call }, path, folder);
    const meta = new Set(['source', 'version', 'providers', 'count', 'for_each', 'depends_on']);
    return {
      source: text,
      expressions: expressionsOf(call.body, meta),
      module: inner.write(),
      ...repetition(call.body),
    };
  }
}

function nameOfProvider({ name, alias }: { readonly name: string; readonly alias: string | undefined }): string {
  return alias === undefined ? name : `${name}.${alias}`;
}

/** An argument as it is written, without quotes. */
function writtenText(body: Body, name: string): string | undefined {
  const written = attributeNamed(body, name)?.value;
  return written === undefined ? undefined : textOf(written.range).replaceAll('"', '');
}

function repetition(body: Body): Record<string, Json> {
  const count = attributeNamed(body, 'count')?.value;
  const forEach = attributeNamed(body, 'for_each')?.value;
  const dependsOn = attributeNamed(body, 'depends_on')?.value;
  return {
    ...(count !== undefined && { count_expression: expressionJson(count) }),
    ...(forEach !== undefined && { for_each_expression: expressionJson(forEach) }),
    ...(dependsOn?.kind === 'tuple' && { depends_on: dependsOn.items.map((item) => textOf(item.range)) }),
  };
}

function expressionsOf(body: Body, meta: ReadonlySet<string>): { readonly [key: string]: Json } {
  const written = body.attributes
    .filter(({ name }) => !meta.has(name))
    .map(({ name, value }) => [name, expressionJson(value)] as const);
  const blocks = new Map<string, Json[]>();
  for (const block of body.blocks) {
    if (['dynamic', 'lifecycle', 'provisioner', 'connection'].includes(block.type)) continue;
    blocks.set(block.type, [...(blocks.get(block.type) ?? []), expressionsOf(block.body, new Set())]);
  }
  return Object.fromEntries<Json>([...written, ...blocks]);
}

export function expressionJson(expression: Expression): Json {
  const names = [...namesIn(expression, new Set())];
  if (names.length > 0) return { references: names };
  const constant = constantJson(expression);
  return constant === undefined ? {} : { constant_value: constant };
}

/** Undefined for null and for what needs a function, neither of which Terraform prints. */
export function constantJson(expression: Expression): Json | undefined {
  switch (expression.kind) {
    case 'literal':
      return expression.value;
    case 'parenthesis':
      return constantJson(expression.inner);
    case 'unary':
      return expression.operand.kind === 'literal' ? -Number(expression.operand.value) : undefined;
    case 'template': {
      const texts = expression.parts.map((part) => (part.kind === 'text' ? part.text : undefined));
      return texts.includes(undefined) ? undefined : texts.join('');
    }
    case 'tuple': {
      const items = expression.items.map((item) => constantJson(item));
      return items.some((item) => item === undefined) ? undefined : items.map((item) => item ?? null);
    }
    case 'object': {
      const entries = expression.items.map(({ key, value }) => [constantJson(key), constantJson(value)] as const);
      const constant = entries.flatMap(([key, value]) =>
        typeof key === 'string' && value !== undefined ? [[key, value] as const] : [],
      );
      return constant.length === entries.length ? Object.fromEntries<Json>(constant) : undefined;
    }
    case 'attribute':
    case 'binary':
    case 'call':
    case 'conditional':
    case 'for':
    case 'index':
    case 'splat':
    case 'variable':
      return undefined;
    default:
      return assertNever(expression);
  }
}

/** Each name at its full length, and then without its last steps, down to the resource, variable or output. */
function* namesIn(node: unknown, bound: ReadonlySet<string>): Iterable<string> {
  if (Array.isArray(node)) for (const item of node) yield* namesIn(item, bound);
  if (!isExpression(node)) return;
  const name = traversal(node);
  if (name !== undefined) {
    if (bound.has(name.steps[0] ?? '')) return;
    for (let length = name.steps.length; length >= shortest(name.steps); length -= 1) {
      yield name.steps.slice(0, length).join('.').replaceAll('.[', '[');
    }
    if (name.rest !== undefined) yield* namesIn(name.rest, bound);
    return;
  }
  const inner = 'valueName' in node ? new Set([...bound, String(node.valueName), String(node.keyName)]) : bound;
  for (const [key, value] of Object.entries(node)) if (key !== 'range') yield* namesIn(value, inner);
}

function isExpression(node: unknown): node is Expression {
  return typeof node === 'object' && node !== null;
}

interface Traversal {
  readonly steps: readonly string[];
  /** The computed index at which the name ends. */
  readonly rest?: Expression;
}

function traversal(node: Expression): Traversal | undefined {
  if (node.kind === 'variable') return { steps: [node.name] };
  // The steps of a splat have no target.
  if ((node.kind !== 'attribute' && node.kind !== 'index') || !('target' in node)) return undefined;
  const target = traversal(node.target);
  if (target === undefined || target.rest !== undefined) return target;
  if (node.kind === 'attribute') return { steps: [...target.steps, node.name] };
  const index = constantJson(node.index);
  return index === undefined
    ? { steps: target.steps, rest: node.index }
    : { steps: [...target.steps, `[${JSON.stringify(index)}]`] };
}

/** How many steps name a thing: two, three of a data source. */
function shortest(steps: readonly string[]): number {
  return Math.min(steps.length, steps[0] === 'data' ? 3 : 2);
}
