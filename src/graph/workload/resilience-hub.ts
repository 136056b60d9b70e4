/**
 * Objectives that the code itself declares: policies of AWS Resilience Hub. A policy holds for the deployments that an
 * application of Resilience Hub maps, where one uses it, else for the workload that it is declared in.
 *
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-resiliencehub-app.html
 */
import type { Objectives } from '../../config/config.ts';
import { appendTo } from '../../core/append-to.ts';
import type { Deployment } from '../../evaluation/deployment.ts';
import { itemsAt, propertyAt, textAt, type DraftNode } from '../draft.ts';
import type { GraphContext } from '../graph-context.ts';
import { parseArn } from '../identity/arn.ts';
import { resolve } from '../identity/resolve.ts';
import type { WorkloadDraft } from './workload-draft.ts';

const policyType = 'AWS::ResilienceHub::ResiliencyPolicy';
const appType = 'AWS::ResilienceHub::App';

export interface DeclaredObjectives {
  readonly objectives: Objectives;
  /** The addresses of the policies that state them. */
  readonly declaredBy: string;
}

/** Workload → what is declared for it: of several policies the strictest figures. */
export function declaredObjectives(
  context: GraphContext,
  workloads: readonly WorkloadDraft[],
  deployments: readonly Deployment[],
): ReadonlyMap<WorkloadDraft, DeclaredObjectives> {
  const byWorkload = new Map<WorkloadDraft, DraftNode[]>();
  for (const policy of context.ofType(policyType)) {
    for (const workload of workloadsOf(context, policy, { workloads, deployments })) {
      appendTo(byWorkload, workload, policy);
    }
  }
  const declared = new Map<WorkloadDraft, DeclaredObjectives>();
  for (const [workload, policies] of byWorkload) {
    const declaredBy = policies.map(({ address }) => address).join(', ');
    declared.set(workload, { objectives: strictest(policies), declaredBy });
  }
  return declared;
}

function workloadsOf(
  context: GraphContext,
  policy: DraftNode,
  {
    workloads,
    deployments,
  }: { readonly workloads: readonly WorkloadDraft[]; readonly deployments: readonly Deployment[] },
): readonly WorkloadDraft[] {
  const mapped = context
    .ofType(appType)
    .filter((app) => uses(context, app, policy))
    .flatMap((app) => mappedDeployments(app, deployments));
  const isMeant = ({ members }: WorkloadDraft): boolean =>
    mapped.length === 0 ? members.includes(policy) : members.some(({ deployment }) => mapped.includes(deployment));
  return workloads.filter(isMeant);
}

function uses(context: GraphContext, app: DraftNode, policy: DraftNode): boolean {
  return resolve(context, app, '/ResiliencyPolicyArn', [policyType]).some(
    ({ node, certain }) => certain && node.id === policy.id,
  );
}

/** The scanned deployments whose stacks an application maps; its own where it maps none of them. */
function mappedDeployments(app: DraftNode, deployments: readonly Deployment[]): readonly string[] {
  const names = itemsAt(app, '/ResourceMappings').map((_, index) => stackName(app, `/ResourceMappings/${index}`));
  const mapped = deployments.filter(({ stackName: name }) => name !== undefined && names.includes(name));
  return mapped.length > 0 ? mapped.map(({ id }) => id) : [app.deployment];
}

/** `arn:aws:cloudformation:us-east-1:111122223333:stack/shop/…` names the stack `shop`. */
function stackName(app: DraftNode, pointer: string): string | undefined {
  const arn = parseArn(propertyAt(app, `${pointer}/PhysicalResourceId/Identifier`));
  const named = typeof arn?.resource === 'string' ? /^stack\/([^/]+)/u.exec(arn.resource)?.[1] : undefined;
  return named ?? textAt(app, `${pointer}/LogicalStackName`);
}

// https://docs.aws.amazon.com/resilience-hub/latest/userguide/concepts-terms.html
/** What a policy calls a disruption, and its name here. */
const disruptions = { Software: 'data', Hardware: 'instance', AZ: 'zone', Region: 'region' } as const;

function strictest(policies: readonly DraftNode[]): Objectives {
  const perDisruption: Record<string, { readonly rto: number | undefined; readonly rpo: number | undefined }> =
    Object.create(null);
  for (const [name, disruption] of Object.entries(disruptions)) {
    const rto = smallest(policies, `/Policy/${name}/RtoInSecs`);
    const rpo = smallest(policies, `/Policy/${name}/RpoInSecs`);
    if (rto !== undefined || rpo !== undefined) perDisruption[disruption] = { rto, rpo };
  }
  return { rto: undefined, rpo: undefined, perDisruption };
}

function smallest(policies: readonly DraftNode[], pointer: string): number | undefined {
  const figures = policies.map((policy) => propertyAt(policy, pointer)).filter((each) => typeof each === 'number');
  return figures.length === 0 ? undefined : Math.min(...figures);
}
