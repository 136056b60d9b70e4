/** Which workload each resource belongs to, which tier it states for itself, and what is not judged at all. */
import { posix } from 'node:path';
import type { Config } from '../../config/config.ts';
import { isDocumentMap } from '../../core/document.ts';
import { toDocument } from '../../core/to-document.ts';
import type { DraftNode } from '../draft.ts';
import type { GraphContext } from '../graph-context.ts';
import { selects } from './selects.ts';
import { defaultWorkload, workloadTier, type TierChoice, type WorkloadDraft } from './workload-draft.ts';

export function assignWorkloads(context: GraphContext, config: Config, choice: TierChoice): readonly WorkloadDraft[] {
  const workloads: WorkloadDraft[] = [...config.workloads, undefined].map((stated) => ({
    name: stated?.name ?? defaultWorkload,
    config: stated,
    members: [],
    tier: workloadTier(config, stated, choice),
    regions: { primary: undefined, recovery: [], inferred: true },
  }));
  const base = config.path === undefined ? '.' : posix.dirname(config.path);
  for (const node of context.nodes.values()) {
    if (node.owner !== undefined) continue;
    const name = workloadOf(node, config);
    const workload = workloads.find((each) => each.name === name);
    if (workload === undefined) continue;
    const exempt = exemption(node, config, base);
    for (const member of [node, ...node.parts]) {
      member.workload = workload.name;
      member.tier = ownTier(node, config.tierTag, choice) ?? workload.tier.name;
      member.exempt = exempt !== undefined;
      member.exemptBecause = exempt;
      workload.members.push(member);
    }
  }
  return workloads.filter(({ config: stated, members }) => stated !== undefined || members.length > 0);
}

/** Why nothing is asked of it; undefined for what is judged. */
function exemption(node: DraftNode, config: Config, base: string): string | undefined {
  if (config.exempt.some((selector) => selects(selector, node, base))) return 'exempt by the configuration';
  const helps = node.normal?.declared.helps;
  return helps === undefined ? undefined : `CDK's own: it ${helps}`;
}

/** The name of the workload that a node belongs to. */
export function workloadOf(node: DraftNode, config: Config): string {
  const base = config.path === undefined ? '.' : posix.dirname(config.path);
  return config.workloads.find((stated) => selects(stated, node, base))?.name ?? defaultWorkload;
}

function ownTier(node: DraftNode, tierTag: string, choice: TierChoice): string | undefined {
  const tag = node.tags.values[tierTag];
  if (typeof tag === 'string' && choice.isTier(tag)) return tag;
  const metadata = node.normal?.declared.lifecycle.metadata;
  const document = metadata === undefined ? undefined : toDocument(metadata);
  const stated = isDocumentMap(document) ? document[tierTag] : undefined;
  return typeof stated === 'string' && choice.isTier(stated) ? stated : undefined;
}
