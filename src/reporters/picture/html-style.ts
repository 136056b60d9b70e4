/** How the picture looks: light and dark by what the reader prefers, wide and narrow by the room there is. */
import { baseStyle } from '../html-base-style.ts';
import type { Layout, Place } from './layout.ts';

export interface Placed {
  readonly id: string;
  readonly place: Place;
}

export interface PlacedLayout {
  /** The id of the canvas. */
  readonly canvas: string;
  readonly layout: Pick<Layout, 'width' | 'height'>;
  readonly things: readonly Placed[];
}

/** From so many pixels on, Regions stand side by side. */
const wideFrom = 1240;

/** @param hidden classes of arrows that a checkbox shows: `kind` is hidden unless `#show-kind` is checked */
export function styleSheet(
  wide: readonly PlacedLayout[],
  narrow: readonly PlacedLayout[],
  kinds: readonly string[],
): string {
  return [
    baseStyle,
    pictureStyle,
    ...kinds.map((kind) => `body:has(#show-${kind}:not(:checked)) .arrow.${kind}{display:none}`),
    `@media(max-width:${wideFrom - 1}px){.wide{display:none}.box,.lane,.region>h3{margin-right:12px}${positions(narrow)}}`,
    `@media(min-width:${wideFrom}px){.narrow{display:none}${positions(wide)}}`,
  ].join('\n');
}

function positions(layouts: readonly PlacedLayout[]): string {
  return layouts
    .flatMap(({ canvas, layout, things }) => [
      `#${canvas}{${layout.width === undefined ? '' : `width:${layout.width}px;`}height:${layout.height}px}`,
      ...things.map(({ id, place }) => `#${id}{${position(place)}}`),
    ])
    .join('');
}

function position({ x, y, width, height }: Place): string {
  return `left:${x}px;top:${y}px;${width === undefined ? 'right:0' : `width:${width}px`};height:${height}px`;
}

