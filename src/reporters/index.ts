/** The reporters by the name of their format. Each is loaded only when it is asked for. */
import type { Reporter } from './reporter.ts';

export type ReporterName = 'text' | 'json' | 'sarif' | 'github' | 'markdown';

const loaders: Readonly<Record<ReporterName, () => Promise<Reporter>>> = {
  text: async () => (await import('./text.ts')).textReporter,
  json: async () => (await import('./json.ts')).jsonReporter,
  sarif: async () => (await import('./sarif.ts')).sarifReporter,
  github: async () => (await import('./github.ts')).githubReporter,
  markdown: async () => (await import('./markdown.ts')).markdownReporter,
};

export const reporterNames: readonly string[] = Object.keys(loaders);

export function isReporterName(name: string): name is ReporterName {
  return Object.hasOwn(loaders, name);
}

export function loadReporter(name: ReporterName): Promise<Reporter> {
  return loaders[name]();
}
