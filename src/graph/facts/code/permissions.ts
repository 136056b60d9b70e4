/** What IAM roles allow: the statements of their own policies and of the managed ones that are declared beside them. */
import { isDocumentMap, type Document } from '../../../core/document.ts';
import { itemsAt, propertyAt, type DraftNode } from '../../draft.ts';
import type { GraphContext } from '../../graph-context.ts';

/** The role that a property names, where it is declared. */
export function roleAt(context: GraphContext, node: DraftNode, pointer: string): DraftNode | undefined {
  return linked(context, node, pointer, 'AWS::IAM::Role')[0];
}

/** Statements, the names of AWS's own policies, and leaves for what can't be known. */
export function permissionsOf(context: GraphContext, role: DraftNode): readonly Document[] {
  const own = itemsAt(role, '/Policies').map((policy, index) =>
    isDocumentMap(policy) ? propertyAt(role, `/Policies/${index}/PolicyDocument`) : policy,
  );
  const managed = itemsAt(role, '/ManagedPolicyArns').flatMap((arn, index) => {
    const policies = linked(context, role, `/ManagedPolicyArns/${index}`, 'AWS::IAM::ManagedPolicy');
    return policies.length > 0 ? policies.map((each) => propertyAt(each, '/PolicyDocument')) : [arn];
  });
  return [...own, ...managed].flatMap((policy) => statementsIn(policy));
}

/** Statements may be one or several. */
export function statementsIn(policy: Document | undefined): readonly Document[] {
  if (policy === undefined) return [];
  if (!isDocumentMap(policy)) return [policy];
  const statements = policy['Statement'];
  if (statements === undefined) return [];
  return Array.isArray(statements) ? statements : [statements];
}

function linked(context: GraphContext, node: DraftNode, pointer: string, type: string): readonly DraftNode[] {
  return context.linked(node, pointer).filter((each) => each.type === type);
}
