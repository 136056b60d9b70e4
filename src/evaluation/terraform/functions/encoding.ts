/** Encodings. https://developer.hashicorp.com/terraform/language/functions */
import { gunzipSync } from 'node:zlib';
import { scalar, unknown } from '../../../core/value.ts';
import { maximumTextLength } from '../limits.ts';
import { keyOf } from '../values/symbols.ts';
import { decodeBase64, decodeUtf8, encodeBase64 } from './base64.ts';
import { decodeCsv } from './csv-text.ts';
import {
  refuse,
  takesOne,
  takesTwo,
  unknownCall,
  type Call,
  type FunctionTable,
  type Refusal,
  type Result,
} from './function.ts';
import { decodeJson, jsonParts, jsonText } from './json-text.ts';
import { anything, known, text } from './parameters.ts';
import { templateOf, tooLong } from './text.ts';
import { textEncoding, type TextEncoding } from './text-encodings.ts';
import { decodeYaml } from './yaml-decode.ts';
import { encodeYaml } from './yaml-encode.ts';

export const encodingFunctions: FunctionTable = {
  base64decode: takesOne(text, (value) => {
    const bytes = decodeBase64(value);
    if (bytes === undefined) return notBase64;
    return decodeUtf8(bytes) ?? refuse('What is decoded is no text in UTF-8.');
  }),
  base64encode: takesOne(text, (value) => encodeBase64(value)),
  // https://opentofu.org/docs/language/functions/base64gunzip/
  base64gunzip: takesOne(text, gunzipped),
  csvdecode: takesOne(text, (value) => decodeCsv(value)),
  jsondecode: takesOne(text, (value, call) => decodeJson(value, call)),
  jsonencode: takesOne(anything, (value, call) => {
    const whole = jsonText(value);
    if (whole !== undefined) return whole;
    const parts = jsonParts(value);
    return parts === undefined ? unknownCall([value], call) : templateOf(parts);
  }),
  textdecodebase64: takesTwo(text, text, (value, name, call) =>
    inEncoding(name, value, call, (encoding) => {
      const bytes = decodeBase64(value);
      if (bytes === undefined) return notBase64;
      return encoding.decode(bytes) ?? refuse(`What is decoded is no text in ${name}.`);
    }),
  ),
  textencodebase64: takesTwo(text, text, (value, name, call) =>
    inEncoding(name, value, call, (encoding) => {
      const bytes = encoding.encode(value);
      return bytes === undefined ? refuse(`The text has characters that ${name} lacks.`) : encodeBase64(bytes);
    }),
  ),
  // https://opentofu.org/docs/language/functions/urldecode/
  urldecode: takesOne(text, (value) => {
    try {
      return decodeURIComponent(value.replaceAll('+', ' '));
    } catch {
      return refuse('A percent sign must start an encoded character.');
    }
  }),
  // https://pkg.go.dev/net/url#QueryEscape
  urlencode: takesOne(text, (value) =>
    Array.from(Buffer.from(value), (byte) => {
      const character = String.fromCharCode(byte);
      return /[\w.~-]/u.test(character) ? character : character === ' ' ? '+' : percentEncoded(byte);
    }).join(''),
  ),
  yamldecode: takesOne(text, (value, call) => decodeYaml(value, call)),
  yamlencode: takesOne(known, (value) => encodeYaml(value)),
};

const notBase64: Refusal = refuse('This is no Base64 of the standard alphabet with padding.');

function gunzipped(value: string, call: Call): Result {
  const bytes = decodeBase64(value);
  if (bytes === undefined) return notBase64;
  try {
    const unpacked = gunzipSync(bytes, { maxOutputLength: maximumTextLength * 4 });
    return decodeUtf8(unpacked) ?? refuse('What is unpacked is no text in UTF-8.');
  } catch (error) {
    return error instanceof RangeError ? tooLong(call) : refuse('What is decoded was not packed by gzip.');
  }
}

/** An encoding that Terraform may know and dr-lint does not makes the text unknown, not wrong. */
function inEncoding(name: string, value: string, call: Call, convert: (encoding: TextEncoding) => Result): Result {
  const encoding = textEncoding(name);
  if (encoding !== undefined) return convert(encoding);
  const key = `${call.name}(${keyOf(scalar(value))},${keyOf(scalar(name))})`;
  const cure = `dr-lint does not know the encoding ${JSON.stringify(name)}.`;
  return unknown(key, { code: 'unsupported', subject: `${call.name}()`, cure });
}

function percentEncoded(byte: number): string {
  return `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
}
