/** A policy as loaded: the YAML of policy-language in types. Conditions are still as written; the conditions room compiles them. */
import type { PolicyId } from '../core/ids.ts';
import type { FindingLevel, Level } from '../core/level.ts';
import type { SourceRange } from '../core/source.ts';
import type { Condition, SetOf } from '../conditions/condition.ts';

export type Guard = 'data' | 'deletion' | 'instance' | 'zone' | 'region' | 'account' | 'validity' | 'hygiene';

/** Tier name → what holds at it. */
export type ByTier<T> = Readonly<Record<string, T>>;

export interface Policy {
  readonly id: PolicyId;
  readonly title: string;
  /** Types, parts, groups, `resource`, `workload` or `root`. */
  readonly subjects: readonly string[];
  readonly where: Condition | undefined;
  readonly guards: readonly Guard[];
  /** Parameter name → tier → value as written: `7d`, `2`, a list. */
  readonly params: Readonly<Record<string, ByTier<unknown>>>;
  readonly level: ByTier<Level>;
  readonly raise: readonly { readonly when: Condition; readonly to: FindingLevel }[];
  /** Gravest first. */
  readonly checks: readonly Check[];
  readonly why: string;
  readonly fix: Fix;
  readonly references: readonly string[];
  /** `config`, `securityHub`, `backupAuditManager`, `wellArchitected` → ids. */
  readonly standards: Readonly<Record<string, readonly string[]>>;
  /** Built in, or from a folder of the user's. */
  readonly builtIn: boolean;
  /** Former ids. */
  readonly aliases: readonly string[];
  /** The file it was read from; undefined for built-in ones. */
  readonly source: SourceRange | undefined;
}

export interface Check {
  readonly require: Condition;
  readonly message: string;
  /** Overrides the policy's level. */
  readonly level: FindingLevel | ByTier<Level> | undefined;
  readonly at: { readonly of: SetOf; readonly where: Condition | undefined } | { readonly path: string } | undefined;
}

export interface Fix {
  readonly terraform: string;
  readonly cloudformation: string;
  /** The safe properties that together are the cure; none where it is for people. */
  readonly edits: readonly Edit[];
}

export interface Edit {
  /** A property, an attribute of a list of them, or a resource attribute: `$.properties.MultiAZ`, `$.lifecycle.DeletionPolicy`. */
  readonly set: string;
  /** The value, or the path of one: `$tier.nativeRetention`. */
  readonly to: unknown;
  /** It is left out of the cure where this doesn't hold. */
  readonly when: Condition | undefined;
}
