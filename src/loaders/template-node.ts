/** The one tree that YAML and JSON become: scalars, sequences and mappings, a range on every node. Nothing is evaluated. */
import type { SourceFile, SourceRange } from '../core/source.ts';

export type TemplateNode = ScalarNode | SequenceNode | MappingNode;

export interface ScalarNode {
  readonly kind: 'scalar';
  readonly value: string | number | boolean | null;
  /** As written, without quotes: keeps `007` and `1.10`, which CloudFormation takes as text. */
  readonly source: string;
  readonly range: SourceRange;
}

export interface SequenceNode {
  readonly kind: 'sequence';
  readonly items: readonly TemplateNode[];
  readonly range: SourceRange;
}

/** CloudFormation's short forms (`!Sub x`) are already the long form: a mapping with the one entry `Fn::Sub`. */
export interface MappingNode {
  readonly kind: 'mapping';
  readonly entries: readonly MappingEntry[];
  readonly range: SourceRange;
}

export interface MappingEntry {
  readonly key: string;
  readonly keyRange: SourceRange;
  readonly value: TemplateNode;
}

/** A read YAML or JSON file; comments (YAML only) for suppressions. */
export interface TemplateFile {
  readonly file: SourceFile;
  /** Undefined when the file is empty or nothing could be read. */
  readonly root: TemplateNode | undefined;
  readonly comments: readonly { readonly text: string; readonly range: SourceRange }[];
}

export function entryOf(node: TemplateNode | undefined, key: string): MappingEntry | undefined {
  return node?.kind === 'mapping' ? node.entries.find((entry) => entry.key === key) : undefined;
}

export function valueOf(node: TemplateNode | undefined, key: string): TemplateNode | undefined {
  return entryOf(node, key)?.value;
}
