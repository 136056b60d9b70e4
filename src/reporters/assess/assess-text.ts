/** An assessment for a terminal. */
import { escapeText } from '../../core/print.ts';
import { locationOf, type SourceRange } from '../../core/source.ts';
import type { Report } from '../../findings/report.ts';
import type { ReporterOptions } from '../reporter.ts';
import { hanging, paint, plural } from '../text-style.ts';
import { textTable, wrappedTable } from '../text-table.ts';
import { accountOf, type Account, type DisruptionAccount, type LadderAccount } from './account.ts';
import type { Change, ChangeList, Remark } from './changes.ts';
import { verdictWords } from '../figures-in-words.ts';

/** More of a kind are counted. */
const shown = 10;

export function assessText(report: Report, options: ReporterOptions): string {
  if (report.workloads.length === 0) return 'Nothing was found that could be assessed.\n';
  const accounts = report.workloads.map((workload) => accountOf(workload, report));
  return `${accounts.map((account) => accountLines(account, options).join('\n')).join('\n\n\n')}\n`;
}

function accountLines(account: Account, options: ReporterOptions): readonly string[] {
  const [region, ...others] = account.disruptions;
  return [
    paint(`Workload ${account.name}`, 'heading', options),
    ...hanging('  ', account.headline.join(' '), 2, options.width),
    ...(region === undefined ? [] : disruptionLines(region, account.regionLoss, options)),
    ...othersLines(others, options),
    ...laddersLines(account.ladders, options),
    ...account.changes.flatMap((list) => changesLines(list, options)),
    ...remarksLines('More than was promised', account.surplus, options),
    ...unknownLines(account, options),
  ];
}

function title(text: string, options: ReporterOptions): readonly string[] {
  return ['', `  ${paint(text, 'heading', options)}`];
}

/** In full: the figures against the promise, the sum, what breaks it, what it depends on. */
function disruptionLines(account: DisruptionAccount, event: string, options: ReporterOptions): readonly string[] {
  const { terms, breaking, provisos, limitedBy } = account;
  const isNamed = breaking.some(({ name }) => name === limitedBy?.name);
  const rows = terms.map(({ name, time, because }, at) => [`    ${at === 0 ? ' ' : '+'} ${name}`, time, because]);
  const sum = rows.length === 0 ? [] : [...rows, ['    = back in', account.backIn, '']];
  return [
    ...title(`If ${event}`, options),
    ...figuresLines(account, options),
    ...wrappedTable(sum, options.width),
    ...(limitedBy === undefined || isNamed ? [] : remarkLine('decided by: ', limitedBy, options)),
    ...listed(breaking, (remark) => remarkLine('breaks it: ', remark, options)),
    ...listed(provisos, (proviso) => hanging('    mind: ', proviso, 6, options.width)),
  ];
}

function figuresLines(account: DisruptionAccount, options: ReporterOptions): readonly string[] {
  const { backIn, dataGone, isLost } = account;
  const figures = [
    ['    back in', backIn],
    ['    data gone', dataGone],
    ...(account.promise === '' ? [] : [['    promised', `${account.promise}: ${kept(account)}`]]),
  ];
  const tone = isLost || account.holds === 'no' ? 'error' : 'good';
  return textTable(figures).map((line) =>
    account.promise === '' && !isLost
      ? line
      : line.replace(/(?<=^ {4}\S.*? {2,})\S.*$/u, (text) => paint(text, tone, options)),
  );
}

function kept({ holds, isAssumed }: DisruptionAccount): string {
  if (holds === undefined) return '';
  return isAssumed ? 'missed, by an assumed figure' : verdictWords[holds];
}

/** One line each. */
function othersLines(accounts: readonly DisruptionAccount[], options: ReporterOptions): readonly string[] {
  if (accounts.length === 0) return [];
  const rows = accounts.map((account) => [
    `    ${account.name}`,
    account.backIn,
    account.dataGone,
    account.promise === '' ? '' : kept(account),
    account.limitedBy?.name ?? '',
  ]);
  const head = ['    in case of', 'back in', 'data gone', 'promise', 'decided by'];
  return [...title('Otherwise', options), ...wrappedTable([head, ...rows], options.width)];
}

function laddersLines(ladders: readonly LadderAccount[], options: ReporterOptions): readonly string[] {
  if (ladders.length === 0) return [];
  return [
    ...title('Where it stands', options),
    ...ladders.map(
      ({ name, stands, isBelow }) => `    ${name.padEnd(8)} ${paint(stands, isBelow ? 'error' : 'good', options)}`,
    ),
  ];
}

function changesLines({ tier, isPromised, changes }: ChangeList, options: ReporterOptions): readonly string[] {
  if (changes.length === 0) return [];
  const heading = `To reach ${tier}${isPromised ? ', as promised' : ', the next tier'}: ${plural(changes.length, 'change')}`;
  const numbered = changes.map((change, at) => ({ change, number: at + 1 }));
  return [
    ...title(heading, options),
    ...listed(numbered, ({ change, number }) => changeLines(change, number, options)),
  ];
}

function changeLines({ what, about, policies }: Change, number: number, options: ReporterOptions): readonly string[] {
  const more =
    policies.length === 0 ? [] : hanging('        ', `dr-lint explain ${policies.join(', ')}`, 8, options.width);
  return [
    ...hanging(`    ${String(number).padStart(2)}. `, what, 8, options.width),
    ...listed(about, ({ name, text, place }) =>
      hanging('        ', `${name}: ${text}${placeText(place)}`, 10, options.width),
    ),
    ...more,
  ];
}

function remarksLines(heading: string, remarks: readonly Remark[], options: ReporterOptions): readonly string[] {
  if (remarks.length === 0) return [];
  return [...title(heading, options), ...listed(remarks, (remark) => remarkLine('', remark, options))];
}

function remarkLine(label: string, { name, text, place }: Remark, options: ReporterOptions): readonly string[] {
  return hanging(`    ${label}`, `${name}: ${text}${placeText(place)}`, 6, options.width);
}

function unknownLines({ unknowns }: Account, options: ReporterOptions): readonly string[] {
  if (unknowns.length === 0) return [];
  return [
    ...title('Not known', options),
    ...listed(unknowns, ({ subject, cure }) =>
      hanging('    ', cure === '' ? subject : `${subject}: ${cure}`, 6, options.width),
    ),
  ];
}

function placeText(place: SourceRange | undefined): string {
  if (place === undefined) return '';
  const { file, line } = locationOf(place);
  return ` (${escapeText(file)}:${line})`;
}

function listed<T>(items: readonly T[], print: (item: T) => readonly string[]): readonly string[] {
  const rest = items.length - shown;
  return [...items.slice(0, shown).flatMap(print), ...(rest > 0 ? [`      and ${rest} more`] : [])];
}
