/** One policy on one node: everything its conditions, levels and messages draw on. */
import { evaluateCondition } from '../conditions/evaluate.ts';
import type { Judgement } from '../conditions/judgement.ts';
import { literal } from '../conditions/literal.ts';
import { asDuration } from '../conditions/operators/measure.ts';
import { subjectScope, type ConditionContext, type Scope } from '../conditions/scope.ts';
import { documentMap, type DocumentMap } from '../core/document.ts';
import { reaches, type Level } from '../core/level.ts';
import type { CompiledCheck, CompiledPolicy } from './compile-policy.ts';
import type { Policy } from './policy.ts';
import type { Tiers } from './tiers.ts';

export interface Subject {
  readonly compiled: CompiledPolicy;
  readonly context: ConditionContext;
  readonly scope: Scope;
  /** The name of the tier it is judged by. */
  readonly tier: string;
  readonly tiers: Tiers;
  /** The level that the configuration gives the policy at every tier; undefined: its own. */
  readonly override: Level | undefined;
}

export function subjectOf(given: Omit<Subject, 'scope'>): Subject {
  return { ...given, scope: subjectScope(given.context) };
}

/** `$params` at a tier. */
export function parametersOf(policy: Policy, tier: string, tiers: Tiers): DocumentMap {
  return documentMap(
    Object.entries(policy.params).map(([name, byTier]) => {
      const value = tiers.at(byTier, tier);
      return [name, value === undefined ? undefined : asDuration(literal(value))];
    }),
  );
}

/**
 * The level of a check on a subject: its own, else the policy's, raised by stated needs. A level that the configuration
 * gives the policy replaces the policy's, needs or not, and bounds what a check has of its own.
 */
export function levelOf(subject: Subject, check?: CompiledCheck): Level {
  const { override, compiled } = subject;
  const own = check?.check.level;
  if (own === undefined)
    return override ?? raised(subject, subject.tiers.levelOf(compiled.policy, subject.tier) ?? 'off');
  const level = typeof own === 'string' ? own : (subject.tiers.at(own, subject.tier) ?? 'off');
  return override !== undefined && reaches(level, override) ? override : level;
}

function raised({ compiled, scope }: Subject, level: Level): Level {
  let highest = level;
  for (const { when, to } of compiled.raise) {
    if (!reaches(highest, to) && evaluateCondition(when, scope).truth === 'yes') highest = to;
  }
  return highest;
}

/** Whether the policy applies: its `where`, and the condition of the group that it names. */
export function judgementsOnApplying(
  { compiled, scope }: Subject,
  group: CompiledPolicy['where'],
): readonly Judgement[] {
  const conditions = [group, compiled.where].filter((each) => each !== undefined);
  return conditions.map((condition) => evaluateCondition(condition, scope));
}
