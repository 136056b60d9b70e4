/** Encodings and digests. https://developer.hashicorp.com/terraform/language/functions */
import { createHash } from 'node:crypto';
import { parse, stringify } from 'yaml';
import { joinMarks, type TemplateValue, type Value } from '../../../core/value.ts';
import { takesOne, unknownCall, type FunctionTable, type TerraformFunction } from './function.ts';
import { jsonParts, jsonText, valueOfData } from './json-text.ts';
import { anything, known, text } from './parameters.ts';

export const encodingFunctions: FunctionTable = {
  base64decode: takesOne(text, (value) => decodedBase64(value)),
  base64encode: takesOne(text, (value) => Buffer.from(value).toString('base64')),
  base64sha256: digest('sha256', 'base64'),
  base64sha512: digest('sha512', 'base64'),
  jsondecode: takesOne(text, (value) => decodedJson(value)),
  jsonencode: takesOne(anything, (value, call) => {
    const whole = jsonText(value);
    if (whole !== undefined) return whole;
    const parts = jsonParts(value);
    return parts === undefined ? unknownCall([value], call) : templateOf(parts);
  }),
  md5: digest('md5', 'hex'),
  sha1: digest('sha1', 'hex'),
  sha256: digest('sha256', 'hex'),
  sha512: digest('sha512', 'hex'),
  // https://developer.hashicorp.com/terraform/language/functions/urlencode
  urlencode: takesOne(text, (value) =>
    encodeURIComponent(value)
      .replace(/[!'()*]/gu, percentEncoded)
      .replaceAll('%20', '+'),
  ),
  yamldecode: takesOne(text, (value) => decodedYaml(value)),
  yamlencode: takesOne(known, (value) => encodedYaml(value)),
};

function digest(algorithm: string, encoding: 'hex' | 'base64'): TerraformFunction {
  return takesOne(text, (value) => createHash(algorithm).update(value).digest(encoding));
}

function percentEncoded(character: string): string {
  return `%${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}`;
}

function templateOf(pieces: TemplateValue['parts']): TemplateValue {
  const parts: TemplateValue['parts'][number][] = [];
  for (const piece of pieces) {
    const last = parts.at(-1);
    if (typeof piece === 'string' && typeof last === 'string') parts[parts.length - 1] = last + piece;
    else parts.push(piece);
  }
  const marks = joinMarks(parts.filter((part) => typeof part !== 'string'));
  return { kind: 'template', parts, range: undefined, decidedAt: undefined, marks };
}

function decodedBase64(value: string): string | undefined {
  const bytes = Buffer.from(value, 'base64');
  return bytes.toString('base64').replace(/=+$/u, '') === value.replace(/=+$/u, '')
    ? bytes.toString('utf8')
    : undefined;
}

function decodedJson(value: string): Value | undefined {
  try {
    return valueOfData(JSON.parse(value));
  } catch {
    return undefined;
  }
}

function decodedYaml(value: string): Value | undefined {
  try {
    const data: unknown = parse(value, { maxAliasCount: 100, logLevel: 'silent' });
    return valueOfData(data);
  } catch {
    return undefined;
  }
}

function encodedYaml(value: Value): string | undefined {
  const json = jsonText(value);
  return json === undefined ? undefined : stringify(JSON.parse(json), { defaultStringType: 'QUOTE_DOUBLE' });
}
