/** What to do next, in one sentence that depends on what a run came to; undefined when there is nothing to say. */
import { levels } from '../core/level.ts';
import { escapeText, printText } from '../core/print.ts';
import type { Finding } from '../findings/finding.ts';
import type { Report } from '../findings/report.ts';
import { plural } from './text-style.ts';

export function nextStep(report: Report): string | undefined {
  const { workloads, summary } = report;
  if (summary.resources === 0) return undefined;
  const steps: string[] = [];
  const finding = gravestOfPolicy(report);
  if (finding !== undefined) steps.push(`\`dr-lint explain ${finding.policy}\` says more about the gravest finding`);
  if (workloads.some(({ tierSource }) => tierSource === 'default')) {
    steps.push('state the promised tier with --tier or in .dr-lint.yaml (`dr-lint init` writes one)');
  } else if (summary.verdicts.unknown > 0) {
    const step = supplyStep(report);
    if (step !== undefined) steps.push(step);
  }
  if (steps.length === 0) steps.push(...higherTier(report));
  return steps.length === 0 ? undefined : `Next: ${steps.join('; ')}.`;
}

/** What to do about mistakes in inputs is said beside them, and about a missing tier in the next step itself. */
function gravestOfPolicy({ findings, policies }: Report): Finding | undefined {
  const ids = new Set<string>(policies.map(({ id }) => id));
  const told = findings.filter(({ state, policy }) => state === 'open' && policy !== 'tier/stated' && ids.has(policy));
  return told.toSorted((left, right) => levels.indexOf(right.level) - levels.indexOf(left.level))[0];
}

/** The commonest cause that somebody can cure. */
function supplyStep({ summary }: Report): string | undefined {
  const cause = summary.undecided.find(({ cure }) => cure !== '');
  if (cause === undefined) return undefined;
  const verdicts = plural(cause.verdicts, 'undecided verdict depends', 'undecided verdicts depend');
  return `${verdicts} on ${printText(cause.subject)} (${asClause(escapeText(cause.cure))})`;
}

/** A sentence or a phrase, to stand inside another sentence. */
function asClause(text: string): string {
  const isSentence = /^[A-Z][a-z]/u.test(text);
  return (isSentence ? `${text.charAt(0).toLowerCase()}${text.slice(1)}` : text).replace(/\.$/u, '');
}

function higherTier({ workloads, tiers, summary }: Report): readonly string[] {
  const [only, ...others] = workloads;
  const isClean = summary.findings.error === 0 && summary.findings.warning === 0 && summary.verdicts.unknown === 0;
  if (only === undefined || others.length > 0 || !isClean) return [];
  const next = tiers[tiers.findIndex(({ name }) => name === only.tier) + 1]?.name;
  return next === undefined || next === tiers[0]?.name
    ? []
    : [`\`dr-lint --tier ${next}\` shows what ${next} would take`];
}
