/**
 * A call that is judged by a model of its module. The model's own text is no place that a user could look at: every value
 * that leaves it stands where the call's argument stands that decided it, or at the call.
 */
import type { NodeId } from '../../../core/ids.ts';
import type { SourceRange } from '../../../core/source.ts';
import type { MapValue, UnknownReason, UnknownSymbol, Value } from '../../../core/value.ts';
import type { Block } from '../../../loaders/hcl/ast.ts';
import { isModelFile, type RegistryModel } from './registry-models.ts';
import { BlockEntries } from '../values/block-entries.ts';

export class ModelledCall {
  readonly model: RegistryModel;
  /** The call in the source that was read. */
  readonly call: Block;
  /** An argument of the call → where its value was decided, when that is elsewhere. */
  readonly #decidedAt: Map<SourceRange, SourceRange>;

  constructor(model: RegistryModel, call: Block, decidedAt: Map<SourceRange, SourceRange> = new Map()) {
    this.model = model;
    this.call = call;
    this.#decidedAt = decidedAt;
  }

  /** The same call, for a module that the model calls in turn. */
  inside(model: RegistryModel): ModelledCall {
    return new ModelledCall(model, this.call, this.#decidedAt);
  }

  /** An argument as the model gets it: whatever decided it, for the module it is the argument that decides. */
  receive(value: Value): Value {
    const inner = withMembers(value, (member) => this.receive(member));
    if (inner.range === undefined || inner.decidedAt === undefined) return inner;
    this.#decidedAt.set(inner.range, inner.decidedAt);
    return { ...inner, decidedAt: undefined };
  }

  /** A value that leaves the model. */
  leave(value: Value): Value {
    const inner = withMembers(value, (member) => this.leave(member));
    const { range, decidedAt } = inner;
    const argument = decidedAt === undefined || isModelFile(decidedAt.file) ? undefined : decidedAt;
    if (range !== undefined && !isModelFile(range.file)) return { ...inner, decidedAt: argument };
    return {
      ...inner,
      range: argument ?? this.call.headerRange,
      decidedAt: argument === undefined ? undefined : this.#decidedAt.get(argument),
    };
  }

  /** The attributes of a resource of the model; those that it does not speak of are unknown, in every block. */
  attributes(attributes: MapValue, id: NodeId): MapValue {
    const entries = [...attributes.entries].map(([name, value]) => [name, this.#open(value, `${id}.${name}`)] as const);
    return { ...attributes, range: this.call.range, entries: new Map(entries), rest: this.#rest(id) };
  }

  #open(value: Value, key: string): Value {
    const left = this.leave(value);
    return this.#openBlocks(value, left, key);
  }

  /** `written` tells blocks from maps. */
  #openBlocks(written: Value, left: Value, key: string): Value {
    if (written.kind === 'list' && left.kind === 'list') {
      const items = left.items.map((item, index) =>
        this.#openBlocks(written.items[index] ?? item, item, `${key}[${index}]`),
      );
      return { ...left, items };
    }
    if (written.kind !== 'map' || left.kind !== 'map' || !(written.entries instanceof BlockEntries)) return left;
    const entries = [...left.entries].map(
      ([name, entry]) => [name, this.#openBlocks(written.entries.get(name) ?? entry, entry, `${key}.${name}`)] as const,
    );
    return { ...left, entries: new Map(entries), rest: this.#rest(key) };
  }

  #rest(key: string): UnknownSymbol {
    return { key: `${key}.*`, reason: this.leftOpen('an argument') };
  }

  /** Why something is unknown that the model does not speak of. */
  leftOpen(what: string): UnknownReason {
    return {
      code: 'unresolved-module',
      subject: `${what} that the model of ${this.model.source} leaves open`,
      cure: 'Run `terraform init`, so that the module is on disk.',
    };
  }
}

/** The same value with other members. */
function withMembers(value: Value, change: (member: Value) => Value): Value {
  if (value.kind === 'list') return { ...value, items: value.items.map(change) };
  if (value.kind !== 'map') return value;
  return { ...value, entries: new Map([...value.entries].map(([name, member]) => [name, change(member)] as const)) };
}
