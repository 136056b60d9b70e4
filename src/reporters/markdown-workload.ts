/** A workload as Markdown: the tier that is promised, the one that is achieved, and where each ladder stands. */
import type { Ladder, LadderMember, WorkloadAssessment } from '../assessment/assessment.ts';
import { isAtLeast } from '../core/interval.ts';
import type { Report } from '../findings/report.ts';
import { addressOf } from '../policy/names.ts';
import { markdownText } from './markdown-text.ts';
import { lostDisruptions, regionEstimate } from './text-summary.ts';
import { regionsSentence, tierOrigin } from './workload-sentences.ts';

/** How many causes are listed before the rest is counted. */
const listedCauses = 5;

type ReportTier = Report['tiers'][number];

export function workloadSection(workload: WorkloadAssessment, report: Report): string {
  return [
    `### Workload ${markdownText(workload.name)}`,
    promiseTable(workload, report),
    ...(report.tiers.length > 0 && workload.ladders.length > 0 ? [ladderTable(workload, report)] : []),
  ].join('\n\n');
}

function promiseTable(workload: WorkloadAssessment, { graph }: Report): string {
  const { tier, achievedTier, possibleTier, possibleIf, nextTier, heldBackBy } = workload;
  const promised = ['promised tier', `${markdownText(tier)} (${markdownText(tierOrigin(workload))})`];
  const rows = [['achieved tier', `**${markdownText(achievedTier)}**`]];
  if (possibleTier !== undefined) {
    const subjects = [...new Set(possibleIf.map(({ reason }) => reason.subject))];
    const condition = subjects.length === 0 ? '' : `, depending on<br>${listed(subjects)}`;
    rows.push(['possible tier', `${markdownText(possibleTier)}${condition}`]);
  }
  if (nextTier !== undefined && heldBackBy.length > 0) {
    rows.push([`held back from ${markdownText(nextTier)} by`, listed(heldBackBy)]);
  }
  rows.push(...regionEstimate(workload).map((text) => ['if the Region is lost', markdownText(text)]));
  rows.push(...lostDisruptions(workload, graph).map((text) => ['lost for good', markdownText(text)]));
  rows.push(['Regions', markdownText(regionsSentence(workload))]);
  return table(promised, rows);
}

function listed(causes: readonly string[]): string {
  const shown = causes.slice(0, listedCauses).map(markdownText);
  const rest = causes.length - shown.length;
  return [...shown, ...(rest > 0 ? [`and ${rest} more`] : [])].join('<br>');
}

/** A row per tier that says which ladders reach it, and one that names the worst member of each ladder. */
function ladderTable({ tier, achievedTier, ladders }: WorkloadAssessment, { tiers, graph }: Report): string {
  const rows = tiers.map((each) => [
    `${markdownText(each.name)}${mark(each.name === tier, 'promised')}${mark(each.name === achievedTier, 'achieved')}`,
    ...ladders.map((ladder) => standing(ladder, each)),
  ]);
  const worst = ladders.map((ladder) => {
    const member = worstMember(ladder);
    if (member === undefined) return '';
    const node = graph.node(member.node);
    const address = node === undefined ? member.node : addressOf(node);
    return markdownText(`\`${address}\` is ${member.stepName}: ${member.because}`);
  });
  return table(['tier', ...ladders.map(({ name }) => name)], [...rows, ['_worst member_', ...worst]]);
}

function mark(applies: boolean, word: string): string {
  return applies ? ` (${word})` : '';
}

function standing(ladder: Ladder, { steps }: ReportTier): string {
  const wanted = steps[ladder.name];
  if (wanted === 0) return 'not asked';
  if (ladder.members.length === 0 && ladder.step.low === Infinity) return 'no member';
  const reached = isAtLeast(ladder.step, { low: wanted, high: wanted });
  return standings[reached];
}

const standings = { yes: '✅ reached', no: '❌ missed', unknown: '❓ unknown' } as const;

function worstMember({ members }: Ladder): LadderMember | undefined {
  let worst = members[0];
  for (const member of members) if (worst !== undefined && member.step.low < worst.step.low) worst = member;
  return worst;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
