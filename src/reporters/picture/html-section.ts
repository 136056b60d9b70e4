/** A workload as HTML: what was promised and what holds, the Regions with their boxes, and the gaps in words. */
import { html, nothing, type Html } from '../html-text.ts';
import { tierSources } from '../workload-sentences.ts';
import { arrowPaths, stubPath } from './arrow-paths.ts';
import { kindInWords } from './box-names.ts';
import { worstLevel } from './gaps.ts';
import { cardOf, gapLine } from './html-card.ts';
import type { PlacedLayout } from './html-style.ts';
import { narrowLayout, wideLayout, type Layout } from './layout.ts';
import { laneTitles, lanes, type Box, type Column, type Section } from './picture.ts';
import { relationStyles } from './relation-styles.ts';

export interface PrintedSection {
  readonly body: Html;
  readonly wide: PlacedLayout;
  readonly narrow: PlacedLayout;
}

/** @param index from 1 */
export function printSection(section: Section, index: number): PrintedSection {
  const canvas = `w${index}`;
  const wide = wideLayout(section);
  const narrow = narrowLayout(section);
  const body = html`<section aria-labelledby="${canvas}-title">
    <h2 id="${canvas}-title">Workload ${section.workload.name}</h2>
    ${promise(section)}
    <div class="canvas" id="${canvas}">
      ${section.columns.map((column, at) => region(section, column, `${canvas}-c${at + 1}`))}${arrowsOf(
        section,
        wide,
        'wide',
      )}${arrowsOf(section, narrow, 'narrow')}
    </div>
    ${gapsOf(section)}${undrawnOf(section)}
  </section>`;
  return { body, wide: placed(canvas, section, wide), narrow: placed(canvas, section, narrow) };
}

function placed(canvas: string, section: Section, layout: Layout): PlacedLayout {
  const idOf = (column: Column): string => `${canvas}-c${section.columns.indexOf(column) + 1}`;
  return {
    canvas,
    layout,
    things: [
      ...[...layout.panels].map(([column, place]) => ({ id: idOf(column), place })),
      ...[...layout.headings].map(([column, place]) => ({ id: `${idOf(column)}-title`, place })),
      ...layout.titles.map(({ column, lane, place }) => ({ id: `${idOf(column)}-${lane}`, place })),
      ...[...layout.boxes].map(([box, place]) => ({ id: box.id, place })),
    ],
  };
}

function promise({ workload, keepsTier }: Section): Html {
  const { tier, tierSource, achievedTier, possibleTier, regions } = workload;
  const recovery = regions.recovery.length === 0 ? 'none' : regions.recovery.join(', ');
  const inferred = regions.inferred ? ' (inferred)' : '';
  return html`<dl class="promise"><div><dt>Promised</dt><dd>${tier}</dd><dt>${tierSources[tierSource]}</dt></div><div><dt>Achieved</dt><dd${
    keepsTier ? nothing : html` class="missed"`
  }>${achievedTier}</dd>${
    possibleTier === undefined ? nothing : html`<dt>perhaps ${possibleTier}</dt>`
  }</div><div><dt>Primary Region</dt><dd>${regions.primary ?? 'unknown'}${inferred}</dd></div><div><dt>Recovery</dt><dd>${recovery}</dd></div></dl>`;
}

const roleWords: Readonly<Record<Column['role'], string>> = {
  primary: 'primary',
  recovery: 'recovery',
  other: '',
  unknown: '',
  global: 'not bound to a Region',
};