const pictureStyle = `
:root{--data:#1d6fd1;--backup:#0b8378;--traffic:#7046c8;--pair:#9a9891;--detail:#a8743a}
@media(prefers-color-scheme:dark){:root{--data:#6aaeff;--backup:#3fc7b8;--traffic:#b294ff;--pair:#71717c;--detail:#d3a26a}}
.bar{position:sticky;top:0;z-index:30;background:color-mix(in srgb,var(--page) 94%,transparent);
border-bottom:1px solid var(--line);margin-top:20px}
.bar form{max-width:1264px;margin:0 auto;padding:10px 32px;display:flex;flex-wrap:wrap;gap:6px 18px;align-items:center;
font-size:13.5px}
.bar input[type=search]{font:inherit;color:inherit;background:var(--box);border:1px solid var(--edge);border-radius:8px;
padding:5px 10px;width:230px}
.bar label{display:inline-flex;gap:7px;align-items:center;cursor:pointer;white-space:nowrap}
.bar output{color:var(--faint)}.bar output:empty{display:none}
.bar input[type=checkbox]{accent-color:var(--faint);margin:0}
.swatch{display:inline-block;width:20px;height:0;border-top:2px solid var(--pair)}
.swatch.data{border-color:var(--data)}.swatch.backup{border-color:var(--backup)}.swatch.traffic{border-color:var(--traffic)}
.swatch.detail{border-color:var(--detail)}.swatch.pair{border-top-style:dotted;border-top-width:3px}
.swatch.possible{border-top-style:dashed;border-color:var(--faint)}
.swatch.gap{width:12px;height:12px;border:0;border-radius:3px;background:var(--error)}
section{padding:36px 0 20px}
section>h3{font-size:16px;margin-top:34px}
.promise{display:flex;flex-wrap:wrap;gap:6px 26px;margin:10px 0 26px}
.promise div{display:flex;gap:8px;align-items:baseline}
.promise dt{color:var(--faint)}.promise dd{margin:0;font-weight:600}.promise .missed{color:var(--error)}
.canvas{position:relative;margin:0 auto}
.canvas ul{list-style:none;padding:0}
.panel,.lane,.region>h3,.box,.arrows{position:absolute}
.arrows{z-index:1}.lane,.region>h3,.box{z-index:2}
.panel{background:var(--panel);border:1px solid var(--line);border-radius:14px}
.panel.unknown{border-style:dashed}
.region>h3{padding:12px 0 0;font-size:16px;font-weight:650;line-height:20px}
.region>h3 span{display:block;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
.region>h3 span+span{color:var(--faint);font-weight:400;font-size:12.5px}
.lane{font-size:11.5px;letter-spacing:.06em;text-transform:uppercase;color:var(--faint);font-weight:600;padding-top:8px}
.arrows{left:0;top:0;overflow:visible;pointer-events:none}
.arrow{fill:none;stroke-width:1.6;opacity:.85}
.arrow.possible{stroke-dasharray:5 4}
.data{stroke:var(--data)}.backup{stroke:var(--backup)}.traffic{stroke:var(--traffic)}.pair{stroke:var(--pair)}
.detail{stroke:var(--detail)}
.arrow.pair{stroke-dasharray:1 4;stroke-linecap:round;stroke-width:2.2}
.stub{fill:none;stroke:var(--error);stroke-width:1.8}
.defs{position:absolute}
.defs .data{fill:var(--data)}.defs .backup{fill:var(--backup)}.defs .traffic{fill:var(--traffic)}
.defs .detail{fill:var(--detail)}.defs path{stroke:none}
.box summary{list-style:none;display:block;height:100%;background:var(--box);border:1px solid var(--edge);
border-radius:9px;padding:6px 12px;cursor:pointer;box-shadow:var(--shadow);overflow:hidden}
.box summary::-webkit-details-marker{display:none}
.box summary span{display:block;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
.box summary:hover,.box[open] summary{border-color:var(--faint)}
.kind{font-size:11.5px;line-height:16px;color:var(--faint)}
.name{font-size:14px;line-height:20px;font-weight:600}
.box .gap{font-size:12.5px;line-height:20px;color:var(--warning)}
.box.error summary{background:var(--error-box);border-color:var(--error);border-left-width:4px;padding-left:9px}
.box.error .gap{color:var(--error);font-weight:600}
.box.elsewhere summary{border-style:dashed;background:transparent}
.box[open]{z-index:20}
.box.end{z-index:19}
:target>summary{outline:2px solid var(--focus);outline-offset:2px}
.card{position:absolute;top:calc(100% + 6px);left:0;width:max(100%,min(440px,88vw));background:var(--panel);
border:1px solid var(--edge);border-radius:12px;box-shadow:0 12px 40px #00000026;padding:14px 16px;font-size:13.5px;
line-height:1.45;max-height:420px;overflow:auto}
.last .card{left:auto;right:0}
.card>*+*{margin-top:10px}
.card h5{margin:0 0 2px;font-size:12px;color:var(--faint);font-weight:600}
.card li+li{margin-top:4px}
.faint{opacity:.22}
.canvas.focused .arrow:not(.lit){opacity:.1}
.arrow.lit{opacity:1;stroke-width:2.6}
.gaps{margin:12px 0 0;padding:0;list-style:none;display:grid;gap:10px}
.gaps li{padding-left:18px;border-left:3px solid var(--error)}
.gaps a{font-weight:600}
.undrawn{color:var(--faint);font-size:13.5px;margin-top:18px}
.undrawn summary{cursor:pointer}
@media(max-width:700px){main,header{padding:0 16px}header{padding-top:24px}.bar form{padding:8px 16px}.bar{position:static}
.bar input[type=search]{width:100%}.card{left:-32px;right:0;width:auto}section{padding-top:26px}}
@media print{.bar{display:none}}
`;
