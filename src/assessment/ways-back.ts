/** The ways in which a resource comes back: each mechanism that it has, over each carrier that survives. */
import type { CompiledHop } from '../conditions/compile.ts';
import { evaluateCondition } from '../conditions/evaluate.ts';
import { membership, within } from '../conditions/quantify.ts';
import { sayPhrase } from '../conditions/phrase.ts';
import { subjectScope, type ConditionContext, type Doubt, type Scope } from '../conditions/scope.ts';
import { membersOf } from '../conditions/set-members.ts';
import { documentMap, type DocumentMap } from '../core/document.ts';
import type { Interval } from '../core/interval.ts';
import { and, type Truth } from '../core/truth.ts';
import type { UnknownSymbol } from '../core/value.ts';
import type { GraphNode } from '../graph/node.ts';
import type { ResourceGraph } from '../graph/resource-graph.ts';
import type { Disruption } from './assessment.ts';
import type { CompiledMechanism } from './compile-mechanism.ts';
import { figureOf, unknownsIn } from './figure.ts';
import { mechanismsOf } from './mechanisms.ts';
import { mayLieThere, unknownsOf } from './read-node.ts';
import { survives } from './survival.ts';

/** A mechanism that a resource has, or may have. */
export interface WayBack {
  readonly mechanism: CompiledMechanism;
  readonly node: GraphNode;
  /** What must survive; undefined: nothing but the resource's own service. */
  readonly carrier: GraphNode | undefined;
  /** Never `no`. */
  readonly holds: Truth;
  readonly rpo: Interval | undefined;
  readonly rto: Interval;
  readonly detection: Interval | undefined;
  /** "restored from the copy in us-west-2" */
  readonly because: string;
  /** Why the resource stands on its step: "the standby runs 0 of 4". */
  readonly stands: string;
  /** "Route 53 takes changes through us-east-1 alone" */
  readonly proviso: string | undefined;
  /** Why it is not certain. */
  readonly unknowns: readonly UnknownSymbol[];
}

/** What mechanisms are held against. */
export interface WaySettings {
  readonly graph: ResourceGraph;
  /** `$tier`: what the lowest tier asks of a standby that wants one to run. */
  readonly tier: DocumentMap;
  /** `$params`: see `mechanismParameters`. */
  readonly params: DocumentMap;
}

/** All that a resource has, whatever the disruption. */
export function waysBack(settings: WaySettings, node: GraphNode): readonly WayBack[] {
  const context: ConditionContext = {
    ...settings,
    subject: node,
    documentOf: (each) => each.document,
    workload: documentMap([]),
  };
  const scope = subjectScope(context);
  return mechanismsOf(node.type).flatMap((mechanism) => waysOf(mechanism, node, scope));
}

/** Those that a disruption leaves. */
export function survivingWays(disruption: Disruption, ways: readonly WayBack[]): readonly WayBack[] {
  return ways.flatMap((way) => {
    if (!way.mechanism.recovers.has(disruption)) return [];
    const left = way.carrier === undefined ? 'yes' : survives(disruption, way.node, way.carrier);
    if (left === 'no') return [];
    const places = left === 'unknown' && way.carrier !== undefined ? unknownsOf(way.node, way.carrier) : [];
    return [{ ...way, holds: and(way.holds, left), unknowns: [...way.unknowns, ...places] }];
  });
}

function waysOf(mechanism: CompiledMechanism, node: GraphNode, scope: Scope): readonly WayBack[] {
  const applies = mechanism.where === undefined ? undefined : evaluateCondition(mechanism.where, scope);
  if (applies?.truth === 'no') return [];
  const start: Stop = { scope, truth: applies?.truth ?? 'yes', doubts: applies?.doubts ?? [] };
  let stops: readonly Stop[] = [start];
  for (const hop of mechanism.carrier) stops = stops.flatMap((stop) => after(stop, hop));
  return stops.map((stop) => wayOver(stop, mechanism, node));
}

/** An item that a hop led to, with what is certain of the way to it. */
interface Stop {
  readonly scope: Scope;
  readonly truth: Truth;
  readonly doubts: readonly Doubt[];
}

function after(stop: Stop, { set, name, where }: CompiledHop): readonly Stop[] {
  return membersOf(set, stop.scope).flatMap((member) => {
    const scope = within(stop.scope, member, name);
    const judged = membership(member, where, scope, evaluateCondition);
    const allowed = member.edge === undefined ? 'yes' : mayLieThere(member.edge);
    const truth = and(and(stop.truth, judged.truth), allowed);
    return truth === 'no' ? [] : [{ scope, truth, doubts: [...stop.doubts, ...judged.doubts] }];
  });
}

function wayOver({ scope, truth, doubts }: Stop, mechanism: CompiledMechanism, node: GraphNode): WayBack {
  const { rpo, rto, detection } = mechanism;
  const because = sayPhrase(mechanism.says, scope);
  return {
    mechanism,
    node,
    carrier: mechanism.carrier.length === 0 ? undefined : scope.current.node,
    holds: mechanism.isCertain ? truth : 'unknown',
    rpo: rpo === undefined ? undefined : figureOf(rpo, scope),
    rto: figureOf(rto, scope),
    detection: detection === undefined ? undefined : figureOf(detection, scope),
    because,
    stands: mechanism.stands === undefined ? because : sayPhrase(mechanism.stands, scope),
    proviso: mechanism.proviso === undefined ? undefined : sayPhrase(mechanism.proviso, scope),
    unknowns: [
      ...doubts.map(({ symbol }) => symbol),
      ...[rpo, rto, detection].flatMap((figure) => unknownsIn(figure, scope)),
    ],
  };
}
