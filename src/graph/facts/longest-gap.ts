/**
 * The fact `longestGap`: the longest time without a new recovery point, on rules and plans by their schedules, and on what
 * they protect by all plans together.
 */
import { duration, MeasureLeaf } from '../../core/document.ts';
import type { Interval } from '../../core/interval.ts';
import type { UnknownSymbol } from '../../core/value.ts';
import { backupSupport, backedUpTypes } from '../aws/backup-support.ts';
import { propertyAt, type DraftNode } from '../draft.ts';
import type { GraphContext } from '../graph-context.ts';
import { hasUnknownRules, planType, ruleType } from '../relations/backup/plan-of-selection.ts';
import { longestGap, type BackupTimes, type Plans } from '../schedules/longest-gap.ts';
import { backupTimesOf, unknownTimes, whyTimesUnknown } from './backup-times.ts';

export function setLongestGaps(context: GraphContext): void {
  const nodes = context.all();
  for (const rule of nodes.filter(({ type }) => type === ruleType)) setGapOfRule(rule);
  const plans = nodes.filter(({ type }) => type === planType);
  const timesOfPlans = new Map(plans.map((plan) => [plan, timesOfPlan(plan)]));
  for (const [plan, times] of timesOfPlans) setGapOfPlan(plan, times);
  const gaps = new Map<string, Interval>();
  for (const node of context.ofType(...backedUpTypes)) setGapOfResource(context, node, timesOfPlans, gaps);
}

function isRead(node: DraftNode): boolean {
  return node.kind === 'declared' || node.kind === 'modelled' || node.kind === 'part';
}

function setGapOfRule(rule: DraftNode): void {
  const times = isRead(rule) ? backupTimesOf(rule) : unknownTimes;
  rule.facts.set('longestGap', duration(longestGap([[times]]), whyUnread(rule) ?? whyTimesUnknown(rule)));
  rule.factSources.set('longestGap', ['/ScheduleExpression', '/Lifecycle/DeleteAfterDays']);
}

function timesOfPlan(plan: DraftNode): readonly BackupTimes[] {
  if (!isRead(plan)) return [unknownTimes];
  const times = rulesIn(plan).map((rule) => backupTimesOf(rule));
  return hasUnknownRules(plan) ? [...times, unknownTimes] : times;
}

function rulesIn(plan: DraftNode): readonly DraftNode[] {
  return plan.parts.filter(({ type }) => type === ruleType);
}

function setGapOfPlan(plan: DraftNode, times: readonly BackupTimes[]): void {
  const rules = rulesIn(plan);
  const because =
    whyUnread(plan) ?? (hasUnknownRules(plan) ? whyRulesUnknown(plan) : undefined) ?? firstOf(rules, whyTimesUnknown);
  // A list of rules that is not known may also be empty.
  const certain = times.filter((each) => each !== unknownTimes);
  const gap = times.length === certain.length ? longestGap([certain]) : longestGap([certain], [[unknownTimes]]);
  plan.facts.set('longestGap', duration(gap, because));
  plan.factSources.set(
    'longestGap',
    byGap(rules).map((rule) => `${rule.base}/ScheduleExpression`),
  );
}

/** The most frequent rule first: it decides the gap of its plan. */
function byGap(rules: readonly DraftNode[]): readonly DraftNode[] {
  return rules.toSorted((left, right) => highGap(left) - highGap(right));
}

function highGap(rule: DraftNode): number {
  const fact = rule.facts.get('longestGap');
  // The largest number and not infinity, so that the difference of two is a number.
  return fact instanceof MeasureLeaf ? Math.min(Number.MAX_VALUE, fact.interval().high) : Number.MAX_VALUE;
}

function setGapOfResource(
  context: GraphContext,
  node: DraftNode,
  timesOfPlans: ReadonlyMap<DraftNode, readonly BackupTimes[]>,
  gaps: Map<string, Interval>,
): void {
  const certain: DraftNode[] = [];
  const possible: DraftNode[] = [];
  for (const relation of context.from('protectedBy', node)) {
    const plan = context.get(relation.to);
    if (plan?.type === planType) (relation.certain ? certain : possible).push(plan);
  }
  if (certain.length + possible.length === 0) return;
  const key = [certain, possible].map((plans) => plans.map(({ id }) => id).join(' ')).join('|');
  const timesOf = (plans: readonly DraftNode[]): Plans => plans.map((plan) => timesOfPlans.get(plan) ?? []);
  const gap = gaps.get(key) ?? longestGap(timesOf(certain), timesOf(possible));
  gaps.set(key, gap);
  node.facts.set(
    'longestGap',
    duration(withContinuous(context, node, gap), whyResourceUnknown(node, certain, possible)),
  );
}

/** Where a rule backs up continuously, and the type can be, the newest recovery point is only minutes old. */
function withContinuous(context: GraphContext, node: DraftNode, gap: Interval): Interval {
  const lag = backupSupport(node)?.continuousLag;
  if (lag === undefined) return gap;
  let { low, high } = gap;
  for (const relation of context.from('protectedBy', node)) {
    const rule = context.get(relation.to);
    if (rule?.type !== ruleType) continue;
    const continuous = propertyAt(rule, '/EnableContinuousBackup');
    const isOff = continuous === false || (continuous === undefined && isRead(rule));
    if (!isOff) low = Math.min(low, lag);
    if (continuous === true && relation.certain) high = Math.min(high, lag);
  }
  return { low, high };
}

function whyResourceUnknown(
  node: DraftNode,
  certain: readonly DraftNode[],
  possible: readonly DraftNode[],
): UnknownSymbol | undefined {
  const because = firstOf(certain, (plan) => {
    const fact = plan.facts.get('longestGap');
    return fact instanceof MeasureLeaf ? fact.because() : undefined;
  });
  if (because !== undefined || possible.length === 0) return because;
  return derived(`${node.id} protectedBy`, `which plans protect ${node.address}`);
}

function whyUnread(node: DraftNode): UnknownSymbol | undefined {
  return isRead(node) ? undefined : derived(`${node.id} properties`, `what ${node.address} does`);
}

function whyRulesUnknown(plan: DraftNode): UnknownSymbol {
  return derived(`${plan.id} rules`, `the rules of ${plan.address}`);
}

function derived(key: string, subject: string): UnknownSymbol {
  return { key, reason: { code: 'derived', subject, cure: 'scan the code that declares it, too' } };
}

function firstOf<T>(nodes: readonly DraftNode[], find: (node: DraftNode) => T | undefined): T | undefined {
  for (const node of nodes) {
    const found = find(node);
    if (found !== undefined) return found;
  }
  return undefined;
}
