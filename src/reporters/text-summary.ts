/** The end of the text report: the tier of each workload, what could not be decided, and the figures of the run. */
import type { Disruption, Estimate, WorkloadAssessment } from '../assessment/assessment.ts';
import { printDurationInterval } from '../core/duration.ts';
import type { Interval } from '../core/interval.ts';
import { escapeText, printText } from '../core/print.ts';
import type { Report } from '../findings/report.ts';
import type { ResourceGraph } from '../graph/resource-graph.ts';
import { addressOf } from '../policy/names.ts';
import { nextStep } from './next-step.ts';
import type { ReporterOptions } from './reporter.ts';
import { hanging, paint, plural } from './text-style.ts';
import { tierSentence } from './tier-sentence.ts';
import { regionsSentence, rolesSentence, tierOrigin } from './workload-sentences.ts';

/** How many causes of undecided verdicts are listed. */
const shownCauses = 5;
/** How many reasons for leaving something out are told. */
const shownReasons = 3;
const indent = 4;

/** Lines without line breaks. */
export function summaryLines(report: Report, options: ReporterOptions): readonly string[] {
  return [
    ...report.workloads.flatMap((workload) => workloadLines(workload, report.graph, options)),
    ...undecidedLines(report, options),
    '',
    ...hanging('', findingFigures(report), 2, options.width),
    ...hanging('', verdictFigures(report), 2, options.width),
    ...hanging('', inputFigures(report), 2, options.width),
    ...nextLines(report, options),
  ];
}

function nextLines(report: Report, { width }: ReporterOptions): readonly string[] {
  const step = nextStep(report);
  return step === undefined ? [] : ['', ...hanging('', step, 2, width)];
}

function workloadLines(
  workload: WorkloadAssessment,
  graph: ResourceGraph,
  options: ReporterOptions,
): readonly string[] {
  const { name, tier } = workload;
  const detail = (label: string, text: string): readonly string[] =>
    hanging(`  ${label}: `, text, indent, options.width);
  return [
    '',
    `${paint(`Workload ${printText(name)}`, 'heading', options)}`,
    ...detail('tier', `${tier} (${tierOrigin(workload)})`),
    ...detail('Regions', regionsSentence(workload)),
    ...rolesSentence(workload, graph).flatMap((text) => detail('roles', text)),
    ...achievedLines(workload, options),
    ...regionEstimate(workload).flatMap((text) => detail('if the Region is lost', text)),
    ...lostDisruptions(workload, graph).flatMap((text) => detail('lost for good', text)),
  ];
}

/** Several causes that hold the next tier back stand one a line. */
function achievedLines(workload: WorkloadAssessment, { width }: ReporterOptions): readonly string[] {
  const { text, causes } = tierSentence(workload);
  const margin = ' '.repeat(indent);
  return [
    ...hanging('  achieved: ', text, indent, width),
    ...causes.flatMap((cause) => hanging(margin, cause, indent + 2, width)),
  ];
}

export function regionEstimate({ estimates }: WorkloadAssessment): readonly string[] {
  const region = estimates.get('region');
  if (region === undefined || isLost(region)) return [];
  return [`back after ${figure(region.rto)}, losing ${figure(region.rpo)} of data`];
}

function figure(interval: Interval | undefined): string {
  if (interval === undefined) return 'none';
  const printed = printDurationInterval(interval);
  return printed === 'unknown' ? 'an unknown time' : printed;
}

/** Told beside the tier, which speaks of the loss of a Region only. */
export function lostDisruptions({ estimates }: WorkloadAssessment, graph: ResourceGraph): readonly string[] {
  // The loss of the account is nothing to speak of where nobody promised to survive it.
  const told = [...estimates].filter(([disruption, { promise }]) => disruption !== 'account' || promise !== undefined);
  const lost = told.filter(([, estimate]) => isLost(estimate));
  return lost.length === 0 ? [] : [lost.map((entry) => lostPhrase(entry, graph)).join(', ')];
}

function lostPhrase([disruption, { limitedBy }]: readonly [Disruption, Estimate], graph: ResourceGraph): string {
  const node = limitedBy === undefined ? undefined : graph.node(limitedBy);
  return node === undefined ? disruption : `${disruption} (${addressOf(node)})`;
}

function isLost({ rpo, rto }: Estimate): boolean {
  return rpo?.low === Infinity || rto?.low === Infinity;
}

function undecidedLines({ summary }: Report, options: ReporterOptions): readonly string[] {
  const { undecided, verdicts } = summary;
  if (verdicts.unknown === 0) return [];
  const shown = undecided.slice(0, shownCauses);
  const columns = Math.max(0, ...shown.map((cause) => String(cause.verdicts).length));
  const lines = shown.flatMap(({ subject, cure, verdicts: count }) => {
    const cause = cure === '' ? printText(subject) : `${printText(subject)}: ${escapeText(cure)}`;
    return hanging(`  ${String(count).padStart(columns)}  `, cause, columns + indent, options.width);
  });
  const rest = undecided.length - shown.length;
  return [
    '',
    paint(`Not decided: ${plural(verdicts.unknown, 'verdict')}`, 'heading', options),
    ...lines,
    ...(rest > 0 ? [`  and ${plural(rest, 'more cause')}`] : []),
  ];
}

export function findingFigures({ summary }: Report): string {
  const { error, warning, note } = summary.findings;
  const figures = `${plural(error, 'error')}, ${plural(warning, 'warning')}, ${plural(note, 'note')}`;
  const others: string[] = [];
  if (summary.suppressed > 0) others.push(`${summary.suppressed} suppressed`);
  if ((summary.elsewhere ?? 0) > 0) others.push(`${summary.elsewhere} elsewhere, not reported`);
  return others.length === 0 ? figures : `${figures} (${others.join('; ')})`;
}

export function verdictFigures({ summary }: Report): string {
  const { pass, fail, unknown, notApplicable } = summary.verdicts;
  const verdicts = `${fail} failed, ${pass} passed, ${unknown} not decided, ${notApplicable} not applicable`;
  return `${plural(summary.resources, 'resource')}: ${verdicts}`;
}

export function inputFigures({ inputs, summary }: Report): string {
  const read = inputs.filter(({ status }) => status === 'read').length;
  const unreadable = inputs.filter(({ status }) => status === 'unreadable').length;
  const figures = [`${plural(read, 'input')} read`];
  if (unreadable > 0) figures.push(`${unreadable} not readable`);
  let others = 0;
  for (const [index, { what, count }] of summary.leftOut.entries()) {
    if (index < shownReasons) figures.push(`left out ${count}: ${printText(what)}`);
    else others += count;
  }
  if (others > 0) figures.push(`${others} for other reasons`);
  return figures.join('; ');
}
