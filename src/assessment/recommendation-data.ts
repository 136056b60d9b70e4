/** What `policies/recommendations.yaml` holds: which mechanisms a tier or a need takes. Mechanisms are named by their keys. */

export interface RecommendationData {
  readonly mechanisms: Readonly<Record<string, MechanismData>>;
  /** By built-in tier; `optional` is left out where cost matters most. */
  readonly tiers: Readonly<Record<string, { readonly takes: readonly string[]; readonly optional: readonly string[] }>>;
  readonly needs: Readonly<Record<string, NeedData>>;
  readonly zeroLoss: { readonly takes: readonly string[]; readonly remark: string };
  readonly retention: {
    readonly takes: readonly string[];
    /** The longest that databases keep their own backups. */
    readonly nativeDays: number;
    readonly coldStorage: { readonly takes: readonly string[]; readonly fromDays: number };
  };
  readonly cheaper: readonly CheaperData[];
}

export type Purpose = 'backups' | 'data' | 'compute' | 'traffic' | 'people';

export interface MechanismData {
  readonly for: Purpose;
  /** What to build, as a phrase; `{value}` stands for the value of the need that takes it. */
  readonly build: string;
  /** The policies that check it. */
  readonly policies: readonly string[];
  /** How long its failover takes, as a duration; left out where a need allows less. */
  readonly within?: string;
  readonly reference: string;
}

export interface NeedData {
  readonly value: 'none' | 'duration' | 'days' | 'regions';
  readonly takes: readonly string[];
  /** The tier that it implies. */
  readonly tier?: string;
  readonly remark?: string;
}

/** A tier that meets an RPO below its best, on a condition. */
export interface CheaperData {
  readonly tier: string;
  readonly than: string;
  /** The smallest RPO that it can meet so, as a duration. */
  readonly rpo: string;
  readonly takes: readonly string[];
  readonly where: string;
}
