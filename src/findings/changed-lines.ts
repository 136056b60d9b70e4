/** Which lines of which files a change added, changed or took away. */

/** Path, relative to the working directory → what changed in that file. */
export type ChangedLines = ReadonlyMap<string, ChangedFile>;

/** Both lists in the order of the lines. */
export interface ChangedFile {
  /** Lines that were added or changed. */
  readonly added: readonly LineSpan[];
  readonly removed: readonly RemovedLines[];
}

/** 1-based, both ends included; `last` is Infinity for all that follow. */
export interface LineSpan {
  readonly first: number;
  readonly last: number;
}

export interface RemovedLines {
  /** The line behind which they stood; 0 for none. */
  readonly after: number;
  /** As they were. */
  readonly text: string;
}
