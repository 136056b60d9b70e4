/** One policy explained: what must hold, for what, how gravely at which tier, why, and what to write instead. */
import { parseDuration, printDuration } from '../core/duration.ts';
import { escapeText } from '../core/print.ts';
import type { Policy } from '../policy/policy.ts';
import type { Tiers } from '../policy/tiers.ts';
import { jsonText } from './json-text.ts';
import { policyJson } from './policy-json.ts';
import type { ReporterOptions } from './reporter.ts';
import { textTable } from './text-table.ts';
import { hanging, paint } from './text-style.ts';

export function explainText(
  policy: Policy,
  tiers: Pick<Tiers, 'names' | 'at' | 'levelOf'>,
  options: ReporterOptions,
): string {
  const { id, title, why, fix, subjects, guards, references, standards } = policy;
  const lines = [
    paint(escapeText(id), 'heading', options),
    ...paragraph(title, options),
    '',
    ...hanging('Judges: ', escapeText(subjects.join(', ')), 2, options.width),
    ...hanging('Guards against: ', guards.join(', '), 2, options.width),
    '',
    ...textTable(tierRows(policy, tiers)),
    ...section('Why', why, options),
    ...section('Fix in Terraform', fix.terraform, options),
    ...section('Fix in CloudFormation', fix.cloudformation, options),
    ...list('References', references, options),
    ...list('Standards', standardLines(standards), options),
  ];
  return `${lines.join('\n')}\n`;
}

export function explainJson(policy: Policy): string {
  return jsonText({ schemaVersion: 1, policy: policyJson(policy) });
}

/** A row per tier: its level and the policy's thresholds at it. */
function tierRows(policy: Policy, tiers: Pick<Tiers, 'names' | 'at' | 'levelOf'>): readonly (readonly string[])[] {
  const thresholds = Object.entries(policy.params);
  const rows = tiers.names.map((tier) => [
    escapeText(tier),
    tiers.levelOf(policy, tier) ?? '-',
    ...thresholds.map(([, byTier]) => thresholdText(tiers.at(byTier, tier))),
  ]);
  return [['tier', 'level', ...thresholds.map(([name]) => escapeText(name))], ...rows];
}

function thresholdText(value: unknown): string {
  if (value === undefined) return '-';
  if (Array.isArray(value)) return value.map(thresholdText).join(', ');
  if (typeof value !== 'string') return escapeText(JSON.stringify(value));
  const seconds = parseDuration(value);
  return seconds === undefined ? escapeText(value) : printDuration(seconds);
}

function standardLines(standards: Policy['standards']): readonly string[] {
  return Object.entries(standards).map(([name, ids]) => `${standardNames.get(name) ?? name}: ${ids.join(', ')}`);
}

const standardNames = new Map([
  ['config', 'AWS Config'],
  ['securityHub', 'Security Hub'],
  ['backupAuditManager', 'Backup Audit Manager'],
  ['wellArchitected', 'Well-Architected'],
]);

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
