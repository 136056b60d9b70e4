/** Evaluates a compiled condition in a scope. Everything follows Kleene's three-valued logic. */
import { assertNever } from '../core/assert-never.ts';
import { compare } from './compare.ts';
import type { CompiledCondition } from './compiled.ts';
import { count } from './count.ts';
import { allOf, anyOf, negated, type Judgement } from './judgement.ts';
import { every, none, some } from './quantify.ts';
import type { Scope } from './scope.ts';

export function evaluateCondition(condition: CompiledCondition, scope: Scope): Judgement {
  switch (condition.kind) {
    case 'all':
      return allOf(untilDecided(condition.conditions, 'no', scope));
    case 'any':
      return anyOf(untilDecided(condition.conditions, 'yes', scope));
    case 'not':
      return negated(evaluateCondition(condition.condition, scope));
    case 'compare':
      return compare(condition, scope);
    case 'some':
      return some(condition, scope, evaluateCondition);
    case 'none':
      return none(condition, scope, evaluateCondition);
    case 'every':
      return every(condition, scope, evaluateCondition);
    case 'count':
      return count(condition, scope, evaluateCondition);
    default:
      return assertNever(condition);
  }
}

/** The judgements up to the first that settles the matter. */
function untilDecided(
  conditions: readonly CompiledCondition[],
  settling: 'yes' | 'no',
  scope: Scope,
): readonly Judgement[] {
  const judgements: Judgement[] = [];
  for (const condition of conditions) {
    const judgement = evaluateCondition(condition, scope);
    judgements.push(judgement);
    if (judgement.truth === settling) break;
  }
  return judgements;
}
