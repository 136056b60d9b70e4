/** A whole configuration file as a value: what an exposed include and `read_terragrunt_config` give. */
import { map, scalar, type MapValue, type Value } from '../../core/value.ts';
import type { Block } from '../../loaders/hcl/ast.ts';
import type { TerragruntConfig } from './config.ts';
import { inputsOf } from './merged-config.ts';

/** Blocks that may stand there once; all others have labels. */
const singleBlocks = ['remote_state', 'terraform', 'exclude'] as const;
const labelledBlocks = ['generate', 'feature'] as const;
const attributes = ['remote_state', 'generate', 'iam_role', 'download_dir', 'prevent_destroy', 'skip'] as const;

/** As it is written, with what it includes merged into its inputs. */
export function configValue(config: TerragruntConfig): MapValue {
  const { range } = config.file.body;
  const entries = new Map<string, Value>();
  const locals = config.locals.map(({ name, value }) => [name, config.local(name, value.range)] as const);
  entries.set('locals', map(new Map(locals), range));
  entries.set('inputs', inputsOf(config));
  for (const name of attributes) {
    const value = config.attribute(name);
    if (value !== undefined) entries.set(name, value);
  }
  for (const type of singleBlocks) {
    const block = config.block(type);
    if (block !== undefined) entries.set(type, config.blockValue(block));
  }
  for (const type of labelledBlocks) {
    const blocks = config.blocks(type);
    if (blocks.length > 0) entries.set(type, map(byLabel(config, blocks), range));
  }
  const dependencies = config.blocks('dependency').map(({ labels: [label], headerRange }) => {
    const name = label?.text ?? '';
    return [name, config.dependency(name, headerRange)] as const;
  });
  if (dependencies.length > 0) entries.set('dependency', map(new Map(dependencies), range));
  return map(entries, range);
}

function byLabel(config: TerragruntConfig, blocks: readonly Block[]): ReadonlyMap<string, Value> {
  return new Map(
    blocks.map((block) => {
      const name = block.labels[0]?.text ?? '';
      const body = config.blockValue(block);
      const entries = new Map([...body.entries, ['name', scalar(name, block.headerRange)] as const]);
      return [name, block.type === 'feature' ? featureValue(body) : { ...body, entries }] as const;
    }),
  );
}

function featureValue(body: MapValue): Value {
  return map(new Map([['value', body.entries.get('default') ?? scalar(null)]]), body.range);
}
