/**
 * Draws docs/images/terminal.svg: what dr-lint prints about fixtures/demo on a terminal of 100 columns, its beginning and
 * its end. The same output gives the same picture: `node scripts/run-script.mjs scripts/terminal-picture.ts`.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { dependencies } from '../src/cli/dependencies.ts';
import { processEnvironment } from '../src/cli/process-environment.ts';
import { run } from '../src/cli/run.ts';
import { displayWidth } from '../src/reporters/display-width.ts';

const picture = 'docs/images/terminal.svg';
const columns = 100;
/** At most so many lines of the beginning, whole findings only; the end starts with the tier of the workload. */
const linesOfBeginning = 38;

const cellWidth = 8.4;
const lineHeight = 19;
const padding = 18;
const foreground = '#d4d4d8';

/** SGR parameter → what it does to the text. https://www.ecma-international.org/publications-and-standards/standards/ecma-48/ */
const styles: ReadonlyMap<string, string> = new Map([
  ['1', 'font-weight="bold"'],
  ['4', 'text-decoration="underline"'],
  ['31', 'fill="#f87171"'],
  ['32', 'fill="#4ade80"'],
  ['33', 'fill="#fbbf24"'],
  ['36', 'fill="#22d3ee"'],
  ['90', 'fill="#71717a"'],
]);

const output: string[] = [];
const here = processEnvironment();
await run(
  ['fixtures/demo', '--color', '--fail-on', 'never'],
  { ...here, stdout: { write: (text) => void output.push(text), isTerminal: true, columns } },
  dependencies,
);
const lines = output.join('').trimEnd().split('\n');
const end = lines.findLastIndex((line) => line.includes('Workload '));
const beginning = lines.slice(0, lines.lastIndexOf('', linesOfBeginning));
const shown = ['$ dr-lint fixtures/demo', '', ...beginning, '', '  ⋮', '', ...lines.slice(end)];
mkdirSync(dirname(picture), { recursive: true });
writeFileSync(join(process.cwd(), picture), svgOf(shown));

function svgOf(texts: readonly string[]): string {
  const width = Math.ceil(columns * cellWidth) + 2 * padding;
  const height = texts.length * lineHeight + 2 * padding;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="dr-lint in a terminal">`,
    `<rect width="${width}" height="${height}" rx="8" fill="#18181b"/>`,
    `<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="14" fill="${foreground}">`,
    ...texts.flatMap((text, index) => runsOf(text, padding + (index + 0.75) * lineHeight)),
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}

/** One element per stretch of one style, each at its own column, so that every font keeps what is aligned. */
function runsOf(line: string, y: number): readonly string[] {
  const elements: string[] = [];
  const open = new Set<string>();
  let column = 0;
  for (const [index, piece] of line.split('\u001B[').entries()) {
    const start = index === 0 ? 0 : piece.indexOf('m') + 1;
    const text = piece.slice(start);
    if (index > 0) applyStyle(open, piece.slice(0, start - 1));
    if (text.trim() !== '') elements.push(elementOf(text, { column, y, open }));
    column += displayWidth(text);
  }
  return elements;
}

function elementOf(
  text: string,
  { column, y, open }: { readonly column: number; readonly y: number; readonly open: ReadonlySet<string> },
): string {
  const attributes = [
    `x="${(padding + column * cellWidth).toFixed(1)}"`,
    `y="${y.toFixed(1)}"`,
    `textLength="${(displayWidth(text) * cellWidth).toFixed(1)}"`,
    'xml:space="preserve"',
    ...[...open].flatMap((each) => styles.get(each) ?? []),
  ];
  return `<text ${attributes.join(' ')}>${escapeXml(text)}</text>`;
}

/** 22, 24 and 39 end what bold, underlined and coloured began. */
function applyStyle(open: Set<string>, code: string): void {
  if (code === '22') open.delete('1');
  else if (code === '24') open.delete('4');
  else if (code === '39') for (const color of ['31', '32', '33', '36', '90']) open.delete(color);
  else open.add(code);
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
