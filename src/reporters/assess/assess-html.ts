/** An assessment as a self-contained page, for people who do not read code. */
import { locationOf, type SourceRange } from '../../core/source.ts';
import type { Report } from '../../findings/report.ts';
import { baseStyle } from '../html-base-style.ts';
import { htmlPage } from '../html-page.ts';
import { html, nothing, type Html } from '../html-text.ts';
import { plural } from '../text-style.ts';
import { accountOf, type Account, type DisruptionAccount, type LadderAccount } from './account.ts';
import { assessStyle } from './assess-style.ts';
import type { Change, ChangeList, Remark } from './changes.ts';
import { verdictWords } from '../figures-in-words.ts';

/** More of a kind are counted. */
const shown = 20;

export function assessHtml(report: Report): string {
  const sections = report.workloads.map((workload, index) => accountSection(accountOf(workload, report), index + 1));
  const body = html`<header>
      <h1>Recovery assessment</h1>
      <p class="lead">
        What the code says would happen, and what it would take to keep the promise. Figures that AWS does not document
        are marked as assumed.
      </p>
    </header>
    <main>
      ${sections}
      <footer>Assessed by ${report.tool.name} ${report.tool.version} from the code alone.</footer>
    </main>`;
  return htmlPage({ title: 'Recovery assessment', style: `${baseStyle}${assessStyle}`, body });
}

function accountSection(account: Account, index: number): Html {
  const { name, headline, disruptions, ladders, changes, surplus, unknowns } = account;
  const region = disruptions.find(({ disruption }) => disruption === 'region');
  const unknownItems = unknowns.map(({ subject, cure }) => html`<li><code>${subject}</code> ${cure}</li>`);
  return html`<section aria-labelledby="w${index}">
    <h2 id="w${index}">Workload ${name}</h2>
    <p class="headline">${headline.map((sentence) => html`<span>${withCode(sentence)}</span> `)}</p>
    ${disruptionTable(disruptions)}${region === undefined ? nothing : regionPart(region, account.regionLoss)}${laddersPart(ladders)}
    ${changes.map(changesPart)}${remarksPart('More than was promised', surplus)} ${part('Not known', unknownItems)}
  </section>`;
}

/** What stands in backticks is code. */
function withCode(sentence: string): readonly Html[] {
  return sentence.split('`').map((piece, at) => (at % 2 === 0 ? html`${piece}` : html`<code>${piece}</code>`));
}

function disruptionTable(accounts: readonly DisruptionAccount[]): Html {
  if (accounts.length === 0) return nothing;
  const rows = accounts.map(
    ({ name, backIn, dataGone, isLost, promise, holds, isAssumed, limitedBy }) =>
      html`<tr class="${isLost || holds === 'no' ? 'missed' : ''}">
        <th scope="row">${name}</th>
        <td>${backIn}</td>
        <td>${dataGone}</td>
        <td>
          ${promise}${holds === undefined ? nothing : html` <strong class="${holds}">${verdictWords[holds]}</strong>`}
          ${isAssumed ? html`<span class="place">by an assumed figure</span>` : nothing}
        </td>
        <td>
          ${limitedBy === undefined ? nothing : html`<code>${limitedBy.name}</code>${placeLine(limitedBy.place)}`}
        </td>
      </tr>`,
  );
  return html`<div class="wide-table">
    <table>
      <thead>
        <tr>
          <th scope="col">In case of</th>
          <th scope="col">Back in</th>
          <th scope="col">Data gone</th>
          <th scope="col">Promised</th>
          <th scope="col">Decided by</th>
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`;
}

/** The sum is shown as a sum. */
function regionPart({ terms, backIn, breaking, provisos }: DisruptionAccount, event: string): Html {
  const lines = terms.map(
    ({ name, time, because, place }, at) =>
      html`<tr>
        <td class="sign">${at === 0 ? '' : '+'}</td>
        <th scope="row">${name}</th>
        <td class="time">${time}</td>
        <td>${because}${placeLine(place)}</td>
      </tr>`,
  );
  const sum =
    lines.length === 0
      ? nothing
      : html`<h3>If ${event}</h3>
          <div class="wide-table">
            <table class="sum">
              <tbody>
                ${lines}
                <tr class="total">
                  <td class="sign">=</td>
                  <th scope="row">back in</th>
                  <td class="time">${backIn}</td>
                  <td></td>
                </tr>
              </tbody>
            </table>
          </div>`;
  const conditions = provisos.map((proviso) => html`<li>${proviso}</li>`);
  return html`${sum}${remarksPart('What breaks the promise', breaking)}${part('Mind', conditions)}`;
}

function laddersPart(ladders: readonly LadderAccount[]): Html {
  if (ladders.length === 0) return nothing;
  const items = ladders.map(
    ({ name, stands, below, isBelow }) =>
      html`<li class="${isBelow ? 'below' : 'reached'}">
        <h4>${name}</h4>
        <p>${stands}</p>
        <ul>
          ${listed(below, remarkItem)}
        </ul>
      </li>`,
  );
  return html`<h3>Where it stands</h3>
    <ul class="ladders">
      ${items}
    </ul>`;
}

function changesPart({ tier, isPromised, changes }: ChangeList): Html {
  if (changes.length === 0) return nothing;
  const aim = isPromised ? `${tier}, as promised` : `${tier}, the next tier`;
  return html`<h3>To reach ${aim}: ${plural(changes.length, 'change')}</h3>
    <ol class="changes">
      ${listed(changes, changeItem)}
    </ol>`;
}

function changeItem({ what, about, policies }: Change): Html {
  const more = policies.map((policy) => html` <code>${policy}</code>`);
  return html`<li>
    <strong>${withCode(what)}</strong>${more}
    <ul class="about">
      ${listed(about, remarkItem)}
    </ul>
  </li>`;
}

function remarksPart(heading: string, remarks: readonly Remark[]): Html {
  return part(heading, listed(remarks, remarkItem));
}

function remarkItem({ name, text, place }: Remark): Html {
  return html`<li><code>${name}</code> ${text}${placeLine(place)}</li>`;
}

function part(heading: string, items: readonly Html[]): Html {
  if (items.length === 0) return nothing;
  return html`<h3>${heading}</h3>
    <ul class="remarks">
      ${items}
    </ul>`;
}

function listed<T>(items: readonly T[], print: (item: T) => Html): readonly Html[] {
  const rest = items.length - shown;
  return [...items.slice(0, shown).map(print), ...(rest > 0 ? [html`<li>and ${rest} more</li>`] : [])];
}

function placeLine(range: SourceRange | undefined): Html {
  if (range === undefined) return nothing;
  const { file, line } = locationOf(range);
  return html`<div class="place mono">${file}:${line}</div>`;
}
