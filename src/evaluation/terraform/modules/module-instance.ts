/** One instance of a module: what its names stand for, its resources, and the modules that it calls. */
import { nodeId, type NodeId } from '../../../core/ids.ts';
import { bothCauses } from '../../../core/existence.ts';
import type { SourceRange } from '../../../core/source.ts';
import { and, type Truth } from '../../../core/truth.ts';
import { unknown, type ReferenceValue, type UnknownSymbol, type Value } from '../../../core/value.ts';
import type { Block } from '../../../loaders/hcl/ast.ts';
import {
  attributeNamed,
  type ResourceBlock,
  type TerraformModule,
} from '../../../loaders/terraform/terraform-module.ts';
import type { ModuleCall } from '../../declared-resource.ts';
import { expandInstances, keysOf, valueOfInstances, type InstanceKey } from '../resources/instances.ts';
import { LazyValues } from '../lazy-values.ts';
import type { ModelledCall } from './modelled-call.ts';
import {
  configureProvider,
  isAwsProvider,
  passedProviders,
  providerInstanceKey,
  providerKey,
  providerOf,
  unconfiguredProvider,
  type ProviderConfiguration,
  type ProviderName,
} from '../providers/providers.ts';
import { ResourceInstance } from '../resources/resource-instance.ts';
import type { Referable, RootRun } from '../root-run.ts';
import { createScope, type ModuleNames, type Scope } from '../scope.ts';
import { marked, placedAt } from '../values/places.ts';
import { invalid } from '../values/symbols.ts';
import { evaluateVariable, isSensitive, sensitiveMarks, type VariableSource } from '../variables/variables.ts';

export interface Existence {
  readonly exists: Truth;
  readonly because: UnknownSymbol | undefined;
}

export interface ModuleDescription {
  readonly run: RootRun;
  readonly module: TerraformModule;
  /** `module.a["k"]`; empty for the root. */
  readonly address: string;
  readonly variables: VariableSource;
  readonly parent: ModuleInstance | undefined;
  /** The providers that the call passes: the name in here → the caller's. */
  readonly passed: ReadonlyMap<string, ProviderName>;
  readonly existence: Existence;
  /** Calls from the root inwards. */
  readonly calls: readonly ModuleCall[];
  /** Present for the model of a registry module. */
  readonly model?: ModelledCall;
  /** Opens one instance of a call in this module. */
  readonly open: (instance: CallInstance) => CalledModule;
}

export interface CallInstance {
  readonly caller: ModuleInstance;
  readonly name: string;
  readonly call: Block;
  readonly key: InstanceKey;
  readonly existence: Existence;
}

/** One instance of a module call; references to it give its outputs. */
export interface CalledModule extends Referable, CallInstance {
  readonly address: string;
  /** As written: a path, or a name in a registry. */
  readonly source: string;
  /** Undefined where the module could not be found or opened. */
  readonly content: ModuleInstance | undefined;
}

/** All instances of a resource or call, and what they are together as a value. */
interface Expanded<T> {
  readonly value: Value;
  readonly instances: readonly T[];
}

export class ModuleInstance implements ModuleNames {
  readonly run: RootRun;
  readonly module: TerraformModule;
  readonly address: string;
  readonly existence: Existence;
  readonly calls: readonly ModuleCall[];
  readonly parent: ModuleInstance | undefined;
  readonly model: ModelledCall | undefined;
  readonly scope: Scope;
  readonly #description: ModuleDescription;
  readonly #values: LazyValues;
  readonly #resources = new Map<string, Expanded<ResourceInstance>>();
  readonly #called = new Map<string, Expanded<CalledModule>>();
  readonly #providers = new Map<string, ProviderConfiguration>();

  constructor(description: ModuleDescription) {
    this.run = description.run;
    this.module = description.module;
    this.address = description.address;
    this.existence = description.existence;
    this.calls = description.calls;
    this.parent = description.parent;
    this.model = description.model;
    this.scope = createScope(description.run, this);
    this.#description = description;
    this.#values = new LazyValues(description.run);
  }

  get folder(): string {
    return this.module.folder;
  }

  variable(name: string, range: SourceRange): Value {
    const block = this.module.variables.get(name);
    if (block === undefined) return this.#undeclared(`var.${name}`, range);
    const value = this.#values.get(this.addressOf(`var.${name}`), range, () =>
      evaluateVariable(name, block, this.#description.variables, this.scope),
    );
    return placedAt(value, range);
  }

  local(name: string, range: SourceRange): Value {
    const written = this.module.locals.get(name);
    if (written === undefined) return this.#undeclared(`local.${name}`, range);
    const value = this.#values.get(this.addressOf(`local.${name}`), range, () => this.scope.evaluate(written.value));
    return placedAt(value, range);
  }

  output(name: string, range: SourceRange): Value {
    const block = this.module.outputs.get(name);
    const written = block === undefined ? undefined : attributeNamed(block.body, 'value');
    if (block === undefined || written === undefined) return this.#undeclared(`output ${name}`, range);
    const value = this.#values.get(this.addressOf(`output.${name}`), range, () => this.scope.evaluate(written.value));
    return placedAt(isSensitive(block) ? marked(value, sensitiveMarks) : value, range);
  }

  resource(key: string, range: SourceRange): Value {
    const resource = this.module.resources.get(key);
    if (resource === undefined) return this.#undeclared(key, range);
    // A resource whose number depends on itself is found out here.
    return this.#values.get(this.addressOf(key), range, () => this.#expandedResource(resource).value);
  }

