/** A template with its deployment and what it is given in, the scope in which its sections are evaluated out; nothing is declared yet. */
import type { MapValue, Value } from '../../core/value.ts';
import { type TemplateFile, type TemplateNode, valueOf } from '../../loaders/template-node.ts';
import type { Deployment } from '../deployment.ts';
import { decideCondition } from './conditions.ts';
import { evaluateNode } from './expression.ts';
import { expandLoops } from './loops.ts';
import type { CreatedAt } from './cdk/construct.ts';
import type { SharedValues } from './cdk/shared-values.ts';
import { parameterValues } from './parameters.ts';
import { pseudoParametersOf } from './pseudo-parameters.ts';
import { collectResources, resourceEntries } from './resources.ts';
import { expandServerless } from './sam/expand-serverless.ts';
import { type NestedStacks, type OtherStacks, Scope, type StackPlace, type Trouble } from './scope.ts';
import { isRewritten, isServerless } from './transforms.ts';

export interface StackInput {
  readonly deployment: Deployment;
  readonly template: TemplateFile;
  /** The parameters that are given, with the places where they are. */
  readonly parameters: ReadonlyMap<string, Value>;
  readonly place: StackPlace;
  readonly nested: NestedStacks;
  readonly others?: OtherStacks | undefined;
  /** Of the stack. */
  readonly tags: MapValue | undefined;
  readonly createdAt: CreatedAt | undefined;
  readonly sharedValues?: SharedValues | undefined;
}

export function openStack(input: StackInput): Scope {
  const { deployment, template, parameters, place, nested, others, tags, createdAt, sharedValues } = input;
  const { root } = template;
  const refused: Trouble[] = [];
  const source = {
    stated: parameters,
    isNested: place.prefix !== '',
    mayExist: place.exists === 'unknown',
    key: (name: string): string => `${deployment.id}#${place.prefix}${name}`,
    report: (trouble: Trouble): void => void refused.push(trouble),
  };
  const scope = new Scope({
    deployment,
    place,
    nested,
    others,
    createdAt,
    sharedValues,
    parameters: parameterValues(valueOf(root, 'Parameters'), source),
    pseudoParameters: pseudoParametersOf(deployment, place),
    tags,
    mappings: valueOf(root, 'Mappings'),
    isTransformed: isRewritten(template),
    evaluate: evaluateNode,
    decide: decideCondition,
  });
  for (const trouble of refused) scope.report(trouble);
  collectConditions(valueOf(root, 'Conditions'), scope);
  const entries = resourceEntries(valueOf(root, 'Resources'), scope);
  collectResources(isServerless(root) ? expandServerless(entries, valueOf(root, 'Globals'), scope) : entries, scope);
  return scope;
}

function collectConditions(section: TemplateNode | undefined, scope: Scope): void {
  if (section?.kind !== 'mapping') return;
  for (const { entry } of expandLoops(section.entries, scope)) scope.conditions.set(entry.key, entry.value);
}
