/** Functions that read files or take paths apart; reads stay in the scanned tree. https://developer.hashicorp.com/terraform/language/functions */
import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import { scalar, unknown, type Value } from '../../../core/value.ts';
import { setOf } from '../values/collections.ts';
import { decodeUtf8, encodeBase64 } from './base64.ts';
import { filesMatching } from './file-sets.ts';
import {
  refuse,
  takesOne,
  takesTwo,
  type Call,
  type FunctionTable,
  type Result,
  type TerraformFunction,
} from './function.ts';
import { partialEntries, text } from './parameters.ts';
import { absolutePath, baseName, folderName, pathText, placeOf } from './paths.ts';
import { renderFile, renderText } from './templates.ts';

// Policies and scripts are far smaller; larger files would only fill memory. Bytes.
const maximumFileBytes = 256 * 1024;

export const fileFunctions: FunctionTable = {
  abspath: takesOne(pathText, (path, call) =>
    posix.isAbsolute(path) ? posix.normalize(path) : absolutePath(path, call),
  ),
  basename: takesOne(text, baseName),
  dirname: takesOne(text, folderName),
  file: reading(textOf),
  filebase64: reading(encodeBase64),
  filebase64sha256: reading((bytes) => createHash('sha256').update(bytes).digest('base64')),
  filebase64sha512: reading((bytes) => createHash('sha512').update(bytes).digest('base64')),
  fileexists: takesOne(pathText, (path, call) => {
    const place = placeOf(path, call);
    const stat = place === undefined ? undefined : call.scope.run.fileSystem.stat(place);
    if (place === undefined) return unread(path, call);
    return stat?.kind === 'directory' ? refuse('This is a folder, not a file.') : stat?.kind === 'file';
  }),
  filemd5: digesting('md5'),
  fileset: takesTwo(pathText, text, fileSet),
  filesha1: digesting('sha1'),
  filesha256: digesting('sha256'),
  filesha512: digesting('sha512'),
  pathexpand: takesOne(text, (path, call) => (/^~(?:\/|$)/u.test(path) ? atHome(path, call) : path)),
  templatefile: takesTwo(pathText, partialEntries, (path, names, call) => {
    const source = contentOf(path, call);
    if (source === undefined) return unread(path, call);
    const decoded = textOf(source.bytes);
    return typeof decoded === 'string' ? renderFile({ place: source.place, source: decoded }, names, call) : decoded;
  }),
  templatestring: takesTwo(text, partialEntries, renderText),
};

function digesting(algorithm: string): TerraformFunction {
  return reading((bytes) => createHash(algorithm).update(bytes).digest('hex'));
}

function reading(make: (bytes: Uint8Array) => Result): TerraformFunction {
  return takesOne(pathText, (path, call) => {
    const content = contentOf(path, call);
    return content === undefined ? unread(path, call) : make(content.bytes);
  });
}

function textOf(bytes: Uint8Array): string | ReturnType<typeof refuse> {
  return decodeUtf8(bytes) ?? refuse('The file is no text in UTF-8; filebase64() reads any file.');
}

/** Undefined for what is no file of the scanned tree, or is too large. */
function contentOf(path: string, call: Call): { readonly place: string; readonly bytes: Uint8Array } | undefined {
  const place = placeOf(path, call);
  const stat = place === undefined ? undefined : call.scope.run.fileSystem.stat(place);
  if (place === undefined || stat?.kind !== 'file' || stat.size > maximumFileBytes) return undefined;
  const bytes = call.scope.run.fileSystem.readBytes(place);
  call.scope.run.charge(stat.size >> 6);
  return bytes && { place, bytes };
}

function fileSet(path: string, pattern: string, call: Call): Result {
  const folder = placeOf(path, call);
  if (folder === undefined || call.scope.run.fileSystem.stat(folder)?.kind !== 'directory') return unread(path, call);
  const files = filesMatching(pattern, folder, call.scope.run);
  if (files === 'invalid') return refuse('The pattern is no glob.');
  return files === 'unknown' ? unread(`${path}/${pattern}`, call) : setOf(files.map((file) => scalar(file)));
}

/** What a missing file gives: it may be made before Terraform runs, so this is no mistake for certain. */
function unread(path: string, call: Call): Value {
  const isElsewhere = posix.isAbsolute(path) || path.startsWith('~');
  const subject = isElsewhere ? path : posix.join(call.scope.run.deployment.path, path);
  const cure = 'Only files of the scanned tree up to 256 KiB are read.';
  return unknown(`${call.name}(${subject})`, { code: 'unread', subject, cure }, call.range);
}

function atHome(path: string, call: Call): Value {
  const cure = 'The home folder is that of whoever runs Terraform.';
  return unknown(`pathexpand(${path})`, { code: 'computed', subject: `${call.name}()`, cure }, call.range);
}
