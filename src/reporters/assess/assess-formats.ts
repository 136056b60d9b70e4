/** The printers of an assessment by the name of their format. Each is loaded only when it is asked for. */
import type { Report } from '../../findings/report.ts';
import type { ReporterOptions } from '../reporter.ts';

type AssessFormat = 'text' | 'json' | 'markdown' | 'html';

type AssessPrinter = (report: Report, options: ReporterOptions) => string;

const loaders: Readonly<Record<AssessFormat, () => Promise<AssessPrinter>>> = {
  text: async () => (await import('./assess-text.ts')).assessText,
  json: async () => (await import('./assess-json.ts')).assessJson,
  markdown: async () => (await import('./assess-markdown.ts')).assessMarkdown,
  html: async () => (await import('./assess-html.ts')).assessHtml,
};

export function isAssessFormat(name: string): name is AssessFormat {
  return Object.hasOwn(loaders, name);
}

export function loadAssessPrinter(format: AssessFormat): Promise<AssessPrinter> {
  return loaders[format]();
}
