/** What the configuration files of a folder declare, by a quick look: enough to tell whether a plan was made from them. */
import { posix } from 'node:path';
import type { FileSystem } from '../core/file-system.ts';
import { readSource } from '../core/read-source.ts';
import { configurationFiles, isJsonConfiguration } from './configuration-files.ts';
import { namesInJson } from './scan-json.ts';

/** The addresses of resources and data sources, and the names of module calls: `aws_x.y`, `data.aws_x.y`, `network`. */
export function namesInRoot(fileSystem: FileSystem, folder: string): readonly string[] {
  const files = (fileSystem.list(folder) ?? []).filter(({ kind }) => kind === 'file');
  return configurationFiles(files.map(({ name }) => name)).flatMap((name) => {
    const text = readSource(fileSystem, posix.join(folder, name)).value?.text ?? '';
    return isJsonConfiguration(name) ? namesInJson(text) : namesIn(text);
  });
}

const declaration =
  /^[ \t]*(?<kind>resource|data|module)[ \t]+"(?<first>[\w-]+)"(?:[ \t]+"(?<second>[\w-]+)")?[ \t]*\{/gmu;

function namesIn(text: string): readonly string[] {
  return [...text.matchAll(declaration)].map(({ groups }) => {
    const { kind = '', first = '', second = '' } = groups ?? {};
    if (kind === 'module') return first;
    return kind === 'data' ? `data.${first}.${second}` : `${first}.${second}`;
  });
}
