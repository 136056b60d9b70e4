/** The graph as a Mermaid flowchart: a subgraph for each Region, for places that show Mermaid in Markdown. */
import { escapeText } from '../core/print.ts';
import type { Report } from '../findings/report.ts';
import { drawPicture } from './picture/draw-picture.ts';
import { kindInWords } from './picture/box-names.ts';
import { worstLevel } from './picture/gaps.ts';
import type { Arrow, Box, Column, Section } from './picture/picture.ts';
import { relationStyles } from './picture/relation-styles.ts';

export function graphMermaid(report: Report): string {
  const sections = drawPicture(report).sections.filter(({ columns }) => columns.length > 0);
  const isOne = sections.length === 1;
  return [
    'flowchart LR',
    ...sections.flatMap((section, index) => sectionLines(section, index + 1, isOne)),
    '  classDef error stroke:#c62828,stroke-width:3px',
    '  classDef warning stroke:#a35b00',
    '  classDef elsewhere stroke-dasharray:4 4',
    '',
  ].join('\n');
}

/** A workload is a subgraph of its own only beside others. */
function sectionLines(section: Section, index: number, isOne: boolean): readonly string[] {
  const lines = [
    ...section.columns.flatMap((column, at) => regionLines(column, `w${index}c${at + 1}`)),
    ...section.arrows.filter(({ kind }) => relationStyles.get(kind)?.isShown === true).map(arrowLine),
  ];
  if (isOne) return lines.map(indent);
  return [`subgraph w${index}["${label(`Workload ${section.workload.name}`)}"]`, ...lines.map(indent), 'end'].map(
    indent,
  );
}

function regionLines(column: Column, id: string): readonly string[] {
  const notes = [column.role === 'primary' || column.role === 'recovery' ? column.role : '', column.note];
  const title = [column.title, ...notes.filter((note) => note !== '')].join(', ');
  return [`subgraph ${id}["${label(title)}"]`, ...column.boxes.map((box) => indent(boxLine(box))), 'end'];
}

function boxLine(box: Box): string {
  const gap = box.gaps[0] === undefined ? '' : `<br>${label(box.gaps[0].label)}`;
  const level = worstLevel(box.gaps) ?? (box.isDeclared ? undefined : 'elsewhere');
  return `${idOf(box)}["${label(kindInWords(box))}<br>${label(box.name)}${gap}"]${level === undefined ? '' : `:::${level}`}`;
}

function arrowLine({ kind, from, to, certain }: Arrow): string {
  const phrase = relationStyles.get(kind)?.phrase ?? kind;
  const [start, end] = [idOf(from), idOf(to)];
  if (kind === 'counterpartOf') return `${start} -.-|${phrase}| ${end}`;
  return certain ? `${start} -->|${phrase}| ${end}` : `${start} -.->|perhaps ${phrase}| ${end}`;
}

/** A dash could be read as the beginning of an arrow. */
function idOf({ id }: Box): string {
  return id.replaceAll('-', '_');
}

function indent(line: string): string {
  return `  ${line}`;
}

/**
 * Text in quotes: what could end them or be read as markup becomes an entity by number.
 * https://mermaid.js.org/syntax/flowchart.html#entity-codes-to-escape-characters
 */
function label(text: string): string {
  return escapeText(text).replaceAll(
    /[^\p{L}\p{N} .,:·/()[\]_-]/gu,
    (character) => `#${character.codePointAt(0) ?? 0};`,
  );
}
