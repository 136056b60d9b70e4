/** What would happen to one resource: per disruption its best surviving mechanism, as a pair of loss and time. */
import type { NodeId } from '../core/ids.ts';
import type { Interval } from '../core/interval.ts';
import type { GraphNode } from '../graph/node.ts';
import type { Disruption, Evidence } from './assessment.ts';
import { bestWay, type BestWay } from './best-way.ts';
import type { PathMember } from './recovery-path.ts';
import type { WayBack } from './ways-back.ts';

const nothing: BestWay = bestWay([], 'yes');

export function bestFor(member: PathMember, disruption: Disruption): BestWay {
  return member.best.get(disruption) ?? nothing;
}

/** The mechanism that decides: the certain one, else one that may be there. */
export function wayOf({ certain, possible }: BestWay): WayBack | undefined {
  return certain ?? possible;
}

/** The mechanisms behind an estimate: the certain one, and a better one that may be there. */
export function evidenceOf({ certain, possible }: BestWay): readonly Evidence[] {
  return [certain, possible].flatMap((way) => (way === undefined ? [] : [evidenceOfWay(way)]));
}

function evidenceOfWay({ mechanism, node, carrier, holds, because }: WayBack): Evidence {
  const { rpo, rto } = mechanism.basis;
  return {
    mechanism: mechanism.id,
    node: node.id,
    carrier: idOf(carrier, node),
    basis: rpo === 'documented' && rto === 'documented' ? 'documented' : 'assumed',
    place: carrier?.place ?? node.place,
    because,
    certain: holds === 'yes',
  };
}

function idOf(carrier: GraphNode | undefined, node: GraphNode): NodeId | undefined {
  return carrier === undefined || carrier === node ? undefined : carrier.id;
}

/** What may not be there at all may not be missed either. */
export function ifThere({ node, holdsData }: PathMember, figure: Interval): Interval {
  return node.exists === 'unknown' || holdsData === 'unknown' ? { low: 0, high: figure.high } : figure;
}
