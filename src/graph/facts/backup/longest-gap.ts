/**
 * The fact `longestGap`: the longest time without a new recovery point, on rules, plans, schedules and snapshot policies by
 * their times, and on what they protect by all of them together; on restore testing plans, without a test.
 */
import { duration, MeasureLeaf, UnknownLeaf } from '../../../core/document.ts';
import type { Interval } from '../../../core/interval.ts';
import type { UnknownSymbol } from '../../../core/value.ts';
import { backupSupport, backedUpTypes } from '../../aws/backup-support.ts';
import { itemsAt, type DraftNode } from '../../draft.ts';
import type { GraphContext } from '../../graph-context.ts';
import {
  hasUnknownRules,
  isDeclaredHere,
  planType,
  rulesPointer,
  ruleType,
} from '../../relations/backup/plan-of-selection.ts';
import { testingPlanType } from '../../relations/backup/restore-tests.ts';
import { longestGap, type BackupTimes, type Plans } from '../../schedules/longest-gap.ts';
import { backupTimesOf, unknownTimes, whyTimesUnknown } from './backup-times.ts';
import { isBackedUpContinuously } from './continuous-backup.ts';
import { timedPlansOf, type TimedPlans } from './protectors.ts';
import { scheduleType, snapshotTimesOf, whySnapshotTimesUnknown } from './snapshot-times.ts';

export function setLongestGaps(context: GraphContext): void {
  const nodes = context.all();
  for (const node of nodes) {
    if (node.type === ruleType || node.type === testingPlanType) setGapOfRule(node);
    else if (node.type === scheduleType) setGapOfSchedule(node);
  }
  const protectors = new Map<DraftNode, TimedPlans>();
  for (const node of nodes) {
    const plans = timedPlansOf(node);
    if (plans === undefined) continue;
    protectors.set(node, plans);
    setGapOfProtector(node, plans);
  }
  const gaps = new Map<string, Interval>();
  for (const node of context.ofType(...backedUpTypes)) setGapOfResource(context, node, protectors, gaps);
}

function setGapOfRule(rule: DraftNode): void {
  const times = isDeclaredHere(rule) ? backupTimesOf(rule) : unknownTimes;
  setGap(rule, longestGap([[times]]), whyUnread(rule) ?? whyTimesUnknown(rule));
  rule.factSources.set('longestGap', ['/ScheduleExpression', '/Lifecycle/DeleteAfterDays']);
}

function setGapOfSchedule(schedule: DraftNode): void {
  setGap(schedule, longestGap([[snapshotTimesOf(schedule)]]), whySnapshotTimesUnknown(schedule));
  schedule.factSources.set('longestGap', ['/CreateRule', '/RetainRule']);
}

function setGapOfProtector(protector: DraftNode, plans: TimedPlans): void {
  const rules = byGap(plans.flat().flatMap(({ rule, certain }) => (rule === undefined || !certain ? [] : [rule])));
  const because = plans.flat().find((each) => each.because !== undefined)?.because;
  const gap = longestGap(timesOf(plans, true), timesOf(plans, false));
  setGap(protector, gap, whyUnread(protector) ?? whyRulesUnknown(protector) ?? because);
  const own = protector.type === planType ? 'ScheduleExpression' : 'CreateRule';
  const sources = rules.filter((rule) => rule !== protector).map((rule) => `${rule.base}/${own}`);
  protector.factSources.set('longestGap', sources.length > 0 ? sources : [emptyPlace(protector)]);
}

function emptyPlace(protector: DraftNode): string {
  return protector.type === planType ? rulesPointer : '/CreateInterval';
}

/** The times of the rules that surely are there, or of those that only may be. */
function timesOf(plans: TimedPlans, certain: boolean): readonly (readonly BackupTimes[])[] {
  return plans.map((rules) => rules.filter((rule) => rule.certain === certain).map(({ times }) => times));
}

function whyRulesUnknown(plan: DraftNode): UnknownSymbol | undefined {
  if (plan.type !== planType || !hasUnknownRules(plan)) return undefined;
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
  protectors: ReadonlyMap<DraftNode, TimedPlans>,
  gaps: Map<string, Interval>,
): void {
  const certain: DraftNode[] = [];
  const possible: DraftNode[] = [];
  for (const relation of context.from('protectedBy', node)) {
    const protector = context.get(relation.to);
    if (protector !== undefined && protectors.has(protector)) (relation.certain ? certain : possible).push(protector);
  }
  if (certain.length + possible.length === 0) return;
  const key = [certain, possible].map((each) => each.map(({ id }) => id).join(' ')).join('|');
  const plansOf = (each: readonly DraftNode[]): TimedPlans => each.flatMap((one) => protectors.get(one) ?? []);
  const surely: Plans = timesOf(plansOf(certain), true);
  const perhaps: Plans = [
    ...timesOf(plansOf(certain), false),
    ...plansOf(possible).map((rules) => rules.map(({ times }) => times)),
  ];
  const gap = gaps.get(key) ?? longestGap(surely, perhaps);
  gaps.set(key, gap);
  setGap(node, withContinuous(context, node, gap), whyResourceUnknown(node, certain, possible));
}

/** Where a rule backs up continuously, and the type can be, the newest recovery point is only minutes old. */
function withContinuous(context: GraphContext, node: DraftNode, gap: Interval): Interval {
  const lag = backupSupport(node)?.continuousLag;
  const isContinuous = lag === undefined ? false : isBackedUpContinuously(context, node);
  if (lag === undefined || isContinuous === false) return gap;
  const low = Math.min(gap.low, lag);
  return { low, high: isContinuous === true ? Math.min(gap.high, lag) : gap.high };
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
function setGap(node: DraftNode, gap: Interval, because: UnknownSymbol | undefined): void {
  node.facts.set('longestGap', gap.low === gap.high ? duration(gap) : duration(gap, because));
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
