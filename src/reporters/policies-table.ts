/** The catalogue of policies, as a table for people and as JSON for tools. */
import type { Policy } from '../policy/policy.ts';
import type { Tiers } from '../policy/tiers.ts';
import { compareTexts } from '../findings/sort.ts';
import { escapeText } from '../core/print.ts';
import { displayWidth } from './display-width.ts';
import { jsonText } from './json-text.ts';
import { policyJson } from './policy-json.ts';
import { textTable } from './text-table.ts';
import { hanging, plural } from './text-style.ts';

/**
 * One line per policy: its id, its level at each tier, what must hold; two lines where the terminal is too narrow. Without
 * `columns` nothing is too narrow, so that the lines can be searched.
 */
export function policiesTable(
  policies: readonly Policy[],
  tiers: Pick<Tiers, 'names' | 'levelOf'>,
  columns: number = Infinity,
): string {
  const rows = sorted(policies).map((policy) => ({
    id: escapeText(policy.id),
    levels: tiers.names.map((tier) => tiers.levelOf(policy, tier) ?? '-'),
    title: escapeText(policy.title.trim()),
  }));
  const names = tiers.names.map(escapeText);
  const wide = textTable([
    ['policy', ...names, 'what must hold'],
    ...rows.map(({ id, levels, title }) => [id, ...levels, title]),
  ]);
  const isTooWide = wide.some((line) => displayWidth(line) > columns);
  const lines = isTooWide ? narrowLines(names, rows, columns) : wide;
  return `${lines.join('\n')}\n\n${plural(policies.length, 'policy', 'policies')}\n`;
}

interface PolicyRow {
  readonly id: string;
  readonly levels: readonly string[];
  readonly title: string;
}

/** What must hold after the id, and the levels below. */
function narrowLines(tiers: readonly string[], rows: readonly PolicyRow[], columns: number): readonly string[] {
  const [head = '', ...levels] = textTable([tiers, ...rows.map((row) => row.levels)]).map((line) => `  ${line}`);
  const entries = rows.flatMap(({ id, title }, index) => [
    ...hanging(`${id}: `, title, 2, columns),
    levels[index] ?? '',
  ]);
  return [head, ...entries];
}

export function policiesJson(policies: readonly Policy[]): string {
  return jsonText({ schemaVersion: 1, policies: sorted(policies).map(policyJson) });
}

function sorted(policies: readonly Policy[]): readonly Policy[] {
  return policies.toSorted((left, right) => compareTexts(left.id, right.id));
}
