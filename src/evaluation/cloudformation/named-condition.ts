/** A condition by its name; `range` is where it is asked for. */
import type { SourceRange } from '../../core/source.ts';
import type { UnknownSymbol } from '../../core/value.ts';
import { type ConditionResult, type Scope, undecided } from './scope.ts';

export function namedCondition(name: string, range: SourceRange, scope: Scope): ConditionResult {
  const known = scope.conditionResults.get(name);
  if (known !== undefined) return known;
  const result = openCondition(name, range, scope);
  scope.conditionResults.set(name, result);
  return result;
}

function openCondition(name: string, range: SourceRange, scope: Scope): ConditionResult {
  const node = scope.conditions.get(name);
  if (node === undefined) {
    const loop = loopThatMayMake(name, scope);
    return loop === undefined ? missingCondition(name, range, scope) : namedCondition(loop, range, scope);
  }
  if (scope.openConditions.has(name)) {
    const message = `The condition "${name}" depends on itself.`;
    const help = 'Break the cycle.';
    scope.report({ code: 'input/cycle', level: 'error', message, help, range });
    return undecided({ code: 'invalid', subject: message, cure: help });
  }
  scope.openConditions.add(name);
  const result = scope.decide(node);
  scope.openConditions.delete(name);
  return result;
}

/** Of conditions that a loop over unknown items makes, `[*]` stands for the item: what holds of that holds of each. */
function loopThatMayMake(name: string, scope: Scope): string | undefined {
  return [...scope.conditions.keys()].find((key) => {
    const [start, ...others] = key.split('[*]');
    const end = others.at(-1);
    return end !== undefined && name !== key && name.startsWith(start ?? '') && name.endsWith(end);
  });
}

function missingCondition(name: string, range: SourceRange, scope: Scope): ConditionResult {
  const help = `Declare it under "Conditions".${scope.suggestion(name, [...scope.conditions.keys()])}`;
  return undecided(scope.fault(range, `There is no condition "${name}".`, help).symbol.reason);
}

/** The symbol of an undecided condition: one per name, whoever asks. */
export function conditionSymbol(name: string, result: ConditionResult, scope: Scope): UnknownSymbol {
  const reason = result.because ?? { code: 'unsupported', subject: `condition ${name}`, cure: '' };
  return { key: scope.key(`condition ${name}`), reason };
}
