/** What a run says beside its results, on the standard error: what was not read, and on request what was and how long it took. */
import type { Report } from '../findings/report.ts';
import { plural } from '../reporters/text-style.ts';
import type { Options } from './options.ts';
import type { RunFigures } from './run-figures.ts';
import type { Settings } from './settings.ts';

export function remarks(
  report: Report,
  { config }: Pick<Settings, 'config'>,
  options: Options,
  figures: RunFigures,
): readonly string[] {
  const { inputs } = report;
  const lines: string[] = [];
  if (options.isGiven('verbose')) {
    lines.push(`Configuration: ${config.path ?? 'none'}`);
    for (const { path, kind, status, reason } of inputs) {
      lines.push(`${status} ${kind} ${path}${reason === undefined ? '' : ` (${reason})`}`);
    }
  }
  if (!options.isGiven('quiet')) lines.push(...skippedInputs(report));
  if (options.isGiven('stats')) lines.push(...statistics(report, figures));
  return lines;
}

function statistics({ inputs, graph, summary }: Report, figures: RunFigures): readonly string[] {
  const { pass, fail, unknown, notApplicable } = summary.verdicts;
  const read = inputs.filter(({ status }) => status === 'read').length;
  const kilobytes = Math.ceil(figures.bytes / 1000);
  return [
    `Time: ${figures.times()}.`,
    `Read: ${plural(figures.files, 'file')}, ${kilobytes} kB; ${plural(read, 'input')}.`,
    `Graph: ${plural(graph.nodes.size, 'node')}, ${plural(graph.relations.length, 'relation')}.`,
    `Judged: ${plural(summary.resources, 'resource')}, ${plural(pass + fail + unknown + notApplicable, 'verdict')}.`,
  ];
}

/** Code that nobody looked at must not pass for code without findings. */
function skippedInputs({ inputs, summary }: Report): readonly string[] {
  const lines: string[] = [];
  const skipped = inputs.filter(({ status }) => status === 'skipped');
  const [first] = skipped;
  if (first !== undefined) {
    const more = skipped.length > 1 ? ` and ${skipped.length - 1} more` : '';
    lines.push(`Skipped: ${first.path}${more} (${first.reason ?? 'not read'}).`);
  }
  if (summary.resources === 0) lines.push('Nothing was judged: the inputs declare no resource.');
  return lines;
}
