/**
 * Templates that ask where they are deployed, as only those do that are deployed to several Regions: whether the Region is the
 * primary one, or which part a parameter gives the stack. Parameters for several Regions beside a template say it, too.
 */
import { posix } from 'node:path';
import type { PlaceQuestion, TemplateSettings } from '../../evaluation/declared-resource.ts';
import { parseRegion } from '../../core/ids.ts';
import type { DraftNode } from '../draft.ts';
import { isNameOfRole, namesRole } from '../relations/place-words.ts';

const regionName = 'AWS::Region';

/** The deployments that are made in several Regions, as it seems → what says so of them: "asks …", "has …". */
export function askingTemplates(nodes: readonly DraftNode[]): ReadonlyMap<string, string> {
  const asking = new Map<string, string>();
  for (const { deployment, normal } of nodes) {
    const template = normal?.declared.template;
    const evidence = template === undefined ? undefined : evidenceIn(template);
    if (evidence !== undefined) asking.set(deployment, evidence);
  }
  return asking;
}

function evidenceIn({ questions, filesByRegion }: TemplateSettings): string | undefined {
  const condition = askingCondition(questions);
  if (condition !== undefined) return `asks where it is deployed (${condition})`;
  const names = filesByRegion.slice(0, 2).map((path) => posix.basename(path));
  return names.length > 1 ? `has parameters for several Regions (${names.join(', ')})` : undefined;
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
