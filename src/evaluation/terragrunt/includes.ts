/** The `include` blocks of a unit: other configuration files that are merged into it. */
import { posix } from 'node:path';
import type { UnknownReason } from '../../core/value.ts';
import type { Block } from '../../loaders/hcl/ast.ts';
import { attributeNamed } from '../../loaders/terraform/terraform-module.ts';
import { toText } from '../terraform/values/convert.ts';
import type { TerragruntConfig } from './config.ts';
import { pathFrom } from './paths.ts';

// https://terragrunt.gruntwork.io/docs/reference/hcl/blocks/#include
export type MergeStrategy = 'no_merge' | 'shallow' | 'deep';

export interface Include {
  /** Its label; empty for the old form without one. */
  readonly name: string;
  /** Undefined when the file is not there, or its path is not known. */
  readonly config: TerragruntConfig | undefined;
  /** Why what it holds is unknown then. */
  readonly missing: UnknownReason;
  readonly strategy: MergeStrategy;
}

export function includesOf(config: TerragruntConfig): readonly Include[] {
  return config.blocks('include').map((block) => includeOf(block, config));
}

function includeOf(block: Block, config: TerragruntConfig): Include {
  const name = block.labels[0]?.text ?? '';
  const subject = `what include ${JSON.stringify(name)} holds`;
  const missing: UnknownReason = { code: 'unread', subject, cure: 'Scan from the root of the repository.' };
  return { name, config: openInclude(block, config), missing, strategy: strategyOf(block, config) };
}

function openInclude(block: Block, config: TerragruntConfig): TerragruntConfig | undefined {
  const { unit } = config;
  const written = attributeNamed(block.body, 'path');
  const text = written === undefined ? undefined : toText(config.scope.evaluate(written.value));
  const wanted = text === undefined ? undefined : pathFrom(text, posix.dirname(config.configPath));
  const path = wanted === undefined ? undefined : unit.files.fileSystem.realPath(wanted);
  if (path === config.path || path === undefined || unit.files.fileSystem.stat(path)?.kind !== 'file') {
    reportMissing(
      block,
      config,
      path === config.path ? 'it includes itself' : 'there is no such file in the scanned tree',
    );
    return undefined;
  }
  const file = unit.files.load(path);
  for (const diagnostic of file.diagnostics) unit.run.report(diagnostic);
  return file.value === undefined ? undefined : unit.open(file.value, config.configPath);
}

function reportMissing(block: Block, config: TerragruntConfig, why: string): void {
  const { headerRange: range } = block;
  config.unit.run.report({
    code: 'input/unresolved-include',
    level: 'warning',
    message: `This file is not included: ${why}. What it states is not known.`,
    help: 'Correct the path, or run dr-lint at the root of the repository.',
    range,
    path: range.file.path,
  });
}

function strategyOf(block: Block, config: TerragruntConfig): MergeStrategy {
  const written = attributeNamed(block.body, 'merge_strategy');
  const text = written === undefined ? undefined : toText(config.scope.evaluate(written.value));
  return text === 'no_merge' || text === 'deep' ? text : 'shallow';
}
