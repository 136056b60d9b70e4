/** What the evaluation of one unit shares: the files it reads, what was read of them, and how they nest. */
import { posix } from 'node:path';
import type { Value } from '../../core/value.ts';
import type { ConfigFiles } from '../../loaders/terragrunt/config-files.ts';
import type { HclFile } from '../../loaders/hcl/ast.ts';
import type { RootRun } from '../terraform/root-run.ts';
import type { TerragruntConfig } from './config.ts';

export interface UnitRun {
  readonly run: RootRun;
  readonly files: ConfigFiles;
  /** The unit's own file: `live/shop/terragrunt.hcl`. */
  readonly path: string;
  /** What `read_terragrunt_config` gave, by path. */
  readonly reads: Map<string, Value>;
  /** The files whose reading is under way, the outermost first. */
  readonly reading: string[];
  /** @param configPath the file whose folder functions speak of */
  open(file: HclFile, configPath: string): TerragruntConfig;
}

/** Files that read each other's values, one inside the other. */
export const maximumReads = 20;

export function unitFolder({ path }: UnitRun): string {
  return posix.dirname(path);
}
