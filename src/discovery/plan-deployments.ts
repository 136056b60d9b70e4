/** Plans → deployments: one of each, under the path of its root when its source is at hand. */
import type { Config, DeploymentConfig } from '../config/config.ts';
import type { Deployment } from './deployment.ts';
import { placeOf, type StatedInputs } from './find-deployments.ts';
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
  plan: FoundPlan,
  plans: readonly FoundPlan[],
  config: Config,
  stated: StatedInputs,
): Deployment {
  const entry = entryFor(plan, config);
  return {
    id: idOf(plan, plans, entry),
    language: 'terraform',
    path: plan.root ?? plan.path,
    plan: plan.path,
    inputFiles: [],
    region: entry?.region ?? stated.region,
    role: entry?.role,
    ...(entry?.workspace !== undefined && { workspace: entry.workspace }),
    ...(entry?.statedAt !== undefined && { statedAt: entry.statedAt, statedBy: placeOf(entry.statedAt) }),
  };
}

/** What is stated for a root holds for its plan, unless the root is deployed in several ways. */
function entryFor({ path, root }: FoundPlan, config: Config): DeploymentConfig | undefined {
  const [own] = deploymentsOfPath(path, config.deployments);
  const ofRoot = root === undefined ? [] : deploymentsOfPath(root, config.deployments);
  return own?.entry ?? (ofRoot.length === 1 ? ofRoot[0]?.entry : undefined);
}

function idOf({ path, root }: FoundPlan, plans: readonly FoundPlan[], entry: DeploymentConfig | undefined): string {
  if (root === undefined) return path;
  const isAlone = plans.filter((each) => each.root === root).length === 1;
  return isAlone ? root : `${root}@${entry?.name ?? path}`;
}
