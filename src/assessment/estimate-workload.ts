/**
 * What would happen to a resource, and to a workload: the worst of its resources, and for the loss of its Region the sum of
 * what follows one after the other: noticing it, deciding, the data, the capacity, the switch.
 */
import { exactly, sum, worst, type Interval } from '../core/interval.ts';
import type { UnknownSymbol } from '../core/value.ts';
import type { ResourceGraph } from '../graph/resource-graph.ts';
import type {
  Basis,
  Disruption,
  Estimate,
  EstimateTerm,
  Evidence,
  LadderName,
  Proviso,
  TermName,
} from './assessment.ts';
import type { BestWay } from './best-way.ts';
import { bestFor, evidenceOf, ifThere, wayOf } from './estimate-resource.ts';
import { anyTime } from './figure.ts';
import { distinct } from './ladder-step.ts';
import { provisosOfWay } from './provisos.ts';
import type { PathMember } from './recovery-path.ts';

/** An estimate before it is held against a promise, with what its figures rest on. */
export interface Unpromised extends Omit<Estimate, 'promise'> {
  readonly rto: Interval;
  readonly basis: { readonly rpo: Basis; readonly rto: Basis };
}

export interface CompositionSettings {
  readonly graph: ResourceGraph;
  /** What capacity starts from and only the primary Region has. */
  readonly startProvisos: readonly Proviso[];
  /** Until a person has decided; seconds. */
  readonly responseTime: number;
  /** Whether what could not be read may hold such a part. */
  readonly couldHold: Readonly<Record<LadderName, boolean>>;
}

/** The estimate of one resource alone. */
export function estimateOf(member: PathMember, disruption: Disruption, graph: ResourceGraph): Unpromised {
  const best = bestFor(member, disruption);
  const way = wayOf(best);
  const evidence = evidenceOf(best);
  return {
    rpo: best.rpo,
    rto: best.rto,
    limitedBy: member.node.id,
    terms: [{ name: 'recovery', time: best.rto, because: way?.because ?? noWay, evidence: evidence[0] }],
    evidence,
    provisos: disruption === 'region' ? provisosOfWay(graph, way) : [],
    unknowns: unknownsOf([best]),
    basis: way?.mechanism.basis ?? { rpo: 'documented', rto: 'documented' },
  };
}

/** The estimate of all of them together. */
export function composed(
  members: readonly PathMember[],
  disruption: Disruption,
  settings: CompositionSettings,
): Unpromised {
  const loss = lossOf(members, disruption, settings);
  const terms = disruption === 'region' ? regionTerms(members, settings) : [slowest(members, disruption, settings)];
  const longest = longestOf(terms);
  const behind = [loss, ...terms.map((term) => term.worst)].flatMap((each) => each?.best ?? []);
  return {
    rpo: loss?.figure,
    rto: sum(...terms.map(({ worst: { figure } }) => figure)),
    limitedBy: limiting(loss, longest)?.member?.node.id,
    terms: terms.map(termOf),
    evidence: eachOnce(behind.flatMap(evidenceOf)),
    provisos: disruption === 'region' ? provisosOf(members, settings) : [],
    unknowns: unknownsOf(behind),
    basis: { rpo: basisOf(loss, 'rpo'), rto: basisOf(longest, 'rto') },
  };
}

/** Undefined where nothing holds data. */
function lossOf(
  members: readonly PathMember[],
  disruption: Disruption,
  { couldHold }: CompositionSettings,
): Worst | undefined {
  const stores = members.filter(({ part }) => part === 'data');
  if (stores.length === 0 && !couldHold.data) return undefined;
  return worstOf(stores, couldHold.data, (member) => bestFor(member, disruption).rpo ?? exactly(0), disruption);
}

function longestOf(terms: readonly Term[]): Worst | undefined {
  return terms.map((term) => term.worst).toSorted((left, right) => compare(right.figure, left.figure))[0];
}

/** What loses nothing limits nothing, and neither does a loss beside something that never comes back. */
function limiting(loss: Worst | undefined, longest: Worst | undefined): Worst | undefined {
  if (loss?.member === undefined || loss.figure.high === 0) return longest;
  return longest?.figure.low === Infinity ? longest : loss;
}

/** Each once; what capacity starts from matters where there is some. */
function provisosOf(members: readonly PathMember[], { graph, startProvisos }: CompositionSettings): readonly Proviso[] {
  const ofWays = members.flatMap((member) => provisosOfWay(graph, wayOf(bestFor(member, 'region'))));
  const ofStart = members.some(({ part }) => part === 'compute') ? startProvisos : [];
  return [...new Map([...ofWays, ...ofStart].map((proviso) => [proviso.text, proviso])).values()];
}

