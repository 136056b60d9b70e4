/** The Regions that several resources are deployed to, each once. */
import { UnknownLeaf, type Document } from '../../../core/document.ts';
import { existsGiven, type Existence } from '../../../core/existence.ts';
import type { DraftNode } from '../../draft.ts';
import { identityKey } from '../../identity/same.ts';

export class DeployedRegions {
  readonly #nodes: readonly DraftNode[];
  /** By the cause that their viewer exists for: instances of one resource share theirs. */
  readonly #seen = new Map<string | undefined, readonly Document[]>();

  constructor(nodes: readonly DraftNode[]) {
    this.#nodes = nodes;
  }

  /** Supposing that the viewer exists: a resource that may not exist leaves it open whether its Region is one of them. */
  seenFrom(viewer: Existence): readonly Document[] {
    const cause = viewer.existsBecause?.key;
    const regions = this.#seen.get(cause) ?? regionsOf(this.#nodes, viewer);
    this.#seen.set(cause, regions);
    return regions;
  }
}

function regionsOf(nodes: readonly DraftNode[], viewer: Existence): readonly Document[] {
  const certain = new Map<string, Document>();
  const open = new Map<string, Document>();
  for (const node of nodes) {
    const { region, existsBecause, id } = node;
    const exists = existsGiven(node, viewer);
    if (region === undefined || exists === 'no') continue;
    const key = identityKey(region) ?? id;
    if (exists === 'yes' || existsBecause === undefined) certain.set(key, region);
    else open.set(key, new UnknownLeaf({ ...existsBecause, key: `${existsBecause.key} in ${key}` }));
  }
  for (const key of certain.keys()) open.delete(key);
  return Object.freeze([...certain.values(), ...open.values()]);
}
