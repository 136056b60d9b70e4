/** What an assessment says about one workload, in words and in order; text, Markdown and HTML only lay it out. */
import {
  disruptions,
  type Disruption,
  type Estimate,
  type EstimateTerm,
  type Evidence,
  type LadderName,
  type TermName,
  type WorkloadAssessment,
} from '../../assessment/assessment.ts';
import { printDuration } from '../../core/duration.ts';
import type { Interval } from '../../core/interval.ts';
import { escapeText, printText } from '../../core/print.ts';
import type { SourceRange } from '../../core/source.ts';
import type { Truth } from '../../core/truth.ts';
import type { NodeId } from '../../core/ids.ts';
import type { Report } from '../../findings/report.ts';
import { addressOf } from '../../policy/names.ts';
import { provisosInWords } from './provisos-in-words.ts';
import { changeLists, standingOf, stepInWords, type ChangeList, type Remark } from './changes.ts';
import {
  backIn,
  dataGone,
  disruptionNames,
  figuresInWords,
  isLost,
  promiseInWords,
  regionLoss,
} from '../figures-in-words.ts';

export interface Account {
  readonly name: string;
  /** `us-east-1 is lost` */
  readonly regionLoss: string;
  /** What was promised, what would happen, what holds: sentences. */
  readonly headline: readonly string[];
  /** The loss of the Region first. */
  readonly disruptions: readonly DisruptionAccount[];
  readonly ladders: readonly LadderAccount[];
  readonly changes: readonly ChangeList[];
  /** Where more is paid for than was promised. */
  readonly surplus: readonly Remark[];
  readonly unknowns: readonly { readonly subject: string; readonly cure: string }[];
}

export interface DisruptionAccount {
  readonly disruption: Disruption;
  /** `lost Region` */
  readonly name: string;
  readonly backIn: string;
  readonly dataGone: string;
  readonly isLost: boolean;
  /** Empty where nothing is. */
  readonly promise: string;
  readonly holds: Truth | undefined;
  /** The figure misses the promise, and it rests on an assumption. */
  readonly isAssumed: boolean;
  /** What adds up to the time; of one term nothing does. */
  readonly terms: readonly TermAccount[];
  /** The resource that decides the figures. */
  readonly limitedBy: Remark | undefined;
  /** The resources that alone already miss the promise. */
  readonly breaking: readonly Remark[];
  readonly provisos: readonly string[];
}

export interface TermAccount {
  readonly name: string;
  readonly time: string;
  readonly because: string;
  readonly place: SourceRange | undefined;
}

export interface LadderAccount {
  readonly name: LadderName;
  /** `2 of 3 below replicated`, `all replicated`, `no member` */
  readonly stands: string;
  readonly isBelow: boolean;
  /** The members below what the promised tier asks, and those not known to reach it. */
  readonly below: readonly Remark[];
}

export function accountOf(workload: WorkloadAssessment, report: Report): Account {
  const changes = changeLists(workload, report);
  return {
    name: printText(workload.name),
    regionLoss: regionLoss(workload.regions.primary),
    headline: headlineOf(workload, report, changes),
    disruptions: [...disruptions]
      .toSorted((left, right) => Number(right === 'region') - Number(left === 'region'))
      .flatMap((disruption) => {
        const estimate = workload.estimates.get(disruption);
        return estimate === undefined ? [] : [disruptionAccount(disruption, estimate, { workload, report })];
      }),
    ladders: laddersOf(workload, report),
    changes,
    surplus: surplusOf(workload, report),
    unknowns: unknownsOf(workload),
  };
}

function headlineOf(workload: WorkloadAssessment, report: Report, changes: readonly ChangeList[]): readonly string[] {
  const { achievedTier, possibleTier } = workload;
  const region = workload.estimates.get('region');
  const certain = possibleTier === undefined ? '' : ' for certain';
  const holds =
    achievedTier === 'none'
      ? `No tier holds${certain}`
      : `The highest tier that holds${certain} is ${printText(achievedTier)}`;
  return [
    promiseSentence(workload),
    ...(region === undefined ? [] : [regionSentence(region, workload, report)]),
    possibleTier === undefined ? `${holds}.` : `${holds}; ${printText(possibleTier)} may hold.`,
    ...changes.flatMap((list) => changesSentence(list)),
  ];
}

function promiseSentence({ tier, tierSource, objectives: { rto, rpo } }: WorkloadAssessment): string {
  const figures = [
    ...(rto === undefined ? [] : [`RTO ${printDuration(rto)}`]),
    ...(rpo === undefined ? [] : [`RPO ${printDuration(rpo)}`]),
  ].join(', ');
  if (tierSource === 'default') return `Nothing is promised, so ${printText(tier)} is assumed.`;
  if (tierSource === 'objectives') return `You promised ${figures}; that takes ${printText(tier)}.`;
  return `You promised ${printText(tier)}${figures === '' ? '' : ` (${figures})`}.`;
}

function regionSentence(estimate: Estimate, workload: WorkloadAssessment, report: Report): string {
  const event = `If ${regionLoss(workload.regions.primary)}`;
  const limit = limitOf(estimate, report);
  if (isLost(estimate)) {
    return limit === undefined
      ? `${event}, something does not come back.`
      : `${event}, \`${limit.name}\` does not come back: ${limit.text}.`;
  }
  const because = limit === undefined ? '' : `; \`${limit.name}\` decides that (${limit.text})`;
  return `${event}, ${figuresInWords(estimate)}${because}.`;
}

function changesSentence({ tier, changes }: ChangeList): readonly string[] {
  if (changes.length === 0) return [];
  return [`To reach ${printText(tier)}: ${changes.length === 1 ? 'one change' : `${changes.length} changes`}.`];
}

