/** From an event bus to the archives that keep its events. */
import type { GraphContext } from '../../graph-context.ts';
import { relatePerhapsNamed } from '../perhaps-named.ts';
import { relateWritten, type WrittenRelation } from '../written.ts';

const archive = 'AWS::Events::Archive';
const bus = 'AWS::Events::EventBus';

const archived: WrittenRelation = { type: archive, at: '/SourceArn', names: [bus], backwards: true };

export function relateArchives(context: GraphContext): void {
  relateWritten(context, 'storesIn', [archived]);
  relatePerhapsNamed(context, 'storesIn', archived);
  for (const unread of context.unread) {
    if (!unread.could(archive)) continue;
    for (const id of unread.refersTo) {
      const node = context.get(id);
      if (node?.type !== bus) continue;
      const because = `${unread.node.address} could not be read and is given ${node.address}`;
      context.relate('storesIn', node, { node: context.possible(unread, archive), certain: false, because });
    }
  }
}
