/** What is not known, in the words of a message: `multi_az of aws_db_instance.orders`, `the Region of aws_db_instance.orders`. */
import { pointerKeys } from '../core/pointer.ts';
import type { Doubt, Place } from '../conditions/scope.ts';
import type { ResourceGraph } from '../graph/resource-graph.ts';
import { assertNever } from '../core/assert-never.ts';
import { addressOf, attributeOf } from './names.ts';
import { relationInWords } from './relation-in-words.ts';

export function unknownInWords(doubt: Doubt, graph: ResourceGraph): string {
  switch (doubt.kind) {
    case 'value':
      return placeInWords(doubt.place);
    case 'existence':
      return `whether ${addressOf(doubt.node)} exists`;
    case 'relation':
      return `whether ${relationInWords(doubt.relation, graph)}`;
    default:
      return assertNever(doubt);
  }
}

/** A fact goes by the name of what was written for it, where that is one thing. */
function placeInWords(place: Place): string {
  const { node, pointer } = place;
  if (node === undefined) return ofRelations.get(pointerKeys(pointer).join('.')) ?? attributeOf(place);
  const address = addressOf(node);
  const isWritten = pointer.startsWith('/facts/') && node.origin(pointer) !== undefined;
  const phrase = isWritten ? undefined : phraseOf(pointer);
  return phrase === undefined ? `${attributeOf(place)} of ${address}` : phrase.replace('{}', () => address);
}

/** An item of a list is told as the list. */
function phraseOf(pointer: string): string | undefined {
  const keys = pointerKeys(pointer).filter((key) => !/^\d+$/u.test(key));
  const [first, ...rest] = keys[0] === 'estimates' ? ['estimates', ...keys.slice(2)] : keys;
  return ofNodes.get([first === 'facts' ? undefined : first, ...rest].filter((key) => key !== undefined).join('.'));
}

/** Facts by their names, and what else a document has that nobody wrote. `{}`: the address. */
const ofNodes: ReadonlyMap<string, string> = new Map([
  ['account', 'the account of {}'],
  ['region', 'the Region of {}'],
  ['role', 'whether {} belongs to the primary or to the recovery Region'],
  ['type', 'what {} declares'],
  ['estimates.recovery', 'whether {} comes back'],
  ['estimates.rpo', 'how much of the data of {} is lost'],
  ['estimates.rto', 'how long it takes until {} is back'],
  ['clusterMember', 'whether {} belongs to a cluster'],
  ['codeRegions', 'where the code of {} is deployed to'],
  ['continuousBackup', 'whether {} is backed up continuously'],
  ['copyGap', 'how long it takes from one copy of {} in another Region to the next'],
  ['customerManaged', "whether {} is a key of one's own"],
  ['deployedTo', 'where the code of {} is deployed to'],
  ['environmentType', 'whether {} is a single server'],
  ['existingObjects', 'whether {} replicates what it holds already'],
  ['holdsBackups', 'whether {} holds backups'],
  ['invokedAsynchronously', 'whether {} is called without anybody waiting for it'],
  ['keptAtDeletion', 'whether {} is kept when it is deleted'],
  ['longestGap', 'how long it takes from one recovery point of {} to the next'],
  ['mostServers', 'how many servers {} may have'],
  ['privateZones', 'in which Availability Zones {} has private subnets'],
  ['probedRegion', 'the Region that {} probes'],
  ['regionsReached', 'the Regions that {} leads to'],
  ['regionsServed', 'the Regions that {} sends traffic to'],
  ['removesData', 'whether {} holds data'],
  ['selectsNothing', 'whether {} selects anything'],
  ['stateful', 'whether {} holds data'],
  ['state.inPrimaryRegion', 'whether the state of {} lies in the primary Region'],
  ['state.versioned', 'whether the state of {} is versioned'],
  ['staysHere', 'whether {} is needed in one Region only'],
  ['switch', 'how long it takes until the clients of {} have moved'],
  ['switches', 'whether {} switches to another Region'],
  ['targetRegion', 'the Region that {} leads to'],
  ['trafficShare', 'how much traffic {} gets'],
  ['visibilityNeeded', 'how long whoever takes a message from {} may work on it'],
  ['waitsForSomebody', 'whether anything starts {}'],
  ['whole', 'whether {} takes everything'],
  ['zonesSpanned', 'in which Availability Zones {} stands'],
]);

/** Properties of relations, which stand on no node. */
const ofRelations: ReadonlyMap<string, string> = new Map([
  ['allowed', 'whether the data may lie there'],
  ['capacityNow', 'how much of the capacity of the primary Region runs there'],
  ['capacityReach', 'how much of the capacity of the primary Region may run there'],
  ['cidrOverlap', 'whether the two have addresses in common'],
  ['deleteMarkers', 'whether deletions are replicated'],
  ['existingObjects', 'whether what was there before is replicated'],
  ['metric', 'which metric it watches'],
  ['metrics', 'whether the replication is measured'],
  ['retention', 'how long it is kept there'],
  ['timeControl', 'whether the replication has a time limit'],
  ['whole', 'whether everything is replicated'],
]);
