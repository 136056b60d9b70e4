/** From the PRIMARY to the SECONDARY record of one name and type in one hosted zone. */
import { appendTo } from '../../core/append-to.ts';
import { propertyAt, textAt, type DraftNode } from '../draft.ts';
import type { GraphContext } from '../graph-context.ts';
import { nameKey, recordType, zonesAgree } from './record-names.ts';

export function relateFailover(context: GraphContext): void {
  const sets = new Map<string, DraftNode[]>();
  for (const record of context.ofType(recordType)) {
    if (propertyAt(record, '/Failover') === undefined) continue;
    appendTo(sets, `${nameKey(record)} ${textAt(record, '/Type') ?? ''}`, record);
  }
  for (const set of sets.values()) {
    for (const primary of set.filter((record) => propertyAt(record, '/Failover') === 'PRIMARY')) {
      relateSet(context, primary, set);
    }
  }
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
