/**
 * The fact `retention`: how long a rule or schedule keeps its recovery points, and the longest of that among the rules of a
 * plan or the schedules of a snapshot policy.
 */
import { duration, type MeasureLeaf } from '../../../core/document.ts';
import { worst } from '../../../core/interval.ts';
import type { DraftNode } from '../../draft.ts';
import type { GraphContext } from '../../graph-context.ts';
import {
  hasUnknownRules,
  isDeclaredHere,
  knownRulesOf,
  planType,
  ruleType,
} from '../../relations/backup/plan-of-selection.ts';
import { retentionOfRule } from '../../relations/backup/retention.ts';
import { policyType, snapshotMakers, snapshotTimesOf, whySnapshotTimesUnknown } from './snapshot-times.ts';

const pointer = '/Lifecycle/DeleteAfterDays';
const notKnown = { low: 0, high: Infinity };

export function setRetentions(context: GraphContext): void {
  for (const node of context.all()) {
    if (node.type === ruleType) setRetentionOfRule(node);
    else if (node.type === planType) setRetentionOfPlan(node);
    else if (node.type === policyType) setRetentionOfPolicy(node);
  }
}

function setRetentionOfRule(rule: DraftNode): void {
  rule.facts.set('retention', isDeclaredHere(rule) ? retentionOfRule(rule) : duration(notKnown));
  rule.factSources.set('retention', [pointer]);
}

function setRetentionOfPlan(plan: DraftNode): void {
  const kept = knownRulesOf(plan)
    .map((rule) => ({ rule, retention: retentionOfRule(rule) }))
    .toSorted((left, right) => order(left.retention, right.retention));
  const unread = isDeclaredHere(plan) && !hasUnknownRules(plan) ? [] : [notKnown];
  const longest = worst(...kept.map(({ retention }) => retention.interval()), ...unread);
  const because = kept.map(({ retention }) => retention.because()).find((symbol) => symbol !== undefined);
  plan.facts.set('retention', duration(longest, because));
  plan.factSources.set(
    'retention',
    kept.map(({ rule }) => rule.base + pointer),
  );
}

function setRetentionOfPolicy(policy: DraftNode): void {
  const makers = isDeclaredHere(policy) ? snapshotMakers(policy) : [];
  const kept = makers.map((maker) => {
    const retention = duration(snapshotTimesOf(maker).retention, whySnapshotTimesUnknown(maker));
    if (maker !== policy) {
      maker.facts.set('retention', retention);
      maker.factSources.set('retention', ['/RetainRule']);
    }
    return { maker, retention };
  });
  if (kept.length === 0) return;
  const longestFirst = kept.toSorted((left, right) => order(left.retention, right.retention));
  const because = kept.map(({ retention }) => retention.because()).find((symbol) => symbol !== undefined);
  policy.facts.set('retention', duration(worst(...kept.map(({ retention }) => retention.interval())), because));
  const sources = longestFirst.map(({ maker }) => (maker === policy ? '/RetainInterval' : `${maker.base}/RetainRule`));
  policy.factSources.set('retention', sources);
}

/** The longest first; two that are both for ever stay as they are. */
function order(left: MeasureLeaf, right: MeasureLeaf): number {
  const [one, other] = [left.interval().high, right.interval().high];
  return one === other ? 0 : other - one;
}
