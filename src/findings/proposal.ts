/** What can be done about a finding by itself: a change of the text, or only words that say why there is none. */
import type { TextEdit } from '../core/text-edit.ts';

export type Proposal = Proposed | Refused;

export interface Proposed {
  readonly kind: 'edits';
  readonly edits: readonly TextEdit[];
}

export interface Refused {
  readonly kind: 'refused';
  /** Why, as the end of a sentence: `it is decided in variables.tf:3`. */
  readonly because: string;
}

export function proposed(edit: TextEdit): Proposed {
  return { kind: 'edits', edits: [edit] };
}

export function refused(because: string): Refused {
  return { kind: 'refused', because };
}
