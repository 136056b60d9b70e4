/** Where in the source something was judged. What has no instance (`count = 0`) is not, and neither is a variable by itself. */
import type { SourceRange } from '../core/source.ts';
import type { GraphNode } from '../graph/node.ts';
import { RangeIndex } from './range-index.ts';

const judgedKinds = new Set<GraphNode['kind']>(['declared', 'modelled', 'settings']);

export class JudgedPlaces {
  /** Headers, and those of the calls around them. */
  readonly #heads: RangeIndex<GraphNode>;
  readonly #blocks: RangeIndex<GraphNode>;

  constructor(nodes: Iterable<GraphNode>) {
    const heads: (readonly [SourceRange, GraphNode])[] = [];
    const blocks: (readonly [SourceRange, GraphNode])[] = [];
    for (const node of nodes) {
      if (!judgedKinds.has(node.kind)) continue;
      for (const head of node.header === undefined ? node.calls : [node.header, ...node.calls])
        heads.push([head, node]);
      // The block of the settings of a template is the whole file.
      if (node.kind !== 'settings') for (const block of node.blocks) blocks.push([block, node]);
    }
    this.#heads = new RangeIndex(heads);
    this.#blocks = new RangeIndex(blocks);
  }

  /** Whether something judged is declared in this range, or the range is a part of it. */
  touch(range: SourceRange): boolean {
    return this.#heads.hasStartIn(range) || this.#blocks.around(range).length > 0;
  }
}
