/** The names that a condition binds with `as`, and whether it follows relations: what its messages may speak of. */
import { assertNever } from '../core/assert-never.ts';
import type { Standing } from './compile-path.ts';
import type { CompiledCondition, CompiledSet } from './compiled.ts';

export interface Spoken {
  readonly names: ReadonlyMap<string, Standing>;
  readonly hasEdge: boolean;
}

export function spokenOf(condition: CompiledCondition): Spoken {
  const names = new Map<string, Standing>();
  let hasEdge = false;
  for (const { set, name } of quantifiersIn(condition)) {
    const overRelations = set.sources.some(({ kind }) => kind === 'chain');
    if (overRelations) hasEdge = true;
    if (name !== undefined) names.set(name, overRelations ? 'node' : 'datum');
  }
  return { names, hasEdge };
}

interface Bound {
  readonly set: CompiledSet;
  readonly name: string | undefined;
}

function quantifiersIn(condition: CompiledCondition | undefined): readonly Bound[] {
  if (condition === undefined) return [];
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.conditions.flatMap(quantifiersIn);
    case 'not':
      return quantifiersIn(condition.condition);
    case 'compare':
      return [];
    case 'some':
    case 'none':
      return [condition, ...quantifiersIn(condition.where)];
    case 'every':
      return [condition, ...quantifiersIn(condition.where), ...quantifiersIn(condition.satisfies)];
    case 'count':
      return [{ set: condition.set, name: undefined }, ...quantifiersIn(condition.where)];
    default:
      return assertNever(condition);
  }
}
