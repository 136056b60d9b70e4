/** Typed edges that mean something for recovery, each a verb with a name for either direction. */
import type { DocumentMap } from '../core/document.ts';
import type { NodeId } from '../core/ids.ts';

/** Forward name → its reverse. `counterpartOf` reads the same both ways. */
export const relationKinds: RelationNames = {
  protectedBy: 'protects',
  storesIn: 'stores',
  copiesTo: 'copiedFrom',
  deadLettersTo: 'deadLettersFrom',
  replicatesTo: 'replicaOf',
  failsOverTo: 'standsInFor',
  routesTo: 'reachedBy',
  checkedBy: 'checks',
  probes: 'probedBy',
  runsIn: 'hosts',
  egressesThrough: 'carries',
  encryptedBy: 'encrypts',
  memberOf: 'members',
  partOf: 'parts',
  counterpartOf: 'counterpartOf',
  watchedBy: 'watches',
  dependsOn: 'neededBy',
  contains: 'belongsTo',
};

interface RelationNames {
  readonly protectedBy: 'protects';
  readonly storesIn: 'stores';
  readonly copiesTo: 'copiedFrom';
  readonly deadLettersTo: 'deadLettersFrom';
  readonly replicatesTo: 'replicaOf';
  readonly failsOverTo: 'standsInFor';
  readonly routesTo: 'reachedBy';
  readonly checkedBy: 'checks';
  readonly probes: 'probedBy';
  readonly runsIn: 'hosts';
  readonly egressesThrough: 'carries';
  readonly encryptedBy: 'encrypts';
  readonly memberOf: 'members';
  readonly partOf: 'parts';
  readonly counterpartOf: 'counterpartOf';
  readonly watchedBy: 'watches';
  readonly dependsOn: 'neededBy';
  readonly contains: 'belongsTo';
}

export type RelationKind = keyof RelationNames;
export interface Relation {
  readonly kind: RelationKind;
  readonly from: NodeId;
  readonly to: NodeId;
  /** A possible relation counts as an unknown item in conditions. */
  readonly certain: boolean;
  /** Why it is only possible, as a phrase: "the tag value var.backup is not known". */
  readonly because?: string;
  /** What `$edge` holds: `retention`, `capacityNow`, `metric`. */
  readonly properties: DocumentMap;
}

/** Every verb, forward ones first. */
export const relationVerbs: readonly string[] = [...new Set(Object.entries(relationKinds).flat())];

/** The kind and direction that a verb names; undefined when it is none. */
export function relationOf(verb: string): { readonly kind: RelationKind; readonly reverse: boolean } | undefined {
  if (isRelationKind(verb)) return { kind: verb, reverse: false };
  const kind = Object.keys(relationKinds).find((each) => isRelationKind(each) && relationKinds[each] === verb);
  return kind !== undefined && isRelationKind(kind) ? { kind, reverse: true } : undefined;
}

function isRelationKind(verb: string): verb is RelationKind {
  return Object.hasOwn(relationKinds, verb);
}
