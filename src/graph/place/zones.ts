/**
 * Zones: of a subnet its own, of everything that runs in subnets theirs. Two indexes of one zone list are two zones, though
 * unnamed; a subnet without a zone lies in one that AWS picks.
 */
import { UnknownLeaf, type Document } from '../../core/document.ts';
import { propertyAt, type DraftNode } from '../draft.ts';
import type { GraphContext } from '../graph-context.ts';

/** The zone of a subnet: as written, else one symbol per subnet. */
export function zoneOfSubnet(subnet: DraftNode): Document {
  return propertyAt(subnet, '/AvailabilityZone') ?? propertyAt(subnet, '/AvailabilityZoneId') ?? zoneOf(subnet);
}

function zoneOf(subnet: DraftNode): UnknownLeaf {
  const looked = subnet.kind === 'looked-up' || subnet.kind === 'external';
  return new UnknownLeaf({
    key: `zone of ${subnet.id}`,
    reason: {
      code: looked ? 'data-source' : 'computed',
      subject: `the zone of ${subnet.address}`,
      cure: looked ? '' : 'write the Availability Zone of the subnet',
    },
  });
}

/**
 * Zones of which only their places in one list are known are still different zones: told apart by these places. Beside a
 * zone of another kind nothing tells whether they are the same, so then they stay as they are.
 */
export function toldApart(zones: readonly Document[]): readonly Document[] {
  const keys = zones.map((zone) => (zone instanceof UnknownLeaf ? listItem.exec(zone.symbol().key) : null));
  const lists = new Set(keys.map((key) => key?.groups?.['list']));
  if (lists.size !== 1 || lists.has(undefined)) return zones;
  return keys.map((key) => `zone ${key?.groups?.['index']} of the Region`);
}

/** The symbol of an item of a Region's zone list. */
const listItem = /^(?<list>.*\|zone)\[(?<index>\d+)\]$/u;

/** The zones that the nodes named by `runsIn` lie in, written ones first. */
export function settleZones(context: GraphContext): void {
  for (const node of context.nodes.values()) {
    const written = writtenZones(node);
    if (written !== undefined) node.zones = written;
  }
  for (const relation of context.relations) {
    if (relation.kind !== 'runsIn') continue;
    const node = context.get(relation.from);
    const subnet = context.get(relation.to);
    if (node === undefined || subnet === undefined || writtenZones(node) !== undefined) continue;
    const known = Array.isArray(node.zones) ? node.zones : [];
    node.zones = [...known, zoneOfSubnet(subnet)];
  }
}

function writtenZones(node: DraftNode): Document | undefined {
  const one = propertyAt(node, '/AvailabilityZone');
  return one === undefined ? propertyAt(node, '/AvailabilityZones') : [one];
}
