/** The catalogue of policies, as a table for people and as JSON for tools. */
import type { Policy } from '../policy/policy.ts';
import type { Tiers } from '../policy/tiers.ts';
import { compareTexts } from '../findings/sort.ts';
import { escapeText } from '../core/print.ts';
import { jsonText } from './json-text.ts';
import { policyJson } from './policy-json.ts';
import { textTable } from './text-table.ts';
import { plural } from './text-style.ts';

/** One line per policy: its id, its level at each tier, its title. */
export function policiesTable(policies: readonly Policy[], tiers: Pick<Tiers, 'names' | 'at'>): string {
  const rows = sorted(policies).map(({ id, level, title }) => [
    escapeText(id),
    ...tiers.names.map((tier) => tiers.at(level, tier) ?? '-'),
    escapeText(title.trim()),
  ]);
  const lines = textTable([['policy', ...tiers.names.map(escapeText), 'what must hold'], ...rows]);
  return `${lines.join('\n')}\n\n${plural(policies.length, 'policy', 'policies')}\n`;
}

export function policiesJson(policies: readonly Policy[]): string {
  return jsonText({ schemaVersion: 1, policies: sorted(policies).map(policyJson) });
}

function sorted(policies: readonly Policy[]): readonly Policy[] {
  return policies.toSorted((left, right) => compareTexts(left.id, right.id));
}
