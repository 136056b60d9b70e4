/** Which workload each resource belongs to, which tier it states for itself, and what is not judged at all. */
import { posix } from 'node:path';
import type { Config } from '../../config/config.ts';
import { isDocumentMap } from '../../core/document.ts';
import { toDocument } from '../../core/to-document.ts';
import type { Diagnostic } from '../../core/diagnostic.ts';
import { didYouMean } from '../../core/suggest.ts';
import type { SourceRange } from '../../core/source.ts';
import type { Deployment } from '../../evaluation/deployment.ts';
import type { DraftNode } from '../draft.ts';
import type { GraphContext } from '../graph-context.ts';
import { selects, type Selectable } from './selects.ts';
import { declaredObjectives } from './resilience-hub.ts';
import { shareTiers } from './served.ts';
import {
  defaultWorkload,
  tierByObjectives,
  workloadTier,
  type TierChoice,
  type WorkloadDraft,
} from './workload-draft.ts';

export interface WorkloadsInput {
  readonly config: Config;
  readonly tiers: TierChoice;
  readonly deployments: readonly Deployment[];
}

export function assignWorkloads(context: GraphContext, input: WorkloadsInput): readonly WorkloadDraft[] {
  const { config, tiers } = input;
  const workloads: WorkloadDraft[] = [...config.workloads, undefined].map((stated) => ({
    name: stated?.name ?? defaultWorkload,
    config: stated,
    members: [],
    tier: workloadTier(config, stated, tiers),
    regions: { primary: undefined, recovery: [], inferred: true },
  }));
  const byName = new Map(workloads.map((workload) => [workload.name, workload]));
  for (const node of context.nodes.values()) {
    if (node.owner === undefined) byName.get(workloadOf(node, config))?.members.push(node, ...node.parts);
  }
  takeDeclaredObjectives(context, workloads, input);
  for (const workload of workloads) for (const member of workload.members) settleMember(member, workload, input);
  shareTiers(context, tiers.names, (node) => statedTier(node.owner ?? node, config.tierTag, tiers) !== undefined);
  return workloads.filter(({ config: stated, members }) => stated !== undefined || members.length > 0);
}

/** What the code itself promises holds where neither the configuration nor the command line promises anything. */
function takeDeclaredObjectives(
  context: GraphContext,
  workloads: readonly WorkloadDraft[],
  { tiers, deployments }: WorkloadsInput,
): void {
  for (const [workload, { objectives, declaredBy }] of declaredObjectives(context, workloads, deployments)) {
    if (workload.tier.source !== 'default') continue;
    workload.tier = { ...tierByObjectives(objectives, tiers), declaredBy };
  }
}

function settleMember(member: DraftNode, workload: WorkloadDraft, { config, tiers }: WorkloadsInput): void {
  const node = member.owner ?? member;
  const exempt = exemption(node, config);
  member.workload = workload.name;
  member.serves = [workload.name];
  member.tier = statedTier(node, config.tierTag, tiers) ?? workload.tier.name;
  member.exempt = exempt !== undefined;
  member.exemptBecause = exempt;
}

/** Why nothing is asked of it; undefined for what is judged. */
function exemption(node: DraftNode, config: Config): string | undefined {
  if (config.exempt.some((selector) => selects(selector, selectable(node), baseOf(config))))
    return 'exempt by the configuration';
  const helps = node.normal?.declared.helps;
  return helps === undefined ? undefined : `CDK's own: it ${helps}`;
}

/** The name of the workload that a node belongs to. */
export function workloadOf(node: DraftNode, config: Config): string {
  return config.workloads.find((stated) => selects(stated, selectable(node), baseOf(config)))?.name ?? defaultWorkload;
}

function selectable(node: DraftNode): Selectable {
  const { address, anchor, deployment, header, normal, tags } = node;
  return { address, anchor, deployment, header, construct: normal?.declared.construct, tags: tags.values };
}

/** The folder that the configuration's paths are relative to. */
export function baseOf({ path }: Pick<Config, 'path'>): string {
  return path === undefined ? '.' : posix.dirname(path);
}

/** The tier that a resource states for itself, by tag or `Metadata`; what is no tier states none. */
function statedTier(node: DraftNode, tierTag: string, choice: TierChoice): string | undefined {
  return statedTierTexts(node, tierTag).find((text) => choice.isTier(text));
}

function statedTierTexts(node: DraftNode, tierTag: string): readonly string[] {
  const metadata = node.normal?.declared.lifecycle.metadata;
  const document = metadata === undefined ? undefined : toDocument(metadata);
  const stated = [node.tags.values[tierTag], isDocumentMap(document) ? document[tierTag] : undefined];
  return stated.filter((text) => typeof text === 'string');
}

/** Resources that name a tier which does not exist: they are judged by their workload's. */
export function tierMistakes(
  workloads: readonly WorkloadDraft[],
  { config, tiers }: WorkloadsInput,
): readonly Diagnostic[] {
  const mistakes: Diagnostic[] = [];
  for (const node of workloads.flatMap(({ members }) => members)) {
    if (node.owner !== undefined || node.header === undefined || node.kind === 'looked-up') continue;
    for (const text of statedTierTexts(node, config.tierTag)) {
      if (!tiers.isTier(text)) mistakes.push(noSuchTier(node, node.header, { text, ...config, names: tiers.names }));
    }
  }
  return mistakes;
}

function noSuchTier(
  node: DraftNode,
  range: SourceRange,
  { text, tierTag, names }: { readonly text: string; readonly tierTag: string; readonly names: readonly string[] },
): Diagnostic {
  return {
    code: 'input/tier',
    level: 'warning',
    message: `${tierTag} of ${node.address} is "${text}", which is no tier; it is judged by ${node.tier ?? 'none'}.${didYouMean(text, names)}`,
    help: 'Write the name of a tier, or declare it under "tiers" in .dr-lint.yaml.',
    range,
    path: range.file.path,
  };
}
