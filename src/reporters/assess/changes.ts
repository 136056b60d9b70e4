/** What it takes to reach a tier: for each ladder, in the order in which it has to be done, the members below its step. */
import type { LadderMember, LadderName, WorkloadAssessment } from '../../assessment/assessment.ts';
import { stepName } from '../../assessment/ladder-step.ts';
import { appendTo } from '../../core/append-to.ts';
import { escapeText, inWords, printText } from '../../core/print.ts';
import type { SourceRange } from '../../core/source.ts';
import type { UnknownSymbol } from '../../core/value.ts';
import type { GraphNode } from '../../graph/node.ts';
import type { Report } from '../../findings/report.ts';
import { addressOf } from '../../policy/names.ts';
import { plural } from '../text-style.ts';

/** More unknowns are counted. */
const namedUnknowns = 4;

type ReportTier = Report['tiers'][number];

/** Something said about a resource, with its line. */
export interface Remark {
  readonly name: string;
  readonly text: string;
  readonly place: SourceRange | undefined;
}

export interface ChangeList {
  readonly tier: string;
  /** Whether it is the promised one; else the next above what is achieved. */
  readonly isPromised: boolean;
  readonly changes: readonly Change[];
}

export interface Change {
  /** What to do, as a sentence without its end: "Keep a live copy of it in us-west-2". */
  readonly what: string;
  /** What it is to be done to, and how that stands now; empty where nothing is declared yet. */
  readonly about: readonly Remark[];
  /** Policies that found the same, and explain it. */
  readonly policies: readonly string[];
}

/** To the promised tier where it is missed, and to the next one above what is achieved. */
export function changeLists(workload: WorkloadAssessment, report: Report): readonly ChangeList[] {
  const { tiers } = report;
  const at = (name: string): number => tiers.findIndex((tier) => tier.name === name);
  const promised = tiers[at(workload.tier)];
  const next = tiers.find((tier) => tier.name === workload.nextTier);
  const isMissed = promised !== undefined && at(workload.achievedTier) < at(promised.name);
  const wanted = [...(isMissed ? [promised] : []), ...(next === undefined || next === promised ? [] : [next])];
  return wanted
    .toSorted((left, right) => at(left.name) - at(right.name))
    .map((tier) => ({
      tier: tier.name,
      isPromised: tier === promised,
      changes: changesTo(tier, workload, report),
    }));
}

/** Data first, for nothing serves without it; then what only has to become known. */
function changesTo(tier: ReportTier, workload: WorkloadAssessment, report: Report): readonly Change[] {
  const changes: Change[] = [];
  const uncertain: LadderMember[] = [];
  for (const { name, members } of workload.ladders) {
    const wanted = tier.steps[name];
    const below = members.filter(({ step }) => step.high < wanted);
    if (below.length > 0) changes.push(changeOf(whatToDo(name, wanted, workload.regions), below, report));
    uncertain.push(...members.filter(({ step }) => step.low < wanted && step.high >= wanted));
  }
  changes.push(...evidenceMissing(tier, workload));
  // What was not read may hold more: of all that is wanted, it alone can be left.
  const unknowns =
    changes.length > 0 || uncertain.length > 0 ? uncertain.flatMap((each) => each.unknowns) : workload.possibleIf;
  if (uncertain.length > 0 || unknowns.length > 0) changes.push(changeOf(whatToSay(unknowns), uncertain, report));
  return changes;
}

function changeOf(what: string, members: readonly LadderMember[], report: Report): Change {
  return {
    what,
    about: declarationsOf(members, report),
    policies: policiesAbout(new Set(members.map(({ node }) => node)), report),
  };
}

/** The instances of one declaration that stand alike are one remark. */
function declarationsOf(members: readonly LadderMember[], { graph }: Report): readonly Remark[] {
  const groups = new Map<string, { readonly member: LadderMember; readonly node: GraphNode | undefined }[]>();
  for (const member of members) {
    const node = graph.node(member.node);
    appendTo(groups, JSON.stringify([node?.deployment, node?.anchor ?? member.node, member.stepName]), {
      member,
      node,
    });
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { member, node } = first;
    const name = node === undefined ? printText(member.node) : addressOf(node);
    const others = group.length === 1 ? '' : ` and ${plural(group.length - 1, 'more instance')}`;
    return { name: `${name}${others}`, text: standingOf(member), place: node?.place };
  });
}

/** `lost: nothing of it leaves its Region` */
export function standingOf({ step, stepName: name, because }: LadderMember): string {
  return step.low === step.high ? escapeText(`${name}: ${because}`) : `not known to be more than ${name}`;
}

/** What may be so already asks for no change, but to be known. */
function whatToSay(unknowns: readonly UnknownSymbol[]): string {
  const subjects = [...new Set(unknowns.map(({ reason }) => printText(reason.subject)))];
  const named = inWords(subjects.slice(0, namedUnknowns), subjects.length);
  return `Make known ${subjects.length === 0 ? 'what is not' : named}: it may be so already`;
}

function policiesAbout(ids: ReadonlySet<LadderMember['node']>, { findings, policies }: Report): readonly string[] {
  const guards = new Set<string>(policies.filter((policy) => policy.guards.includes('region')).map(({ id }) => id));
  const about = findings.filter(
    ({ state, policy, resources }) => state === 'open' && guards.has(policy) && resources.some((id) => ids.has(id)),
  );
  return [...new Set(about.map(({ policy }) => policy))];
}

function whatToDo(ladder: LadderName, wanted: number, { primary, recovery }: WorkloadAssessment['regions']): string {
  const there = recovery[0] ?? 'another Region';
  return (steps[ladder][wanted - 1] ?? '')
    .replaceAll('{there}', () => there)
    .replaceAll('{here}', () => primary ?? 'the primary Region');
}

/** What brings a member onto each step of its ladder, from the first one. */
const steps: Readonly<Record<LadderName, readonly string[]>> = {
  data: [
    'Keep a copy of it in {there}: recovery points, or a replica',
    'Keep a live copy of it in {there}',
    'Let it be written in both Regions',
  ],
  compute: [
    'Declare what stands in for it in {there}, at zero if need be',
    'Let what stands in for it run in {there}',
    'Let as much of it run in {there} as in {here}',
  ],
  traffic: [
    'Give its users a way to {there}: an entry point there, or a record that can be changed',
    'Let its users be led to {there} by health: failover records with a health check, or an accelerator',
    'Let both Regions answer its users',
  ],
};

/** A tier needs something to hold it: without any members nothing is below its steps, and nothing on them. */
function evidenceMissing({ name, steps: asked }: ReportTier, { ladders }: WorkloadAssessment): readonly Change[] {
  return ladders
    .filter((ladder) => ladder.members.length === 0 && asked[ladder.name] > 0 && asked.traffic > 1)
    .filter((ladder) => ladder.name !== 'data')
    .map((ladder) => ({
      what: `Declare ${ladder.name === 'compute' ? 'what serves' : 'what leads users to it, or state `traffic: external`'}: ${name} can't be seen without`,
      about: [],
      policies: [],
    }));
}

/** What a step is called, for what is asked. */
export function stepInWords(ladder: LadderName, step: number): string {
  if (step === 0) return 'nothing';
  return stepName(ladder, step === 1 || step === 2 ? step : 3);
}
