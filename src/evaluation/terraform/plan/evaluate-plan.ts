/** Evaluates a plan: every resource that it says there will be, over the `.tf` files that it was made from when they are at hand. */
import type { Diagnostic } from '../../../core/diagnostic.ts';
import { nodeId } from '../../../core/ids.ts';
import { map, noMarks } from '../../../core/value.ts';
import type { PlanFile } from '../../../loaders/terraform/plan-json.ts';
import { noLifecycle, type DeclaredResource } from '../../declared-resource.ts';
import type { Deployment } from '../../deployment.ts';
import type { Evaluation } from '../../evaluation.ts';
import { PlanIndex } from './plan-index.ts';
import { PlanProviders } from './plan-providers.ts';
import { plannedResource, type PlanReading } from './planned-resource.ts';
import { PlannedValues } from './planned-values.ts';
import { ReferentFinder } from './referents.ts';
import { SourceOfPlan } from './source-of-plan.ts';

/** @param source what the root declares with the variables of the plan; undefined when it is not at hand */
export function evaluatePlan(deployment: Deployment, plan: PlanFile, source: Evaluation | undefined): Evaluation {
  const index = new PlanIndex(plan, deployment.id);
  const finder = new ReferentFinder(index);
  const reading: PlanReading = {
    index,
    finder,
    values: new PlannedValues(index, finder),
    providers: new PlanProviders(index, deployment),
  };
  const root = new SourceOfPlan(index, source?.value ?? []);
  const planned = [...index.resources()].map((resource) => root.over(plannedResource(resource, reading), resource));
  const unplanned = root.unplanned();
  return {
    value: [...planned, ...unplanned, ...missingPart(deployment, plan)],
    diagnostics: [
      ...(source?.diagnostics ?? []).filter(({ code }) => !isAnswered(code, planned)),
      ...remarks(plan, unplanned),
      ...plan.diagnostics,
    ],
    suppressions: source?.suppressions ?? [],
  };
}

/** The plan holds what modules declare, wherever they lie. */
const ofModulesElsewhere: ReadonlySet<string> = new Set(['input/unresolved-module', 'input/modelled-module']);

/** What the source alone could not know. */
function isAnswered(code: Diagnostic['code'], planned: readonly DeclaredResource[]): boolean {
  if (code === 'input/provider-unconfigured') return planned.every(({ region }) => region?.kind !== 'unknown');
  return ofModulesElsewhere.has(code);
}

function remarks(plan: PlanFile, unplanned: readonly DeclaredResource[]): readonly Diagnostic[] {
  const place = { range: { file: plan.file, start: 0, end: 1 }, path: plan.file.path };
  const found: Diagnostic[] = [];
  if (plan.incomplete !== undefined) {
    const message = `The plan does not hold all resources: ${plan.incomplete}.`;
    const help = 'Lint a plan of the whole configuration; until then nothing counts as missing.';
    found.push({ code: 'input/unreadable', level: 'warning', message, help, ...place });
  }
  const [first, ...others] = unplanned.filter(({ kind }) => kind === 'resource');
  if (first !== undefined && plan.incomplete === undefined) {
    const more = others.length === 0 ? '' : ` and ${others.length} more`;
    const message = `The plan does not know ${first.address}${more}: the .tf files were changed after it was made.`;
    const help = 'Make the plan again. What it does not know is judged by the .tf files alone.';
    found.push({ code: 'input/unreadable', level: 'warning', message, help, ...place });
  }
  return found;
}

/** What a plan of a part leaves out may be anything. */
function missingPart(deployment: Deployment, plan: PlanFile): readonly DeclaredResource[] {
  if (plan.incomplete === undefined) return [];
  const range = { file: plan.file, start: 0, end: 1 };
  const address = 'the rest of the plan';
  return [
    {
      kind: 'unresolved',
      id: nodeId(deployment.id, address),
      deployment: deployment.id,
      language: 'terraform',
      address,
      anchor: address,
      sourceType: plan.file.path,
      exists: 'unknown',
      existsBecause: undefined,
      attributes: { ...map(new Map(), range), marks: noMarks },
      lifecycle: noLifecycle,
      region: undefined,
      account: undefined,
      scope: deployment.id,
      defaultTags: undefined,
      header: range,
      block: range,
      calls: [],
      dependsOn: [],
    },
  ];
}
