/**
 * The fact `zonesSpanned` of a file system: the Availability Zones in which it has a mount target, each once. Absent where no
 * mount target is declared, for they may be declared elsewhere.
 */
import { UnknownLeaf, type Document } from '../../../core/document.ts';
import { existsGiven } from '../../../core/existence.ts';
import type { DraftNode } from '../../draft.ts';
import type { GraphContext, RelationEnd } from '../../graph-context.ts';
import { resolve } from '../../identity/resolve.ts';
import { zoneOfSubnet } from '../../place/zones.ts';
import { subnetType } from '../../relations/runs-in.ts';
import { eachOnce } from './zones-spanned.ts';

const fileSystemType = 'AWS::EFS::FileSystem';
const targetType = 'AWS::EFS::MountTarget';

/** The zones that are certain, and the address of something that may add further ones. */
interface Reach {
  readonly zones: Document[];
  doubt: string | undefined;
}

export function setMountTargetZones(context: GraphContext): void {
  const reaches = new Map<DraftNode, Reach>();
  for (const target of context.ofType(targetType)) {
    for (const end of resolve(context, target, '/FileSystemId', [fileSystemType])) {
      const reach = reachOf(reaches, end.node);
      if (isCertain(target, end)) reach.zones.push(zoneOf(context, target));
      else reach.doubt = target.address;
    }
  }
  for (const unread of context.unread) {
    if (!unread.could(targetType)) continue;
    for (const system of [...unread.refersTo].flatMap((id) => context.get(id) ?? [])) {
      if (system.type === fileSystemType) reachOf(reaches, system).doubt = unread.node.address;
    }
  }
  for (const [system, reach] of reaches) system.facts.set('zonesSpanned', zonesIn(system, reach));
}

function reachOf(reaches: Map<DraftNode, Reach>, system: DraftNode): Reach {
  const known = reaches.get(system) ?? { zones: [], doubt: undefined };
  reaches.set(system, known);
  return known;
}

function isCertain(target: DraftNode, { node, certain }: RelationEnd): boolean {
  return certain && existsGiven(target, node) === 'yes';
}

function zoneOf(context: GraphContext, target: DraftNode): Document {
  const [subnet, ...others] = resolve(context, target, '/SubnetId', [subnetType]);
  if (subnet !== undefined && others.length === 0) return zoneOfSubnet(subnet.node);
  return unknownZone(`zone of ${target.id}`, `the zone of ${target.address}`);
}

/** What may exist any number of times leaves everything open, unless there are two zones without it. */
function zonesIn(system: DraftNode, { zones, doubt }: Reach): Document {
  if (doubt === undefined) return eachOnce(zones);
  const known = eachOnce(zones.filter((zone) => typeof zone === 'string'));
  return known.length > 1 ? known : unknownZone(`zones of ${system.id}`, `how many mount targets ${doubt} stands for`);
}

function unknownZone(key: string, subject: string): UnknownLeaf {
  return new UnknownLeaf({ key, reason: { code: 'derived', subject, cure: 'write the subnets one by one' } });
}
