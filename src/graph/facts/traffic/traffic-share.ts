/** The fact `trafficShare` of weighted records: what part of the answers to their name each gives, 0 to 1. */
import { appendTo } from '../../../core/append-to.ts';
import { MeasureLeaf } from '../../../core/document.ts';
import type { Interval } from '../../../core/interval.ts';
import { propertyAt, textAt, type DraftNode } from '../../draft.ts';
import type { GraphContext } from '../../graph-context.ts';
import { identityKey } from '../../identity/same.ts';
import { nameKey, recordType } from '../../relations/traffic/record-names.ts';
import { wholeNumber } from '../capacity/amount.ts';

export function setTrafficShares(context: GraphContext): void {
  const sets = new Map<string, DraftNode[]>();
  for (const record of context.ofType(recordType)) {
    if (propertyAt(record, '/Weight') !== undefined) appendTo(sets, setKey(record), record);
  }
  for (const set of sets.values()) setShares(set);
}

function setKey(record: DraftNode): string {
  const zone = propertyAt(record, '/HostedZoneId') ?? propertyAt(record, '/HostedZoneName') ?? '';
  return `${nameKey(record)} ${textAt(record, '/Type') ?? ''} ${identityKey(zone) ?? ''}`;
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
