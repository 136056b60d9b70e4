/** Which workload each resource belongs to, which tier it states for itself, and what is not judged at all. */
import type { Config, Selector } from '../../config/config.ts';
import { isDocumentMap } from '../../core/document.ts';
import { matchesGlob, matchesPathGlob } from '../../core/glob.ts';
import { toDocument } from '../../core/to-document.ts';
import type { DraftNode } from '../draft.ts';
import type { GraphContext } from '../graph-context.ts';
import { defaultWorkload, workloadTier, type TierChoice, type WorkloadDraft } from './workload-draft.ts';

export function assignWorkloads(context: GraphContext, config: Config, choice: TierChoice): readonly WorkloadDraft[] {
  const workloads: WorkloadDraft[] = [...config.workloads, undefined].map((stated) => ({
    name: stated?.name ?? defaultWorkload,
    config: stated,
    members: [],
    tier: workloadTier(config, stated, choice),
    regions: { primary: undefined, recovery: [], inferred: true },
  }));
  const base = folderOf(config.path);
  for (const node of context.nodes.values()) {
    if (node.owner !== undefined) continue;
    const name = workloadOf(node, config);
    const workload = workloads.find((each) => each.name === name);
    if (workload === undefined) continue;
    const exempt = config.exempt.some((selector) => selects(selector, node, base));
    for (const member of [node, ...node.parts]) {
      member.workload = workload.name;
      member.tier = ownTier(node, config.tierTag, choice) ?? workload.tier.name;
      member.exempt = exempt;
      workload.members.push(member);
    }
  }
  return workloads.filter(({ config: stated, members }) => stated !== undefined || members.length > 0);
}

/** The name of the workload that a node belongs to. */
export function workloadOf(node: DraftNode, config: Config): string {
  const base = folderOf(config.path);
  return config.workloads.find((stated) => selects(stated, node, base))?.name ?? defaultWorkload;
}

/** All criteria that a selector states must match; one without any selects nothing. */
function selects(selector: Selector, node: DraftNode, base: string): boolean {
  const tags = Object.entries(selector.tags);
  if (selector.include.length + selector.resources.length + tags.length === 0) return false;
  const path = relativeTo(base, node.header?.file.path ?? node.deployment);
  const root = relativeTo(base, node.deployment);
  return (
    (selector.include.length === 0 ||
      selector.include.some((glob) => matchesPathGlob(glob, path) || matchesPathGlob(glob, root))) &&
    (selector.resources.length === 0 ||
      selector.resources.some((glob) => matchesGlob(glob, node.address) || matchesGlob(glob, node.anchor))) &&
    tags.every(([key, value]) => node.tags.values[key] === value)
  );
}

function ownTier(node: DraftNode, tierTag: string, choice: TierChoice): string | undefined {
  const tag = node.tags.values[tierTag];
  if (typeof tag === 'string' && choice.isTier(tag)) return tag;
  const metadata = node.normal?.declared.lifecycle.metadata;
  const document = metadata === undefined ? undefined : toDocument(metadata);
  const stated = isDocumentMap(document) ? document[tierTag] : undefined;
  return typeof stated === 'string' && choice.isTier(stated) ? stated : undefined;
}

function folderOf(path: string | undefined): string {
  return path === undefined || !path.includes('/') ? '' : path.slice(0, path.lastIndexOf('/'));
}

function relativeTo(base: string, path: string): string {
  return base !== '' && path.startsWith(`${base}/`) ? path.slice(base.length + 1) : path;
}
