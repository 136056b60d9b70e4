/** What was found, as filters see it: a finding or a verdict with its places and the nodes that it is about. */
import type { SourceRange } from '../core/source.ts';
import type { GraphNode } from '../graph/node.ts';
import type { ResourceGraph } from '../graph/resource-graph.ts';
import type { Verdict } from '../policy/verdict.ts';
import type { Finding } from './finding.ts';

export interface Found {
  /** Where it is told, and the places that explain it. */
  readonly places: readonly SourceRange[];
  /** The file, where there is no place; empty when there is none either. */
  readonly path: string;
  readonly nodes: readonly GraphNode[];
  /** What to write; undefined where it is not known. */
  readonly fix: string | undefined;
}

/** Whether it is reported. */
export type FoundFilter = (found: Found) => boolean;

export function foundFinding({ place, related, path, resources, fix }: Finding, graph: ResourceGraph): Found {
  const places = [place, ...related.map(({ range }) => range)].filter(isPlace);
  const nodes = resources.map((id) => graph.node(id)).filter((node) => node !== undefined);
  return { places, path, nodes, fix };
}

export function foundVerdict({ node: id, place, related }: Verdict, graph: ResourceGraph): Found {
  const node = graph.node(id);
  const ofNode = node === undefined ? [] : [place ?? node.place ?? node.header, ...node.calls];
  const places = [...ofNode, ...related.map(({ range }) => range)].filter(isPlace);
  return { places, path: '', nodes: node === undefined ? [] : [node], fix: undefined };
}

function isPlace(range: SourceRange | undefined): range is SourceRange {
  return range !== undefined;
}