  moduleCall(name: string, range: SourceRange): Value {
    if (!this.module.calls.has(name)) return this.#undeclared(`module.${name}`, range);
    return this.#values.get(
      this.addressOf(`module.${name}`),
      range,
      () => this.#expandedCall(name)?.value ?? noInstances(range),
    );
  }

  /** All instances of the resources and data sources, in the order they are written. */
  resourceInstances(): readonly ResourceInstance[] {
    const instances: ResourceInstance[] = [];
    for (const [key, resource] of this.module.resources) {
      this.resource(key, resource.block.headerRange);
      instances.push(...(this.#resources.get(key)?.instances ?? []));
    }
    return instances;
  }

  /** All instances of the calls. */
  calledModules(): readonly CalledModule[] {
    const called: CalledModule[] = [];
    for (const [name, block] of this.module.calls) {
      this.moduleCall(name, block.headerRange);
      called.push(...(this.#called.get(name)?.instances ?? []));
    }
    return called;
  }

  provider(name: ProviderName): ProviderConfiguration {
    const key = providerInstanceKey(name);
    const known = this.#providers.get(key) ?? this.#findProvider(name);
    this.#providers.set(key, known);
    return known;
  }

  /** What a module that is called here, but can not be opened, would have as a provider. */
  calledProvider(call: Block, scope: Scope, name: ProviderName): ProviderConfiguration {
    return this.provider(passedProviders(call, scope).get(providerKey(name)) ?? name);
  }

  addressOf(name: string): string {
    return this.address === '' ? name : `${this.address}.${name}`;
  }

  /** What the call passes, else a block in here, else what the caller has under the same name, for default providers only. */
  #findProvider(name: ProviderName): ProviderConfiguration {
    const { parent, passed } = this.#description;
    const outer = passed.get(providerKey(name));
    if (outer !== undefined && parent !== undefined) return parent.provider(outer);
    const isAws = isAwsProvider(name.name, this.module);
    const own = this.module.providers.find((each) => each.name === name.name && each.alias === name.alias);
    if (own !== undefined) return configureProvider(own, isAws, this.scope, name.instance);
    if (parent !== undefined && name.alias === undefined) return parent.provider(name);
    return unconfiguredProvider(this.run, name, isAws);
  }

  #expandedResource(resource: ResourceBlock): Expanded<ResourceInstance> {
    const { body } = resource.block;
    const expansion = expandInstances(body, this.scope);
    const instances = new Map(
      keysOf(expansion).map((key) => {
        const { suffix, scope } = key;
        const { exists, because } = this.#existenceOf(key);
        const provider = this.provider(providerOf(resource.type, body, scope));
        return [key, new ResourceInstance({ resource, suffix, scope, provider, exists, existsBecause: because })];
      }),
    );
    for (const instance of instances.values()) this.run.resources.set(instance.id, instance);
    const id = nodeId(this.run.deployment.id, this.addressOf(resource.address));
    const headerRange = this.#headerOf(resource.block);
    const value = valueOfInstances(
      expansion,
      id,
      this.run,
      (key) => instances.get(key)?.whole(headerRange) ?? noInstances(headerRange),
    );
    const expanded = { value, instances: [...instances.values()] };
    this.#resources.set(resource.address, expanded);
    return expanded;
  }

  #expandedCall(name: string): Expanded<CalledModule> | undefined {
    const block = this.module.calls.get(name);
    if (block === undefined) return undefined;
    const expansion = expandInstances(block.body, this.scope);
    const called = new Map(
      keysOf(expansion).map((key) => {
        const existence = this.#existenceOf(key);
        return [key, this.#description.open({ caller: this, name, call: block, key, existence })] as const;
      }),
    );
    for (const each of called.values()) this.run.resources.set(each.id, each);
    const address = this.addressOf(`module.${name}`);
    const value = valueOfInstances(expansion, nodeId(this.run.deployment.id, address), this.run, (key) => {
      const each = called.get(key);
      return each === undefined
        ? noInstances(block.headerRange)
        : wholeModule(each.id, `module.${name}${key.suffix}`, this.#headerOf(block));
    });
    const expanded = { value, instances: [...called.values()] };
    this.#called.set(name, expanded);
    return expanded;
  }

  #existenceOf({ because }: InstanceKey): Existence {
    if (because === undefined) return this.existence;
    return { exists: and(this.existence.exists, 'unknown'), because: bothCauses(this.existence.because, because) };
  }

  /** Where a block stands, as far as anybody can see: what a model declares, at the call. */
  #headerOf(block: Block): SourceRange {
    return (this.model?.call ?? block).headerRange;
  }

  /** Terraform refuses what is not declared, unless it may be declared in a file that could not be read whole. */
  #undeclared(name: string, range: SourceRange): Value {
    if (!this.module.incomplete) return invalid(`${name} is not declared in ${this.folder}.`, range);
    const reason = {
      code: 'unread' as const,
      subject: name,
      cure: `Repair the files in ${this.folder} that could not be read.`,
    };
    return unknown(nodeId(this.run.deployment.id, this.addressOf(name)), reason, range);
  }
}

function wholeModule(id: NodeId, text: string, range: SourceRange): ReferenceValue {
  const marks = { sensitive: false, via: [], perDeployment: false };
  return { kind: 'reference', resource: id, attribute: '', text, range, decidedAt: undefined, marks };
}

function noInstances(range: SourceRange): Value {
  return invalid('This has no instances.', range);
}
