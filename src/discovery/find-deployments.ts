/** A root module or template → its deployments: one, or one for each entry of the configuration that deploys it. */
import { posix } from 'node:path';
import type { Config, DeploymentConfig } from '../config/config.ts';
import type { Region } from '../core/ids.ts';
import { normalizePath } from '../core/paths.ts';
import { locationOf } from '../core/source.ts';
import type { Deployment, Language } from './deployment.ts';

/** What the command line states for every deployment. */
export interface StatedInputs {
  readonly varFiles: readonly string[];
  readonly parameters: readonly string[];
  readonly region: Region | undefined;
}

export interface Deployable {
  readonly path: string;
  readonly language: Language;
  readonly library: boolean;
}

export function findDeployments(deployable: Deployable, config: Config, stated: StatedInputs): readonly Deployment[] {
  const entries = config.deployments.filter(({ path }) => normalizePath(path) === deployable.path);
  if (entries.length === 0) return [deploymentOf(deployable, deployable.path, undefined, stated)];
  const ids = idsOf(deployable.path, entries);
  return entries.map((entry, index) => deploymentOf(deployable, ids[index] ?? deployable.path, entry, stated));
}

function deploymentOf(
  { path, language, library }: Deployable,
  id: string,
  entry: DeploymentConfig | undefined,
  stated: StatedInputs,
): Deployment {
  const inputFiles =
    language === 'terraform'
      ? [...(entry?.varFiles ?? []), ...stated.varFiles]
      : [...(entry?.parameters ?? []), ...stated.parameters];
  return {
    id,
    language,
    path,
    inputFiles,
    region: entry?.region ?? stated.region,
    role: entry?.role,
    ...(entry?.statedAt !== undefined && { statedAt: entry.statedAt, statedBy: placeOf(entry.statedAt) }),
    ...(library && { library }),
  };
}

/** The path alone, or with `@name` where one path is deployed more than once; a name that is used twice gets a number. */
function idsOf(path: string, entries: readonly DeploymentConfig[]): readonly string[] {
  if (entries.length === 1) return [path];
  const used = new Map<string, number>();
  return entries.map((entry, index) => {
    const name = nameOf(entry) ?? String(index + 1);
    const times = (used.get(name) ?? 0) + 1;
    used.set(name, times);
    return `${path}@${name}${times === 1 ? '' : `-${times}`}`;
  });
}

function nameOf({ name, region, varFiles, parameters }: DeploymentConfig): string | undefined {
  const inputFile = varFiles[0] ?? parameters[0];
  return name ?? region ?? (inputFile === undefined ? undefined : posix.parse(inputFile).name);
}

function placeOf(range: NonNullable<DeploymentConfig['statedAt']>): string {
  const { file, line } = locationOf(range);
  return `${file}:${line}`;
}
