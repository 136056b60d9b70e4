/** What the configuration deploys, by the ids that these deployments have everywhere else. */
import { posix } from 'node:path';
import { appendTo } from '../core/append-to.ts';
import type { Config, DeploymentConfig } from '../config/config.ts';
import { normalizePath } from '../core/paths.ts';

interface StatedDeployment {
  readonly id: string;
  readonly entry: DeploymentConfig;
}

/** All entries of the configuration. */
export function statedDeployments(config: Config): ReadonlyMap<string, DeploymentConfig> {
  const byPath = new Map<string, DeploymentConfig[]>();
  for (const entry of config.deployments) appendTo(byPath, normalizePath(entry.path), entry);
  const stated = [...byPath].flatMap(([path, entries]) => withIds(path, entries));
  return new Map(stated.map(({ id, entry }) => [id, entry]));
}

/** The entries among these that deploy a path. */
export function deploymentsOfPath(path: string, deployments: readonly DeploymentConfig[]): readonly StatedDeployment[] {
  return withIds(
    path,
    deployments.filter((entry) => normalizePath(entry.path) === path),
  );
}

/** The path alone, or with `@name` where one path is deployed more than once; a name that is used twice gets a number. */
function withIds(path: string, entries: readonly DeploymentConfig[]): readonly StatedDeployment[] {
  const used = new Map<string, number>();
  return entries.map((entry, index) => {
    if (entries.length === 1) return { id: path, entry };
    const name = nameOf(entry) ?? String(index + 1);
    const times = (used.get(name) ?? 0) + 1;
    used.set(name, times);
    return { id: `${path}@${name}${times === 1 ? '' : `-${times}`}`, entry };
  });
}

function nameOf({ name, region, workspace, varFiles, parameters }: DeploymentConfig): string | undefined {
  const inputFile = varFiles[0] ?? parameters[0];
  return name ?? region ?? workspace?.name ?? (inputFile === undefined ? undefined : posix.parse(inputFile).name);
}
