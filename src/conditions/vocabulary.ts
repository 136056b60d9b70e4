/** The names that exist, so that a misspelt one is refused when a policy is loaded instead of being absent for ever. */

/** What kind of value a name has, as far as comparing it matters. */
export type ValueKind = 'duration' | 'number' | 'text' | 'truth' | 'list' | 'map';

export interface Vocabulary {
  /** What `$` stands on at the top of a policy. */
  readonly subject: 'resource' | 'workload';
  /** Its properties, where all its types are known ones; undefined: not checked. */
  readonly properties: ReadonlySet<string> | undefined;
  /** Dotted names below `facts`. */
  readonly facts: ReadonlyMap<string, ValueKind>;
  /** Names below `$edge`. */
  readonly relationProperties: ReadonlyMap<string, ValueKind>;
  /** Names below `$tier`. */
  readonly tier: ReadonlyMap<string, ValueKind>;
  /** Names below `$params`. */
  readonly params: ReadonlyMap<string, ValueKind>;
}

/** The first keys of a resource's document. */
export const resourceKeys: readonly string[] = [
  'id',
  'address',
  'part',
  'type',
  'sourceType',
  'language',
  'region',
  'account',
  'zones',
  'role',
  'tier',
  'tags',
  'exempt',
  'workload',
  'properties',
  'facts',
  'estimates',
];

/** The first keys of a workload's document. */
export const workloadKeys: readonly string[] = [
  'name',
  'tier',
  'tierSource',
  'needs',
  'objectives',
  'regions',
  'achieved',
  'facts',
];
