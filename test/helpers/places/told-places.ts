/** Every place that a run knows: of its nodes, verdicts, findings and diagnostics, each with what must stand there. */
import { isDocumentMap, type Document } from '../../../src/core/document.ts';
import { pointerBelow } from '../../../src/core/pointer.ts';
import { rangeKey, type SourceRange } from '../../../src/core/source.ts';
import type { Report } from '../../../src/findings/report.ts';
import type { GraphNode } from '../../../src/graph/node.ts';
import type { RelatedPlace } from '../../../src/policy/verdict.ts';
import type { Origin } from '../../../src/normalization/normal-resource.ts';

interface Place {
  readonly range: SourceRange;
  /** What leads to it, for people. */
  readonly of: string;
}

export interface NodePlace extends Place {
  readonly kind: 'header' | 'call' | 'construct';
  readonly node: GraphNode;
}

export interface PropertyPlace extends Place {
  readonly kind: 'property' | 'default' | 'decision' | 'region';
  readonly origin: Origin;
}

export interface VerdictPlace extends Place {
  readonly kind: 'verdict';
  /** The places of all nodes. */
  readonly known: ReadonlySet<string>;
}

export interface LabelledPlace extends Place {
  readonly kind: 'related';
  readonly label: string;
  readonly known: ReadonlySet<string>;
}

export interface DiagnosticPlace extends Place {
  readonly kind: 'diagnostic';
  readonly message: string;
}

export type ToldPlace = NodePlace | PropertyPlace | VerdictPlace | LabelledPlace | DiagnosticPlace;

export function toldPlaces(report: Report): readonly ToldPlace[] {
  const ofNodes = [...report.graph.nodes.values()].flatMap(placesOfNode);
  const known = new Set(ofNodes.map(({ range }) => rangeKey(range)));
  return [
    ...ofNodes,
    ...report.verdicts.flatMap(({ policy, node, place, related }) => {
      const of = `${policy} ${node}`;
      return [...placeOf(of, place, known), ...relatedPlaces(of, related, known)];
    }),
    ...report.findings
      .filter(({ verdicts }) => verdicts.length > 0)
      .flatMap(({ policy: of, place, related }) => [
        ...placeOf(of, place, known),
        ...relatedPlaces(of, related, known),
      ]),
    ...report.diagnostics.flatMap(({ code: of, message, range }) =>
      range === undefined ? [] : [{ kind: 'diagnostic' as const, of, message, range }],
    ),
  ];
}

function placeOf(of: string, range: SourceRange | undefined, known: ReadonlySet<string>): readonly ToldPlace[] {
  return range === undefined ? [] : [{ kind: 'verdict', of, range, known }];
}

function relatedPlaces(of: string, related: readonly RelatedPlace[], known: ReadonlySet<string>): readonly ToldPlace[] {
  return related.map(({ range, label }) => ({ kind: 'related', of, range, label, known }));
}

function placesOfNode(node: GraphNode): readonly ToldPlace[] {
  const { id: of, header, calls, construct, document } = node;
  const places: ToldPlace[] = calls.map((range) => ({ kind: 'call', of, range, node }));
  if (header !== undefined) places.push({ kind: 'header', of, range: header, node });
  const created = construct?.createdAt();
  if (created !== undefined) places.push({ kind: 'construct', of, range: created, node });
  for (const [pointer, origin] of originsOf(node, document)) {
    const { range, decidedAt, how } = origin;
    const at = `${of} ${pointer}`;
    const kind = pointer === '/region' ? 'region' : how === 'default' ? 'default' : 'property';
    places.push({ kind, of: at, range, origin });
    if (decidedAt !== undefined) places.push({ kind: 'decision', of: at, range: decidedAt, origin });
  }
  return places;
}

/** Each once, where it is first met from the outside in. */
function originsOf(node: GraphNode, document: Document): ReadonlyMap<string, Origin> {
  const origins = new Map<string, Origin>();
  const seen = new Set<Origin>();
  const open: (readonly [string, Document])[] = [['', document]];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [pointer, at] = next;
    const origin = node.origin(pointer);
    if (origin !== undefined && !seen.has(origin)) origins.set(pointer, origin);
    if (origin !== undefined) seen.add(origin);
    const entries: readonly (readonly [string, Document])[] = isDocumentMap(at)
      ? Object.entries(at)
      : Array.isArray(at)
        ? at.map((item, index): readonly [string, Document] => [String(index), item])
        : [];
    open.push(...entries.toReversed().map(([key, value]) => [pointerBelow(pointer, key), value] as const));
  }
  return origins;
}
