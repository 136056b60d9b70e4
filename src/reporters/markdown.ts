/** The report as Markdown, for the summary of a job or a comment: tiers, findings, what could not be decided. */
import { Buffer } from 'node:buffer';
import { findingLevels } from '../core/level.ts';
import { locationOf } from '../core/source.ts';
import type { Finding } from '../findings/finding.ts';
import type { Report } from '../findings/report.ts';
import { markdownCode, markdownText } from './markdown-text.ts';
import { workloadSection } from './markdown-workload.ts';
import type { Reporter } from './reporter.ts';
import { findingFigures, inputFigures, verdictFigures } from './text-summary.ts';
import { plural } from './text-style.ts';

// A step's summary over 1 MiB is refused; what other tools of the step add needs some room.
// https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#adding-a-job-summary
const maximumBytes = 900_000;

const maximumWorkloads = 40;
const maximumCauses = 40;

/** Room for the line that tells how many findings were left out, and its empty lines. */
const reservedBytes = 200;

export const markdownReporter: Reporter = (report) => {
  const head = [`## dr-lint: ${findingFigures(report)}`, ...workloadSections(report)].join('\n\n');
  const foot = [...undecidedSection(report), figures(report)].join('\n\n');
  const room = maximumBytes - reservedBytes - Buffer.byteLength(head) - Buffer.byteLength(foot);
  return `${[head, ...findingsSection(report, room), foot].join('\n\n')}\n`;
};

function workloadSections(report: Report): readonly string[] {
  const { workloads } = report;
  const shown = workloads.slice(0, maximumWorkloads).map((workload) => workloadSection(workload, report));
  const rest = workloads.length - shown.length;
  return rest > 0 ? [...shown, `And ${plural(rest, 'more workload')}.`] : shown;
}

/** As many findings as there is room for, in bytes, the gravest first. */
function findingsSection({ findings }: Report, room: number): readonly string[] {
  const open = findings.filter(({ state }) => state === 'open');
  if (open.length === 0) return [];
  const lines = ['| level | policy | where | what |', '| --- | --- | --- | --- |'];
  let used = lines.join('\n').length;
  let shown = 0;
  for (const finding of findingLevels.flatMap((level) => open.filter((each) => each.level === level))) {
    const row = findingRow(finding);
    used += Buffer.byteLength(row) + 1;
    if (used > room) break;
    lines.push(row);
    shown += 1;
  }
  const rest = open.length - shown;
  const table = ['### Findings', lines.join('\n')];
  return rest > 0 ? [...table, `And ${plural(rest, 'more finding')}, for which there is no room here.`] : table;
}

function findingRow(finding: Finding): string {
  const { level, policy, message, fix } = finding;
  const what = fix.trim() === '' ? markdownText(message) : `${markdownText(message)}<br>Fix: ${markdownText(fix)}`;
  return `| ${level} | ${markdownCode(policy)} | ${markdownCode(placeOf(finding))} | ${what} |`;
}

/** `infra/main.tf:12` */
function placeOf({ place, path }: Finding): string {
  if (place === undefined) return path;
  const { file, line } = locationOf(place);
  return `${file}:${line}`;
}

function undecidedSection({ summary: { undecided, verdicts } }: Report): readonly string[] {
  if (verdicts.unknown === 0) return [];
  const rows = undecided
    .slice(0, maximumCauses)
    .map((cause) => `| ${cause.verdicts} | ${markdownText(cause.subject)} | ${markdownText(cause.cure)} |`);
  const table = ['| verdicts | what is not known | how to make it known |', '| --: | --- | --- |', ...rows].join('\n');
  const rest = undecided.length - rows.length;
  const section = [`### Not decided: ${plural(verdicts.unknown, 'verdict')}`, table];
  return rest > 0 ? [...section, `And ${plural(rest, 'more cause')}.`] : section;
}

function figures(report: Report): string {
  const { tool } = report;
  const sentences = [verdictFigures(report), inputFigures(report), `${tool.name} ${tool.version}`];
  return sentences.map((sentence) => `${markdownText(sentence)}.`).join(' ');
}
