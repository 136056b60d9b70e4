/** Whether a resource of a template exists: by its condition, the loop that it stands in, and the stack that its template is nested as. */
import { and, type Truth } from '../../core/truth.ts';
import type { UnknownSymbol } from '../../core/value.ts';
import { valueOf } from '../../loaders/template-node.ts';
import { conditionSymbol, namedCondition } from './named-condition.ts';
import type { Scope, TemplateResource } from './scope.ts';

export interface Existence {
  readonly exists: Truth;
  readonly existsBecause: UnknownSymbol | undefined;
}

export function existenceOf(resource: TemplateResource, scope: Scope): Existence {
  const own = ownExistence(resource, scope);
  const exists = and(scope.place.exists, own.exists);
  return { exists, existsBecause: exists === 'unknown' ? (own.existsBecause ?? scope.place.existsBecause) : undefined };
}

function ownExistence({ node, repeatedBy }: TemplateResource, scope: Scope): Existence {
  const condition = valueOf(node, 'Condition');
  if (condition?.kind === 'scalar') {
    const result = namedCondition(condition.source, condition.range, scope);
    if (result.truth === 'no') return { exists: 'no', existsBecause: undefined };
    if (result.truth === 'unknown')
      return { exists: 'unknown', existsBecause: conditionSymbol(condition.source, result, scope) };
  }
  return { exists: repeatedBy === undefined ? 'yes' : 'unknown', existsBecause: repeatedBy?.symbol };
}
