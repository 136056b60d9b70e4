/** The graph as one self-contained page: Regions side by side, relations as arrows, gaps in red. It asks nothing of the network. */
import type { Report } from '../findings/report.ts';
import { htmlPage } from './html-page.ts';
import { html, type Html } from './html-text.ts';
import { drawPicture } from './picture/draw-picture.ts';
import { script } from './picture/html-script.ts';
import { printSection } from './picture/html-section.ts';
import { styleSheet } from './picture/html-style.ts';
import type { Picture } from './picture/picture.ts';
import { relationStyles, type RelationStyle } from './picture/relation-styles.ts';
import { plural } from './text-style.ts';

export function graphHtml(report: Report): string {
  const picture = drawPicture(report);
  const sections = picture.sections.map((section, index) => printSection(section, index + 1));
  const kinds = relationsIn(picture);
  const style = styleSheet(
    sections.map(({ wide }) => wide),
    sections.map(({ narrow }) => narrow),
    kinds.map(({ kind }) => kind),
  );
  const body = html`${heads}
    <header>
      <h1>Recovery picture</h1>
      <p class="lead">${lead(report)}</p>
    </header>
    ${bar(kinds)}
    <main>
      ${sections.map((section) => section.body)}
      <footer>
        Drawn by ${report.tool.name} ${report.tool.version} from the code alone. Open a box for its places, its gaps and
        its relations.
      </footer>
    </main>`;
  return htmlPage({ title: 'Recovery picture', style, script, body });
}

function lead({ summary, workloads, inputs }: Report): string {
  const read = inputs.filter(({ status }) => status === 'read').length;
  return `${plural(summary.resources, 'resource')} of ${plural(workloads.length, 'workload')}, read from ${plural(read, 'input')}. Arrows that leave a Region lead to what is left when it is lost. What is red breaks the promise.`;
}

function relationsIn({ sections }: Picture): readonly RelationStyle[] {
  const kinds = new Set(sections.flatMap(({ arrows }) => arrows.map(({ kind }) => kind)));
  return [...relationStyles.values()].filter(({ kind }) => kinds.has(kind));
}

function bar(kinds: readonly RelationStyle[]): Html {
  const toggles = kinds.map(
    ({ kind, phrase, family, isShown }) =>
      html`<label
        ><input type="checkbox" id="show-${kind}" ${isShown ? html` checked` : ''} /><span
          class="swatch ${family}"
        ></span
        >${phrase}</label
      >`,
  );
  return html`<nav class="bar" aria-label="What is shown">
    <form>
      <input type="search" id="search" placeholder="Filter by name, type, file" aria-label="Filter" /><output
        id="found"
        for="search"
      ></output
      >${toggles}<label><span class="swatch possible"></span>possible</label
      ><label><span class="swatch gap"></span>gap</label>
    </form>
  </nav>`;
}

const heads: Html = html`<svg class="defs" width="0" height="0" aria-hidden="true">
  <defs>
    ${['data', 'backup', 'traffic', 'detail'].map(
      (family) =>
        html`<marker
          id="head-${family}"
          class="${family}"
          viewBox="0 0 8 8"
          refX="7"
          refY="4"
          markerWidth="9"
          markerHeight="9"
          markerUnits="userSpaceOnUse"
          orient="auto"
          ><path d="M0 0.5L8 4L0 7.5z"
        /></marker>`,
    )}
  </defs>
</svg>`;
