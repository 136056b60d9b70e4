/** The little of a file system that dr-lint uses, so that every stage can run on memory as well as on a disk. */

export interface DirectoryEntry {
  readonly name: string;
  readonly kind: 'file' | 'directory' | 'other';
}

/** Paths are relative to the working directory, with forward slashes. `.` is the working directory. */
export interface FileSystem {
  /**
   * The bytes of a file, or undefined when there is none or it cannot be read. On a disk, a file that is larger than
   * `maximumFileBytes` is not read unless another bound is given.
   */
  readBytes(path: string, maximumBytes?: number): Uint8Array | undefined;
  /** The entries of a directory sorted by name, or undefined when it is none. Symbolic links are resolved to what they point at. */
  list(path: string): readonly DirectoryEntry[] | undefined;
  /** Size in bytes, and whether it is a directory; undefined when there is nothing. */
  stat(path: string): { readonly kind: 'file' | 'directory' | 'other'; readonly size: number } | undefined;
  /** The path with symbolic links resolved, relative to the working directory; undefined when there is nothing. Used to keep reads inside the scanned tree. */
  realPath(path: string): string | undefined;
}
