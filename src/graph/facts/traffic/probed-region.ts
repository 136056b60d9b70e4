/** The fact `probedRegion` of health checks: the Region of the endpoint that they ask, as its address or name tells. */
import type { Document } from '../../../core/document.ts';
import { appendTo } from '../../../core/append-to.ts';
import { propertyAt, type DraftNode } from '../../draft.ts';
import type { GraphContext } from '../../graph-context.ts';
import { regionOfName } from '../../identity/resolve.ts';
import { identityKey } from '../../identity/same.ts';
import { regionInName } from '../../relations/traffic/endpoint-names.ts';
import { checkType, probedAddressPointer, probedNamePointer, probedNodes } from '../../relations/traffic/probes.ts';
import { nameKey, normalName, recordType } from '../../relations/traffic/record-names.ts';

export function setProbedRegions(context: GraphContext): void {
  const checks = context.ofType(checkType);
  if (checks.length === 0) return;
  const records = new Map<string, DraftNode[]>();
  for (const record of context.ofType(recordType)) appendTo(records, nameKey(record), record);
  for (const check of checks) {
    const region = probedRegion(context, check, records);
    if (region !== undefined) check.facts.set('probedRegion', region);
    const hasAddress = propertyAt(check, probedAddressPointer) !== undefined;
    check.factSources.set('probedRegion', [hasAddress ? probedAddressPointer : probedNamePointer]);
  }
}

type RecordsByName = ReadonlyMap<string, readonly DraftNode[]>;

/** Absent of checks that ask no endpoint, or one that lies in no Region. */
function probedRegion(context: GraphContext, check: DraftNode, records: RecordsByName): Document | undefined {
  const [target] = probedNodes(context, check);
  if (target !== undefined) return regionOf(target);
  const asked = propertyAt(check, probedAddressPointer) ?? propertyAt(check, probedNamePointer);
  if (asked === undefined) return undefined;
  const name = normalName(asked);
  const [record, ...others] = records.get(identityKey(name) ?? '') ?? [];
  // Of several records of one name nobody can tell which answers.
  const declared = record === undefined || others.length > 0 ? undefined : regionOf(record);
  return declared ?? regionInName(name) ?? regionOfName(name);
}

/** A record lies where it leads to. */
function regionOf(target: DraftNode): Document | undefined {
  return target.type === recordType ? target.facts.get('targetRegion') : target.region;
}
