/** Whether one resource exists whenever another does. */
import { existsGiven } from '../../../core/existence.ts';
import type { DraftNode } from '../../draft.ts';
import { matches, perhaps, type Match } from './match.ts';

/** What depends on the same unknown condition as the node exists whenever the node does. */
export function existsWith(other: DraftNode, node: DraftNode): Match {
  return existsGiven(other, node) === 'yes' ? matches : perhaps(`whether ${other.address} exists is not known`);
}
