/** What is told of a policy, whatever it is written in: `dr-lint explain` and the pages under `docs/policies` both lay this out. */
import { parseDuration, printDuration } from '../core/duration.ts';
import type { Policy } from '../policy/policy.ts';
import type { Tiers } from '../policy/tiers.ts';

/** An example of a policy as people read it. */
export interface ShownExample {
  readonly kind: 'fail' | 'pass';
  readonly language: 'terraform' | 'cloudformation';
  readonly files: readonly ShownFile[];
}

export interface ShownFile {
  /** Relative to the example. */
  readonly path: string;
  readonly text: string;
}

export type ExplainedTiers = Pick<Tiers, 'names' | 'at' | 'levelOf'>;

/** A row per tier, below a head: its level and the policy's thresholds at it. */
export function tierRows(policy: Policy, tiers: ExplainedTiers): readonly (readonly string[])[] {
  const thresholds = Object.entries(policy.params);
  const rows = tiers.names.map((tier) => [
    tier,
    tiers.levelOf(policy, tier) ?? '-',
    ...thresholds.map(([, byTier]) => thresholdText(tiers.at(byTier, tier))),
  ]);
  return [['tier', 'level', ...thresholds.map(([name]) => name)], ...rows];
}

function thresholdText(value: unknown): string {
  if (value === undefined) return '-';
  if (Array.isArray(value)) return value.map(thresholdText).join(', ');
  if (typeof value !== 'string') return JSON.stringify(value);
  const seconds = parseDuration(value);
  return seconds === undefined ? value : printDuration(seconds);
}

/** What it says where it fails, with the level of a check that has one of its own. */
export function checkSentences({ checks }: Policy): readonly string[] {
  return checks.map(({ message, level }) => (typeof level === 'string' ? `${message} (${level})` : message));
}

/** The name of each standard that knows the policy's subject, with the ids there. */
export function standardsOf({
  standards,
}: Pick<Policy, 'standards'>): readonly (readonly [string, readonly string[]])[] {
  return Object.entries(standards).map(([name, ids]) => [standardNames.get(name) ?? name, ids]);
}

const standardNames: ReadonlyMap<string, string> = new Map([
  ['config', 'AWS Config'],
  ['securityHub', 'Security Hub'],
  ['backupAuditManager', 'Backup Audit Manager'],
  ['wellArchitected', 'Well-Architected'],
]);

/** `Fails in Terraform` */
export function headingOf({ kind, language }: Pick<ShownExample, 'kind' | 'language'>): string {
  return `${kind === 'fail' ? 'Fails' : 'Passes'} in ${languageNames[language]}`;
}

const languageNames: Readonly<Record<ShownExample['language'], string>> = {
  terraform: 'Terraform',
  cloudformation: 'CloudFormation',
};
