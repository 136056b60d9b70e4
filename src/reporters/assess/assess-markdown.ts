/** An assessment as Markdown, for a wiki or the description of a pull request. */
import { locationOf, type SourceRange } from '../../core/source.ts';
import type { Report } from '../../findings/report.ts';
import { markdownCode, markdownText } from '../markdown-text.ts';
import { plural } from '../text-style.ts';
import { accountOf, type Account, type DisruptionAccount } from './account.ts';
import type { Change, ChangeList, Remark } from './changes.ts';
import { verdictWords } from '../figures-in-words.ts';

export function assessMarkdown(report: Report): string {
  const sections = report.workloads.map((workload) => accountSection(accountOf(workload, report)));
  return `${['# Recovery assessment', ...sections].join('\n\n')}\n`;
}

function accountSection(account: Account): string {
  const region = account.disruptions.find(({ disruption }) => disruption === 'region');
  return [
    `## Workload ${markdownText(account.name)}`,
    account.headline.map(markdownText).join(' '),
    ...(account.disruptions.length === 0 ? [] : [disruptionTable(account.disruptions)]),
    ...(region === undefined ? [] : regionDetails(region, account.regionLoss)),
    ...(account.ladders.length === 0
      ? []
      : [
          list(
            'Where it stands',
            account.ladders.map(({ name, stands }) => `${name}: **${markdownText(stands)}**`),
          ),
        ]),
    ...account.changes.flatMap(changesPart),
    ...(account.surplus.length === 0 ? [] : [list('More than was promised', account.surplus.map(remarkText))]),
    ...(account.unknowns.length === 0
      ? []
      : [
          list(
            'Not known',
            account.unknowns.map(({ subject, cure }) => markdownText(cure === '' ? subject : `${subject}: ${cure}`)),
          ),
        ]),
  ].join('\n\n');
}

function disruptionTable(accounts: readonly DisruptionAccount[]): string {
  const rows = accounts.map((account) => {
    const { name, backIn, dataGone, promise, holds, limitedBy } = account;
    const kept = holds === undefined ? '' : `${markdownText(promise)}: **${verdictWords[holds]}**`;
    return [name, backIn, dataGone]
      .map(markdownText)
      .concat(kept, limitedBy === undefined ? '' : markdownCode(limitedBy.name));
  });
  return [
    ['in case of', 'back in', 'data gone', 'promised', 'decided by'],
    ['---', '---', '---', '---', '---'],
    ...rows,
  ]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}

/** The sum, what breaks the promise, what it depends on. */
function regionDetails({ terms, backIn, breaking, provisos }: DisruptionAccount, event: string): readonly string[] {
  const sum = terms.map(
    ({ name, time, because, place }) =>
      `${markdownText(`${name}: ${time}`)} (${markdownText(because)})${placeText(place)}`,
  );
  return [
    ...(sum.length === 0 ? [] : [list(`If ${event}, back in: ${backIn}`, sum)]),
    ...(breaking.length === 0 ? [] : [list('What breaks the promise', breaking.map(remarkText))]),
    ...(provisos.length === 0 ? [] : [list('Mind', provisos.map(markdownText))]),
  ];
}

function changesPart({ tier, isPromised, changes }: ChangeList): readonly string[] {
  if (changes.length === 0) return [];
  const heading = `To reach ${tier}${isPromised ? ', as promised' : ', the next tier'}: ${plural(changes.length, 'change')}`;
  return [
    `### ${markdownText(heading)}\n\n${changes.map((change, at) => `${at + 1}. ${changeText(change)}`).join('\n')}`,
  ];
}

function changeText({ what, about, policies }: Change): string {
  const more = policies.length === 0 ? '' : ` (${policies.map(markdownCode).join(', ')})`;
  return [`${markdownText(what)}.${more}`, ...about.map((remark) => `   - ${remarkText(remark)}`)].join('\n');
}

function list(heading: string, items: readonly string[]): string {
  return `### ${markdownText(heading)}\n\n${items.map((item) => `- ${item}`).join('\n')}`;
}

function remarkText({ name, text, place }: Remark): string {
  return `${markdownCode(name)}: ${markdownText(text)}${placeText(place)}`;
}

function placeText(place: SourceRange | undefined): string {
  if (place === undefined) return '';
  const { file, line } = locationOf(place);
  return ` (${markdownCode(`${file}:${line}`)})`;
}
