/** A valid configuration as written → Config: durations in seconds, lists as lists, paths relative to the working directory. */
import { posix } from 'node:path';
import { parseDuration } from '../core/duration.ts';
import { parseRegion } from '../core/ids.ts';
import { normalizePath } from '../core/paths.ts';
import { spanning } from '../core/source.ts';
import type { Config, DeploymentConfig, Objectives, PolicyOverride, Selector, WorkloadConfig } from './config.ts';
import {
  isLevel,
  listOf,
  type ConfigDocument,
  type DurationText,
  type LevelDocument,
  type ObjectivePairDocument,
  type ObjectivesDocument,
  type SelectorDocument,
  type WorkloadDocument,
} from './config-document.ts';
import type { ConfigText } from './config-text.ts';
import { defaultConfig } from './default-config.ts';

/** @param realPath where a path relative to the working directory really lies: `../app` may be `.` */
export function buildConfig(document: ConfigDocument, text: ConfigText, realPath: (path: string) => string): Config {
  const fromConfig = (path: string): string => realPath(normalizePath(posix.join(posix.dirname(text.file.path), path)));
  return {
    path: text.file.path,
    tier: document.tier,
    objectives: objectivesOf(document.objectives),
    promisedAt: promises
      .filter((key) => document[key] !== undefined)
      .map((key) => spanning(text.keyRangeAt(`/${key}`), text.rangeAt(`/${key}`))),
    tierTag: document.tierTag ?? defaultConfig.tierTag,
    regions: {
      primary: regionOf(document.regions?.primary),
      recovery: listOf(document.regions?.recovery).flatMap((name) => regionOf(name) ?? []),
    },
    workloads: (document.workloads ?? []).map((workload, index) => workloadOf(workload, index, text)),
    exempt: (document.exempt ?? []).map(selectorOf),
    deployments: deploymentsOf(document, text, fromConfig),
    policies: policiesOf(document, fromConfig),
    suppress: (document.suppress ?? []).map((entry, index) => ({
      policy: entry.policy,
      resource: entry.resource,
      path: entry.path,
      reason: entry.reason,
      expires: entry.expires,
      statedAt: text.rangeAt(`/suppress/${index}`),
    })),
    tiers: withoutPrototype(Object.entries(document.tiers ?? {})),
    responseTime: secondsOf(document.responseTime) ?? defaultConfig.responseTime,
    traffic: document.traffic,
  };
}

const promises = ['tier', 'objectives', 'regions', 'tiers'] as const;

function objectivesOf(document: ObjectivesDocument | undefined): Objectives | undefined {
  if (document === undefined) return undefined;
  const { rto, rpo, ...disruptions } = document;
  const perDisruption = Object.entries(disruptions).map(([disruption, pair]) => [disruption, pairOf(pair)] as const);
  return { rto: secondsOf(rto), rpo: secondsOf(rpo), perDisruption: withoutPrototype(perDisruption) };
}

function pairOf(pair: ObjectivePairDocument): { readonly rto: number | undefined; readonly rpo: number | undefined } {
  return { rto: secondsOf(pair.rto), rpo: secondsOf(pair.rpo) };
}

function workloadOf(document: WorkloadDocument, index: number, text: ConfigText): WorkloadConfig {
  return {
    ...selectorOf(document),
    name: document.name,
    tier: document.tier,
    objectives: objectivesOf(document.objectives),
    needs: withoutPrototype((document.needs ?? []).flatMap(needsOf)),
    statedAt: text.rangeAt(`/workloads/${index}`),
  };
}

function selectorOf(document: SelectorDocument): Selector {
  return {
    include: listOf(document.include),
    exclude: listOf(document.exclude),
    tags: withoutPrototype(Object.entries(document.tags ?? {})),
    modules: listOf(document.modules),
    resources: listOf(document.resources),
  };
}

/** A need is its name alone, or its name with a value: durations become seconds, a single Region a list of one. */
function needsOf(need: string | Readonly<Record<string, unknown>>): readonly (readonly [string, unknown])[] {
  if (typeof need === 'string') return [[need, true]];
  return Object.entries(need).map(([name, value]) => {
    if (name === 'database-failover' && typeof value === 'string') return [name, parseDuration(value)];
    return [name, name === 'data-residency' && typeof value === 'string' ? [value] : value];
  });
}

function deploymentsOf(
  document: ConfigDocument,
  text: ConfigText,
  fromConfig: (path: string) => string,
): readonly DeploymentConfig[] {
  return (document.deployments ?? []).map((deployment, index) => ({
    path: fromConfig(deployment.path),
    name: deployment.name,
    varFiles: listOf(deployment.varFiles).map(fromConfig),
    parameters: listOf(deployment.parameters).map(fromConfig),
    region: regionOf(deployment.region),
    role: deployment.role,
    ...(deployment.stackName !== undefined && { stackName: deployment.stackName }),
    ...(deployment.workspace !== undefined && {
      workspace: { name: deployment.workspace, statedAt: text.rangeAt(`/deployments/${index}/workspace`) },
    }),
    statedAt: text.rangeAt(`/deployments/${index}`),
  }));
}

function policiesOf(document: ConfigDocument, fromConfig: (path: string) => string): Config['policies'] {
  const { extend, ...levels } = document.policies ?? {};
  const overrides = new Map<string, PolicyOverride>();
  for (const [id, stated] of Object.entries(levels)) overrides.set(id, overrideOf(stated));
  return { extend: foldersIn(extend).map(fromConfig), overrides };
}

type StatedPolicy = NonNullable<ConfigDocument['policies']>[string];

function foldersIn(extend: StatedPolicy | undefined): readonly string[] {
  return [extend].flat().filter((folder) => typeof folder === 'string');
}

/** Entries that select something are cases; the first that doesn't is for everything else. */
function overrideOf(stated: StatedPolicy): PolicyOverride {
  const entries = [stated].flat().map((entry) => (isLevel(entry) ? { level: entry } : entry));
  const documents = entries.filter((entry) => typeof entry === 'object');
  const rest = documents.findIndex((entry) => !isSelective(entry));
  const cases = documents.slice(0, rest === -1 ? undefined : rest);
  const level = documents[rest]?.level;
  if (cases.length === 0) return { level };
  return { level, cases: cases.map((entry) => ({ ...selectorOf(entry), level: entry.level })) };
}

function isSelective(entry: LevelDocument): boolean {
  return Object.keys(entry).some((key) => key !== 'level');
}

function regionOf(name: string | undefined): ReturnType<typeof parseRegion> {
  return name === undefined ? undefined : parseRegion(name);
}

function secondsOf(duration: DurationText | undefined): number | undefined {
  return duration === undefined ? undefined : parseDuration(String(duration));
}

function withoutPrototype<T>(entries: Iterable<readonly [string, T]>): Readonly<Record<string, T>> {
  const record: Record<string, T> = Object.create(null);
  for (const [key, value] of entries) record[key] = value;
  return Object.freeze(record);
}
