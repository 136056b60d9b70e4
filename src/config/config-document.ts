/** `.dr-lint.yaml` as written: what config.schema.json accepts, in types. */
import type { FindingLevel, Level } from '../core/level.ts';

export type OneOrMore = string | readonly string[];
/** Text such as `15m`, or the number 0. */
export type DurationText = string | number;

export interface ConfigDocument {
  readonly tier?: string;
  readonly objectives?: ObjectivesDocument;
  readonly tierTag?: string;
  readonly responseTime?: DurationText;
  readonly traffic?: 'external';
  readonly regions?: { readonly primary?: string; readonly recovery?: OneOrMore };
  readonly workloads?: readonly WorkloadDocument[];
  readonly exempt?: readonly SelectorDocument[];
  readonly deployments?: readonly DeploymentDocument[];
  /** `extend` holds folders, everything else the level of a policy. */
  readonly policies?: Readonly<Record<string, OneOrMore | LevelDocument | readonly LevelDocument[]>>;
  readonly suppress?: readonly SuppressionDocument[];
  readonly tiers?: Readonly<Record<string, TierDocument>>;
}

export interface ObjectivePairDocument {
  readonly rto?: DurationText;
  readonly rpo?: DurationText;
}

export interface ObjectivesDocument extends ObjectivePairDocument {
  readonly data?: ObjectivePairDocument;
  readonly deletion?: ObjectivePairDocument;
  readonly instance?: ObjectivePairDocument;
  readonly zone?: ObjectivePairDocument;
  readonly region?: ObjectivePairDocument;
  readonly account?: ObjectivePairDocument;
}

/** A tier of the user's own; what it leaves out is that of the one it extends. */
export interface TierDocument {
  readonly extends: string;
  readonly objectives?: { readonly rto?: RangeDocument; readonly rpo?: RangeDocument };
  /** Policy → level at this tier. */
  readonly levels?: Readonly<Record<string, Level>>;
}

export interface RangeDocument {
  readonly best: DurationText;
  readonly worst: DurationText;
}

export interface SelectorDocument {
  readonly include?: OneOrMore;
  readonly exclude?: OneOrMore;
  readonly tags?: Readonly<Record<string, string>>;
  readonly modules?: OneOrMore;
  readonly resources?: OneOrMore;
}

/** Without a selector it holds for everything. */
export interface LevelDocument extends SelectorDocument {
  readonly level: Level;
}

export interface WorkloadDocument extends SelectorDocument {
  readonly name: string;
  readonly tier?: string;
  readonly objectives?: ObjectivesDocument;
  readonly needs?: readonly (string | Readonly<Record<string, unknown>>)[];
}

export interface DeploymentDocument {
  readonly path: string;
  readonly name?: string;
  readonly varFiles?: OneOrMore;
  readonly parameters?: OneOrMore;
  readonly region?: string;
  readonly role?: 'primary' | 'recovery';
  readonly stackName?: string;
  readonly workspace?: string;
}

export interface SuppressionDocument {
  readonly policy: string;
  readonly resource?: string;
  readonly path?: string;
  readonly reason?: string;
  readonly expires?: string;
}

export function listOf(value: OneOrMore | undefined): readonly string[] {
  if (value === undefined) return [];
  return typeof value === 'string' ? [value] : value;
}

export function isLevel(value: unknown): value is FindingLevel | 'off' {
  return value === 'off' || value === 'note' || value === 'warning' || value === 'error';
}
