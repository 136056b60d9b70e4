/**
 * The environments that the folders of deployments name (`environments/staging`, `prod/eu-west-1`). Each has its own
 * Regions: what runs in another Region for testing stands in for nothing.
 */
import { appendTo } from '../../core/append-to.ts';
import type { DraftNode } from '../draft.ts';

export interface Environment {
  /** What it holds, and what names no environment, for that may belong to any. */
  readonly members: readonly DraftNode[];
  /** Whether a node is surely of this environment. */
  has(node: DraftNode): boolean;
}

const names: ReadonlyMap<string, string> = new Map(
  Object.entries({
    development: ['dev', 'devel', 'develop', 'development'],
    test: ['test', 'testing', 'qa', 'uat', 'int', 'integration'],
    staging: [
      'stage',
      'staging',
      'stg',
      'preprod',
      'pre-prod',
      'preproduction',
      'nonprod',
      'non-prod',
      'non-production',
    ],
    production: ['prd', 'prod', 'production', 'live'],
    sandbox: ['sandbox', 'demo', 'playground'],
  }).flatMap(([environment, words]) => words.map((word) => [word, environment] as const)),
);

/** None where the deployments name fewer than two. */
export function environmentsOf(members: readonly DraftNode[]): readonly Environment[] {
  const byName = new Map<string | undefined, DraftNode[]>();
  for (const node of members) appendTo(byName, environmentOf(node.deployment), node);
  const shared = byName.get(undefined) ?? [];
  byName.delete(undefined);
  if (byName.size < 2) return [];
  return [...byName].map(([name, own]) => ({
    members: [...own, ...shared],
    has: (node) => environmentOf(node.deployment) === name,
  }));
}

/** By the last folder that is called like one. */
function environmentOf(deployment: string): string | undefined {
  const folders = deployment.toLowerCase().split(/[/@]/u);
  return folders.map((folder) => names.get(folder)).findLast((name) => name !== undefined);
}
