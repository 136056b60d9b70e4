/**
 * Which failures are told on their own and which inside another: a missed objective belongs to the failing policy that
 * guards against that disruption, and a resource whose own backups are off is not reported once more as uncovered.
 */
import type { Disruption } from '../assessment/assessment.ts';
import { appendTo } from '../core/append-to.ts';
import type { NodeId, PolicyId } from '../core/ids.ts';
import { levels } from '../core/level.ts';
import type { ResourceGraph } from '../graph/resource-graph.ts';
import type { Policy } from '../policy/policy.ts';
import type { Verdict } from '../policy/verdict.ts';
import { compareTexts } from './sort.ts';

/**
 * Policies that guard against a disruption and yet bring nothing back after it: alarms, names, keys, sameness, the capacity of what
 * took over. Nothing is lost because they fail.
 */
const bringNothingBack =
  /^(?:cloudwatch|iac|kms)\/|\/(?:autoscaling-or-on-demand|noncurrent-lifecycle|parity|public-dr-endpoint|replication-metrics)$/u;

/** A failure that is told, and what follows from it. */
export interface Told {
  readonly verdict: Verdict;
  readonly consequences: readonly Verdict[];
}

const objectiveMissed = 'tier/objective-missed';
const resourceCovered = 'backup/resource-covered';
/** The policies about a type's own backups: by name, because every service has its own. */
const ownBackups = /\/(?:backup-retention|pitr|snapshot-retention)$|^efs\/backup$/u;

/** `failures` are failed verdicts that are not off. */
export function tellConsequences(
  failures: readonly Verdict[],
  policies: ReadonlyMap<PolicyId, Policy>,
  graph: ResourceGraph,
): readonly Told[] {
  const byResource = new Map<NodeId, Verdict[]>();
  for (const verdict of failures) {
    const resource = resourceOf(verdict, graph);
    appendTo(byResource, resource, verdict);
  }
  return [...byResource.values()].flatMap((verdicts) => tellOfResource(verdicts, policies));
}

/** `verdicts` are about one resource and its parts. */
function tellOfResource(verdicts: readonly Verdict[], policies: ReadonlyMap<PolicyId, Policy>): readonly Told[] {
  const told = new Map<Verdict, Verdict[]>();
  for (const verdict of verdicts) {
    if (!isSilent(verdict, verdicts, policies)) told.set(verdict, []);
  }
  for (const verdict of verdicts) {
    if (verdict.policy !== objectiveMissed) continue;
    const cause = causeOf(verdict, [...told.keys()], policies);
    if (cause === undefined) continue;
    told.get(cause)?.push(verdict);
    told.delete(verdict);
  }
  return [...told].map(([verdict, consequences]) => ({ verdict, consequences }));
}

function isSilent(verdict: Verdict, verdicts: readonly Verdict[], policies: ReadonlyMap<PolicyId, Policy>): boolean {
  if (verdict.policy !== resourceCovered) return false;
  return verdicts.some(
    (other) =>
      other.node === verdict.node &&
      ownBackups.test(other.policy) &&
      policies.get(other.policy)?.guards.includes('data') === true,
  );
}

/** The gravest failure that guards against the disruption after which the gravest promise is broken, and against the most others. */
function causeOf(
  missed: Verdict,
  candidates: readonly Verdict[],
  policies: ReadonlyMap<PolicyId, Policy>,
): Verdict | undefined {
  const [gravest, ...others] = missedAfter(missed);
  if (gravest === undefined) return undefined;
  const guarded = ({ policy }: Verdict): number =>
    others.filter((disruption) => guardsAgainst(policies.get(policy), [disruption])).length;
  return candidates
    .filter(({ policy }) => policy !== objectiveMissed && !bringNothingBack.test(policy))
    .filter(({ policy }) => guardsAgainst(policies.get(policy), [gravest]))
    .toSorted(
      (left, right) =>
        compareLevels(right, left) || guarded(right) - guarded(left) || compareTexts(left.policy, right.policy),
    )[0];
}

/** The disruptions after which promises are broken. */
export function missedAfter({ missed = [] }: Verdict): readonly Disruption[] {
  return missed.flatMap((each) => each.disruptions);
}

export function guardsAgainst(policy: Policy | undefined, disruptions: readonly Disruption[]): boolean {
  return disruptions.every((disruption) => policy?.guards.includes(disruption) === true);
}

function compareLevels(left: Verdict, right: Verdict): number {
  return levels.indexOf(left.level) - levels.indexOf(right.level);
}

function resourceOf(verdict: Verdict, graph: ResourceGraph): NodeId {
  return graph.node(verdict.node)?.owner ?? verdict.node;
}
