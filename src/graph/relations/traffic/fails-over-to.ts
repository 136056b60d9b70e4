/**
 * From the PRIMARY to the SECONDARY record of one name and type in one hosted zone, and from weighted records that are all
 * checked to those of no weight, which answer once no other one is healthy.
 */
import { isLeaf } from '../../../core/document.ts';
import { propertyAt, type DraftNode } from '../../draft.ts';
import type { GraphContext } from '../../graph-context.ts';
import { recordType, setsByName, zonesAgree } from './record-names.ts';

export function relateFailover(context: GraphContext): void {
  const sets = setsWith(context, '/Failover');
  for (const set of sets) {
    for (const primary of set.filter(isPrimary)) relateSet(context, primary, set);
  }
  relateHalves(context, sets.filter((set) => set.every(isPrimary) || !set.some(isPrimary)).flat());
  for (const set of setsWith(context, '/Weight')) relateWeighted(context, set);
}

function setsWith(context: GraphContext, pointer: string): readonly (readonly DraftNode[])[] {
  return setsByName(context.ofType(recordType).filter((record) => propertyAt(record, pointer) !== undefined));
}

/** A record without a check always counts as healthy, so that those of no weight never get their turn. */
// https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/health-checks-how-route-53-chooses-records.html
function relateWeighted(context: GraphContext, set: readonly DraftNode[]): void {
  const answering = set.filter((record) => propertyAt(record, '/Weight') !== 0);
  if (!answering.every(isChecked)) return;
  const isKnown = answering.every((record) => typeof propertyAt(record, '/Weight') === 'number');
  for (const record of answering) {
    const others = set.filter((other) => !answering.includes(other) && zonesAgree(record, other) !== 'no');
    for (const node of others) {
      const certain = isKnown && (zonesAgree(record, node) === 'yes' || others.length === 1);
      context.relate('failsOverTo', record, { node, certain });
    }
  }
}

function isChecked(record: DraftNode): boolean {
  const isEvaluated = propertyAt(record, '/AliasTarget/EvaluateTargetHealth') === true;
  return isEvaluated || propertyAt(record, '/HealthCheckId') !== undefined;
}

function isPrimary(record: DraftNode): boolean {
  return propertyAt(record, '/Failover') === 'PRIMARY';
}

/** Halves whose names are inputs, each perhaps of its own root, may be of one name; the first that may be it stands for all. */
function relateHalves(context: GraphContext, halves: readonly DraftNode[]): void {
  const primaries = halves.filter(isPrimary);
  const secondaries = halves.filter((record) => !isPrimary(record));
  const perhapsOf = (record: DraftNode, others: readonly DraftNode[]): DraftNode | undefined =>
    isUnnamed(record) ? others[0] : others.find(isUnnamed);
  const pairs = [
    ...primaries.map((primary) => [primary, perhapsOf(primary, secondaries)] as const),
    ...secondaries.slice(1).map((secondary) => [perhapsOf(secondary, primaries), secondary] as const),
  ];
  for (const [primary, node] of pairs) {
    if (primary === undefined || node === undefined || zonesAgree(primary, node) === 'no') continue;
    if (context.from('failsOverTo', primary).some(({ to }) => to === node.id)) continue;
    const because = `nothing says whether ${primary.address} and ${node.address} have one name`;
    context.relate('failsOverTo', primary, { node, certain: false, because });
  }
}

function isUnnamed(record: DraftNode): boolean {
  return isLeaf(record.facts.get('name'));
}

/** Records of a name in another zone are of another set; where that is not known, an only partner is the one. */
function relateSet(context: GraphContext, primary: DraftNode, set: readonly DraftNode[]): void {
  const others = set.filter((record) => record !== primary && propertyAt(record, '/Failover') !== 'PRIMARY');
  const partners = others.filter((record) => zonesAgree(primary, record) !== 'no');
  const surely = partners.filter((record) => zonesAgree(primary, record) === 'yes');
  for (const node of surely.length > 0 ? surely : partners) {
    const isSecondary = propertyAt(node, '/Failover') === 'SECONDARY';
    const isOne = surely.length > 0 || partners.length === 1;
    context.relate('failsOverTo', primary, { node, certain: isSecondary && isOne });
  }
}
