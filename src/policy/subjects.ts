/** Policies on nodes, with what is computed once for each: documents with estimates, tiers, workloads, thresholds. */
import type { ConditionContext } from '../conditions/scope.ts';
import type { PolicyOverride } from '../config/config.ts';
import type { Document, DocumentMap } from '../core/document.ts';
import type { GraphNode } from '../graph/node.ts';
import type { ResourceGraph } from '../graph/resource-graph.ts';
import { readyPolicy } from './compile-policy.ts';
import type { Policy } from './policy.ts';
import { statedLevel } from './stated-level.ts';
import { parametersOf, subjectOf, type Subject } from './subject-context.ts';
import type { Tiers } from './tiers.ts';

export interface SubjectsInput {
  readonly graph: ResourceGraph;
  readonly tiers: Tiers;
  /** The document of a node with its estimates. */
  documentOf(node: GraphNode): Document;
  /** The name of the tier that a node is judged by, and the `$tier` that follows from it and the stated objectives. */
  tierOf(node: GraphNode): JudgedTier;
  /** `$workload` for a node. */
  workloadOf(node: GraphNode): Document;
  /** Policy id → the levels that the configuration gives it, at every tier. */
  readonly overrides: ReadonlyMap<string, PolicyOverride>;
  /** The folder that the paths of overrides are relative to. */
  readonly configFolder: string;
}

export interface JudgedTier {
  readonly name: string;
  readonly parameters: DocumentMap;
}

/** What every policy finds alike on a node. */
interface JudgedNode {
  readonly tier: JudgedTier;
  readonly given: Omit<ConditionContext, 'params'>;
}

export class Subjects {
  readonly #input: SubjectsInput;
  readonly #documents = new Map<GraphNode, Document>();
  readonly #nodes = new Map<GraphNode, JudgedNode>();
  readonly #parameters = new Map<string, DocumentMap>();

  constructor(input: SubjectsInput) {
    this.#input = input;
  }

  of(node: GraphNode, policy: Policy): Subject {
    const { graph, tiers, overrides } = this.#input;
    const { tier, given } = this.#judgedNode(node);
    const context = { ...given, params: this.#parametersAt(policy, tier.name) };
    const stated = overrides.get(policy.id);
    const owner = node.owner === undefined ? undefined : graph.node(node.owner);
    const override = stated && statedLevel(stated, owner ?? node, this.#input.configFolder);
    return subjectOf({ compiled: readyPolicy(policy), context, tier: tier.name, tiers, override });
  }

  documentOf(node: GraphNode): Document {
    const known = this.#documents.get(node);
    if (known !== undefined) return known;
    const document = this.#input.documentOf(node);
    this.#documents.set(node, document);
    return document;
  }

  #judgedNode(node: GraphNode): JudgedNode {
    const known = this.#nodes.get(node);
    if (known !== undefined) return known;
    const tier = this.#input.tierOf(node);
    const documentOf = (each: GraphNode): Document => this.documentOf(each);
    const workload = this.#input.workloadOf(node);
    const given = { subject: node, graph: this.#input.graph, documentOf, tier: tier.parameters, workload };
    this.#nodes.set(node, { tier, given });
    return { tier, given };
  }

  #parametersAt(policy: Policy, tier: string): DocumentMap {
    const key = `${policy.id} ${tier}`;
    const known = this.#parameters.get(key);
    if (known !== undefined) return known;
    const parameters = parametersOf(policy, tier, this.#input.tiers);
    this.#parameters.set(key, parameters);
    return parameters;
  }
}
