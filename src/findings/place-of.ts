/**
 * Where a finding about a verdict stands: the place that decided, moved to the line to edit where that is another one (our
 * own call of a module that is not ours, the line of a CDK app), together with every other place that explains it.
 */
import type { Config, DeploymentConfig } from '../config/config.ts';
import { rangeKey, type SourceRange } from '../core/source.ts';
import { statedDeployments } from '../discovery/stated-deployments.ts';
import type { GraphNode } from '../graph/node.ts';
import type { ResourceGraph } from '../graph/resource-graph.ts';
import type { RelatedPlace, Verdict } from '../policy/verdict.ts';

export interface ToldPlace {
  /** Undefined when nothing in the scan could be pointed at. */
  readonly place: SourceRange | undefined;
  readonly related: readonly RelatedPlace[];
}

export type PlaceFinder = (verdict: Verdict, node: GraphNode) => ToldPlace;

const synthesizedLabel = 'in the synthesized template';
/** Labels of the decisive expression, and of the place that decided where another is told: they come before any other related place. */
const decisiveLabels = new Set(['passed here', 'default here', synthesizedLabel]);

export function placeFinder(graph: ResourceGraph, config: Config): PlaceFinder {
  const foreignFolders = foldersOfForeignModules(graph);
  const deployments = statedDeployments(config);
  return (verdict, node) => {
    const decided = verdict.place ?? node.place ?? node.header ?? placeOfGroup(node, graph, config);
    const isInside = decided !== undefined && foreignFolders.has(folderOf(decided));
    const created = creationPlace(decided, node);
    const place = created ?? (isInside ? (node.place ?? decided) : decided);
    const inside = isInside ? decided : foreignHeader(node);
    const related = [
      ...labelled(created === undefined ? undefined : decided, synthesizedLabel),
      ...inReadingOrder(verdict.related),
      ...node.calls.map((range) => ({ range, label: 'called here' })),
      ...labelled(inside, 'inside the module'),
      ...deploymentLines(node, deployments),
    ];
    return { place, related: withoutRepeats(place, related) };
  };
}

/** Where the value was decided, when that is elsewhere. */
export function decisivePlaces({ related }: ToldPlace): readonly SourceRange[] {
  return related.filter(({ label }) => decisiveLabels.has(label)).map(({ range }) => range);
}

function foldersOfForeignModules(graph: ResourceGraph): ReadonlySet<string> {
  const folders = new Set<string>();
  for (const node of graph.nodes.values()) {
    const header = foreignHeader(node);
    if (header !== undefined) folders.add(folderOf(header));
  }
  return folders;
}

/** The header of what a module that is not ours declares: such a node is placed at the call, which lies in another folder. */
function foreignHeader({ place, header }: GraphNode): SourceRange | undefined {
  if (place === undefined || header === undefined) return undefined;
  return folderOf(place) === folderOf(header) ? undefined : header;
}

/** For what has no line of its own: where the configuration states the workload, else the first of its members. */
function placeOfGroup(node: GraphNode, graph: ResourceGraph, config: Config): SourceRange | undefined {
  const stated = config.workloads.find(({ name }) => name === node.workload || name === node.address)?.statedAt;
  if (stated !== undefined || node.kind !== 'workload') return stated;
  const members = [...graph.follow(node.id, 'contains')].map((member) => member.node);
  const serving = members.filter(({ type }) => type.startsWith('AWS::') && !type.startsWith('AWS::IAM::'));
  return firstPlace(serving) ?? firstPlace(members);
}

function firstPlace(nodes: readonly GraphNode[]): SourceRange | undefined {
  let first: SourceRange | undefined;
  for (const node of nodes) {
    const place = node.place ?? node.header;
    if (place !== undefined && (first === undefined || comparePlaces(place, first) < 0)) first = place;
  }
  return first;
}

/** The line of a CDK app that what decided in its template is written anew from; git knows that line, and hosts show it. */
function creationPlace(decided: SourceRange | undefined, { construct, header }: GraphNode): SourceRange | undefined {
  return decided !== undefined && decided.file === header?.file ? construct?.createdAt() : undefined;
}

function labelled(range: SourceRange | undefined, label: string): readonly RelatedPlace[] {
  return range === undefined ? [] : [{ range, label }];
}

function inReadingOrder(related: readonly RelatedPlace[]): readonly RelatedPlace[] {
  const decisive = related.filter(({ label }) => decisiveLabels.has(label));
  return [...decisive, ...related.filter(({ label }) => !decisiveLabels.has(label))];
}

function deploymentLines(node: GraphNode, deployments: ReadonlyMap<string, DeploymentConfig>): readonly RelatedPlace[] {
  const { statedAt, role } = deployments.get(node.deployment) ?? {};
  if (statedAt === undefined) return [];
  return [{ range: statedAt, label: role === undefined ? 'deployed here' : `deployed here, as ${role}` }];
}

function withoutRepeats(place: SourceRange | undefined, related: readonly RelatedPlace[]): readonly RelatedPlace[] {
  const seen = new Set(place === undefined ? [] : [rangeKey(place)]);
  return related.filter(({ range }) => {
    const key = rangeKey(range);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** By path, then by where it starts and ends. */
export function comparePlaces(left: SourceRange, right: SourceRange): number {
  if (left.file.path !== right.file.path) return left.file.path < right.file.path ? -1 : 1;
  return left.start - right.start || left.end - right.end;
}

function folderOf({ file }: SourceRange): string {
  return file.path.slice(0, Math.max(0, file.path.lastIndexOf('/')));
}
