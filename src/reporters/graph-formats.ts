/** The printers of the graph by the name of their format. Each is loaded only when it is asked for. */
import type { Report } from '../findings/report.ts';

type GraphFormat = 'json' | 'html' | 'mermaid' | 'dot';

type GraphPrinter = (report: Report) => string;

const loaders: Readonly<Record<GraphFormat, () => Promise<GraphPrinter>>> = {
  json: async () => {
    const { graphJson } = await import('./graph-json.ts');
    return ({ graph }) => graphJson(graph);
  },
  html: async () => (await import('./graph-html.ts')).graphHtml,
  mermaid: async () => (await import('./graph-mermaid.ts')).graphMermaid,
  dot: async () => (await import('./graph-dot.ts')).graphDot,
};

export function isGraphFormat(name: string): name is GraphFormat {
  return Object.hasOwn(loaders, name);
}

export function loadGraphPrinter(format: GraphFormat): Promise<GraphPrinter> {
  return loaders[format]();
}
