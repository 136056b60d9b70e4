/** What the files under `policies/` hold, as written: the YAML in types, before anything is read out of it. */
import type { Condition, SetOf } from '../conditions/condition.ts';
import type { FindingLevel, Level } from '../core/level.ts';
import type { ByTier, Guard } from './policy.ts';

/** `policies/<service>/<check>.yaml` */
export interface PolicyFile {
  readonly title: string;
  readonly for: string | readonly string[];
  readonly where?: Condition;
  readonly guards: readonly Guard[];
  readonly params?: Readonly<Record<string, ByTier<ParameterValue>>>;
  readonly level: LevelsFile;
  readonly checks: readonly CheckFile[];
  readonly why: string;
  readonly fix: {
    readonly terraform: string;
    readonly cloudformation: string;
    readonly edit?: EditFile | readonly EditFile[];
  };
  readonly references: readonly string[];
  readonly standards?: Readonly<Record<string, readonly string[]>>;
  readonly aliases?: readonly string[];
}

/** A number, a duration such as `7d`, another text, or a list of these. */
export type ParameterValue = string | number | boolean | readonly (string | number)[];

/** Tier → level, and beside the tiers `raise`. */
export interface LevelsFile {
  readonly raise?: readonly { readonly when: Condition; readonly to: FindingLevel }[];
  readonly [tier: string]: Level | LevelsFile['raise'];
}

export interface CheckFile {
  readonly require: Condition;
  readonly message: string;
  readonly level?: FindingLevel | ByTier<Level>;
  readonly at?: string | { readonly of: SetOf; readonly where?: Condition };
}

export interface EditFile {
  readonly set: string;
  readonly to: unknown;
  readonly when?: Condition;
}

/** A tier of `policies/tiers.yaml` or of the configuration; only what `extends` another may leave things out. */
export interface TierFile {
  readonly extends?: string;
  readonly order?: number;
  readonly cost?: number;
  readonly objectives?: { readonly rto?: TierRangeFile; readonly rpo?: TierRangeFile };
  readonly steps?: { readonly data?: number; readonly compute?: number; readonly traffic?: number };
  readonly parameters?: Readonly<Record<string, ParameterValue>>;
  /** Policy → level at this tier, whatever the policy says. */
  readonly levels?: Readonly<Record<string, Level>>;
}

/** Durations; 0 may be a number. */
export interface TierRangeFile {
  readonly best: string | number;
  readonly worst: string | number;
  readonly exclusive?: boolean;
}

/** `policies/groups.yaml`: group → its members. */
export type GroupsFile = Readonly<Record<string, readonly (string | GroupMemberFile)[]>>;

export interface GroupMemberFile {
  readonly type: string;
  readonly where: Condition;
}
