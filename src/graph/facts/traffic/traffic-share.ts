/** The fact `trafficShare` of weighted records: what part of the answers to their name each gives, 0 to 1. */
import { appendTo } from '../../../core/append-to.ts';
import { MeasureLeaf, type Document } from '../../../core/document.ts';
import type { Interval } from '../../../core/interval.ts';
import { propertyAt, type DraftNode } from '../../draft.ts';
import type { GraphContext } from '../../graph-context.ts';
import { identityKey } from '../../identity/same.ts';
import { recordType, setsByName } from '../../relations/traffic/record-names.ts';
import { wholeNumber } from '../capacity/amount.ts';

export function setTrafficShares(context: GraphContext): void {
  const weighted = context.ofType(recordType).filter((record) => propertyAt(record, '/Weight') !== undefined);
  for (const records of setsByName(weighted)) for (const set of setsOf(records)) setShares(set);
}

/** The sets of records with one name and type: those of one hosted zone. */
function setsOf(records: readonly DraftNode[]): readonly (readonly DraftNode[])[] {
  const zones = new Map<string, DraftNode[]>();
  for (const record of records) appendTo(zones, identityKey(zoneOf(record)) ?? '', record);
  const sets = [...zones.values()];
  const alone = sets.filter(({ length }) => length === 1).flat();
  // Weights are for several: each alone in a zone that it looks up by itself, as in a module called once per Region, is one of them.
  const areOne = alone.filter((record) => typeof zoneOf(record) === 'string').length <= 1;
  return areOne ? [...sets.filter(({ length }) => length > 1), alone] : sets;
}

function zoneOf(record: DraftNode): Document {
  return propertyAt(record, '/HostedZoneId') ?? propertyAt(record, '/HostedZoneName') ?? '';
}

/** Where all weights are 0, each gives as many answers. */
// https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resource-record-sets-values-weighted.html
function setShares(set: readonly DraftNode[]): void {
  const weights = set.map((record) => wholeNumber(propertyAt(record, '/Weight'), 0));
  const because = weights.find((weight) => weight.because !== undefined)?.because;
  const isAllZero = weights.every(({ high }) => high === 0);
  for (const [index, record] of set.entries()) {
    const own = weights[index] ?? { low: 0, high: Infinity };
    const others = sumOf(weights.filter((_, other) => other !== index));
    const weighted = { low: part(own.low, others.high), high: part(own.high, others.low) };
    const share = isAllZero ? { low: 1 / set.length, high: 1 / set.length } : weighted;
    record.facts.set('trafficShare', new MeasureLeaf('number', share, because));
    record.factSources.set('trafficShare', ['/Weight']);
  }
}

function sumOf(weights: readonly Interval[]): Interval {
  let [low, high] = [0, 0];
  for (const weight of weights) {
    low += weight.low;
    high += weight.high;
  }
  return { low, high };
}

function part(own: number, others: number): number {
  if (own === 0) return 0;
  if (own === Infinity || others === 0) return 1;
  return others === Infinity ? 0 : own / (own + others);
}
