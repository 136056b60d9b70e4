/** A file system in which some files have other texts, so that what an edit would do is seen before it is made. */
import type { FileSystem } from '../core/file-system.ts';

/** @param texts path → text, in place of what is there */
export function withTexts(fileSystem: FileSystem, texts: ReadonlyMap<string, string>): FileSystem {
  const encoder = new TextEncoder();
  const bytes = new Map([...texts].map(([path, text]) => [path, encoder.encode(text)]));
  return {
    readBytes: (path, maximumBytes) => bytes.get(path) ?? fileSystem.readBytes(path, maximumBytes),
    list: (path) => fileSystem.list(path),
    stat: (path) => {
      const stat = fileSystem.stat(path);
      const size = bytes.get(path)?.length;
      return stat === undefined || size === undefined ? stat : { ...stat, size };
    },
    realPath: (path) => fileSystem.realPath(path),
  };
}
