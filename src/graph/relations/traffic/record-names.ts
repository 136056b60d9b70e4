/** When DNS records have one name, and lie in one hosted zone. */
import { appendTo } from '../../../core/append-to.ts';
import type { Document } from '../../../core/document.ts';
import type { Truth } from '../../../core/truth.ts';
import { propertyAt, textAt, type DraftNode } from '../../draft.ts';
import { identityKey, same } from '../../identity/same.ts';

export const recordType = 'AWS::Route53::RecordSet';

/** Names compare without case and without the final dot. */
export function normalName(name: Document): Document {
  return typeof name === 'string' ? name.toLowerCase().replace(/\.$/u, '') : name;
}

/** Equal for records that certainly have one name. */
export function nameKey(record: DraftNode): string {
  const name = record.facts.get('name');
  return name === undefined ? '' : (identityKey(name) ?? '');
}

/** The records that may answer together: those of one name and type. */
export function setsByName(records: readonly DraftNode[]): readonly (readonly DraftNode[])[] {
  const sets = new Map<string, DraftNode[]>();
  for (const record of records) appendTo(sets, `${nameKey(record)} ${textAt(record, '/Type') ?? ''}`, record);
  return [...sets.values()];
}

/** Whether two records are in one hosted zone: by its id, else by its name. */
export function zonesAgree(one: DraftNode, other: DraftNode): Truth {
  for (const pointer of ['/HostedZoneId', '/HostedZoneName']) {
    const [left, right] = [propertyAt(one, pointer), propertyAt(other, pointer)];
    if (left !== undefined && right !== undefined) return same(left, right);
  }
  return 'unknown';
}
