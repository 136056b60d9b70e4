/** Policies with one thing changed each, which their own examples should notice. */
import type { Comparison, Condition, Counting, Quantifier } from '../../src/conditions/condition.ts';
import { parseDuration } from '../../src/core/duration.ts';
import { policyId } from '../../src/core/ids.ts';
import type { Policy } from '../../src/policy/policy.ts';
import { withoutOnePart } from './dropped-parts.ts';

export interface Mutant {
  /** What was changed: `check 1 negated`. */
  readonly change: string;
  /** Under an id of its own. */
  readonly policy: Policy;
}

/** All changes that are tried. */
export function mutantsOf(policy: Policy): readonly Mutant[] {
  return [...negatedChecks(policy), ...droppedWhere(policy), ...droppedParts(policy), ...movedThresholds(policy)];
}

type Change = Omit<Mutant, 'policy'> & { readonly parts: Partial<Policy> };

/** Each check asks for the opposite. */
export function negatedChecks(policy: Policy): readonly Mutant[] {
  return mutants(
    policy,
    policy.checks.map(({ require }, index) => ({
      change: `check ${index + 1} negated`,
      parts: withRequire(policy, index, { not: require }),
    })),
  );
}

/** The policy applies to everything it is for. */
function droppedWhere(policy: Policy): readonly Mutant[] {
  return policy.where === undefined ? [] : mutants(policy, [{ change: 'where left out', parts: { where: undefined } }]);
}

/** Each part of `where` and of a check, however deep, is left out once. */
function droppedParts(policy: Policy): readonly Mutant[] {
  const inWhere = policy.where === undefined ? [] : withoutOnePart(policy.where);
  const inChecks = policy.checks.flatMap(({ require }, index) =>
    withoutOnePart(require).map(({ without, condition }) => ({
      change: `check ${index + 1} without ${without}`,
      parts: withRequire(policy, index, condition),
    })),
  );
  const changes = inWhere.map(({ without, condition }) => ({
    change: `where without ${without}`,
    parts: { where: condition },
  }));
  return mutants(policy, [...changes, ...inChecks]);
}

/** Each threshold, of a check or of the policy's parameters, is moved a little up and a little down. */
function movedThresholds(policy: Policy): readonly Mutant[] {
  const inParameters = Object.entries(policy.params).flatMap(([name, byTier]) =>
    directions.flatMap((direction) => {
      const changed = mapValues(byTier, (value) => moved(value, direction));
      const isSame = Object.entries(byTier).every(([tier, value]) => changed[tier] === value);
      return isSame
        ? []
        : [{ change: `params.${name} ${direction}`, parts: { params: { ...policy.params, [name]: changed } } }];
    }),
  );
  const inChecks = policy.checks.flatMap(({ require }, index) =>
    withOneMoved(require).map(({ change, condition }) => ({
      change: `check ${index + 1}: ${change}`,
      parts: withRequire(policy, index, condition),
    })),
  );
  return mutants(policy, [...inParameters, ...inChecks]);
}

function mutants(policy: Policy, changes: readonly Change[]): readonly Mutant[] {
  return changes.map(({ change, parts }) => ({
    change,
    policy: { ...policy, ...parts, id: policyId(`${policy.id}#${change}`) },
  }));
}

function withRequire({ checks }: Policy, index: number, require: Condition): Partial<Policy> {
  return { checks: checks.map((check, at) => (at === index ? { ...check, require } : check)) };
}

const directions = ['up', 'down'] as const;
type Direction = (typeof directions)[number];

interface Moved {
  readonly change: string;
  readonly condition: Condition;
}

/** The condition once for each threshold in it and each direction. */
function withOneMoved(condition: Condition): readonly Moved[] {
  if ('all' in condition) return inList(condition.all, (all) => ({ all }));
  if ('any' in condition) return inList(condition.any, (any) => ({ any }));
  if ('not' in condition) return rewrapped(withOneMoved(condition.not), (not) => ({ not }));
  if ('some' in condition) return inQuantifier(condition.some, ({ where }) => ({ some: { ...condition.some, where } }));
  if ('none' in condition) return inQuantifier(condition.none, ({ where }) => ({ none: { ...condition.none, where } }));
  if ('every' in condition) {
    const { every } = condition;
    const satisfied = rewrapped(withOneMoved(every.satisfies), (satisfies) => ({ every: { ...every, satisfies } }));
    return [...satisfied, ...inQuantifier(every, (changed) => ({ every: { ...every, ...changed } }))];
  }
  if ('count' in condition) {
    const { count } = condition;
    const bounds = thresholdsMoved(count).map(({ change, moved: bound }) => ({
      change: `count ${change}`,
      condition: { count: { ...count, ...bound } },
    }));
    return [...bounds, ...inQuantifier(count, (changed) => ({ count: { ...count, ...changed } }))];
  }
  return thresholdsMoved(condition).map(({ change, moved: bound }) => ({
    change: `${condition.value} ${change}`,
    condition: { ...condition, ...bound },
  }));
}

function inList(
  conditions: readonly Condition[],
  wrap: (conditions: readonly Condition[]) => Condition,
): readonly Moved[] {
  return conditions.flatMap((each, index) =>
    rewrapped(withOneMoved(each), (changed) => wrap(conditions.with(index, changed))),
  );
}

function inQuantifier(
  quantifier: Omit<Quantifier, 'as'>,
  wrap: (where: { readonly where: Condition }) => Condition,
): readonly Moved[] {
  return quantifier.where === undefined ? [] : rewrapped(withOneMoved(quantifier.where), (where) => wrap({ where }));
}

function rewrapped(inner: readonly Moved[], wrap: (condition: Condition) => Condition): readonly Moved[] {
  return inner.map(({ change, condition }) => ({ change, condition: wrap(condition) }));
}

function thresholdsMoved(
  compared: Pick<Comparison, 'atLeast' | 'atMost' | 'unit'> | Pick<Counting, 'atLeast' | 'atMost'>,
): readonly { readonly change: string; readonly moved: Readonly<Record<string, unknown>> }[] {
  const whole = 'unit' in compared ? secondsIn[compared.unit ?? 'seconds'] : 1;
  return (['atLeast', 'atMost'] as const).flatMap((operator) =>
    directions.flatMap((direction) => {
      const operand = compared[operator];
      const other = moved(operand, direction, whole);
      return other === operand ? [] : [{ change: `${operator} ${direction}`, moved: { [operator]: other } }];
    }),
  );
}

/**
 * A figure as far off as a careless edit would be; what is no figure stays.
 * @param whole seconds of the unit in which it is compared: there are whole ones only
 */
function moved(value: unknown, direction: Direction, whole: number = 1): unknown {
  if (typeof value === 'number')
    return Number.isInteger(value) ? value + (direction === 'up' ? 1 : -1) : value * factors[direction];
  if (typeof value !== 'string') return value;
  const seconds = parseDuration(value);
  if (seconds === undefined || !Number.isFinite(seconds)) return value;
  const units = (seconds * factors[direction]) / whole;
  return `${(direction === 'up' ? Math.ceil(units) : Math.floor(units)) * whole}s`;
}

const secondsIn: Readonly<Record<NonNullable<Comparison['unit']>, number>> = {
  seconds: 1,
  minutes: 60,
  hours: 3600,
  days: 86_400,
};

const factors: Readonly<Record<Direction, number>> = { up: 1.5, down: 0.5 };

function mapValues(
  values: Readonly<Record<string, unknown>>,
  change: (value: unknown) => unknown,
): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, change(value)]));
}
