/** Lints texts as files would be: the whole pipeline on a file system in memory. */
import type { Config } from '../../src/config/config.ts';
import { defaultConfig } from '../../src/config/default-config.ts';
import { memoryFileSystem } from '../../src/core/file-system-memory.ts';
import type { Region } from '../../src/core/ids.ts';
import type { ChangedLines } from '../../src/findings/changed-lines.ts';
import type { Report } from '../../src/findings/report.ts';
import type { GraphNode } from '../../src/graph/node.ts';
import { lint } from '../../src/lint.ts';
import { builtInPolicies } from '../../src/policy/built-in.ts';
import type { Policy } from '../../src/policy/policy.ts';

export interface LintTextOptions {
  readonly config?: Partial<Config>;
  readonly region?: Region;
  readonly workspace?: string;
  readonly paths?: readonly string[];
  /** As `--parameters`. */
  readonly parameters?: readonly string[];
  readonly changes?: ChangedLines;
  readonly policies?: readonly Policy[];
  readonly withProposals?: boolean;
}

export function lintText(files: Readonly<Record<string, string>>, options: LintTextOptions = {}): Promise<Report> {
  return lint({
    fileSystem: memoryFileSystem(files),
    paths: options.paths ?? ['.'],
    config: { ...defaultConfig, tier: 'warm-standby', ...options.config },
    varFiles: [],
    parameters: options.parameters ?? [],
    region: options.region,
    workspace: options.workspace,
    policies: options.policies ?? builtInPolicies(),
    verdicts: 'all',
    today: '2026-11-23',
    changes: options.changes,
    withProposals: options.withProposals ?? false,
  });
}

/** The node with an address, and with a part where one is named after a slash; fails when there is none. */
export function nodeAt(report: Report, address: string): GraphNode {
  for (const node of report.graph.nodes.values()) {
    const own = node.part === undefined ? node.address : `${node.address}/${node.part}`;
    if (own === address && node.kind !== 'external' && node.kind !== 'possible') return node;
  }
  throw new Error(`no node ${address} among ${[...report.graph.nodes.keys()].join(', ')}`);
}

/** The ends of a relation from a node: `address`, or `address?` where it is only possible. */
export function endsOf(report: Report, address: string, verb: string): readonly string[] {
  return report.graph
    .follow(nodeAt(report, address).id, verb)
    .map(({ node, relation }) => {
      const end = node.part === undefined ? node.address : `${node.address}/${node.part}`;
      return relation.certain ? end : `${end}?`;
    })
    .sort();
}
