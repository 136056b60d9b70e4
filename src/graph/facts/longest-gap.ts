/**
 * The fact `longestGap`: the longest time without a new recovery point, on rules and plans by their schedules, and on what
 * they protect by all plans together.
 */
import { duration, MeasureLeaf, UnknownLeaf } from '../../core/document.ts';
import type { Interval } from '../../core/interval.ts';
import type { UnknownSymbol } from '../../core/value.ts';
import { backupSupport, backedUpTypes } from '../aws/backup-support.ts';
import { itemsAt, propertyAt, type DraftNode } from '../draft.ts';
import type { GraphContext } from '../graph-context.ts';
import {
  hasUnknownRules,
  isDeclaredHere,
  knownRulesOf,
  planType,
  rulesPointer,
  ruleType,
} from '../relations/backup/plan-of-selection.ts';
import { longestGap, type BackupTimes, type Plans } from '../schedules/longest-gap.ts';
import { backupTimesOf, unknownTimes, whyTimesUnknown } from './backup-times.ts';

/** When the rules of a plan back up: those that it surely has, and those that it may have. */
interface TimesOfPlan {
  readonly surely: readonly BackupTimes[];
  readonly perhaps: readonly BackupTimes[];
}

export function setLongestGaps(context: GraphContext): void {
  const nodes = context.all();
  for (const rule of nodes.filter(({ type }) => type === ruleType)) setGapOfRule(rule);
  const plans = nodes.filter(({ type }) => type === planType);
  const timesOfPlans = new Map(plans.map((plan) => [plan, timesOfPlan(plan)]));
  for (const [plan, times] of timesOfPlans) setGapOfPlan(plan, times);
  const gaps = new Map<string, Interval>();
  for (const node of context.ofType(...backedUpTypes)) setGapOfResource(context, node, timesOfPlans, gaps);
}

function setGapOfRule(rule: DraftNode): void {
  const times = isDeclaredHere(rule) ? backupTimesOf(rule) : unknownTimes;
  rule.facts.set('longestGap', measure(longestGap([[times]]), whyUnread(rule) ?? whyTimesUnknown(rule)));
  rule.factSources.set('longestGap', ['/ScheduleExpression', '/Lifecycle/DeleteAfterDays']);
}

function timesOfPlan(plan: DraftNode): TimesOfPlan {
  if (!isDeclaredHere(plan)) return { surely: [unknownTimes], perhaps: [] };
  const surely = knownRulesOf(plan).map((rule) => backupTimesOf(rule));
  return { surely, perhaps: hasUnknownRules(plan) ? [unknownTimes] : [] };
}

function setGapOfPlan(plan: DraftNode, { surely, perhaps }: TimesOfPlan): void {
  const rules = byGap(knownRulesOf(plan));
  const unknownRules = perhaps.length > 0 ? whyRulesUnknown(plan) : undefined;
  const because = whyUnread(plan) ?? unknownRules ?? firstOf(rules, whyTimesUnknown);
  plan.facts.set('longestGap', measure(longestGap([surely], [perhaps]), because));
  const schedules = rules.map((rule) => `${rule.base}/ScheduleExpression`);
  plan.factSources.set('longestGap', schedules.length > 0 ? schedules : [rulesPointer]);
}

function whyRulesUnknown(plan: DraftNode): UnknownSymbol {
  const opaque = itemsAt(plan, rulesPointer).find((rule) => rule instanceof UnknownLeaf);
  return opaque?.symbol() ?? derived(`${plan.id} rules`, `the rules of ${plan.address}`);
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
  timesOfPlans: ReadonlyMap<DraftNode, TimesOfPlan>,
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
  const times = (plans: readonly DraftNode[]): readonly TimesOfPlan[] =>
    plans.flatMap((plan) => timesOfPlans.get(plan) ?? []);
  const surely: Plans = times(certain).map((each) => each.surely);
  const perhaps: Plans = [
    ...times(certain).map((each) => each.perhaps),
    ...times(possible).map((each) => [...each.surely, ...each.perhaps]),
  ];
  const gap = gaps.get(key) ?? longestGap(surely, perhaps);
  gaps.set(key, gap);
  node.facts.set(
    'longestGap',
    measure(withContinuous(context, node, gap), whyResourceUnknown(node, certain, possible)),
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
    const isOff = continuous === false || (continuous === undefined && isDeclaredHere(rule));
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

/** A gap that is exact needs no reason, whatever else of its rules is not known. */
function measure(gap: Interval, because: UnknownSymbol | undefined): MeasureLeaf {
  return gap.low === gap.high ? duration(gap) : duration(gap, because);
}

function whyUnread(node: DraftNode): UnknownSymbol | undefined {
  return isDeclaredHere(node) ? undefined : derived(`${node.id} properties`, `what ${node.address} does`);
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
