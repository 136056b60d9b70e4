/** One Terraform module as written: the blocks of all files of its folder, by kind and name. Nothing is evaluated. */
import type { Diagnostic } from '../../core/diagnostic.ts';
import type { SourceRange } from '../../core/source.ts';
import type { Attribute, Block, Body, HclFile } from '../hcl/ast.ts';
import type { SourceSuppression } from '../source-suppression.ts';

/** One file, in the native syntax or in JSON. */
export interface ConfigurationFile extends HclFile {
  /** Those that stand in it. */
  readonly suppressions: readonly SourceSuppression[];
  /** What follows a mistake after which nothing could be read. */
  readonly unread?: SourceRange;
}

export interface TerraformModule {
  /** Relative to the working directory. */
  readonly folder: string;
  readonly files: readonly HclFile[];
  /** By `type.name`, data sources by `data.type.name`. */
  readonly resources: ReadonlyMap<string, ResourceBlock>;
  readonly variables: ReadonlyMap<string, Block>;
  readonly locals: ReadonlyMap<string, Attribute>;
  readonly outputs: ReadonlyMap<string, Block>;
  readonly calls: ReadonlyMap<string, Block>;
  readonly providers: readonly ProviderBlock[];
  /** The `terraform` blocks. */
  readonly settings: readonly Block[];
  /** A file could not be read whole: what seems not declared may be declared there. */
  readonly incomplete: boolean;
  /** The ends of files that could not be read to their ends: they may declare anything. */
  readonly unread: readonly SourceRange[];
  /** Blocks of override files that have nothing to override. */
  readonly overridesOfNothing: readonly Diagnostic[];
  /** Those in the comments of its files. */
  readonly suppressions: readonly SourceSuppression[];
}

export interface ResourceBlock {
  readonly kind: 'resource' | 'data';
  readonly type: string;
  readonly name: string;
  /** `aws_x.y` or `data.aws_x.y` */
  readonly address: string;
  readonly block: Block;
}

export interface ProviderBlock {
  readonly name: string;
  readonly alias: string | undefined;
  readonly block: Block;
}

export function attributeNamed(body: Body, name: string): Attribute | undefined {
  return body.attributes.find((attribute) => attribute.name === name);
}

export function blockNamed(body: Body, type: string): Block | undefined {
  return body.blocks.find((block) => block.type === type);
}
