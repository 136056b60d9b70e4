/** The graph in Graphviz's language: a cluster for each Region. */
import { escapeText } from '../core/print.ts';
import type { Report } from '../findings/report.ts';
import { drawPicture } from './picture/draw-picture.ts';
import { kindInWords } from './picture/box-names.ts';
import { worstLevel } from './picture/gaps.ts';
import type { Arrow, Box, Column, Section } from './picture/picture.ts';
import { relationStyles, type Family } from './picture/relation-styles.ts';

export function graphDot(report: Report): string {
  return [
    'digraph recovery {',
    '  rankdir=LR; compound=true; fontname="Helvetica";',
    '  node [shape=box, style="rounded,filled", fillcolor=white, color="#d5d3cd", fontname="Helvetica", fontsize=11];',
    '  edge [fontname="Helvetica", fontsize=9, color="#6b6a64"];',
    ...drawPicture(report).sections.flatMap((section, index) => sectionLines(section, index + 1)),
    '}',
    '',
  ].join('\n');
}

function sectionLines(section: Section, index: number): readonly string[] {
  return [
    `  subgraph cluster_w${index} {`,
    `    label=${quoted(`Workload ${section.workload.name}`)}; color="#e4e3df";`,
    ...section.columns.flatMap((column, at) => regionLines(column, `cluster_w${index}_c${at + 1}`)),
    '  }',
    ...section.arrows.filter(({ kind }) => relationStyles.get(kind)?.isShown === true).map(arrowLine),
  ];
}

function regionLines(column: Column, id: string): readonly string[] {
  const notes = [column.role === 'primary' || column.role === 'recovery' ? column.role : '', column.note];
  const title = [column.title, ...notes.filter((note) => note !== '')].join(', ');
  const style = column.role === 'unknown' ? 'dashed' : 'solid';
  return [
    `    subgraph ${id} {`,
    `      label=${quoted(title)}; style=${style};`,
    ...column.boxes.map((box) => `      ${boxLine(box)}`),
    '    }',
  ];
}

const levelColors = { error: 'color="#c62828", penwidth=2.5', warning: 'color="#a35b00"' } as const;

function boxLine(box: Box): string {
  const level = worstLevel(box.gaps);
  const texts = [kindInWords(box), box.name, ...box.gaps.slice(0, 1).map(({ label }) => label)];
  const attributes = [
    `label=${quoted(...texts)}`,
    ...(level === undefined ? [] : [levelColors[level]]),
    ...(box.isDeclared ? [] : ['style="rounded,dashed"']),
  ];
  return `${quoted(box.id)} [${attributes.join(', ')}];`;
}

const familyColors: Readonly<Record<Family, string>> = {
  data: '#1d6fd1',
  backup: '#0b8378',
  traffic: '#7046c8',
  pair: '#9a9891',
  detail: '#a8743a',
};

function arrowLine({ kind, from, to, certain }: Arrow): string {
  const style = relationStyles.get(kind);
  const attributes = [
    `label=${quoted(style?.phrase ?? kind)}`,
    `color="${familyColors[style?.family ?? 'detail']}"`,
    ...(certain ? [] : ['style=dashed']),
    ...(kind === 'counterpartOf' ? ['dir=none', 'style=dotted', 'constraint=false'] : []),
  ];
  return `  ${quoted(from.id)} -> ${quoted(to.id)} [${attributes.join(', ')}];`;
}

/** Lines in quotes; only quotes and backslashes mean something in there. https://graphviz.org/doc/info/lang.html */
function quoted(...lines: readonly string[]): string {
  return `"${lines.map((line) => escapeText(line).replaceAll(/["\\]/gu, String.raw`\$&`)).join(String.raw`\n`)}"`;
}
