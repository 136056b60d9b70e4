/** The report for a terminal: findings by file, each with its code, why it hurts and what to write, then the summary. */
import { locationOf, type SourceRange } from '../core/source.ts';
import { escapeText, printText } from '../core/print.ts';
import type { Finding } from '../findings/finding.ts';
import { codeFrame } from './code-frame.ts';
import type { Reporter, ReporterOptions } from './reporter.ts';
import { hanging, paint, type Tone } from './text-style.ts';
import { summaryLines } from './text-summary.ts';

/** How many related places are told, and how many of them with their code. */
const namedPlaces = 3;
const framedPlaces = 2;
/** Places that lead to the code rather than explain the finding: named without their code. */
const wayThere = /^(?:called|deployed) here/u;
const indent = 4;
const margin = ' '.repeat(indent);

export const textReporter: Reporter = (report, options) => {
  const open = report.findings.filter(({ state }) => state === 'open');
  const lines = [...findingLines(open, options), ...summaryLines(report, options)];
  // Nothing found: the summary is the whole report, without the empty line that sets it off.
  if (lines[0] === '') lines.shift();
  return `${lines.join('\n')}\n`;
};

function findingLines(findings: readonly Finding[], options: ReporterOptions): readonly string[] {
  const lines: string[] = [];
  let path: string | undefined;
  for (const finding of findings) {
    if (finding.path !== path) {
      path = finding.path;
      lines.push('', paint(path === '' ? 'No file' : escapeText(path), 'heading', options));
    } else {
      lines.push('');
    }
    lines.push(...linesOf(finding, options));
  }
  return lines;
}

function linesOf(finding: Finding, options: ReporterOptions): readonly string[] {
  const { policy, level, message, place, why, fix } = finding;
  const at = place === undefined ? '' : positionOf(place);
  const head = `  ${at === '' ? '' : `${at} `}${level} ${policy}  `;
  const [first = '', ...rest] = hanging(head, escapeText(message), indent, options.width);
  return [
    first.replace(`${level} ${policy}`, () => `${paint(level, level, options)} ${paint(policy, level, options)}`),
    ...rest,
    ...placeLines(finding, options),
    ...noteLines('why', why, options),
    ...noteLines('fix', fix, options),
  ];
}

/** The code of the finding and what explains it, all beside one margin. */
function placeLines({ place, level, related }: Finding, options: ReporterOptions): readonly string[] {
  const shown = related.slice(0, namedPlaces).map(({ range, label }, index) => ({
    range,
    label,
    isFramed: index < framedPlaces && !wayThere.test(label),
  }));
  const framed = [
    ...(place === undefined ? [] : [place]),
    ...shown.flatMap((each) => (each.isFramed ? [each.range] : [])),
  ];
  const columns = indent + Math.max(0, ...framed.map((range) => String(locationOf(range).line).length));
  const lines = place === undefined ? [] : [...frameLines(place, level, columns, options)];
  for (const { range, label, isFramed } of shown) {
    const isSameFile = range.file.path === place?.file.path;
    const at = isSameFile ? `line ${locationOf(range).line}` : `${escapeText(range.file.path)}:${positionOf(range)}`;
    lines.push(...hanging(margin, `${printText(label)}: ${at}`, indent + 2, options.width));
    if (isFramed) lines.push(...frameLines(range, 'note', columns, options));
  }
  const rest = related.length - shown.length;
  if (rest > 0) lines.push(`${margin}and ${rest} more`);
  return lines;
}

/** @param columns of the margin that the line's number ends in */
function frameLines(range: SourceRange, tone: Tone, columns: number, options: ReporterOptions): readonly string[] {
  const frame = codeFrame(range, Math.max(20, options.width - columns - 3));
  if (frame === undefined) return [];
  const bar = paint('|', 'faint', options);
  return [
    `${paint(frame.lineNumber.padStart(columns), 'faint', options)} ${bar} ${frame.code}`,
    `${' '.repeat(columns)} ${bar} ${frame.underline.replace(/\^+/u, (carets) => paint(carets, tone, options))}`,
  ];
}

function noteLines(label: 'why' | 'fix', text: string, options: ReporterOptions): readonly string[] {
  const oneLine = text.trim().replaceAll(/\s*\n\s*/gu, ' ');
  if (oneLine === '') return [];
  const [first = '', ...rest] = hanging(`${margin}${label}: `, escapeText(oneLine), indent + 2, options.width);
  const tone = label === 'fix' ? 'good' : 'faint';
  return [first.replace(`${label}:`, (written) => paint(written, tone, options)), ...rest];
}

/** `12:3` */
function positionOf(range: SourceRange): string {
  const { line, column } = locationOf(range);
  return `${line}:${column}`;
}
