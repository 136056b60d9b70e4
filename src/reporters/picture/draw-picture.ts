/** From a report to its picture: which boxes there are, in which Region, and which arrows lead from one to another. */
import type { WorkloadAssessment } from '../../assessment/assessment.ts';
import { appendTo } from '../../core/append-to.ts';
import type { Report } from '../../findings/report.ts';
import { isDeclared, type GraphNode } from '../../graph/node.ts';
import type { ResourceGraph } from '../../graph/resource-graph.ts';
import { figuresInWords } from '../figures-in-words.ts';
import { nameOf, timesOf } from './box-names.ts';
import { columnsOf, regionKey } from './columns.ts';
import { shownBy } from './drawn-nodes.ts';
import { distinctGaps, gapsOf } from './gaps.ts';
import type { Arrow, Box, Gap, Lane, Picture, Section } from './picture.ts';
import { linksOf, type Link } from './links.ts';
import { kindOf } from './service-names.ts';
import { stackBoxes } from './stack-boxes.ts';

export function drawPicture(report: Report): Picture {
  const { links, lanes } = linksOf(report.graph);
  const drawn: Drawn = {
    graph: report.graph,
    links,
    lanes,
    gaps: gapsOfShown(report),
    estimates: report.estimates,
    tiers: report.tiers.map(({ name }) => name),
  };
  return { sections: report.workloads.map((workload, index) => sectionOf(drawn, workload, index)) };
}

interface Drawn {
  readonly graph: ResourceGraph;
  readonly links: readonly Link[];
  /** What is drawn, with its lane. */
  readonly lanes: ReadonlyMap<GraphNode, Lane>;
  readonly gaps: ReadonlyMap<GraphNode, readonly Gap[]>;
  readonly estimates: Report['estimates'];
  /** Their names, ascending. */
  readonly tiers: readonly string[];
}

/** Of what is drawn, together with its parts and members. */
function gapsOfShown(report: Report): Drawn['gaps'] {
  const gaps = new Map<GraphNode, Gap[]>();
  for (const [id, found] of gapsOf(report)) {
    const node = report.graph.node(id);
    const shown = node === undefined ? undefined : shownBy(report.graph, node);
    for (const gap of shown === undefined ? [] : found) appendTo(gaps, shown, gap);
  }
  return gaps;
}

function sectionOf(drawn: Drawn, workload: WorkloadAssessment, index: number): Section {
  const { name } = workload;
  const links = drawn.links.filter(
    ({ from, to }) => (isOf(from, name) || isOf(to, name)) && drawn.lanes.has(from) && drawn.lanes.has(to),
  );
  const ends = new Set(links.flatMap(({ from, to }) => [from, to]));
  const nodes = [...drawn.lanes.keys()].filter((node) => isOf(node, name) || ends.has(node));
  let count = 0;
  const columns = columnsOf(boxesOf(drawn, nodes, name), workload).map((column) => ({
    ...column,
    boxes: stackBoxes(column.boxes).map((box) => ({ ...box, id: `w${index + 1}-b${++count}` })),
  }));
  const boxes = columns.flatMap((column) => column.boxes);
  const standing = new Map(boxes.flatMap((box) => box.nodes.map((node) => [node, box] as const)));
  return {
    workload,
    keepsTier: drawn.tiers.indexOf(workload.achievedTier) >= drawn.tiers.indexOf(workload.tier),
    columns,
    arrows: arrowsOf(links, standing),
    undrawn: undrawnOf(drawn, name),
  };
}

/** Only what is declared belongs to a workload; the rest is drawn where an arrow leads to it. */
function isOf(node: GraphNode, workload: string): boolean {
  return isOwn(node) && node.workload === workload;
}

function isOwn(node: GraphNode): boolean {
  return isDeclared(node) || node.kind === 'part';
}

/** The instances of one declaration in one Region are one box. */
function boxesOf({ lanes, gaps, estimates }: Drawn, nodes: readonly GraphNode[], workload: string): readonly Box[] {
  const groups = new Map<string, GraphNode[]>();
  for (const node of nodes) {
    const { deployment, anchor, part = '', id } = node;
    // All that a part of the scan could declare that was not read is one box.
    const key = node.kind === 'possible' ? [node.address] : [id];
    appendTo(groups, JSON.stringify(isOwn(node) ? [regionKey(node), deployment, anchor, part] : key), node);
  }
  return [...groups.values()].flatMap((group) => {
    const [node] = group;
    const lane = node === undefined ? undefined : lanes.get(node);
    if (node === undefined || lane === undefined) return [];
    const estimate = estimates.get(node.id)?.get('region');
    const { name, module } = nameOf(node);
    return {
      id: '',
      node,
      nodes: group,
      members: [],
      name: `${name}${timesOf(group)}`,
      module,
      kind: node.kind === 'possible' ? 'Could not be read' : kindOf(node.type),
      lane,
      isDeclared: isOwn(node),
      guestOf: isOwn(node) && node.workload !== workload ? node.workload : undefined,
      whenLost: estimate === undefined ? '' : figuresInWords(estimate),
      gaps: distinctGaps(group.flatMap((each) => gaps.get(each) ?? [])),
    };
  });
}

function arrowsOf(links: readonly Link[], boxes: ReadonlyMap<GraphNode, Box>): readonly Arrow[] {
  const arrows = new Map<string, Arrow>();
  for (const { kind, from: source, to: target, certain, because } of links) {
    const from = boxes.get(source);
    const to = boxes.get(target);
    if (from === undefined || to === undefined || from === to) continue;
    const key = `${kind} ${from.id} ${to.id}`;
    if (arrows.get(key)?.certain === true) continue;
    arrows.set(key, { kind, from, to, certain, because });
  }
  return [...arrows.values()];
}

function undrawnOf({ graph, lanes }: Drawn, workload: string): Section['undrawn'] {
  const counts = new Map<string, number>();
  for (const node of graph.nodes.values()) {
    if (!isDeclared(node) || node.workload !== workload || lanes.has(node) || shownBy(graph, node) !== node) continue;
    const kind = kindOf(node.type);
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return [...counts].map(([kind, count]) => ({ kind, count })).toSorted((left, right) => right.count - left.count);
}
