/**
 * What makes recovery points by a schedule, whatever it is: backup plans with their rules, and snapshot policies with their
 * schedules, each with its times.
 */
import type { UnknownSymbol } from '../../../core/value.ts';
import type { DraftNode } from '../../draft.ts';
import {
  hasUnknownRules,
  isDeclaredHere,
  isKnownRule,
  knownRulesOf,
  planType,
} from '../../relations/backup/plan-of-selection.ts';
import type { BackupTimes } from '../../schedules/longest-gap.ts';
import { backupTimesOf, unknownTimes, whyTimesUnknown } from './backup-times.ts';
import { policyType, snapshotMakers, snapshotTimesOf, whySnapshotTimesUnknown } from './snapshot-times.ts';

/** A rule or schedule with its times. */
export interface TimedRule {
  /** Undefined: one that nobody knows. */
  readonly rule: DraftNode | undefined;
  readonly times: BackupTimes;
  /** It surely belongs to what was asked. */
  readonly certain: boolean;
  readonly because: UnknownSymbol | undefined;
}

/** Rules of one plan step aside for each other, hence the list of lists. */
export type TimedPlans = readonly (readonly TimedRule[])[];

/** What a plan or snapshot policy consists of; undefined for anything else, and for policies that wait for an event. */
export function timedPlansOf(protector: DraftNode): TimedPlans | undefined {
  if (protector.type === planType) return [timedRulesOf(protector)];
  if (protector.type !== policyType) return undefined;
  const schedules = timedSchedulesOf(protector);
  return schedules.length === 0 ? undefined : schedules;
}

function timedRulesOf(plan: DraftNode): readonly TimedRule[] {
  if (!isDeclaredHere(plan)) return [{ rule: undefined, times: unknownTimes, certain: true, because: undefined }];
  const rules = knownRulesOf(plan).map((rule) => ({
    rule,
    times: backupTimesOf(rule),
    certain: true,
    because: whyTimesUnknown(rule),
  }));
  const unknown = { rule: undefined, times: unknownTimes, certain: false, because: undefined };
  return hasUnknownRules(plan) ? [...rules, unknown] : rules;
}

function timedSchedulesOf(policy: DraftNode): TimedPlans {
  if (!isDeclaredHere(policy)) return [[{ rule: undefined, times: unknownTimes, certain: true, because: undefined }]];
  return snapshotMakers(policy).map((rule) => [
    { rule, times: snapshotTimesOf(rule), certain: isKnownRule(rule), because: whySnapshotTimesUnknown(rule) },
  ]);
}
