/** What is wrong with each resource in an emergency: what its ladder says, and the open findings about it. */
import { appendTo } from '../../core/append-to.ts';
import type { NodeId } from '../../core/ids.ts';
import type { Ladder } from '../../assessment/assessment.ts';
import type { Report } from '../../findings/report.ts';
import type { Gap } from './picture.ts';

/** By the node that the ladder or the finding names: also a part, or a cluster's instance. The gravest first. */
export function gapsOf(report: Report): ReadonlyMap<NodeId, readonly Gap[]> {
  const gaps = new Map<NodeId, Gap[]>();
  for (const workload of report.workloads) {
    const promised = report.tiers.find(({ name }) => name === workload.tier);
    for (const ladder of workload.ladders) {
      addLadderGaps(gaps, ladder, promised?.steps[ladder.name] ?? 0);
    }
  }
  for (const { level, state, message, policy, place, resources } of report.findings) {
    if (state !== 'open' || level === 'note') continue;
    for (const resource of resources)
      appendTo(gaps, resource, { level, reason: 'finding', label: policy, text: message, policy, place });
  }
  for (const found of gaps.values()) found.sort((left, right) => rank(left) - rank(right));
  return gaps;
}

function rank({ level }: Gap): number {
  return level === 'error' ? 0 : 1;
}

/** What the lowest steps mean to a reader. */
const lowestSteps: Readonly<Record<string, string>> = {
  lost: 'Lost with its Region',
  absent: 'Absent elsewhere',
  unreachable: 'Not reachable elsewhere',
};

/** Data that goes with its Region is a gap under any promise; else what is certainly below the promised step. */
function addLadderGaps(gaps: Map<NodeId, Gap[]>, { name, members }: Ladder, promised: number): void {
  for (const { node, step, stepName, because } of members) {
    const isLost = name === 'data' && step.high === 0;
    if (!isLost && step.high >= promised) continue;
    const reason = isLost ? 'lost' : 'below';
    const known = lowestSteps[stepName] ?? `Only ${stepName}`;
    const label = step.low < step.high && step.low === 0 ? `Perhaps: ${known.toLowerCase()}` : known;
    appendTo(gaps, node, {
      level: 'error',
      reason,
      label,
      text: `${label}: ${because}.`,
      policy: undefined,
      place: undefined,
    });
  }
}

/** Undefined where nothing is wrong. */
export function worstLevel(gaps: readonly Gap[]): Gap['level'] | undefined {
  if (gaps.some(({ level }) => level === 'error')) return 'error';
  return gaps.length > 0 ? 'warning' : undefined;
}

/** Each once, for a finding names every instance that it is about. */
export function distinctGaps(gaps: readonly Gap[]): readonly Gap[] {
  return [...new Map(gaps.map((gap) => [`${gap.policy ?? ''} ${gap.text}`, gap])).values()];
}
