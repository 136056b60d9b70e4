/** Workflow commands that annotate a pull request, at most as many as GitHub shows, and one that tells how many more. */
import { locationOf } from '../core/source.ts';
import { escapeText, inWords } from '../core/print.ts';
import { findingLevels, type FindingLevel } from '../core/level.ts';
import type { Finding } from '../findings/finding.ts';
import { firstLineOf } from './first-line.ts';
import type { Reporter, ReporterOptions } from './reporter.ts';
import { plural } from './text-style.ts';
import { workflowCommand, type WorkflowCommand } from './workflow-command.ts';

// More annotations of one kind are dropped without a word.
// https://github.com/orgs/community/discussions/26680
const maximumPerLevel = 10;

/** Related places that are named in an annotation. */
const namedPlaces = 3;

const commandNames = {
  error: 'error',
  warning: 'warning',
  note: 'notice',
} as const satisfies Record<FindingLevel, WorkflowCommand['name']>;

export const githubReporter: Reporter = ({ findings }, options) => {
  const open = findings.filter(({ state }) => state === 'open');
  const shown = annotated(open);
  const kept = new Set(shown);
  const leftOut = open.filter((finding) => !kept.has(finding));
  const lines = shown.map((finding) => annotation(finding, options));
  if (leftOut.length > 0) lines.push(leftOutNotice(leftOut));
  return lines.map((line) => `${line}\n`).join('');
};

/** Those that fit, the gravest first. */
function annotated(findings: readonly Finding[]): readonly Finding[] {
  const byLevel = findingLevels.map((level) => findings.filter((finding) => finding.level === level));
  const isTooMany = byLevel.some(({ length }) => length > maximumPerLevel);
  return byLevel.flatMap((ofLevel) => {
    // The line that tells how many more is a notice itself.
    const room = isTooMany && ofLevel[0]?.level === 'note' ? maximumPerLevel - 1 : maximumPerLevel;
    return ofLevel.length > room ? spreadOverResources(ofLevel).slice(0, room) : ofLevel;
  });
}

/** The first finding of every resource goes before the second of any, so that a few say something of many. */
function spreadOverResources(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Set<string>();
  const first: Finding[] = [];
  const others: Finding[] = [];
  for (const finding of findings) {
    const [resource = finding.path] = finding.resources;
    (seen.has(resource) ? others : first).push(finding);
    seen.add(resource);
  }
  return [...first, ...others];
}

function annotation(finding: Finding, options: ReporterOptions): string {
  const { policy, level, place, path } = finding;
  const at = place === undefined ? undefined : firstLineOf(place);
  const file = at?.file ?? path;
  return workflowCommand({
    name: commandNames[level],
    properties: {
      file: file === '' ? undefined : fromRepository(file, options),
      line: at?.line,
      endLine: at?.endLine,
      col: at?.column,
      endColumn: at?.endColumn,
      title: escapeText(policy),
    },
    message: messageLines(finding).join('\n'),
  });
}

function messageLines({ message, why, fix, related }: Finding): readonly string[] {
  const places = related.slice(0, namedPlaces).map(({ range, label }) => {
    const { file, line } = locationOf(range);
    return `${label}: ${file}:${line}`;
  });
  const notes = [...labelled('Why', why), ...labelled('Fix', fix)];
  return [message, ...places, ...notes].map(escapeText);
}

function labelled(label: string, text: string): readonly string[] {
  const oneLine = text.trim().replaceAll(/\s*\n\s*/gu, ' ');
  return oneLine === '' ? [] : [`${label}: ${oneLine}`];
}

/** GitHub counts paths from the root of the repository. */
function fromRepository(path: string, { workingDirectory = '' }: ReporterOptions): string {
  const segments: string[] = [];
  for (const segment of `${workingDirectory}/${path}`.split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(segment);
  }
  return segments.join('/');
}

function leftOutNotice(findings: readonly Finding[]): string {
  const counts = findingLevels.flatMap((level) => {
    const count = findings.filter((each) => each.level === level).length;
    return count === 0 ? [] : [plural(count, level)];
  });
  const more = `${plural(findings.length, 'more finding')} (${inWords(counts)}) ${findings.length === 1 ? 'is' : 'are'} not annotated`;
  return workflowCommand({
    name: 'notice',
    properties: { title: 'dr-lint' },
    message: `${more}, because GitHub shows ${maximumPerLevel} of a level for each step. The other reports of this run list all of them.`,
  });
}
