/** Plans → deployments: one of each, under the path of its root when its source is at hand. */
import { posix } from 'node:path';
import type { Config } from '../config/config.ts';
import { locationOf } from '../core/source.ts';
import type { Deployment } from './deployment.ts';
import type { StatedInputs } from './find-deployments.ts';
import type { FoundPlan } from './find-plans.ts';
import { deploymentsOfPath } from './stated-deployments.ts';

export function planDeployments(
  plans: readonly FoundPlan[],
  config: Config,
  stated: StatedInputs,
): readonly Deployment[] {
  return plans.map((plan) => planDeployment(plan, plans, config, stated));
}

function planDeployment(
  { path, root }: FoundPlan,
  plans: readonly FoundPlan[],
  config: Config,
  stated: StatedInputs,
): Deployment {
  const ofRoot = root === undefined ? [] : deploymentsOfPath(root, config);
  // What is stated for a root holds for its plan, unless the root is deployed in several ways.
  const entry = deploymentsOfPath(path, config)[0]?.entry ?? (ofRoot.length === 1 ? ofRoot[0]?.entry : undefined);
  const isAlone = root !== undefined && plans.filter((each) => each.root === root).length === 1;
  const name = entry?.name ?? posix.parse(path).name;
  const workspace = entry?.workspace;
  const statedAt = entry?.statedAt;
  return {
    id: root === undefined ? path : isAlone ? root : `${root}@${name}`,
    language: 'terraform',
    path: root ?? path,
    plan: path,
    inputFiles: [],
    region: entry?.region ?? stated.region,
    role: entry?.role,
    ...(workspace !== undefined && { workspace }),
    ...(statedAt !== undefined && { statedAt, statedBy: `${locationOf(statedAt).file}:${locationOf(statedAt).line}` }),
  };
}
