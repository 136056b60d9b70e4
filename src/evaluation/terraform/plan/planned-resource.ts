/** A planned resource instance as a DeclaredResource, with places in the plan itself. */
import type { NodeId } from '../../../core/ids.ts';
import { map, unknown, type MapValue, type Value } from '../../../core/value.ts';
import type { PlannedResource } from '../../../loaders/terraform/plan-resources.ts';
import { noLifecycle, type DeclaredResource, type Lifecycle } from '../../declared-resource.ts';
import type { PlanIndex } from './plan-index.ts';
import type { PlanProviders } from './plan-providers.ts';
import type { PlannedValues } from './planned-values.ts';
import type { ReferentFinder } from './referents.ts';

export interface PlanReading {
  readonly index: PlanIndex;
  readonly finder: ReferentFinder;
  readonly values: PlannedValues;
  readonly providers: PlanProviders;
}

export function plannedResource(resource: PlannedResource, reading: PlanReading): DeclaredResource {
  const { index, values, providers } = reading;
  const provider = providers.of(resource);
  const id = index.idOf(resource);
  const planned = values.attributesOf(resource);
  const region = index.isWritten(resource, 'region') ? undefined : planned.entries.get('region');
  const tags = planned.entries.get('tags_all');
  return {
    kind: resource.mode === 'data' ? 'data' : 'resource',
    id,
    deployment: index.deployment,
    language: 'terraform',
    address: resource.address,
    anchor: anchorOf(resource.address),
    sourceType: resource.type,
    exists: 'yes',
    existsBecause: undefined,
    attributes: setByUsers(planned, region),
    lifecycle: unknownLifecycle(id),
    // Since version 6 of the provider each resource says which Region its provider gave it.
    region: provider.region === undefined ? undefined : (region ?? provider.region),
    account: provider.account,
    scope: provider.id,
    // With the resource's own tags in it, which win anyway.
    defaultTags: tags?.kind === 'map' ? tags : provider.defaultTags,
    header: resource.header,
    block: resource.block,
    calls: [],
    dependsOn: dependenciesOf(resource, id, reading),
  };
}

/** Without what the provider adds to what was set. */
function setByUsers(planned: MapValue, region: Value | undefined): MapValue {
  const entries = new Map(planned.entries);
  entries.delete('tags_all');
  if (region !== undefined) entries.delete('region');
  return map(entries, planned.range);
}

/** A plan leaves out what is written for Terraform itself. */
function unknownLifecycle(id: NodeId): Lifecycle {
  const unheld = (name: string): Value =>
    unknown(`${id}.lifecycle.${name}`, {
      code: 'unread',
      subject: `${name}, which a plan does not hold`,
      cure: 'Lint the plan together with the .tf files that it was made from.',
    });
  return {
    ...noLifecycle,
    preventDestroy: unheld('prevent_destroy'),
    createBeforeDestroy: unheld('create_before_destroy'),
  };
}

function dependenciesOf(resource: PlannedResource, id: NodeId, { index, finder }: PlanReading): readonly NodeId[] {
  const scope = index.scopeOf(resource);
  const { plan } = index;
  const written = finder.of(plan.readExpressions(scope.block?.expressions), scope).all;
  const explicit = plan.readExpressions(scope.block?.dependsOn);
  const names = explicit?.kind === 'sequence' ? explicit.items : [];
  const stated = names.flatMap((item) =>
    item.kind === 'scalar' ? index.instances(scope.module, String(item.value)).map((each) => index.idOf(each)) : [],
  );
  const found = new Set([...written.map((each) => index.idOf(each.resource)), ...stated]);
  found.delete(id);
  return [...found];
}

/** The address without instance keys. */
function anchorOf(address: string): string {
  return address.replace(/\[(?:\d+|"(?:[^"\\]|\\.)*")\]/gu, '');
}
