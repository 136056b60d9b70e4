/** Digests, identifiers made from names, and decryption. https://developer.hashicorp.com/terraform/language/functions */
import { createHash } from 'node:crypto';
import { unknown } from '../../../core/value.ts';
import { refuse, takesOne, takesTwo, type FunctionTable, type TerraformFunction } from './function.ts';
import { decodeBase64 } from './base64.ts';
import { text } from './parameters.ts';

export const digestFunctions: FunctionTable = {
  base64sha256: digest('sha256', 'base64'),
  base64sha512: digest('sha512', 'base64'),
  md5: digest('md5', 'hex'),
  // What is decrypted is a secret: no policy asks for it, and nothing may show it.
  // https://developer.hashicorp.com/terraform/language/functions/rsadecrypt
  rsadecrypt: takesTwo(text, text, (ciphertext, _, { name, scope }) => {
    if (decodeBase64(ciphertext) === undefined) return refuse('The text to decrypt is no Base64.');
    const reason = { code: 'unsupported' as const, subject: `${name}()`, cure: 'dr-lint decrypts nothing.' };
    return { ...unknown(scope.run.freshKey(name), reason), marks: { sensitive: true, via: [], perDeployment: false } };
  }),
  sha1: digest('sha1', 'hex'),
  sha256: digest('sha256', 'hex'),
  sha512: digest('sha512', 'hex'),
  uuidv5: takesTwo(text, text, (namespace, name) => {
    const bytes = namespaces.get(namespace) ?? parseUuid(namespace);
    return bytes === undefined
      ? refuse('The namespace is neither dns, url, oid, x500 nor a UUID.')
      : uuidOf(bytes, name);
  }),
};

function digest(algorithm: string, encoding: 'hex' | 'base64'): TerraformFunction {
  return takesOne(text, (value) => createHash(algorithm).update(value).digest(encoding));
}

// https://www.rfc-editor.org/rfc/rfc9562#section-6.6
const namespaces: ReadonlyMap<string, Uint8Array> = new Map(
  ['dns', 'url', 'oid', undefined, 'x500'].flatMap((name, index) =>
    name === undefined ? [] : [[name, Buffer.from(`6ba7b81${index}9dad11d180b400c04fd430c8`, 'hex')] as const],
  ),
);

/** With or without hyphens, in braces or as a URN. https://pkg.go.dev/github.com/google/uuid#Parse */
function parseUuid(written: string): Uint8Array | undefined {
  const hyphened = /^(?:urn:uuid:)?([0-9a-f]{8})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{12})$/iu;
  const plain = /^[0-9a-f]{32}$/iu.exec(written)?.[0];
  const digits =
    plain ??
    hyphened
      .exec(written.replace(/^\{(.*)\}$/su, '$1'))
      ?.slice(1)
      .join('');
  return digits === undefined ? undefined : Buffer.from(digits, 'hex');
}

/** https://www.rfc-editor.org/rfc/rfc9562#section-5.5 */
function uuidOf(namespace: Uint8Array, name: string): string {
  const bytes = createHash('sha1').update(namespace).update(name).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/u, '$1-$2-$3-$4-$5');
}
