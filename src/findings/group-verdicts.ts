/** Grouping: the failures of one policy at one place become one finding, which names the instances that fail and that pass. */
import { appendTo } from '../core/append-to.ts';
import type { NodeId, PolicyId } from '../core/ids.ts';
import { levels, type FindingLevel } from '../core/level.ts';
import { rangeKey, type SourceRange } from '../core/source.ts';
import type { GraphNode } from '../graph/node.ts';
import { addressOf } from '../policy/names.ts';
import type { Policy } from '../policy/policy.ts';
import type { RelatedPlace, Verdict } from '../policy/verdict.ts';
import { inWords, printText } from '../core/print.ts';
import { guardsAgainst, missedAfter } from './consequences.ts';
import type { Finding } from './finding.ts';
import { fingerprintOf } from './fingerprint.ts';
import { isDate, type Suppression } from './suppression.ts';
import { compareTexts } from './sort.ts';

/** One failed verdict that is ready to be told. */
export interface Failure {
  readonly verdict: Verdict;
  readonly node: GraphNode;
  /** Missed objectives that are told inside it. */
  readonly consequences: readonly Verdict[];
  readonly place: SourceRange | undefined;
  readonly related: readonly RelatedPlace[];
  readonly state: Finding['state'];
  /** What would suppress it, had it not expired. */
  readonly expired: Suppression | undefined;
}

/** How many instances are named before the rest is only counted. */
const namedInstances = 3;
/** A finding of a thousand instances must stay readable. */
const relatedPlaces = 20;

/** `passing` are the passing verdicts with their nodes. Fingerprints are not numbered yet. */
export function groupVerdicts(
  failures: readonly Failure[],
  passing: readonly { readonly verdict: Verdict; readonly node: GraphNode }[],
  policies: ReadonlyMap<PolicyId, Policy>,
): readonly Finding[] {
  const groups = groupBy(failures, ({ verdict, node, place, state }) =>
    [verdict.policy, state, place === undefined ? node.id : rangeKey(place)].join(' '),
  );
  const passingByLine = groupBy(passing, ({ verdict, node }) => lineKey(verdict, node));
  return [...groups.values()].map((group) => {
    const sorted = group.toSorted((left, right) => compareTexts(left.node.id, right.node.id));
    const lines = new Set(sorted.map(({ verdict, node }) => lineKey(verdict, node)));
    const passingNodes = [...lines].flatMap((line) => passingByLine.get(line) ?? []).map(({ node }) => node);
    return findingOf(
      sorted,
      passingNodes.toSorted((left, right) => compareTexts(left.id, right.id)),
      policies,
    );
  });
}

/** `group` is not empty and sorted by node id. */
function findingOf(
  group: readonly Failure[],
  passing: readonly GraphNode[],
  policies: ReadonlyMap<PolicyId, Policy>,
): Finding {
  const [first] = group;
  if (first === undefined) throw new Error('a group of verdicts is never empty');
  const policy = policies.get(first.verdict.policy);
  const told = withLead(group);
  const consequence = told[0]?.consequences[0];
  return {
    fingerprint: fingerprintOf(first.verdict.policy, first.node.anchor, first.node.part),
    policy: first.verdict.policy,
    level: highestLevel(group),
    state: first.state,
    message: messageOf(told, passing, consequence && consequenceOf(consequence, policy)),
    place: first.place,
    path: first.place?.file.path ?? '',
    related: relatedOf(told),
    resources: unique(group.map(({ node }) => node.id)),
    passing: unique(passing.map(({ id }) => id)),
    why: policy?.why ?? '',
    fix: policy === undefined ? '' : fixFor(policy, first.node),
    verdicts: group.flatMap(({ verdict, consequences }) => [verdict, ...consequences]),
  };
}

/** A missed objective may be graver than the failure that it is told in. */
function highestLevel(group: readonly Failure[]): FindingLevel {
  let highest: FindingLevel = 'note';
  for (const { level } of group.flatMap(({ verdict, consequences }) => [verdict, ...consequences])) {
    if (level !== 'off' && levels.indexOf(level) > levels.indexOf(highest)) highest = level;
  }
  return highest;
}

/** The failure that something follows from, which is told of it, leads; else the first. */
function withLead(group: readonly Failure[]): readonly Failure[] {
  const lead = group.find(({ consequences }) => consequences.length > 0);
  return lead === undefined ? group : [lead, ...group.filter((failure) => failure !== lead)];
}

function messageOf(group: readonly Failure[], passing: readonly GraphNode[], consequence: string | undefined): string {
  const [first, ...others] = group;
  const deployments = new Set([...group.map(({ node }) => node), ...passing].map(({ deployment }) => deployment));
  const nameOf = (node: GraphNode): string =>
    deployments.size === 1 ? addressOf(node) : `${addressOf(node)} (${printText(node.deployment)})`;
  const sentences = [first?.verdict.message ?? ''];
  if (consequence !== undefined) sentences.push(consequence);
  if (others.length > 0) {
    sentences.push(`And ${others.length} more: ${namesOf(others.map(({ node }) => nameOf(node)))}.`);
  }
  if (passing.length > 0) sentences.push(`Passes in ${namesOf(passing.map(nameOf))}.`);
  const expired = group.find((failure) => failure.expired !== undefined)?.expired;
  if (expired !== undefined) sentences.push(`Its suppression no longer applies: ${endWords(expired)}.`);
  return sentences.join(' ');
}

function endWords({ expires = '' }: Suppression): string {
  return isDate(expires) ? `it ended on ${expires}` : `"${printText(expires)}" is no date`;
}

/** It is no result of what guards against another disruption. */
function consequenceOf(consequence: Verdict, policy: Policy | undefined): string {
  const isResult = guardsAgainst(policy, missedAfter(consequence));
  return `${isResult ? 'As a result' : 'It breaks what is promised'}: ${consequence.message}`;
}

/** The first few, and how many are left. */
function namesOf(names: readonly string[]): string {
  const distinct = unique(names);
  return inWords(distinct.slice(0, namedInstances), distinct.length);
}

/** The related places of every instance; those of the first lead. */
function relatedOf(group: readonly Failure[]): readonly RelatedPlace[] {
  const seen = new Map<string, RelatedPlace>();
  for (const related of group.flatMap((failure) => failure.related)) {
    const key = rangeKey(related.range);
    if (!seen.has(key)) seen.set(key, related);
    if (seen.size === relatedPlaces) break;
  }
  return [...seen.values()];
}

/** In the source's language; what has none (a workload) gets both. */
function fixFor({ fix }: Policy, { language }: GraphNode): string {
  if (language !== undefined) return fix[language];
  if (fix.terraform === fix.cloudformation) return fix.terraform;
  return `In Terraform: ${fix.terraform} In CloudFormation: ${fix.cloudformation}`;
}

/** The declaration that instances share, and which of its parts. */
function lineKey({ policy }: Verdict, node: GraphNode): string {
  const line = node.header === undefined ? node.anchor : rangeKey(node.header);
  return [policy, line, node.part ?? ''].join('\0');
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    appendTo(groups, key, item);
  }
  return groups;
}

function unique<T extends NodeId | string>(items: readonly T[]): readonly T[] {
  return [...new Set(items)];
}
