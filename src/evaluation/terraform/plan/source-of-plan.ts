/** Finds what the `.tf` files of a plan say of its resources, and what they declare that the plan does not know. */
import { appendTo } from '../../../core/append-to.ts';
import type { PlannedResource } from '../../../loaders/terraform/plan-resources.ts';
import type { DeclaredResource } from '../../declared-resource.ts';
import type { PlanIndex } from './plan-index.ts';
import { withSource } from './with-source.ts';

export class SourceOfPlan {
  readonly #index: PlanIndex;
  readonly #declared: readonly DeclaredResource[];
  readonly #byAddress: ReadonlyMap<string, DeclaredResource>;
  readonly #byAnchor = new Map<string, DeclaredResource[]>();

  constructor(index: PlanIndex, declared: readonly DeclaredResource[]) {
    this.#index = index;
    this.#declared = declared;
    this.#byAddress = new Map(declared.map((each) => [each.address, each]));
    for (const each of declared) appendTo(this.#byAnchor, each.anchor, each);
  }

  /** The planned resource over its declaration, where there is one. */
  over(planned: DeclaredResource, resource: PlannedResource): DeclaredResource {
    const source = this.#byAddress.get(planned.address) ?? this.#anyInstance(planned);
    return source === undefined ? planned : withSource(planned, source, this.#index.attributesIn(resource));
  }

  /**
   * Settings, which no plan holds; lookups that were not needed; and what the plan's configuration does not have, because
   * the source was changed since. A block without instances does not exist.
   */
  unplanned(): readonly DeclaredResource[] {
    return this.#declared.filter((each) => {
      if (each.kind === 'settings') return true;
      return this.#index.at(each.address) === undefined && !this.#isConfigured(each);
    });
  }

  /** Where the source doesn't tell how many there are, one stands for all. */
  #anyInstance({ anchor }: DeclaredResource): DeclaredResource | undefined {
    const alike = this.#byAnchor.get(anchor) ?? [];
    return alike.find(({ exists }) => exists === 'unknown');
  }

  #isConfigured({ anchor, kind }: DeclaredResource): boolean {
    const steps = [...anchor.matchAll(/(?:^|\.)module\.([^.]+)/gu)].map(([, name = '']) => name);
    let { configuration } = this.#index.plan;
    for (const [position, name] of steps.entries()) {
      const call = configuration.calls.get(name);
      if (call === undefined) return false;
      if (kind === 'unresolved' && position === steps.length - 1) return true;
      configuration = call.module;
    }
    return configuration.resources.has(anchor.replace(/^(?:module\.[^.]+\.)*/u, ''));
  }
}
