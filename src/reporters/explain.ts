/** One policy explained: what must hold, for what, how gravely at which tier, why, what to write instead, and examples. */
import { escapeText } from '../core/print.ts';
import type { Policy } from '../policy/policy.ts';
import { jsonText } from './json-text.ts';
import {
  checkSentences,
  headingOf,
  standardsOf,
  tierRows,
  type ExplainedTiers,
  type ShownExample,
} from './policy-account.ts';
import { policyJson } from './policy-json.ts';
import type { ReporterOptions } from './reporter.ts';
import { textTable } from './text-table.ts';
import { hanging, paint } from './text-style.ts';

export interface Explained {
  readonly policy: Policy;
  readonly examples: readonly ShownExample[];
}

export function explainText({ policy, examples }: Explained, tiers: ExplainedTiers, options: ReporterOptions): string {
  const { id, title, why, fix, subjects, guards, references } = policy;
  const standards = standardsOf(policy).map(([name, ids]) => `${name}: ${ids.join(', ')}`);
  const lines = [
    paint(escapeText(id), 'heading', options),
    ...paragraph(title, options),
    '',
    ...hanging('Judges: ', escapeText(subjects.join(', ')), 2, options.width),
    ...hanging('Guards against: ', guards.join(', '), 2, options.width),
    '',
    ...textTable(tierRows(policy, tiers).map((row) => row.map(escapeText))),
    ...list('Says', checkSentences(policy), options),
    ...section('Why', why, options),
    ...section('Fix in Terraform', fix.terraform, options),
    ...section('Fix in CloudFormation', fix.cloudformation, options),
    ...examples.flatMap((example) => exampleLines(example, options)),
    ...list('References', references, options),
    ...list('Standards', standards, options),
  ];
  return `${lines.join('\n')}\n`;
}

export function explainJson({ policy, examples }: Explained): string {
  return jsonText({ schemaVersion: 1, policy: policyJson(policy), examples });
}

/** As it is written: lines of code are not broken. */
function exampleLines(example: ShownExample, options: ReporterOptions): readonly string[] {
  const isSingle = example.files.length === 1;
  return example.files.flatMap(({ path, text }) => [
    '',
    paint(isSingle ? headingOf(example) : `${headingOf(example)}: ${escapeText(path)}`, 'heading', options),
    ...text.split('\n').map((line) => `  ${escapeText(line)}`.trimEnd()),
  ]);
}

function section(heading: string, text: string, options: ReporterOptions): readonly string[] {
  return text.trim() === '' ? [] : ['', paint(heading, 'heading', options), ...paragraph(text, options)];
}

/** Line breaks stay: a fix may hold code. */
function paragraph(text: string, { width }: ReporterOptions): readonly string[] {
  return text
    .trim()
    .split('\n')
    .flatMap((line) => hanging('', escapeText(line.trimEnd()), 0, width));
}

function list(heading: string, items: readonly string[], options: ReporterOptions): readonly string[] {
  if (items.length === 0) return [];
  return ['', paint(heading, 'heading', options), ...items.map((item) => `- ${escapeText(item)}`)];
}
