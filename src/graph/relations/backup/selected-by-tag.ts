/**
 * Tags in a backup selection: its list of tags, of which one must be there, and its conditions, which must all hold.
 *
 * https://docs.aws.amazon.com/aws-backup/latest/devguide/API_BackupSelection.html
 * https://docs.aws.amazon.com/aws-backup/latest/devguide/API_Conditions.html
 */
import { isDocumentMap, isLeaf, type Document } from '../../../core/document.ts';
import { itemsAt, propertyAt, type DraftNode } from '../../draft.ts';
import { subjectOf } from '../../identity/resolve.ts';
import { allOf, differs, inverse, matches, matchOf, perhaps, type Match } from './match.ts';
import { textOf, type SelectableResources } from './selectable-resources.ts';
import { equalsText, matchesPattern } from './text-pattern.ts';

const listPointer = '/BackupSelection/ListOfTags';
const conditionsPointer = '/BackupSelection/Conditions';
const tagPrefix = 'aws:ResourceTag/';

export interface TagTest {
  readonly key: Document | undefined;
  readonly value: Document | undefined;
}

/** What one entry of the list of tags selects, added to what is known of each resource. */
export function selectByTags(
  resources: SelectableResources,
  selection: DraftNode,
  add: (node: DraftNode, match: Match) => void,
): void {
  for (const entry of itemsAt(selection, listPointer)) {
    const test = testOf(entry);
    for (const node of candidates(resources, test)) add(node, matchesEntry(node, entry, test));
  }
}

export function hasListOfTags(selection: DraftNode): boolean {
  return itemsAt(selection, listPointer).length > 0;
}

function candidates(resources: SelectableResources, { key, value }: TagTest): readonly DraftNode[] {
  const keyText = textOf(key);
  const valueText = textOf(value);
  if (keyText === undefined || valueText === undefined) return resources.all;
  return resources.tagged(withoutPrefix(keyText), valueText);
}

function matchesEntry(node: DraftNode, entry: Document, test: TagTest): Match {
  if (isLeaf(entry)) return perhaps(`${subjectOf(entry)} is not known`);
  const key = textOf(test.key);
  const match = matchesTag(node, key === undefined ? test : { ...test, key: withoutPrefix(key) }, false);
  // Users disagree about whether AWS reads a prefixed key here.
  if (match.truth === 'yes' && key?.startsWith(tagPrefix) === true) {
    return perhaps(`a list of tags takes bare keys, not ${key}`);
  }
  return match;
}

function withoutPrefix(key: string): string {
  return key.startsWith(tagPrefix) ? key.slice(tagPrefix.length) : key;
}

const operators = [
  { name: 'StringEquals', isPattern: false, isNegated: false },
  { name: 'StringNotEquals', isPattern: false, isNegated: true },
  { name: 'StringLike', isPattern: true, isNegated: false },
  { name: 'StringNotLike', isPattern: true, isNegated: true },
] as const;

/** All conditions of all operators together. */
export function meetsConditions(selection: DraftNode, node: DraftNode): Match {
  const conditions = propertyAt(selection, conditionsPointer);
  if (conditions === undefined || conditions === null) return matches;
  if (isLeaf(conditions)) return perhaps(`${subjectOf(conditions)} is not known`);
  return allOf(conditionResults(selection, node));
}

function* conditionResults(selection: DraftNode, node: DraftNode): Generator<Match> {
  for (const { name, isPattern, isNegated } of operators) {
    for (const entry of itemsAt(selection, `${conditionsPointer}/${name}`)) {
      const match = matchesCondition(node, entry, isPattern);
      // As in IAM, a negated condition holds for a resource without the tag.
      // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
      yield isNegated ? inverse(match) : match;
    }
  }
}

function matchesCondition(node: DraftNode, entry: Document, isPattern: boolean): Match {
  if (isLeaf(entry)) return perhaps(`${subjectOf(entry)} is not known`);
  const test = testOf(entry);
  const key = textOf(test.key);
  if (key === undefined) return matchesTag(node, test, isPattern);
  if (!key.startsWith(tagPrefix)) return perhaps(`a condition takes keys that start with ${tagPrefix}, not ${key}`);
  return matchesTag(node, { ...test, key: withoutPrefix(key) }, isPattern);
}

function testOf(entry: Document): TagTest {
  if (!isDocumentMap(entry)) return { key: entry, value: entry };
  return { key: entry['ConditionKey'], value: entry['ConditionValue'] };
}

/** Whether a resource has a tag of this key and value; as a pattern, `*` in the value stands for any characters. */
export function matchesTag(node: DraftNode, { key, value }: TagTest, isPattern: boolean): Match {
  const keyText = textOf(key);
  if (keyText === undefined) return perhaps(`the tag key ${subjectOf(key ?? '')} is not known`);
  const own = node.tags.values[keyText];
  if (own === undefined) {
    return node.tags.complete ? differs : perhaps(`not all tags of ${node.address} are known`);
  }
  return matchesValue(own, value, isPattern);
}

function matchesValue(own: Document, wanted: Document | undefined, isPattern: boolean): Match {
  const ownText = textOf(own);
  const wantedText = textOf(wanted);
  if (wanted === undefined) return differs;
  const compare = isPattern ? matchesPattern : equalsText;
  const truth = compare(wantedText ?? wanted, ownText ?? own);
  return matchOf(truth, () => `the tag value ${subjectOf(ownText === undefined ? own : wanted)} is not known`);
}
