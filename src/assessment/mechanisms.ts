/** The mechanisms that come with dr-lint, by the type of resource that may have them. */
import { appendTo } from '../core/append-to.ts';
import type { Condition } from '../conditions/condition.ts';
import { mechanisms } from './built-in-mechanisms.generated.ts';
import { compileMechanism, type CompiledMechanism } from './compile-mechanism.ts';
import type { MechanismData } from './mechanism.ts';

interface Candidate {
  readonly data: MechanismData;
  /** When a resource of the type belongs to the group that the mechanism names. */
  readonly where: Condition | undefined;
}

const candidates = byType();
const compiled = new Map<string, readonly CompiledMechanism[]>();

/** Compiled once per type, at the first resource of it. */
export function mechanismsOf(type: string): readonly CompiledMechanism[] {
  const known = compiled.get(type);
  if (known !== undefined) return known;
  const made = (candidates.get(type) ?? []).map(({ data, where }) => {
    const conditions = [where, data.where].filter((each) => each !== undefined);
    const applies = conditions.length === 0 ? {} : { where: { all: conditions } };
    const { where: _, ...rest } = data;
    return compileMechanism(data.id, { ...rest, ...applies }).mechanism;
  });
  compiled.set(type, made);
  return made;
}

function byType(): ReadonlyMap<string, readonly Candidate[]> {
  const map = new Map<string, Candidate[]>();
  for (const data of mechanisms) {
    for (const { type, where } of data.subjects) appendTo(map, type, { data, where });
  }
  return map;
}
