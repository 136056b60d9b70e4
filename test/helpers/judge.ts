/** Judges graphs made by hand by one policy. */
import type { Document } from '../../src/core/document.ts';
import type { Level } from '../../src/core/level.ts';
import type { GraphNode } from '../../src/graph/node.ts';
import type { Relation } from '../../src/graph/relation.ts';
import { builtInGroups, builtInPolicies, tiersWith } from '../../src/policy/built-in.ts';
import { judge } from '../../src/policy/judge.ts';
import type { Policy } from '../../src/policy/policy.ts';
import { PolicyIndex } from '../../src/policy/groups.ts';
import { tierDocument } from '../../src/policy/tiers.ts';
import type { Verdict } from '../../src/policy/verdict.ts';
import { graphOf, mapFrom } from './graph.ts';

export interface Judged {
  readonly nodes: readonly GraphNode[];
  readonly relations?: readonly Relation[] | undefined;
  /** Stated objectives in seconds. */
  readonly rto?: number | undefined;
  readonly rpo?: number | undefined;
  /** `warm-standby` unless said otherwise. */
  readonly tier?: string;
  readonly workload?: Document;
  readonly overrides?: ReadonlyMap<string, { readonly level: Level }>;
}

/** `policy` is a policy, or the id of a built-in one. */
export function verdictsOn(policy: string | Policy, judged: Judged): readonly Verdict[] {
  const tiers = tiersWith({});
  const tier = tiers.get(judged.tier ?? 'warm-standby');
  const chosen = typeof policy === 'string' ? builtInPolicies().find(({ id }) => id === policy) : policy;
  if (tier === undefined || chosen === undefined) throw new Error('no such policy or tier');
  const objectives = { rto: judged.rto, rpo: judged.rpo, dataRpo: undefined };
  return judge({
    graph: graphOf(judged.nodes, judged.relations),
    rules: new PolicyIndex([chosen], builtInGroups()),
    tiers,
    documentOf: (node) => node.document,
    tierOf: () => ({ name: tier.name, parameters: tierDocument(tier, objectives, false) }),
    workloadOf: () => judged.workload ?? mapFrom({ name: 'default', needs: {} }),
    overrides: judged.overrides ?? new Map(),
    configFolder: '.',
  });
}
