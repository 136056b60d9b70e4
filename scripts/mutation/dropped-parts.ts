/** Conditions with one part left out each: an alternative, a demand, what an item must be, or one of several relations. */
import type { Condition, Quantifier } from '../../src/conditions/condition.ts';

export interface Shortened {
  /** What was left out. */
  readonly without: string;
  readonly condition: Condition;
}

/** The condition once for each part that can be left out of it, however deep it stands. */
export function withoutOnePart(condition: Condition): readonly Shortened[] {
  if ('all' in condition) return inList(condition.all, (all) => ({ all }));
  if ('any' in condition) return inList(condition.any, (any) => ({ any }));
  if ('not' in condition) return rewrapped(withoutOnePart(condition.not), (not) => ({ not }));
  if ('some' in condition) return inQuantifier(condition.some, (some) => ({ some }));
  if ('none' in condition) return inQuantifier(condition.none, (none) => ({ none }));
  if ('every' in condition) {
    const { every } = condition;
    const { where: _where, ...bare } = every;
    const satisfied = rewrapped(withoutOnePart(every.satisfies), (satisfies) => ({ every: { ...every, satisfies } }));
    return [...satisfied, ...inQuantifier(every, (changed) => ({ every: { ...bare, ...changed } }))];
  }
  if ('count' in condition) {
    const { count } = condition;
    const { where: _where, ...unfiltered } = count;
    return inQuantifier(count, ({ of, where }) => ({
      count: { ...unfiltered, of, ...(where === undefined ? {} : { where }) },
    }));
  }
  return [];
}

function inList(
  conditions: readonly Condition[],
  wrap: (conditions: readonly Condition[]) => Condition,
): readonly Shortened[] {
  return conditions.flatMap((each, index) => [
    ...(conditions.length === 1
      ? []
      : [{ without: JSON.stringify(each), condition: wrap(conditions.toSpliced(index, 1)) }]),
    ...rewrapped(withoutOnePart(each), (changed) => wrap(conditions.with(index, changed))),
  ]);
}

function inQuantifier(quantifier: Quantifier, wrap: (quantifier: Quantifier) => Condition): readonly Shortened[] {
  const { of, where, ...rest } = quantifier;
  const kept = where === undefined ? {} : { where };
  const sets = typeof of === 'string' ? [] : of;
  const ofFewer = sets.map((set, index) => ({
    without: `of ${set}`,
    condition: wrap({ ...rest, of: sets.toSpliced(index, 1), ...kept }),
  }));
  if (where === undefined) return ofFewer;
  const whole = { without: `where ${JSON.stringify(where)} of ${listed(of)}`, condition: wrap({ ...rest, of }) };
  const parts = rewrapped(withoutOnePart(where), (changed) => wrap({ ...rest, of, where: changed }));
  return [...ofFewer, whole, ...parts];
}

function listed(of: Quantifier['of']): string {
  return typeof of === 'string' ? of : of.join(', ');
}

function rewrapped(inner: readonly Shortened[], wrap: (condition: Condition) => Condition): readonly Shortened[] {
  return inner.map(({ without, condition }) => ({ without, condition: wrap(condition) }));
}
