/**
 * The names that policies may use of what the graph derives: facts (`$.facts.longestGap`) and properties of relations
 * (`$edge.retention`), with the kind of value each has. A name that is not here is refused when a policy is loaded.
 */

/** `duration` in seconds, `truth` yes or no, `list` of anything, `map` of anything. */
export type FactKind = 'duration' | 'number' | 'text' | 'truth' | 'list' | 'map';

/** Dotted names below `facts`. */
export const factKinds: ReadonlyMap<string, FactKind> = new Map([
  ['airGappedCopy', 'truth'],
  ['auxiliary', 'truth'],
  ['auxiliaryBecause', 'text'],
  ['capacity.desired', 'number'],
  ['capacity.maximum', 'number'],
  ['capacity.minimum', 'number'],
  ['clusterMember', 'truth'],
  ['coldStorage', 'duration'],
  ['comeback', 'duration'],
  ['continuousBackup', 'truth'],
  ['copyGap', 'duration'],
  ['crossAccountCopy', 'truth'],
  ['crossRegionCopy', 'truth'],
  ['customerManaged', 'truth'],
  ['deleteMarkers', 'truth'],
  ['detection', 'duration'],
  ['encryptedObjects', 'truth'],
  ['existingObjects', 'truth'],
  ['finalSnapshot', 'truth'],
  ['evaluable', 'truth'],
  ['holdsBackups', 'truth'],
  ['image.id', 'text'],
  ['image.literal', 'truth'],
  ['image.regions', 'list'],
  ['keptAtDeletion', 'truth'],
  ['keptAtReplacement', 'truth'],
  ['lagMetrics', 'list'],
  ['lock.maximum', 'duration'],
  ['lock.minimum', 'duration'],
  ['longestGap', 'duration'],
  ['metrics', 'truth'],
  ['name', 'text'],
  ['nativeBackup.retention', 'duration'],
  ['neededBecause', 'text'],
  ['neededForRecovery', 'truth'],
  ['onRecoveryPath', 'truth'],
  ['privateZones', 'list'],
  ['probedName', 'text'],
  ['public', 'truth'],
  ['regionsServed', 'list'],
  ['retention', 'duration'],
  ['routing', 'text'],
  ['state.inPrimaryRegion', 'truth'],
  ['state.kind', 'text'],
  ['state.versioned', 'truth'],
  ['stateful', 'truth'],
  ['switch', 'duration'],
  ['target', 'text'],
  ['targetRegion', 'text'],
  ['targetVersioned', 'truth'],
  ['timeControl', 'truth'],
  ['whole', 'truth'],
  ['zonesServed', 'list'],
  ['zonesSpanned', 'list'],
] as const);

/** Properties of relations, whatever their kind. */
export const relationPropertyKinds: ReadonlyMap<string, FactKind> = new Map([
  ['capacityNow', 'number'],
  ['capacityReach', 'number'],
  ['deleteMarkers', 'truth'],
  ['existingObjects', 'truth'],
  ['failsOver', 'truth'],
  ['metric', 'text'],
  ['metrics', 'truth'],
  ['retention', 'duration'],
  ['timeControl', 'truth'],
  ['whole', 'truth'],
] as const);
