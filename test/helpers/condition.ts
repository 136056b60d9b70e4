/** Evaluates one condition on one node of a graph made by hand. */
import type { Condition } from '../../src/conditions/condition.ts';
import { compileCondition } from '../../src/conditions/compile.ts';
import { evaluateCondition } from '../../src/conditions/evaluate.ts';
import type { Judgement } from '../../src/conditions/judgement.ts';
import { subjectScope } from '../../src/conditions/scope.ts';
import type { Truth } from '../../src/core/truth.ts';
import type { GraphNode } from '../../src/graph/node.ts';
import type { Relation } from '../../src/graph/relation.ts';
import { graphOf, mapFrom, type Plain } from './graph.ts';

export interface Around {
  readonly others?: readonly GraphNode[];
  readonly relations?: readonly Relation[];
  readonly tier?: { readonly [key: string]: Plain };
}

export function judgementOn(subject: GraphNode, condition: Condition, around: Around = {}): Judgement {
  const { condition: compiled, problems } = compileCondition(condition);
  if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join('\n'));
  const context = {
    subject,
    graph: graphOf([subject, ...(around.others ?? [])], around.relations ?? []),
    documentOf: (node: GraphNode) => node.document,
    tier: mapFrom(around.tier ?? {}),
    params: mapFrom({}),
    workload: mapFrom({ name: 'orders' }),
  };
  return evaluateCondition(compiled, subjectScope(context));
}

export function truthOn(subject: GraphNode, condition: Condition, around: Around = {}): Truth {
  return judgementOn(subject, condition, around).truth;
}
