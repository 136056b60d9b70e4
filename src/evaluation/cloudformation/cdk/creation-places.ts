/** Creation traces → places in the app's source, where it lies in the scanned tree. Nothing is read before somebody asks. */
import { posix } from 'node:path';
import type { FileSystem } from '../../../core/file-system.ts';
import { pathWithin } from '../../../core/paths.ts';
import { readSource } from '../../../core/read-source.ts';
import type { SourceFile } from '../../../core/source.ts';
import type { CdkStack } from '../../../discovery/cdk-stack.ts';
import { creationTraces, type Frame } from '../../../loaders/cdk/creation-traces.ts';
import type { CreatedAt } from './construct.ts';

/** Folders of a path of which the scanned tree may hold the lower ones. */
const mostFolders = 40;

export function creationPlaces(stack: CdkStack, fileSystem: FileSystem): CreatedAt {
  const sources = new Sources(posix.dirname(stack.assembly.folder), fileSystem);
  let traces: ReadonlyMap<string, readonly Frame[]> | undefined;
  return (constructPath) => {
    const text = traces === undefined ? readSource(fileSystem, stack.traces).value?.text : undefined;
    traces ??= creationTraces(text ?? '', stack.artifact);
    for (const { path, line } of traces.get(constructPath) ?? []) {
      const range = sources.find(path)?.rangeOfLine(line);
      if (range !== undefined) return range;
    }
    return undefined;
  };
}

/** The files of an app by the paths that they had where it ran: a checkout of another machine, in another folder. */
class Sources {
  readonly #folder: string;
  readonly #fileSystem: FileSystem;
  readonly #files = new Map<string, SourceFile | undefined>();

  /** @param folder the one that holds the assembly, and with it the app */
  constructor(folder: string, fileSystem: FileSystem) {
    this.#folder = folder;
    this.#fileSystem = fileSystem;
  }

  find(path: string): SourceFile | undefined {
    if (!this.#files.has(path)) this.#files.set(path, this.#read(path));
    return this.#files.get(path);
  }

  /** The longest end of the path that names a file of the app. */
  #read(path: string): SourceFile | undefined {
    const names = path.split('/').slice(-mostFolders);
    while (names.length > 0) {
      const here = posix.join(this.#folder, ...names);
      const isWithin = pathWithin(this.#folder, here) !== undefined;
      if (isWithin && this.#fileSystem.stat(here)?.kind === 'file') return readSource(this.#fileSystem, here).value;
      names.shift();
    }
    return undefined;
  }
}