interface Context {
  readonly workload: WorkloadAssessment;
  readonly report: Report;
}

function disruptionAccount(disruption: Disruption, estimate: Estimate, context: Context): DisruptionAccount {
  const { report } = context;
  const { rpo, rto, terms, promise, provisos } = estimate;
  return {
    disruption,
    name: disruptionNames[disruption],
    backIn: backIn(rto),
    dataGone: dataGone(rpo),
    isLost: isLost(estimate),
    promise: promise === undefined ? '' : promiseInWords(promise),
    holds: promise?.holds,
    isAssumed: promise?.holds === 'no' && promise.basis === 'assumed',
    terms: terms.length > 1 ? terms.map(termOf) : [],
    limitedBy: limitOf(estimate, report),
    breaking: breakingOf(disruption, context),
    provisos: provisosInWords(provisos, report),
  };
}

const termNames: Readonly<Record<TermName, string>> = {
  detection: 'noticing it',
  response: 'deciding',
  data: 'data',
  compute: 'compute',
  traffic: 'switching users',
  recovery: 'recovery',
};

function termOf({ name, time, because, evidence }: EstimateTerm): TermAccount {
  const [doubt, basis] = evidence === undefined ? ['', ''] : [doubtOf(evidence), basisOf(evidence)];
  return {
    name: termNames[name],
    // Without a stated response time it is not in the sum.
    time: name === 'response' && time.high === 0 ? 'not counted' : backIn(time),
    because: ownWords(name, time) ?? `${doubt}${escapeText(because)}${basis}`,
    place: evidence?.place,
  };
}

function doubtOf({ certain }: Evidence): string {
  return certain ? '' : 'perhaps ';
}

function basisOf({ basis }: Evidence): string {
  return basis === 'assumed' ? ' (assumed)' : '';
}

/** What the mechanism behind a term does not say of it. */
function ownWords(name: TermName, time: Interval): string | undefined {
  if (name === 'detection') return 'until a health check sees it';
  return name === 'response' && time.high === 0 ? 'it comes on top' : undefined;
}

/** The resource that decides, and why. */
function limitOf({ limitedBy, terms, evidence }: Estimate, report: Report): Remark | undefined {
  if (limitedBy === undefined) return undefined;
  const own = [...terms.flatMap((term) => term.evidence ?? []), ...evidence].find(({ node }) => node === limitedBy);
  return remarkOn(limitedBy, own === undefined ? 'nothing brings it back' : `${doubtOf(own)}${own.because}`, report);
}

function remarkOn(id: NodeId, text: string, { graph }: Report): Remark {
  const node = graph.node(id);
  return {
    name: node === undefined ? printText(id) : addressOf(node),
    text: escapeText(text),
    place: node?.place ?? node?.header,
  };
}

function breakingOf(disruption: Disruption, { workload, report }: Context): readonly Remark[] {
  const found: Remark[] = [];
  for (const [id, estimates] of report.estimates) {
    const estimate = estimates.get(disruption);
    if (report.graph.node(id)?.workload !== workload.name || estimate?.promise?.holds !== 'no') continue;
    const figures = figuresInWords(estimate);
    const because = estimate.terms[0]?.because ?? '';
    found.push(remarkOn(id, because === '' ? figures : `${figures} (${because})`, report));
  }
  return found;
}

function laddersOf(workload: WorkloadAssessment, report: Report): readonly LadderAccount[] {
  const promised = report.tiers.find(({ name }) => name === workload.tier);
  return workload.ladders.map(({ name, members }) => {
    const wanted = promised?.steps[name] ?? 0;
    const below = members.filter(({ step }) => step.high < wanted);
    const uncertain = members.filter(({ step }) => step.low < wanted && step.high >= wanted);
    const counts = { members: members.length, below: below.length, uncertain: uncertain.length };
    return {
      name,
      stands: standing(counts, stepInWords(name, wanted)),
      isBelow: below.length > 0,
      below: [...below, ...uncertain].map((member) => remarkOn(member.node, standingOf(member), report)),
    };
  });
}

interface MemberCounts {
  readonly members: number;
  readonly below: number;
  readonly uncertain: number;
}

function standing({ members, below, uncertain }: MemberCounts, wanted: string): string {
  if (members === 0) return 'no member';
  if (wanted === 'nothing') return `${members} of them, nothing asked`;
  if (below + uncertain === 0) return `all ${members} ${wanted}`;
  const parts = [
    ...(below === 0 ? [] : [`${below} of ${members} below ${wanted}`]),
    ...(uncertain === 0 ? [] : [`${uncertain} of ${members} not known to be ${wanted}`]),
  ];
  return parts.join(', ');
}

/** Only against what somebody promised. */
function surplusOf({ tier, tierSource, ladders }: WorkloadAssessment, report: Report): readonly Remark[] {
  const promised = report.tiers.find(({ name }) => name === tier);
  if (promised === undefined || tierSource === 'default') return [];
  return ladders.flatMap(({ name, members }) =>
    members
      .filter(({ step }) => step.low > promised.steps[name])
      .map(({ node, stepName, because }) => {
        const asked = stepInWords(name, promised.steps[name]);
        return remarkOn(node, `${stepName} (${because}); ${tier} asks for ${asked}`, report);
      }),
  );
}

function unknownsOf({ possibleIf, ladders }: WorkloadAssessment): Account['unknowns'] {
  const symbols = [...possibleIf, ...ladders.flatMap(({ members }) => members.flatMap(({ unknowns }) => unknowns))];
  const bySubject = new Map(
    symbols.map(({ reason }) => [
      `${reason.subject} ${reason.cure}`,
      { subject: printText(reason.subject), cure: escapeText(reason.cure) },
    ]),
  );
  return [...bySubject.values()];
}
