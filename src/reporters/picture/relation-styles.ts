/** Which relations are drawn, what they are called in a legend, and which of them are shown from the start. */
import type { RelationKind } from '../../graph/relation.ts';

export interface RelationStyle {
  readonly kind: RelationKind;
  readonly phrase: string;
  /** Read from the other end. */
  readonly reversePhrase: string;
  /** One of the few colours of the picture. */
  readonly family: Family;
  /** Otherwise a reader asks for it. */
  readonly isShown: boolean;
  /** Its ends are drawn though their types alone would not be. */
  readonly drawsEnds: boolean;
}

export type Family = 'data' | 'backup' | 'traffic' | 'pair' | 'detail';

type Row = readonly [kind: RelationKind, phrase: string, reversePhrase: string, family: Family];

const withEnds: readonly Row[] = [
  ['replicatesTo', 'replicates to', 'is a replica of', 'data'],
  ['copiesTo', 'copies to', 'receives copies from', 'backup'],
  ['protectedBy', 'is backed up by', 'backs up', 'backup'],
  ['storesIn', 'stores in', 'keeps what it gets from', 'backup'],
  ['routesTo', 'routes to', 'is reached by', 'traffic'],
  ['failsOverTo', 'fails over to', 'stands in for', 'traffic'],
];

const betweenBoxes: readonly Row[] = [
  ['counterpartOf', 'is the counterpart of', 'is the counterpart of', 'pair'],
  ['encryptedBy', 'is encrypted by', 'encrypts', 'detail'],
  ['checkedBy', 'is checked by', 'checks', 'traffic'],
  ['probes', 'probes', 'is probed by', 'detail'],
];

export const relationStyles: ReadonlyMap<RelationKind, RelationStyle> = new Map([
  ...withEnds.map((row) => [row[0], styleOf(row, true)] as const),
  ...betweenBoxes.map((row) => [row[0], styleOf(row, false)] as const),
]);

function styleOf([kind, phrase, reversePhrase, family]: Row, drawsEnds: boolean): RelationStyle {
  return { kind, phrase, reversePhrase, family, isShown: family !== 'detail', drawsEnds };
}
