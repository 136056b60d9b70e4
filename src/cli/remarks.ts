/** What a run says beside its results, on the standard error: what was not read, and on request what was and how long it took. */
import type { Report } from '../findings/report.ts';
import type { Options } from './options.ts';
import type { Settings } from './settings.ts';

export function remarks(
  report: Report,
  { config }: Pick<Settings, 'config'>,
  options: Options,
  milliseconds: number,
): readonly string[] {
  const { inputs, summary } = report;
  const lines: string[] = [];
  if (options.isGiven('verbose')) {
    lines.push(`Configuration: ${config.path ?? 'none'}`);
    for (const { path, kind, status, reason } of inputs) {
      lines.push(`${status} ${kind} ${path}${reason === undefined ? '' : ` (${reason})`}`);
    }
  }
  if (!options.isGiven('quiet')) lines.push(...skippedInputs(report));
  if (options.isGiven('stats')) {
    const read = inputs.filter(({ status }) => status === 'read').length;
    lines.push(`${summary.resources} resources in ${read} inputs, ${milliseconds} ms.`);
  }
  return lines;
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
