/** `.dr-lint.yaml` and its counterpart in flags, as one value. Everything is optional; nothing is required. */
import type { Region } from '../core/ids.ts';
import type { SourceRange } from '../core/source.ts';
import type { Level } from '../core/level.ts';

export interface Config {
  /** The file it came from, relative to the working directory; undefined without one. */
  readonly path: string | undefined;
  readonly tier: string | undefined;
  readonly objectives: Objectives | undefined;
  /** Where it states what is promised for everything: tier, objectives, Regions, tiers of its own. */
  readonly promisedAt?: readonly SourceRange[];
  /** Name of the tag by which a resource states its own tier. */
  readonly tierTag: string;
  readonly regions: { readonly primary: Region | undefined; readonly recovery: readonly Region[] };
  readonly workloads: readonly WorkloadConfig[];
  /** Resources that are not judged at all. */
  readonly exempt: readonly Selector[];
  readonly deployments: readonly DeploymentConfig[];
  /** `extend`: folders, relative to the working directory. */
  readonly policies: { readonly extend: readonly string[]; readonly overrides: ReadonlyMap<string, PolicyOverride> };
  readonly suppress: readonly SuppressionConfig[];
  /** Tiers of the user's own, on top of the built-in ones; as written. */
  readonly tiers: Readonly<Record<string, unknown>>;
  /** Added to the recovery time where a person must decide; seconds. */
  readonly responseTime: number;
  /** `external`: traffic is switched by something outside the scan. */
  readonly traffic: 'external' | undefined;
}

/** Seconds; per disruption where stated so, else for instance, zone and region. */
export interface Objectives {
  readonly rto: number | undefined;
  readonly rpo: number | undefined;
  readonly perDisruption: Readonly<
    Record<string, { readonly rto: number | undefined; readonly rpo: number | undefined }>
  >;
}

/** All that are given must match. */
export interface Selector {
  /** Globs of paths, relative to the configuration file. */
  readonly include: readonly string[];
  /** Globs of paths that are not meant. */
  readonly exclude?: readonly string[];
  readonly tags: Readonly<Record<string, string>>;
  /** Addresses of module calls: all that they declare, at any depth. */
  readonly modules?: readonly string[];
  /** Globs of addresses. */
  readonly resources: readonly string[];
}

export interface WorkloadConfig extends Selector {
  readonly name: string;
  readonly tier: string | undefined;
  readonly objectives: Objectives | undefined;
  /** Name → value; true where there is none. */
  readonly needs: Readonly<Record<string, unknown>>;
  readonly statedAt: SourceRange | undefined;
}

/** Paths are relative to the working directory. */
export interface DeploymentConfig {
  readonly path: string;
  readonly name: string | undefined;
  readonly varFiles: readonly string[];
  readonly parameters: readonly string[];
  readonly region: Region | undefined;
  readonly role: 'primary' | 'recovery' | undefined;
  /** Terraform's `terraform.workspace`, and where it is stated. */
  readonly workspace?: StatedWorkspace;
  /** Of a template: the name of the stack. */
  readonly stackName?: string;
  readonly statedAt: SourceRange | undefined;
}

export interface StatedWorkspace {
  readonly name: string;
  /** Undefined when it was stated on the command line. */
  readonly statedAt: SourceRange | undefined;
}

export interface PolicyOverride {
  /** One level for every tier, where no case says otherwise; undefined: the policy's own. */
  readonly level: Level | undefined;
  /** The first that selects a resource holds for it. */
  readonly cases?: readonly LevelCase[];
}

/** A level for some resources only. */
export interface LevelCase extends Selector {
  readonly level: Level;
}

export interface SuppressionConfig {
  readonly policy: string;
  readonly resource: string | undefined;
  /** A glob, relative to the configuration file. */
  readonly path: string | undefined;
  readonly reason: string | undefined;
  /** Inclusive, `YYYY-MM-DD`. */
  readonly expires: string | undefined;
  readonly statedAt: SourceRange | undefined;
}
