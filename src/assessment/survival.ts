/** What a disruption leaves of what carries a recovery: a vault, a replica, a copy. */
import { isDocumentMap, UnknownLeaf, type Document } from '../core/document.ts';
import { not, or, truthOf, type Truth } from '../core/truth.ts';
import { same } from '../graph/identity/same.ts';
import type { GraphNode } from '../graph/node.ts';
import type { Disruption } from './assessment.ts';
import { read } from './read-node.ts';

/**
 * Whether a carrier survives what its resource does not. Which mechanisms recover from lost contents (points in time, never
 * replicas) and from a deletion is theirs to say; here is what the place of the carrier decides.
 */
export function survives(disruption: Disruption, node: GraphNode, carrier: GraphNode): Truth {
  switch (disruption) {
    case 'data':
    case 'deletion':
    case 'instance':
    case 'zone':
      return 'yes';
    case 'region':
      return liesInOtherRegion(node, carrier);
    case 'account':
      return or(not(same(read(node, 'account'), read(carrier, 'account'))), isLocked(carrier));
  }
}

/** What has no Region lies in none, so in no other one either; a record lies where it leads, a health check everywhere. */
function liesInOtherRegion(node: GraphNode, carrier: GraphNode): Truth {
  if (carrier.type === 'AWS::Route53::HealthCheck') return 'yes';
  const region = placeOf(carrier);
  return region === undefined ? 'no' : not(same(placeOf(node), region));
}

function placeOf(node: GraphNode): Document | undefined {
  return read(node, 'region') ?? read(node, 'facts', 'targetRegion');
}

/**
 * A vault that nobody can empty, not even the owner of the account: locked in compliance mode, or air-gapped.
 * https://docs.aws.amazon.com/aws-backup/latest/devguide/vault-lock.html
 * https://docs.aws.amazon.com/aws-backup/latest/devguide/logicallyairgappedvault.html
 */
function isLocked(carrier: GraphNode): Truth {
  if (carrier.type === 'AWS::Backup::LogicallyAirGappedBackupVault') return 'yes';
  if (carrier.type !== 'AWS::Backup::BackupVault') return 'no';
  // What is declared elsewhere may well be locked there.
  if (carrier.kind !== 'declared' && carrier.kind !== 'modelled') return 'unknown';
  const lock = read(carrier, 'properties', 'LockConfiguration');
  if (lock instanceof UnknownLeaf) return 'unknown';
  const days = isDocumentMap(lock) ? lock['ChangeableForDays'] : undefined;
  return days instanceof UnknownLeaf ? 'unknown' : truthOf(days !== undefined);
}
