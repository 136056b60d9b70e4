/**
 * The fact `copyGap`: the longest time without a new recovery point that leaves the resource's own Region, by all plans and
 * snapshot policies together. Absent where none leaves it, or where AWS Backup can't copy the type.
 */
import { duration, MeasureLeaf } from '../../../core/document.ts';
import { worst, type Interval } from '../../../core/interval.ts';
import { backedUpTypes, backupSupport } from '../../aws/backup-support.ts';
import type { DraftNode } from '../../draft.ts';
import type { GraphContext } from '../../graph-context.ts';
import { identityKey, same } from '../../identity/same.ts';
import type { Relation } from '../../relation.ts';
import { longestGap, type BackupTimes } from '../../schedules/longest-gap.ts';
import { isContinuousRule } from './continuous-backup.ts';
import { derivedUnknown } from '../derived-unknown.ts';
import { timedPlansOf, type TimedPlans, type TimedRule } from './protectors.ts';

const day = 86_400;

export function setCopyGaps(context: GraphContext): void {
  const known = new Map<string, Interval | undefined>();
  for (const node of context.ofType(...backedUpTypes)) {
    if (backupSupport(node)?.crossRegionCopy !== true) continue;
    const protectors = context.from('protectedBy', node);
    if (protectors.length === 0) continue;
    const key = keyOf(node, protectors);
    const gap = known.has(key) ? known.get(key) : gapOf(context, node, protectors);
    known.set(key, gap);
    if (gap !== undefined) setGap(node, asDailySnapshots(context, node, gap));
  }
}

/** Resources of one Region that the same plans protect have the same copies. */
function keyOf({ region }: DraftNode, protectors: readonly Relation[]): string {
  const place = region === undefined ? '' : (identityKey(region) ?? '');
  return [place, ...protectors.map(({ to, certain }) => `${to}${certain ? '' : '?'}`)].join(' ');
}

/** Undefined when nothing leaves the Region. */
function gapOf(context: GraphContext, node: DraftNode, protectors: readonly Relation[]): Interval | undefined {
  const surely: (readonly BackupTimes[])[] = [];
  const perhaps: (readonly BackupTimes[])[] = [];
  for (const { to, certain } of protectors) {
    const protector = context.get(to);
    const plans: TimedPlans = (protector === undefined ? undefined : timedPlansOf(protector)) ?? [];
    for (const rules of plans) {
      perhaps.push(rules.map((rule) => timesOfCopies(context, node, rule, false)));
      if (certain) surely.push(rules.map((rule) => timesOfCopies(context, node, rule, true)));
    }
  }
  return perhaps.flat().some(({ lives }) => lives !== undefined) ? longestGap(surely, perhaps) : undefined;
}

/** The times of a rule, where only what leaves the Region counts. */
function timesOfCopies(context: GraphContext, node: DraftNode, rule: TimedRule, mustBeSure: boolean): BackupTimes {
  if (rule.rule === undefined || !rule.certain) return { ...rule.times, lives: mustBeSure ? undefined : anyTime };
  const lives = context.from('copiesTo', rule.rule).flatMap((copy) => livesElsewhere(context, node, copy, mustBeSure));
  return { ...rule.times, lives: lives.length === 0 ? undefined : worst(...lives) };
}

const anyTime: Interval = { low: day, high: Infinity };

function livesElsewhere(
  context: GraphContext,
  node: DraftNode,
  copy: Relation,
  mustBeSure: boolean,
): readonly Interval[] {
  const region = context.get(copy.to)?.region;
  const isHere = region === undefined ? 'yes' : same(region, node.region);
  if (isHere === 'yes' || (mustBeSure && (isHere === 'unknown' || !copy.certain))) return [];
  const kept = copy.properties['retention'];
  return [kept instanceof MeasureLeaf ? kept.interval() : anyTime];
}

/** Of a database instance that is also backed up continuously, snapshots are made once a day, whatever the plan says. */
// https://docs.aws.amazon.com/aws-backup/latest/devguide/point-in-time-recovery.html
function asDailySnapshots(context: GraphContext, node: DraftNode, gap: Interval): Interval {
  if (node.type !== 'AWS::RDS::DBInstance') return gap;
  const rules = context
    .from('protectedBy', node)
    .flatMap(({ to }) => context.get(to) ?? [])
    .filter(({ part }) => part !== undefined);
  const continuous = rules.filter((rule) => isContinuousRule(rule) !== false);
  if (continuous.length === 0 || continuous.length === rules.length) return gap;
  return { low: gap.low, high: Math.max(gap.high, day) };
}

function setGap(node: DraftNode, gap: Interval): void {
  const because = derivedUnknown(`${node.id} copies`, `which recovery points of ${node.address} leave its Region`);
  node.facts.set('copyGap', gap.low === gap.high ? duration(gap) : duration(gap, because.symbol()));
}
