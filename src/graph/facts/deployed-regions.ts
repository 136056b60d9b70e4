/** The Regions that several resources are deployed to, each once. */
import { UnknownLeaf, type Document } from '../../core/document.ts';
import type { DraftNode } from '../draft.ts';
import { identityKey } from '../identity/same.ts';

/** A resource that may not exist leaves it open whether its Region is one of them. */
export function deployedRegions(nodes: readonly DraftNode[]): readonly Document[] {
  const certain = new Map<string, Document>();
  const open = new Map<string, Document>();
  for (const { region, exists, existsBecause, id } of nodes) {
    if (region === undefined || exists === 'no') continue;
    const key = identityKey(region) ?? id;
    if (exists === 'yes' || existsBecause === undefined) certain.set(key, region);
    else open.set(key, new UnknownLeaf({ ...existsBecause, key: `${existsBecause.key} in ${key}` }));
  }
  for (const key of certain.keys()) open.delete(key);
  return Object.freeze([...certain.values(), ...open.values()]);
}
