import type { Log } from 'sarif';
import { expect, test } from 'vitest';
import { locationOf, type Location, type SourceRange } from '../../src/core/source.ts';
import { isReporterName, loadReporter, reporterNames } from '../../src/reporters/index.ts';
import { githubReporter } from '../../src/reporters/github.ts';
import { jsonReporter } from '../../src/reporters/json.ts';
import { markdownReporter } from '../../src/reporters/markdown.ts';
import { sarifReporter } from '../../src/reporters/sarif.ts';
import { textReporter } from '../../src/reporters/text.ts';
import { demoReport } from '../helpers/demo-report.ts';

const plain = { color: false, width: 100 };

test.each(reporterNames)('%s can be loaded and ends in one line break', async (name) => {
  if (!isReporterName(name)) throw new Error(name);
  const reporter = await loadReporter(name);
  expect(reporter(demoReport(), plain)).toMatch(/[^\n]\n$/u);
});

test.each(['toString', '__proto__', 'xml'])('%s is no format', (name) => {
  expect(isReporterName(name)).toBe(false);
});

test('every format tells the same findings at the same places', () => {
  const report = demoReport();
  const open = report.findings.filter(({ state }) => state === 'open');
  const expected = open.map(({ policy, place }) => `${policy} ${place === undefined ? '' : startOf(place)}`);
  expect(placesInText(textReporter(report, plain))).toEqual(expected);
  expect(placesInJson(jsonReporter(report, plain))).toEqual(expected);
  expect(placesInSarif(sarifReporter(report, plain))).toEqual(expected);
  expect(placesInGithub(githubReporter(report, plain))).toEqual(expected);
  const lines = expected.map((place) => place.replace(/:\d+$/u, ''));
  expect(placesInMarkdown(markdownReporter(report, plain))).toEqual(lines);
});

function startOf(place: SourceRange): string {
  const { file, line, column } = locationOf(place);
  return `${file}:${line}:${column}`;
}

function placesInText(text: string): readonly string[] {
  let path = '';
  return text.split('\n').flatMap((line) => {
    if (/^\S+.*\.\w+$/u.test(line)) path = line;
    const found = /^ {2}(\d+:\d+) \w+ (\S+) /u.exec(line);
    return found === null ? [] : [`${found[2]} ${path}:${found[1]}`];
  });
}

function placesInJson(text: string): readonly string[] {
  const { findings }: { findings: { policy: string; state: string; location: Location }[] } = JSON.parse(text);
  return findings
    .filter(({ state }) => state === 'open')
    .map(({ policy, location: { file, line, column } }) => `${policy} ${file}:${line}:${column}`);
}

function placesInSarif(text: string): readonly string[] {
  const log: Log = JSON.parse(text);
  return (log.runs[0]?.results ?? []).map(({ ruleId, locations }) => {
    const { artifactLocation, region } = locations?.[0]?.physicalLocation ?? {};
    return `${ruleId} ${decodeURIComponent(artifactLocation?.uri ?? '')}:${region?.startLine}:${region?.startColumn}`;
  });
}

/** Nothing in the report is to be unescaped. */
function placesInGithub(text: string): readonly string[] {
  const commands = text.matchAll(/^::\w+ file=(.+?),line=(\d+),endLine=\d+,col=(\d+),.*?title=([^:]+)::/gmu);
  return [...commands].map(([, file, line, column, policy]) => `${policy} ${file}:${line}:${column}`);
}

function placesInMarkdown(text: string): readonly string[] {
  const rows = text.matchAll(/^\| (?:error|warning|note) \| `([^`]+)` \| `([^`]+)` \|/gmu);
  return [...rows].map(([, policy, place]) => `${policy} ${place}`);
}
