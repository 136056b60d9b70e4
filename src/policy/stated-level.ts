/** The level that the configuration gives a policy on a resource: everywhere, or by path, tag, module call and address. */
import type { PolicyOverride } from '../config/config.ts';
import { readBelow } from '../conditions/read-place.ts';
import { isDocumentMap } from '../core/document.ts';
import type { Level } from '../core/level.ts';
import type { GraphNode } from '../graph/node.ts';
import { selects } from '../graph/workload/selects.ts';

/**
 * Undefined: the policy's own level. A tag whose value is not known selects nothing.
 *
 * @param node the resource; for a part, the one that holds it
 * @param base the folder that the paths of the configuration are relative to
 */
export function statedLevel({ level, cases = [] }: PolicyOverride, node: GraphNode, base: string): Level | undefined {
  const tags = readBelow(node.document, ['tags']);
  const { address, anchor, deployment, header, construct } = node;
  const selectable = { address, anchor, deployment, header, construct, tags: isDocumentMap(tags) ? tags : {} };
  return cases.find((each) => selects(each, selectable, base))?.level ?? level;
}
