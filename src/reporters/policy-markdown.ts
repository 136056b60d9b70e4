/** A policy as a section of Markdown: `dr-lint explain --format markdown`, and the pages under `docs/policies`. */
import { escapeText } from '../core/print.ts';
import type { Explained } from './explain.ts';
import { markdownCode, markdownText } from './markdown-text.ts';
import {
  checkSentences,
  headingOf,
  standardsOf,
  tierRows,
  type ExplainedTiers,
  type ShownExample,
  type ShownFile,
} from './policy-account.ts';

export function policyMarkdown({ policy, examples }: Explained, tiers: ExplainedTiers): string {
  const { id, title, subjects, guards, why, fix, references } = policy;
  const standards = standardsOf(policy).map(([name, ids]) => `- ${name}: ${ids.map(markdownText).join(', ')}`);
  const blocks = [
    `## ${markdownText(id)}`,
    `${markdownText(title)}.`.replace(/\.\.$/u, '.'),
    `Judges ${subjects.map(markdownCode).join(', ')}. Guards against: ${guards.join(', ')}.`,
    markdownTable(tierRows(policy, tiers).map((row) => row.map(markdownText))),
    checkSentences(policy)
      .map((sentence) => `- ${markdownText(sentence.replaceAll(/\{[^{}]*\}/gu, '`$&`'))}`)
      .join('\n'),
    labelled('Why', why),
    labelled('Fix in Terraform', fix.terraform),
    labelled('Fix in CloudFormation', fix.cloudformation),
    ...examples.map(exampleMarkdown),
    ['References:', '', ...references.map((url) => `- <${escapeText(url)}>`), ...standards].join('\n'),
  ];
  return `${blocks.join('\n\n')}\n`;
}

/** The first row is the head. Cells are Markdown. */
export function markdownTable([head = [], ...rows]: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** Text of several lines holds code. */
function labelled(label: string, text: string): string {
  const [first = '', ...others] = text.trim().split('\n');
  if (others.length === 0) return `**${label}.** ${markdownText(first)}`;
  return `**${label}.** ${markdownText(first)}\n\n${fenced('', others.join('\n').replace(/^\n+/u, ''))}`;
}

function exampleMarkdown(example: ShownExample): string {
  const isSingle = example.files.length === 1;
  const blocks = example.files.map((file) =>
    isSingle ? codeOf(file) : `${markdownCode(file.path)}\n\n${codeOf(file)}`,
  );
  return `<details><summary>${headingOf(example)}</summary>\n\n${blocks.join('\n\n')}\n\n</details>`;
}

function codeOf({ path, text }: ShownFile): string {
  const extension = path.slice(path.lastIndexOf('.') + 1);
  return fenced(extension === 'tf' || extension === 'tfvars' ? 'hcl' : extension, text);
}

/** No run of backticks in the text ends the block. */
function fenced(language: string, text: string): string {
  const runs = text.match(/`+/gu) ?? [];
  const fence = '`'.repeat(Math.max(3, ...runs.map((run) => run.length + 1)));
  const lines = text.split('\n').map((line) => escapeText(line));
  return `${fence}${language}\n${lines.join('\n')}\n${fence}`;
}
