/** The fact `regionsServed` of records that answer beside others of their name: the Regions that they lead to together. */
import { UnknownLeaf, type Document } from '../../../core/document.ts';
import { propertyAt, type DraftNode } from '../../draft.ts';
import type { GraphContext } from '../../graph-context.ts';
import { identityKey } from '../../identity/same.ts';
import { recordType, setsByName } from '../../relations/traffic/record-names.ts';

export function setRegionsAnswered(context: GraphContext): void {
  const answering = context.ofType(recordType).filter(({ facts }) => facts.get('routing') === 'active');
  for (const set of setsByName(answering)) {
    const regions = new Map(set.flatMap((record) => regionOf(record)));
    for (const record of set) record.facts.set('regionsServed', Object.freeze([...regions.values()]));
  }
}

/** A record without weight answers nobody while another one has some. */
// https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/routing-policy-weighted.html
function regionOf(record: DraftNode): readonly (readonly [string, Document])[] {
  const weight = propertyAt(record, '/Weight');
  const region = weight instanceof UnknownLeaf ? weight : record.facts.get('targetRegion');
  return weight === 0 || region === undefined ? [] : [[identityKey(region) ?? record.id, region]];
}