function region(section: Section, column: Column, id: string): Html {
  const note = column.note === '' ? roleWords[column.role] : column.note;
  const isLast = section.columns.indexOf(column) > 0;
  const groups = lanes.flatMap((lane) => {
    const boxes = column.boxes.filter((box) => box.lane === lane);
    if (boxes.length === 0) return [];
    const title =
      column.role === 'global'
        ? html`<h4 hidden>${laneTitles[lane]}</h4>`
        : html`<h4 class="lane" id="${id}-${lane}">${laneTitles[lane]}</h4>`;
    return [
      html`${title}
        <ul>
          ${boxes.map((box) => html`<li>${boxOf(section, box)}</li>`)}
        </ul>`,
    ];
  });
  return html`<div class="region${isLast ? ' last' : ''}">
    <div class="panel ${column.role}" id="${id}"></div>
    <h3 id="${id}-title" title="${`${column.title} ${note}`.trim()}">
      <span>${column.title}</span><span>${note}</span>
    </h3>
    ${groups}
  </div>`;
}

function boxOf({ arrows }: Section, box: Box): Html {
  const level = worstLevel(box.gaps);
  const classes = ['box', level ?? '', box.isDeclared && box.guestOf === undefined ? '' : 'elsewhere'];
  return html`<details class="${classes.filter((each) => each !== '').join(' ')}" id="${box.id}" name="box">
    <summary>
      <span class="kind">${kindInWords(box)}</span><span class="name" title="${box.name}">${box.name}</span>${gapLineOf(
        box,
      )}
    </summary>
    ${cardOf(box, arrows)}
  </details>`;
}

/** What is wrong in a few words, the gravest first. */
function gapLineOf({ gaps }: Box): Html {
  if (gaps.length === 0) return nothing;
  const labels = [...new Set(gaps.map(({ label }) => label))].join(' · ');
  return html`<span class="gap" title="${labels}">${labels}</span>`;
}

function arrowsOf(section: Section, layout: Layout, view: 'wide' | 'narrow'): Html {
  const paths = arrowPaths(section, layout).map(({ arrow: { kind, from, to, certain }, path }) => {
    const family = relationStyles.get(kind)?.family ?? 'detail';
    const head = family === 'pair' ? nothing : html` marker-end="url(#head-${family})"`;
    return html`<path
      class="arrow ${kind} ${family}${certain ? '' : ' possible'}"
      data-from="${from.id}"
      data-to="${to.id}"
      d="${path}"
      ${head}
    />`;
  });
  const lost = section.columns.flatMap(({ boxes }) =>
    boxes.filter(({ gaps }) => gaps.some(({ reason }) => reason === 'lost')),
  );
  const stubs = lost.flatMap((box) => {
    const path = stubPath(box, layout);
    return path === undefined ? [] : [html`<path class="stub" d="${path}" />`];
  });
  return html`<svg class="arrows ${view}" width="${layout.width ?? 40}" height="${layout.height}" aria-hidden="true">
    ${paths}${stubs}
  </svg>`;
}

/** More than these are counted. */
const listedBoxes = 20;

function gapsOf({ columns }: Section): Html {
  const boxes = columns.flatMap((column) => column.boxes.filter(({ gaps }) => worstLevel(gaps) === 'error'));
  if (boxes.length === 0) return nothing;
  const items = boxes.slice(0, listedBoxes).map((box) => {
    const errors = box.gaps.filter(({ level }) => level === 'error').slice(0, listedBoxes);
    return html`<li>
      <a href="#${box.id}">${box.name}</a> <span class="kind">${kindInWords(box)}</span>
      ${errors.map((gap) => html`<div>${gapLine(gap)}</div>`)}
    </li>`;
  });
  const rest = boxes.length - items.length;
  return html`<h3>What breaks the promise</h3>
    <ol class="gaps">
      ${items}${rest > 0 ? html`<li>and ${rest} more, red in the picture</li>` : nothing}
    </ol>`;
}

function undrawnOf({ undrawn }: Section): Html {
  if (undrawn.length === 0) return nothing;
  const total = undrawn.reduce((sum, { count }) => sum + count, 0);
  const kinds = undrawn.map(({ kind, count }) => `${count} × ${kind}`).join(', ');
  return html`<details class="undrawn">
    <summary>${total} more resources have no part in this picture</summary>
    <p>${kinds}</p>
  </details>`;
}
