/**
 * What a unit's file and those that it includes say together. The unit's own file is the strongest, after it the includes
 * from the last to the first.
 *
 * https://terragrunt.gruntwork.io/docs/reference/hcl/blocks/#include
 */
import { list, map, unknown, type MapValue, type Value } from '../../core/value.ts';
import type { Block } from '../../loaders/hcl/ast.ts';
import { terraformFunctions } from '../terraform/functions/index.ts';
import type { TerragruntConfig } from './config.ts';
import type { Include } from './includes.ts';

export interface UnitConfiguration {
  /** A map, or unknown as a whole. */
  readonly inputs: Value;
  /** `terraform.source`; undefined for a unit whose own folder holds the module. */
  readonly source: Value | undefined;
  /** The bodies of the `generate` blocks. */
  readonly generated: readonly MapValue[];
  /** The body of `remote_state`. */
  readonly remoteState: MapValue | undefined;
  /** Bodies of `extra_arguments`. */
  readonly extraArguments: readonly MapValue[];
  /** Everything that is included could be read. */
  readonly complete: boolean;
}

export function mergedConfig(config: TerragruntConfig): UnitConfiguration {
  const merged = config.includes.filter(({ strategy }) => strategy !== 'no_merge');
  // The strongest last.
  const layers = [...merged.flatMap((include) => include.config ?? []), config];
  return {
    inputs: inputsOf(config),
    source: layers.map((layer) => sourceIn(layer)).findLast((source) => source !== undefined),
    generated: [...strongestByName(layers, 'generate').values()],
    remoteState: layers.map((layer) => remoteStateIn(layer)).findLast((state) => state !== undefined),
    extraArguments: extraArgumentsOf(layers),
    complete: merged.every((include) => include.config !== undefined),
  };
}

/** With the inputs of what it includes. */
export function inputsOf(config: TerragruntConfig): Value {
  let inputs: Value = config.attribute('inputs') ?? map(new Map(), config.file.body.range);
  for (const include of config.includes.toReversed()) {
    if (include.strategy !== 'no_merge') inputs = mergedInputs(include, inputs, config);
  }
  return inputs;
}

function mergedInputs(include: Include, stronger: Value, config: TerragruntConfig): Value {
  if (include.config === undefined) {
    const key = `${config.unit.path}#include.${include.name}.inputs`;
    return shallowMerge(unknown(key, include.missing, config.file.body.range), stronger, config);
  }
  const weaker = include.config.attribute('inputs');
  if (weaker === undefined) return stronger;
  return include.strategy === 'deep' ? deepMerge(weaker, stronger, config) : shallowMerge(weaker, stronger, config);
}

function shallowMerge(weaker: Value, stronger: Value, { scope, file }: TerragruntConfig): Value {
  const range = stronger.range ?? file.body.range;
  return terraformFunctions.get('merge')?.apply([weaker, stronger], { name: 'merge', range, scope }) ?? stronger;
}

/** Maps key by key, lists one after the other; of anything else the stronger. */
export function deepMerge(weaker: Value, stronger: Value, config: TerragruntConfig): Value {
  if (weaker.kind === 'list' && stronger.kind === 'list') {
    return list([...weaker.items, ...stronger.items], stronger.range, stronger.marks);
  }
  if (weaker.kind !== 'map' && stronger.kind !== 'map') return stronger;
  const isWhole = (value: Value): value is MapValue => value.kind === 'map' && value.rest === undefined;
  if (!isWhole(weaker) || !isWhole(stronger)) return shallowMerge(weaker, stronger, config);
  const entries = new Map(weaker.entries);
  for (const [key, value] of stronger.entries) {
    const below = entries.get(key);
    entries.set(key, below === undefined ? value : deepMerge(below, value, config));
  }
  return { ...stronger, entries };
}

function sourceIn(config: TerragruntConfig): Value | undefined {
  const block = config.block('terraform');
  const source = block === undefined ? undefined : config.blockValue(block).entries.get('source');
  // An empty source is none.
  return source?.kind === 'scalar' && source.value === '' ? undefined : source;
}

/** As a block, or as an argument that takes it from another file. */
function remoteStateIn(config: TerragruntConfig): MapValue | undefined {
  const block = config.block('remote_state');
  const value = block === undefined ? config.attribute('remote_state') : config.blockValue(block);
  return value?.kind === 'map' ? value : undefined;
}

function strongestByName(layers: readonly TerragruntConfig[], type: string): ReadonlyMap<string, MapValue> {
  return new Map(layers.flatMap((layer) => bodiesIn(layer, type)));
}

/** As blocks, or as an argument that takes them from another file. */
function bodiesIn(layer: TerragruntConfig, type: string): readonly (readonly [string, MapValue])[] {
  const written = layer.attribute(type);
  const taken = written?.kind === 'map' ? [...written.entries] : [];
  return [
    ...taken.flatMap(([name, body]) => (body.kind === 'map' ? [[name, body] as const] : [])),
    ...layer.blocks(type).map((block) => [labelOf(block), layer.blockValue(block)] as const),
  ];
}

function extraArgumentsOf(layers: readonly TerragruntConfig[]): readonly MapValue[] {
  const bodies = new Map<string, MapValue>();
  for (const layer of layers) {
    for (const block of layer.block('terraform')?.body.blocks ?? []) {
      if (block.type === 'extra_arguments') bodies.set(labelOf(block), layer.blockValue(block));
    }
  }
  return [...bodies.values()];
}

function labelOf({ labels }: Block): string {
  return labels[0]?.text ?? '';
}
