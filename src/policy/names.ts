/** How nodes, places and values are called in messages; everything that came from outside goes through print. */
import { UnknownLeaf, type Document } from '../core/document.ts';
import { print, printText } from '../core/print.ts';
import { pointerKeys } from '../core/pointer.ts';
import type { Place } from '../conditions/scope.ts';
import type { GraphNode } from '../graph/node.ts';

/**
 * The address, with the part beside it: `aws_backup_plan.main rule["daily"]`. Whoever writes a CDK app knows constructs, not
 * the logical ids that they become: `Shop/Plan/Resource (PlanDAF4E53A) rule["daily"]`.
 */
export function addressOf({ address, part, construct }: Pick<GraphNode, 'address' | 'part' | 'construct'>): string {
  const name = construct === undefined ? address : `${construct.path} (${address})`;
  return printText(part === undefined ? name : `${name} ${part}`);
}

/** The property at a place by its name in the source language, else by its name in the document. */
export function attributeOf(place: Place | undefined): string {
  if (place === undefined) return 'it';
  const written = place.pointer === '' ? undefined : place.node?.origin(place.pointer)?.name;
  const keys = pointerKeys(place.pointer);
  // An item of a list is told by the list's name.
  return printText(written ?? keys.findLast((key) => !/^\d+$/u.test(key)) ?? place.path);
}

/** A value; what is not known is named, for a sentence may still be certain of it: equal unknowns are one thing. */
export function valueInWords(value: Document | undefined): string {
  if (!(value instanceof UnknownLeaf)) return print(value);
  const { subject } = value.symbol().reason;
  return ofStacks.get(subject) ?? printText(subject);
}

/** What a person calls the pseudo parameters that resources are compared by. */
const ofStacks: ReadonlyMap<string, string> = new Map([
  ['AWS::Region', 'the Region of its stack'],
  ['AWS::AccountId', 'the account of its stack'],
]);
