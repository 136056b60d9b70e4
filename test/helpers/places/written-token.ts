/** Something that a source file writes at an exact place, found without any of our own parsers. */
export interface WrittenToken {
  readonly form: 'key' | 'value' | 'entry' | 'item' | 'header';
  /** The key, or the one in front of a value; of an item that of its list; of a header its last label. */
  readonly name: string;
  /** The keys and positions that lead to it, its own included; empty where the text alone does not tell. */
  readonly path: readonly string[];
  /** Of a value in a pair of `Key` and `Value`: what the key says; empty where that is not literal. */
  readonly title?: string;
}
