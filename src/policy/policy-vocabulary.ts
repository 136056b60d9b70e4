/** The names that policies may use, gathered from the rooms that own them. */
import type { ValueKind, Vocabulary } from '../conditions/vocabulary.ts';
import { parseDuration } from '../core/duration.ts';
import { MeasureLeaf, type Document } from '../core/document.ts';
import { factKinds, relationPropertyKinds } from '../graph/fact-names.ts';
import type { Groups } from './groups.ts';
import type { ByTier, Policy } from './policy.ts';
import type { Tiers } from './tiers.ts';

export interface PolicyVocabulary {
  readonly tiers: Tiers;
  readonly groups: Groups;
  /**
   * AWS's types, parts included (`AWS::DynamoDB::GlobalTable.ReplicaSpecification`), with the names of their properties;
   * undefined where those are not known, and then not checked. Undefined as a whole: types are checked by their form only.
   */
  readonly types: ReadonlyMap<string, ReadonlySet<string> | undefined> | undefined;
}

/** The vocabulary of one policy's conditions. */
export function vocabularyOf(
  policy: Pick<Policy, 'subjects' | 'params'>,
  { tiers, groups, types }: PolicyVocabulary,
): Vocabulary {
  return {
    subject: policy.subjects.includes('workload') ? 'workload' : 'resource',
    properties: propertiesOf(policy.subjects, groups, types),
    facts: factKinds,
    relationProperties: relationPropertyKinds,
    tier: tierKinds(tiers),
    params: new Map(Object.entries(policy.params).map(([name, byTier]) => [name, kindOfParameter(byTier)])),
  };
}

/** The properties of all subjects together; undefined when one of them is not known. */
function propertiesOf(
  subjects: readonly string[],
  groups: Groups,
  types: PolicyVocabulary['types'],
): ReadonlySet<string> | undefined {
  const names = new Set<string>();
  for (const subject of subjects) {
    for (const { type } of groups.get(subject) ?? [{ type: subject }]) {
      const properties = types?.get(type);
      if (properties === undefined) return undefined;
      for (const name of properties) names.add(name);
    }
  }
  return names;
}

/** What `$tier` holds at the lowest tier, which has every parameter, and what stated objectives add. */
function tierKinds({ all }: Tiers): ReadonlyMap<string, ValueKind> {
  const kinds = new Map<string, ValueKind>([['switch', 'duration']]);
  for (const { parameters } of all) {
    for (const [name, value] of Object.entries(parameters)) kinds.set(name, kindOfDocument(value));
  }
  return kinds;
}

function kindOfDocument(document: Document): ValueKind {
  if (document instanceof MeasureLeaf) return 'duration';
  if (Array.isArray(document)) return 'list';
  return typeof document === 'number' ? 'number' : 'text';
}

function kindOfParameter(byTier: ByTier<unknown>): ValueKind {
  const values = Object.values(byTier);
  if (values.every((value) => typeof value === 'number')) return 'number';
  if (values.every((value) => typeof value === 'string' && parseDuration(value) !== undefined)) return 'duration';
  return values.every((value) => Array.isArray(value)) ? 'list' : 'text';
}
