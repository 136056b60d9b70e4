/** Where the statements of a TOML file stand: a glance at its lines, for its parser tells values only. */
import type { SourceFile, SourceRange } from '../core/source.ts';

export interface TomlPlaces {
  /** The statement of a key by its whole path, or what states the nearest table around it; at worst the start of the file. */
  of(path: readonly string[]): SourceRange;
}

const header = /^\s*\[\[?([^\]]+)\]/u;
const statement = /^((?:[\w.\s-]|"[^"=]*"|'[^'=]*')+)=/u;

export function placesInToml(file: SourceFile): TomlPlaces {
  const places = new Map<string, SourceRange>();
  const add = (path: readonly string[], range: SourceRange): void => {
    for (let length = 1; length <= path.length; length += 1) {
      const key = path.slice(0, length).join('\n');
      if (!places.has(key)) places.set(key, range);
    }
  };
  let table: readonly string[] = [];
  let open: { readonly path: readonly string[]; readonly start: number } | undefined;
  const close = (end: number): void => {
    if (open !== undefined) add(open.path, { file, start: open.start, end });
    open = undefined;
  };
  let offset = 0;
  for (const line of file.text.split('\n')) {
    const [named, key] = [header.exec(line)?.[1], statement.exec(line)?.[1]];
    const indent = line.length - line.trimStart().length;
    if (named !== undefined || key !== undefined) close(offset);
    if (named !== undefined) {
      table = partsOf(named);
      add(table, { file, start: offset + indent, end: offset + line.trimEnd().length });
    } else if (key !== undefined) open = { path: [...table, ...partsOf(key)], start: offset + indent };
    offset += line.length + 1;
  }
  close(file.text.length);
  return {
    of(path) {
      for (let length = path.length; length > 0; length -= 1) {
        const place = places.get(path.slice(0, length).join('\n'));
        if (place !== undefined) return place;
      }
      return { file, start: 0, end: 0 };
    },
  };
}

/** A path deeper than the settings of an environment is of no concern. */
const deepest = 8;

function partsOf(key: string): readonly string[] {
  return key.split('.', deepest).map((part) => part.trim().replaceAll(/^["']|["']$/gu, ''));
}
