/** What is told about a box when it is opened: its addresses and places, what is wrong with it, and what it is related to. */
import { locationOf, type SourceRange } from '../../core/source.ts';
import type { GraphNode } from '../../graph/node.ts';
import { addressOf } from '../../policy/names.ts';
import { html, nothing, type Html } from '../html-text.ts';
import { regionInWords } from './columns.ts';
import type { Arrow, Box, Gap } from './picture.ts';
import { relationStyles } from './relation-styles.ts';

/** How many instances, members of a stack, gaps or relations are told before the rest is counted. */
const shown = 40;
const shownInstances = 6;

export function cardOf(box: Box, arrows: readonly Arrow[]): Html {
  return html`<div class="card">
    ${box.members.length > 0 ? membersPart(box) : declarationPart(box)}${estimatePart(box)}${gapsPart(box)}${relationsPart(box, arrows)}
  </div>`;
}

function declarationPart({ nodes, node, guestOf }: Box): Html {
  const instances = listed(nodes, shownInstances, (each) => html`<li><code>${addressOf(each)}</code></li>`);
  const guest = guestOf === undefined ? nothing : html`<p>Of workload ${guestOf}.</p>`;
  return html`<div>
      <ul>
        ${instances}
      </ul>
      <p class="place">${node.type} · ${regionInWords(node)}</p>
      ${placeLine(headerOf(node))}
    </div>
    ${guest}`;
}

function estimatePart({ whenLost, members }: Box): Html {
  if (whenLost === '' || members.length > 0) return nothing;
  return html`<div>
    <h5>If its Region is lost</h5>
    ${whenLost}
  </div>`;
}

function membersPart({ members }: Box): Html {
  const items = listed(
    members,
    shown,
    (member) =>
      html`<li>
        <strong>${member.module === '' ? '' : `${member.module} · `}${member.name}</strong
        >${placeLine(headerOf(member.node))}${gapList(member.gaps)}
      </li>`,
  );
  return html`<ul>
    ${items}
  </ul>`;
}

function headerOf({ place, header }: GraphNode): SourceRange | undefined {
  return place ?? header;
}

function gapsPart({ gaps, members }: Box): Html {
  if (gaps.length === 0 || members.length > 0) return nothing;
  return html`<div>
    <h5>What is wrong</h5>
    ${gapList(gaps)}
  </div>`;
}

function gapList(gaps: readonly Gap[]): Html {
  if (gaps.length === 0) return nothing;
  return html`<ul>
    ${listed(gaps, shown, (gap) => html`<li>${gapLine(gap)}</li>`)}
  </ul>`;
}

/** One sentence, with the policy and the place that it comes from. */
export function gapLine({ text, policy, place }: Gap): Html {
  return html`${text}${policy === undefined ? nothing : html` <code>${policy}</code>`}${placeLine(place)}`;
}

export function placeLine(range: SourceRange | undefined): Html {
  if (range === undefined) return nothing;
  const { file, line } = locationOf(range);
  return html`<div class="place mono">${file}:${line}</div>`;
}

function relationsPart(box: Box, arrows: readonly Arrow[]): Html {
  const own = arrows.filter(({ from, to }) => from === box || to === box);
  if (own.length === 0) return nothing;
  return html`<div>
    <h5>Relations</h5>
    <ul>
      ${listed(own, shown, (arrow) => relationLine(box, arrow))}
    </ul>
  </div>`;
}

function relationLine(box: Box, { kind, from, to, certain, because }: Arrow): Html {
  const style = relationStyles.get(kind);
  const phrase = from === box ? style?.phrase : style?.reversePhrase;
  const other = from === box ? to : from;
  const doubt = certain ? '' : ` (perhaps${because === '' ? '' : `: ${because}`})`;
  return html`<li>
    ${phrase ?? kind} <a href="#${other.id}">${other.name}</a> in ${regionInWords(other.node)}${doubt}
  </li>`;
}

function listed<T>(items: readonly T[], limit: number, print: (item: T) => Html): readonly Html[] {
  const rest = items.length - limit;
  return [...items.slice(0, limit).map(print), ...(rest > 0 ? [html`<li>and ${rest} more</li>`] : [])];
}
