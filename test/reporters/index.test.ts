import { expect, test } from 'vitest';
import { isReporterName, loadReporter, reporterNames } from '../../src/reporters/index.ts';
import { demoReport } from '../helpers/demo-report.ts';

test.each(reporterNames)('%s can be loaded and ends in one line break', async (name) => {
  if (!isReporterName(name)) throw new Error(name);
  const reporter = await loadReporter(name);
  expect(reporter(demoReport(), { color: false, width: 80 })).toMatch(/[^\n]\n$/u);
});

test.each(['toString', '__proto__', 'xml'])('%s is no format', (name) => {
  expect(isReporterName(name)).toBe(false);
});
