/**
 * Templates that ask where they are deployed, as only those do that are deployed to several Regions: whether the Region is the
 * primary one, or which part a parameter gives the stack.
 */
import type { PlaceQuestion } from '../../evaluation/declared-resource.ts';
import { parseRegion } from '../../core/ids.ts';
import type { DraftNode } from '../draft.ts';
import { isNameOfRole, namesRole } from '../relations/place-words.ts';

const regionName = 'AWS::Region';

/** The deployments whose templates ask → the condition that does. */
export function askingTemplates(nodes: readonly DraftNode[]): ReadonlyMap<string, string> {
  const asking = new Map<string, string>();
  for (const { deployment, normal } of nodes) {
    const condition = askingCondition(normal?.declared.template?.questions ?? []);
    if (condition !== undefined) asking.set(deployment, condition);
  }
  return asking;
}

function askingCondition(questions: readonly PlaceQuestion[]): string | undefined {
  const ofRegion = questions.filter(({ operands }) => operands.includes(regionName));
  const ofRole = questions.find((question) => asksForRole(question));
  const regions = new Set(
    ofRegion.flatMap(({ operands }) => operands.filter((text) => parseRegion(text) !== undefined)),
  );
  return (ofRole ?? (regions.size > 1 ? ofRegion[0] : undefined))?.condition;
}

function asksForRole({ condition, operands }: PlaceQuestion): boolean {
  if (!operands.includes(regionName)) return operands.some((name) => isNameOfRole(name));
  return [condition, ...operands].some((name) => namesRole(name) || isRangeOfNetwork(name));
}

/** Who has another network in each Region runs it in each. */
function isRangeOfNetwork(text: string): boolean {
  return /^\d+(?:\.\d+){3}\/\d+$/u.test(text);
}
