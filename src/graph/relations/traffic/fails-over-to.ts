/** From the PRIMARY to the SECONDARY record of one name and type in one hosted zone. */
import { appendTo } from '../../../core/append-to.ts';
import { isLeaf } from '../../../core/document.ts';
import { propertyAt, textAt, type DraftNode } from '../../draft.ts';
import type { GraphContext } from '../../graph-context.ts';
import { nameKey, recordType, zonesAgree } from './record-names.ts';

export function relateFailover(context: GraphContext): void {
  const sets = new Map<string, DraftNode[]>();
  for (const record of context.ofType(recordType)) {
    if (propertyAt(record, '/Failover') === undefined) continue;
    appendTo(sets, `${nameKey(record)} ${textAt(record, '/Type') ?? ''}`, record);
  }
  for (const set of sets.values()) {
    for (const primary of set.filter(isPrimary)) relateSet(context, primary, set);
  }
  relateHalves(context, [...sets.values()].filter((set) => set.every(isPrimary) || !set.some(isPrimary)).flat());
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
