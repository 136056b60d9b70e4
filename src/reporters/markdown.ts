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

/** What workloads and causes may take of that, and what lines that count the rest take at most. */
const workloadBytes = 300_000;
const causeBytes = 100_000;
const countBytes = 500;

export const markdownReporter: Reporter = (report) => {
  const head = [`## dr-lint: ${findingFigures(report)}`, ...workloadSections(report)].join('\n\n');
  const foot = [...undecidedSection(report), figures(report)].join('\n\n');
  const room = maximumBytes - countBytes - Buffer.byteLength(head) - Buffer.byteLength(foot);
  return `${[head, ...findingsSection(report, room), foot].join('\n\n')}\n`;
};

function workloadSections(report: Report): readonly string[] {
  const sections = report.workloads.map((workload) => workloadSection(workload, report));
  const shown = fitting(sections, workloadBytes);
  const rest = sections.length - shown.length;
  return rest > 0 ? [...shown, `And ${plural(rest, 'more workload')}.`] : shown;
}

/** The gravest first. */
function findingsSection({ findings }: Report, room: number): readonly string[] {
  const open = findings.filter(({ state }) => state === 'open');
  if (open.length === 0) return [];
  const rows = findingLevels.flatMap((level) => open.filter((each) => each.level === level)).map(findingRow);
  const shown = fitting(rows, room);
  const rest = rows.length - shown.length;
  const table = [
    '### Findings',
    ['| level | policy | where | what |', '| --- | --- | --- | --- |', ...shown].join('\n'),
  ];
  return rest > 0 ? [...table, `And ${plural(rest, 'more finding')}, for which there is no room here.`] : table;
}

/** As many as there is room for, in bytes. */
function fitting(texts: readonly string[], room: number): readonly string[] {
  let used = 0;
  const end = texts.findIndex((text) => {
    used += Buffer.byteLength(text) + '\n\n'.length;
    return used > room;
  });
  return end === -1 ? texts : texts.slice(0, end);
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
  const rows = undecided.map(
    (cause) => `| ${cause.verdicts} | ${markdownText(cause.subject)} | ${markdownText(cause.cure)} |`,
  );
  const shown = fitting(rows, causeBytes);
  const rest = rows.length - shown.length;
  const head = ['| verdicts | what is not known | how to make it known |', '| --: | --- | --- |'];
  const section = [`### Not decided: ${plural(verdicts.unknown, 'verdict')}`, [...head, ...shown].join('\n')];
  return rest > 0 ? [...section, `And ${plural(rest, 'more cause')}.`] : section;
}

function figures(report: Report): string {
  const { tool } = report;
  const sentences = [verdictFigures(report), inputFigures(report), `${tool.name} ${tool.version}`];
  return sentences.map((sentence) => `${markdownText(sentence)}.`).join(' ');
}
