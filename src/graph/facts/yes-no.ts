/** Answers that facts of kind `truth` hold: yes, no, or the leaf that nobody knows. */
import { isLeaf, SensitiveLeaf, type Document, type Leaf } from '../../core/document.ts';

export type YesNo = boolean | Leaf;

/** One suffices; of none: no. */
export function someOf(answers: readonly YesNo[]): YesNo {
  return answers.includes(true) || (answers.find((answer) => answer !== false) ?? false);
}

/** All are needed; of none: yes. */
export function everyOf(answers: readonly YesNo[]): YesNo {
  return !answers.includes(false) && (answers.find((answer) => answer !== true) ?? true);
}

export function inverseOf(answer: YesNo): YesNo {
  return typeof answer === 'boolean' ? !answer : answer;
}

/** Whether a property has a value; one that is not written has none. */
export function isEqual(value: Document | undefined, wanted: string | boolean): YesNo {
  if (value instanceof SensitiveLeaf) return isEqual(value.reveal(), wanted);
  if (isLeaf(value)) return value;
  return typeof value !== 'object' && value !== undefined && String(value) === String(wanted);
}
