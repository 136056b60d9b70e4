/** Functions that read files or take paths apart. Paths are relative to the root's folder; reads stay in the scanned tree. */
import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import { decodeText } from '../../../core/read-source.ts';
import { SourceFile } from '../../../core/source.ts';
import { scalar, unknown, type MapValue, type Value } from '../../../core/value.ts';
import { parseHclTemplate } from '../../../loaders/hcl/parse-hcl.ts';
import { evaluateTemplate } from '../expressions/templates.ts';
import { invalid } from '../values/symbols.ts';
import { takesOne, takesTwo, type Call, type FunctionTable, type TerraformFunction } from './function.ts';
import { entries, text } from './parameters.ts';

// Policies and scripts are far smaller; larger files would only fill memory. Bytes.
const maximumFileBytes = 256 * 1024;

export const fileFunctions: FunctionTable = {
  abspath: takesOne(text, (path) => path),
  basename: takesOne(text, (path) => posix.basename(path)),
  dirname: takesOne(text, (path) => posix.dirname(path)),
  file: reading((bytes) => decodeText(bytes)),
  filebase64: reading((bytes) => Buffer.from(bytes).toString('base64')),
  filebase64sha256: digesting('sha256', 'base64'),
  filebase64sha512: digesting('sha512', 'base64'),
  fileexists: takesOne(text, (path, call) => call.scope.run.fileSystem.stat(placeOf(path, call))?.kind === 'file'),
  filemd5: digesting('md5', 'hex'),
  filesha1: digesting('sha1', 'hex'),
  filesha256: digesting('sha256', 'hex'),
  filesha512: digesting('sha512', 'hex'),
  pathexpand: takesOne(text, (path) => path),
  templatefile: takesTwo(text, entries, (path, names, call) => renderTemplate(path, names, call)),
};

// The name by which a template's scope is told: no variable can have it.
const insideTemplate = '<template>';

/** https://developer.hashicorp.com/terraform/language/functions/templatefile */
function renderTemplate(path: string, names: MapValue, call: Call): Value {
  if (call.scope.bindings.has(insideTemplate)) return invalid('A template can not render another one.', call.range);
  const place = placeOf(path, call);
  const template = call.scope.run.template(place, () => {
    const bytes = readBounded(path, call);
    const source = bytes === undefined ? undefined : decodeText(bytes);
    return source === undefined ? undefined : parseHclTemplate(new SourceFile(place, source)).value;
  });
  if (template === undefined) return unread(path, call);
  return evaluateTemplate(template, call.scope.with([...names.entries, [insideTemplate, scalar(true)]]));
}

function digesting(algorithm: string, encoding: 'hex' | 'base64'): TerraformFunction {
  return reading((bytes) => createHash(algorithm).update(bytes).digest(encoding));
}

function reading(make: (bytes: Uint8Array) => string | undefined): TerraformFunction {
  return takesOne(text, (path, call) => {
    const bytes = readBounded(path, call);
    return (bytes === undefined ? undefined : make(bytes)) ?? unread(path, call);
  });
}

/** The bytes of a file of the scanned tree; undefined when there is none, it lies elsewhere or is too large. */
function readBounded(path: string, call: Call): Uint8Array | undefined {
  const place = placeOf(path, call);
  const stat = call.scope.run.fileSystem.stat(place);
  if (posix.isAbsolute(path) || stat?.kind !== 'file' || stat.size > maximumFileBytes) return undefined;
  return call.scope.run.fileSystem.readBytes(place);
}

/** What a missing file gives: it may be made before Terraform runs, so this is no mistake for certain. */
function unread(path: string, call: Call): Value {
  const place = placeOf(path, call);
  const cure = 'Only text files of the scanned tree up to 256 KiB are read.';
  return unknown(`${call.name}(${place})`, { code: 'unread', subject: place, cure }, call.range);
}

function placeOf(path: string, call: Call): string {
  return posix.join(call.scope.run.deployment.path, path);
}
