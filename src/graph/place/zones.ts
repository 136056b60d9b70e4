/**
 * Zones: of a subnet its own, of everything that runs in subnets theirs. Two indexes of one zone list are two zones, though
 * unnamed; a subnet without a zone lies in one that AWS picks.
 */
import { TemplateLeaf, UnknownLeaf, type Document } from '../../core/document.ts';
import { propertyAt, type DraftNode } from '../draft.ts';
import type { GraphContext } from '../graph-context.ts';
import { identityKey } from '../identity/same.ts';

/** The zone of a subnet: as written, else one symbol per subnet. */
export function zoneOfSubnet(subnet: DraftNode): Document {
  const zone = propertyAt(subnet, '/AvailabilityZone');
  if (zone !== undefined) return inRegionOf(subnet, zone);
  return propertyAt(subnet, '/AvailabilityZoneId') ?? zoneOf(subnet);
}

/** What stands before the letter of its zone can only be its own Region. */
function inRegionOf({ region }: DraftNode, zone: Document): Document {
  if (typeof region !== 'string' || !(zone instanceof TemplateLeaf)) return zone;
  const [before, letter, ...more] = zone.value().parts;
  const isLetter = typeof letter === 'string' && /^[a-z]$/u.test(letter);
  return isLetter && typeof before === 'object' && more.length === 0 ? `${region}${letter}` : zone;
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
 * Zones of which only their places in one list are known, or only the letter behind one Region, are still different zones:
 * told apart by these. Beside a zone of another kind nothing tells whether they are the same, so then they stay as they are.
 */
export function toldApart(zones: readonly Document[]): readonly Document[] {
  return toldApartByCase(zones) ?? toldApartByPlace(zones);
}

/** Zones of one mapping by Region: when they fall apart alike in every Region, it is known which are the same. */
function toldApartByCase(zones: readonly Document[]): readonly Document[] | undefined {
  const cases = zones.map((zone) => (zone instanceof UnknownLeaf ? zone.symbol().cases : undefined));
  const [first] = cases;
  if (first === undefined || cases.some((each) => each?.of !== first.of)) return undefined;
  const partitions = [...first.values.keys()].map((name) => {
    const values = cases.map((each) => each?.values.get(name));
    return values.map((value) => values.indexOf(value));
  });
  const [partition = []] = partitions;
  const isAlike = partitions.every((other) => other.every((group, index) => group === partition[index]));
  return isAlike ? partition.map((group) => `zone ${group} of the Region`) : undefined;
}

function toldApartByPlace(zones: readonly Document[]): readonly Document[] {
  const keys = zones.map((zone) => differingEnd(zone));
  const origins = new Set(keys.map((key) => key?.['origin']));
  if (origins.size !== 1 || origins.has(undefined)) return zones;
  return keys.map((key) => `zone ${key?.['end']} of the Region`);
}

function differingEnd(zone: Document): Readonly<Record<string, string>> | undefined {
  if (zone instanceof UnknownLeaf) return listItem.exec(zone.symbol().key)?.groups;
  return zone instanceof TemplateLeaf ? letterOfRegion.exec(identityKey(zone) ?? '')?.groups : undefined;
}

/** The symbol of an item of a Region's zone list. */
const listItem = /^(?<origin>.*\|zone)\[(?<end>\d+)\]$/u;
/** A Region that is not known, and a letter. */
const letterOfRegion = /^(?<origin>.*)\|=(?<end>[a-z])$/u;

/**
 * All zones of a Region, of which only the Region is known: two at least, and perhaps more. AWS builds three, but an account
 * may see only two of them in its oldest Regions.
 */
// https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-availability-zones.html
export function asLeastZones(zones: Document): Document {
  const isWholeList = zones instanceof UnknownLeaf && zonesOfRegion.test(zones.symbol().key);
  return isWholeList ? Object.freeze(['zone 0 of the Region', 'zone 1 of the Region', zones]) : zones;
}

/** The symbol of a Region's zone list that nothing filters. */
const zonesOfRegion = /^(?!ids of )[^|]+\|zone$/u;

/** The zones that the subnets named by `runsIn` lie in, written ones first. */
export function settleZones(context: GraphContext): void {
  for (const node of context.nodes.values()) {
    const written = writtenZones(node);
    if (written !== undefined) node.zones = written;
  }
  for (const relation of context.relations) {
    if (relation.kind !== 'runsIn') continue;
    const node = context.get(relation.from);
    const subnet = context.get(relation.to);
    // A group of subnets says where something may run, not where it does; a network spans all zones of its Region.
    if (node === undefined || subnet?.type !== 'AWS::EC2::Subnet' || writtenZones(node) !== undefined) continue;
    const known = Array.isArray(node.zones) ? node.zones : [];
    node.zones = [...known, zoneOfSubnet(subnet)];
  }
}

function writtenZones(node: DraftNode): Document | undefined {
  const one = propertyAt(node, '/AvailabilityZone');
  return one === undefined ? propertyAt(node, '/AvailabilityZones') : [one];
}