/** The worst of several, and which one that is. */
interface Worst {
  readonly figure: Interval;
  readonly member: PathMember | undefined;
  readonly best: BestWay | undefined;
  /** Where no resource says it. */
  readonly because?: string;
}

interface Term {
  readonly name: TermName;
  readonly worst: Worst;
}

const noWay = 'nothing brings it back';
const undecided: Worst = {
  figure: anyTime,
  member: undefined,
  best: undefined,
  because: 'nothing in the scan decides it',
};
const unread: Worst = { ...undecided, because: 'what could not be read may take longer' };

/** End by end, so that a loss that is certain is not hidden by what is not known. */
function worstOf(
  members: readonly PathMember[],
  couldHold: boolean,
  figure: (member: PathMember) => Interval,
  disruption: Disruption,
): Worst {
  let found: Worst | undefined;
  const figures: Interval[] = couldHold ? [anyTime] : [];
  for (const member of members) {
    const own = ifThere(member, figure(member));
    figures.push(own);
    if (found === undefined || compare(own, found.figure) > 0) {
      found = { figure: own, member, best: bestFor(member, disruption) };
    }
  }
  const isDecided = found !== undefined && (!couldHold || found.figure.high === Infinity);
  return { ...(isDecided ? found : unread), figure: worst(...figures), member: found?.member, best: found?.best };
}

/** By the high end, then by the low one; two that are for ever are equal at that end. */
function compare(left: Interval, right: Interval): number {
  if (left.high !== right.high) return left.high > right.high ? 1 : -1;
  return left.low === right.low ? 0 : left.low > right.low ? 1 : -1;
}

function slowest(members: readonly PathMember[], disruption: Disruption, { couldHold }: CompositionSettings): Term {
  const any = Object.values(couldHold).includes(true);
  if (members.length === 0 && !any) return { name: 'recovery', worst: undecided };
  return {
    name: 'recovery',
    worst: worstOf(members, any, (member) => bestFor(member, disruption).rto, disruption),
  };
}

function regionTerms(members: readonly PathMember[], settings: CompositionSettings): readonly Term[] {
  const parts = (['data', 'compute', 'traffic'] as const).flatMap((part): readonly Term[] => {
    const ofPart = members.filter((member) => member.part === part);
    if (ofPart.length > 0 || settings.couldHold[part]) {
      const worstPart = worstOf(ofPart, settings.couldHold[part], afterwards, 'region');
      return [{ name: part, worst: worstPart }];
    }
    // Without data there is none to bring back; capacity and a way to it everything needs.
    return part === 'data' ? [] : [{ name: part, worst: undecided }];
  });
  return [...detection(members), ...response(parts, settings), ...parts];
}

function afterwards(member: PathMember): Interval {
  return bestFor(member, 'region').afterwards;
}

/** Once, and only where something detects. */
function detection(members: readonly PathMember[]): readonly Term[] {
  const watched = members.filter((member) => bestFor(member, 'region').detection !== undefined);
  if (watched.length === 0) return [];
  const time = (member: PathMember): Interval => bestFor(member, 'region').detection ?? exactly(0);
  return [{ name: 'detection', worst: worstOf(watched, false, time, 'region') }];
}

function response(parts: readonly Term[], { responseTime }: CompositionSettings): readonly Term[] {
  const isDecided = parts.some(({ worst: { best } }) => best !== undefined && wayOf(best)?.mechanism.decidedByPerson);
  if (!isDecided) return [];
  const because = responseTime === 0 ? 'plus the time to decide' : 'until somebody has decided';
  return [{ name: 'response', worst: { figure: exactly(responseTime), member: undefined, best: undefined, because } }];
}

function termOf({ name, worst: { figure, best, because } }: Term): EstimateTerm {
  const way = best === undefined ? undefined : wayOf(best);
  const evidence = best === undefined ? undefined : evidenceOf(best)[0];
  return { name, time: figure, because: because ?? way?.because ?? noWay, evidence };
}

/** What nothing decides rests on nothing. */
function basisOf(worstOne: Worst | undefined, figure: 'rpo' | 'rto'): Basis {
  const way = worstOne?.best === undefined ? undefined : wayOf(worstOne.best);
  return way?.mechanism.basis[figure] ?? 'documented';
}

/** Of what decides, and of what would be better if it turned out well. */
function unknownsOf(behind: readonly BestWay[]): readonly UnknownSymbol[] {
  const ways = behind.flatMap(({ certain, possible }) => [certain, possible]);
  return distinct(ways.flatMap((way) => way?.unknowns ?? []));
}

function eachOnce(evidence: readonly Evidence[]): readonly Evidence[] {
  return [...new Map(evidence.map((each) => [`${each.mechanism} ${each.node} ${each.carrier}`, each])).values()];
}
