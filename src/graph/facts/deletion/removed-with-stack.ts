/**
 * The fact `removesData` of a nested stack or a stack set: whether stores go with it when it is deleted, because neither the stack
 * nor the store is kept. `removedData` names the first such store.
 *
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-deletionpolicy.html
 */
import { isLeaf, type Document } from '../../../core/document.ts';
import { SourceFile } from '../../../core/source.ts';
import { toDocument } from '../../../core/to-document.ts';
import type { Value } from '../../../core/value.ts';
import { loadTemplateFile } from '../../../loaders/cloudformation/template.ts';
import { valueOf, type TemplateNode } from '../../../loaders/template-node.ts';
import { itemsAt, propertyAt, type DraftNode } from '../../draft.ts';
import type { GraphContext } from '../../graph-context.ts';
import { isDeclared } from '../../node.ts';
import { derivedUnknown } from '../derived-unknown.ts';
import { refusedWhileFull, snapshotByDefault } from './kept-at-deletion.ts';
import { statefulTypes } from '../resource-kinds.ts';
import { everyOf, inverseOf, isEqual, someOf, type YesNo } from '../yes-no.ts';

const stackTypes = ['AWS::CloudFormation::Stack', 'AWS::CloudFormation::StackSet'] as const;

/** A store in a stack, and whether it goes with it. */
interface Store {
  readonly name: string;
  readonly goes: YesNo;
}

export function setRemovedWithStacks(context: GraphContext): void {
  for (const stack of context.ofType(...stackTypes)) {
    if (!isDeclared(stack)) continue;
    const stores = storesOf(context, stack);
    const answer = everyOf([inverseOf(isKept(stack)), someOf((stores ?? []).map(({ goes }) => goes))]);
    stack.facts.set('removesData', stores === undefined ? unlessKept(stack) : answer);
    const first = stores?.find(({ goes }) => goes === true);
    if (first !== undefined) stack.facts.set('removedData', first.name);
  }
}

function unlessKept(stack: DraftNode): YesNo {
  return isKept(stack) === true ? false : derivedUnknown(`${stack.id} stores`, `what ${stack.address} declares`);
}

/** The stack outlives its declaration: by its own policy, or as instances that are left alone. */
function isKept(stack: DraftNode): YesNo {
  const { deletionPolicy, preventDestroy } = stack.normal?.declared.lifecycle ?? {};
  const groups = itemsAt(stack, '/StackInstancesGroup').keys();
  const left = [...groups].map((index) =>
    isEqual(propertyAt(stack, `/StackInstancesGroup/${index}/RetainStack`), true),
  );
  return someOf([
    isEqual(documentOf(deletionPolicy), 'Retain'),
    isEqual(documentOf(preventDestroy), true),
    left.length > 0 && everyOf(left),
  ]);
}

function documentOf(value: Value | undefined): Document | undefined {
  return value === undefined ? undefined : toDocument(value);
}

/** Undefined where what the stack declares was not read. */
function storesOf(context: GraphContext, stack: DraftNode): readonly Store[] | undefined {
  const inner = [...context.nodes.values()].filter((node) => liesIn(node, stack));
  if (inner.length > 0) return inner.flatMap((node) => storeOf(node));
  const body = stack.normal?.attributes['template_body'];
  return typeof body === 'string' ? storesInText(body) : undefined;
}

/** `Stack/Uploads`, or of a stack set `Stacks["us-east-1"]/Uploads`. */
function liesIn({ deployment, address }: DraftNode, stack: DraftNode): boolean {
  if (deployment !== stack.deployment || !address.startsWith(stack.address)) return false;
  const rest = address.slice(stack.address.length);
  return rest.startsWith('/') || (rest.startsWith('["') && rest.includes('"]/'));
}

function storeOf(node: DraftNode): readonly Store[] {
  if (node.owner !== undefined || node.facts.get('stateful') !== true || node.facts.get('auxiliary') === true)
    return [];
  if (refusedWhileFull.has(node.type)) return [];
  const kept = node.facts.get('keptAtDeletion');
  const answer = typeof kept === 'boolean' || isLeaf(kept) ? kept : false;
  return [{ name: node.address, goes: inverseOf(answer) }];
}

/** What a template that is handed over as text declares; undefined where it can't be read. */
function storesInText(text: string): readonly Store[] | undefined {
  const resources = valueOf(loadTemplateFile(new SourceFile('template_body', text)).value.root, 'Resources');
  if (resources?.kind !== 'mapping') return undefined;
  return resources.entries.flatMap(({ key, value }) => {
    const type = textOf(valueOf(value, 'Type')) ?? '';
    if (!statefulTypes.has(type) || refusedWhileFull.has(type)) return [];
    const policy = textOf(valueOf(value, 'DeletionPolicy')) ?? (snapshotByDefault.has(type) ? 'Snapshot' : 'Delete');
    return [{ name: key, goes: policy === 'Delete' }];
  });
}

function textOf(node: TemplateNode | undefined): string | undefined {
  return node?.kind === 'scalar' && typeof node.value === 'string' ? node.value : undefined;
}
