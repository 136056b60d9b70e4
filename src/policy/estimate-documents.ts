/** What policies read of an assessment: `$.estimates` of a resource, and how a workload stands to its tier. */
import type { Disruption, Estimate, WorkloadAssessment } from '../assessment/assessment.ts';
import { documentMap, duration, UnknownLeaf, type Document, type DocumentMap } from '../core/document.ts';
import { exactly, type Interval } from '../core/interval.ts';
import { printDuration, printDurationInterval } from '../core/duration.ts';
import type { UnknownSymbol } from '../core/value.ts';
import type { GraphNode } from '../graph/node.ts';
import type { Tier } from './tiers.ts';

/** One entry per disruption, each with its figures and, where something is promised, the objective. */
export function estimatesDocument(node: GraphNode, estimates: ReadonlyMap<Disruption, Estimate>): DocumentMap {
  return documentMap([...estimates].map(([disruption, estimate]) => [disruption, ofOne(node, disruption, estimate)]));
}

/** In the words of a message: "the loss of its Region". */
export const eventInWords: Readonly<Record<Disruption, string>> = {
  data: 'the corruption of its data',
  deletion: 'its deletion',
  instance: 'the loss of its instance',
  zone: 'the loss of its zone',
  region: 'the loss of its Region',
  account: 'the loss of its account',
};

function ofOne(node: GraphNode, disruption: Disruption, estimate: Estimate): DocumentMap {
  const { rpo, rto, promise, evidence, terms } = estimate;
  const because: UnknownSymbol = estimate.unknowns[0] ?? {
    key: `estimate ${node.id} ${disruption}`,
    reason: {
      code: 'derived',
      subject: `how long ${terms[0]?.because ?? 'it'} takes`,
      cure: 'time it in a restore test',
    },
  };
  const measure = (figure: Interval | undefined): Document | undefined =>
    figure === undefined ? undefined : duration(figure, figure.low === figure.high ? undefined : because);
  return documentMap([
    ['disruption', disruption],
    ['event', eventInWords[disruption]],
    ['rpo', measure(rpo)],
    ['rto', measure(rto)],
    ['back', backInWords(rto)],
    ['gone', goneInWords(rpo)],
    ['recovery', recoveryOf(estimate, because)],
    ['mechanism', evidence[0]?.mechanism],
    ['how', terms[0]?.because],
    ['promised', promise !== undefined],
    ['basis', promise?.basis],
    ['objective', promise === undefined ? undefined : objectiveDocument(promise.rpo, promise.rto)],
  ]);
}

/** As in "it is back `10 min to 12 h` after the loss of its zone". */
function backInWords(rto: Interval | undefined): string {
  return rto === undefined || isAnything(rto) ? 'at an unknown time' : printDurationInterval(rto);
}

/** `24 h of data gone` */
function goneInWords(rpo: Interval | undefined): string {
  if (rpo === undefined) return 'no data of its own to lose';
  if (rpo.high === 0) return 'no data gone';
  return `${isAnything(rpo) ? 'an unknown amount' : printDurationInterval(rpo)} of data gone`;
}

function isAnything({ low, high }: Interval): boolean {
  return low === 0 && high === Infinity;
}

/** `none` where it is lost for good, else `some`. */
function recoveryOf({ rpo, rto, unknowns }: Estimate, because: UnknownSymbol): Document {
  if (rpo?.low === Infinity || rto?.low === Infinity) return 'none';
  const isBounded = (rpo?.high ?? 0) < Infinity && (rto?.high ?? 0) < Infinity;
  // Where nothing is left to become known it is what its code keeps when it is deleted: nothing to miss.
  return isBounded || unknowns.length === 0 ? 'some' : new UnknownLeaf(because);
}

/** An objective that nobody stated takes as long as it may. */
function objectiveDocument(rpo: number | undefined, rto: number | undefined): DocumentMap {
  const parts = [
    ...(rto === undefined ? [] : [`back within ${printDuration(rto)}`]),
    ...(rpo === undefined ? [] : [`at most ${printDuration(rpo)} of data gone`]),
  ];
  return documentMap([
    ['rpo', duration(exactly(rpo ?? Infinity))],
    ['rto', duration(exactly(rto ?? Infinity))],
    ['words', parts.length === 0 ? 'that it comes back' : parts.join(', ')],
  ]);
}

/** Whether every ladder has members, and stands above the step that the tier asks for; else what that depends on. */
export function isAbove({ name: workload, ladders }: WorkloadAssessment, { steps }: Tier): boolean | UnknownLeaf {
  if (ladders.some(({ name, members, step }) => members.length === 0 || step.high <= steps[name])) return false;
  const open = ladders.filter(({ name, step }) => step.low <= steps[name]);
  if (open.length === 0) return true;
  const unknowns = open.flatMap(({ members, name }) =>
    members.flatMap(({ step, unknowns: causes }) => (step.low <= steps[name] ? causes : [])),
  );
  const [because] = unknowns;
  if (because !== undefined) return new UnknownLeaf(because);
  const subject = `where the ${open[0]?.name ?? ''} of workload ${workload} stands`;
  return new UnknownLeaf({ key: `surplus of ${workload}`, reason: { code: 'derived', subject, cure: '' } });
}
