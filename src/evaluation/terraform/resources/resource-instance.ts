/**
 * One instance of a resource or data source. Its attributes are evaluated one by one and on demand, so that resources may
 * refer to each other's computed attributes in any direction.
 */
import { nodeId, type NodeId } from '../../../core/ids.ts';
import type { SourceRange } from '../../../core/source.ts';
import type { Truth } from '../../../core/truth.ts';
import {
  map,
  scalar,
  type MapValue,
  type Marks,
  type ReferenceValue,
  type UnknownSymbol,
  type Value,
} from '../../../core/value.ts';
import type { Body } from '../../../loaders/hcl/ast.ts';
import { attributeNamed, type ResourceBlock } from '../../../loaders/terraform/terraform-module.ts';
import { blockTypesOf, evaluateBlocks, unreadArgument } from './blocks.ts';
import { lookedUpAttribute } from '../data/data-sources.ts';
import { LazyValues } from '../lazy-values.ts';
import type { ProviderConfiguration } from '../providers/providers.ts';
import type { Referable } from '../root-run.ts';
import type { Scope } from '../scope.ts';
import { isNull } from '../values/convert.ts';
import { marked, placedAt } from '../values/places.ts';

/** Arguments that mean something to Terraform itself, not to the resource. */
const metaArguments: ReadonlySet<string> = new Set(['count', 'for_each', 'provider', 'depends_on']);
const metaBlocks: ReadonlySet<string> = new Set(['lifecycle', 'connection']);

function isMeta(name: string): boolean {
  return metaArguments.has(name) || metaBlocks.has(name);
}

interface Description {
  readonly resource: ResourceBlock;
  /** `[0]`, `["a"]`, `[*]`, or empty. */
  readonly suffix: string;
  readonly scope: Scope;
  readonly provider: ProviderConfiguration;
  readonly exists: Truth;
  readonly existsBecause: UnknownSymbol | undefined;
}

export class ResourceInstance implements Referable {
  readonly id: NodeId;
  readonly address: string;
  readonly resource: ResourceBlock;
  readonly scope: Scope;
  readonly provider: ProviderConfiguration;
  readonly exists: Truth;
  readonly existsBecause: UnknownSymbol | undefined;
  /** Without the module: as expressions beside it name it. */
  readonly #name: string;
  readonly #body: Body;
  readonly #own: LazyValues;
  readonly #seen: LazyValues;

  constructor({ resource, suffix, scope, provider, exists, existsBecause }: Description) {
    const { run, module } = scope;
    this.#name = `${resource.address}${suffix}`;
    this.address = module.address === '' ? this.#name : `${module.address}.${this.#name}`;
    this.id = nodeId(run.deployment.id, this.address);
    this.resource = resource;
    this.scope = scope.with([['self', this.#reference('', resource.block.headerRange)]]);
    this.provider = provider;
    this.exists = exists;
    this.existsBecause = existsBecause;
    this.#body = resource.block.body;
    this.#own = new LazyValues(run);
    this.#seen = new LazyValues(run);
  }

  /** The whole resource as a value: its attributes are looked up when they are asked for. */
  whole(range: SourceRange): ReferenceValue {
    return this.#reference('', range);
  }

  attribute(name: string, range: SourceRange): Value {
    const value = this.#seen.get(`${this.address}.${name}`, range, () => this.#seenFromElsewhere(name, range));
    return value.kind === 'reference' && value.resource === this.id ? { ...value, range } : placedAt(value, range);
  }

  /** All that was written, null arguments left out; of a model all that it says, with its nulls, and the rest unknown. */
  attributes(): MapValue {
    const entries = new Map<string, Value>();
    const { model } = this.scope.module;
    const { unread = [] } = this.#body;
    const names = [...this.#body.attributes.map(({ name }) => name), ...blockTypesOf(this.#body), ...unread];
    for (const name of names) {
      const value = this.#written(name, this.resource.block.headerRange);
      if (value !== undefined) entries.set(name, value);
      else if (model !== undefined && !isMeta(name)) entries.set(name, scalar(null));
    }
    const attributes = map(entries, this.resource.block.range);
    return model === undefined ? attributes : model.attributes(attributes, this.id);
  }

  #seenFromElsewhere(name: string, range: SourceRange): Value {
    const lookedUp = lookedUpAttribute(this.resource, name, (argument) => this.#written(argument, range), {
      provider: this.provider,
      run: this.scope.run,
    });
    if (lookedUp !== undefined) return lookedUp;
    const written = this.#written(name, range) ?? this.#nameBehind(name, range);
    return written === undefined ? this.#reference(name, range) : marked(written, this.#through());
  }

  /** An argument or the blocks of a type; undefined when it is not written, or null. */
  #written(name: string, range: SourceRange): Value | undefined {
    if (isMeta(name)) return undefined;
    if (this.#body.unread?.includes(name) === true) return unreadArgument(name, this.#body);
    const attribute = attributeNamed(this.#body, name);
    if (attribute === undefined && !blockTypesOf(this.#body).includes(name)) return undefined;
    const value = this.#own.get(`${this.address}.${name}`, range, () =>
      attribute === undefined
        ? (evaluateBlocks(this.#body, name, this.scope) ?? scalar(null))
        : this.scope.evaluate(attribute.value),
    );
    return isNull(value) ? undefined : value;
  }

  /** The known name that a computed attribute is equal to. */
  #nameBehind(name: string, range: SourceRange): Value | undefined {
    const argument = namesByComputed
      .get(this.resource.address.startsWith('data.') ? '' : this.resource.type)
      ?.get(name);
    const value = argument === undefined ? undefined : this.#written(argument, range);
    return value?.kind === 'scalar' || this.resource.type === 'terraform_data' ? value : undefined;
  }

  #reference(attribute: string, range: SourceRange): ReferenceValue {
    const text = attribute === '' ? this.#name : `${this.#name}.${attribute}`;
    const marks: Marks = { sensitive: false, via: [], perDeployment: this.resource.kind === 'data' };
    return { kind: 'reference', resource: this.id, attribute, text, range, decidedAt: undefined, marks };
  }

  #through(): Marks {
    return { sensitive: false, via: [this.id], perDeployment: this.resource.kind === 'data' };
  }
}

/** Type → computed attribute → the argument that it repeats. */
const namesByComputed: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map([
  // https://developer.hashicorp.com/terraform/language/resources/terraform-data
  ['terraform_data', new Map([['output', 'input']])],
  // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket#attribute-reference
  ['aws_s3_bucket', new Map([['id', 'bucket']])],
  // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/backup_vault#attribute-reference
  ['aws_backup_vault', new Map([['id', 'name']])],
  // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/backup_logically_air_gapped_vault#attribute-reference
  ['aws_backup_logically_air_gapped_vault', new Map([['id', 'name']])],
  // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/dynamodb_table#attribute-reference
  ['aws_dynamodb_table', new Map([['id', 'name']])],
]);
