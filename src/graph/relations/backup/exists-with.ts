/** Whether one resource exists whenever another does. */
import type { DraftNode } from '../../draft.ts';
import { matches, perhaps, type Match } from './match.ts';

/** What depends on the same unknown condition as the node exists whenever the node does. */
export function existsWith(other: DraftNode, node: DraftNode): Match {
  const isTied = other.existsBecause !== undefined && other.existsBecause.key === node.existsBecause?.key;
  return other.exists === 'yes' || isTied ? matches : perhaps(`whether ${other.address} exists is not known`);
}
