/** The law for what perhaps does not exist: what would fail is unknown, and everything else is as if it existed. */
import type { Transformation } from '../transformation.ts';

export const ofWhatMayNotExist: Required<Pick<Transformation, 'becomes' | 'isExcepted'>> = {
  becomes: (judgement) => judgement.replace(' fail ', ' unknown '),
  // What is said of the root and its workloads as a whole.
  isExcepted: (judgement) => /^tier[ /]| terraform$| {2}\S+$/u.test(judgement),
};
