/** What is to be set, and on what. */
import type { GraphNode } from '../graph/node.ts';
import type { EditTarget } from '../policy/edit-target.ts';
import type { Wanted } from './spelling.ts';

export interface Wish {
  readonly node: GraphNode;
  readonly target: EditTarget;
  readonly value: Wanted;
}
