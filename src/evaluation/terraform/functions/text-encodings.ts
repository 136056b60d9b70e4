/** Text in other encodings than UTF-8: those that AWS's own instructions ask for, such as UTF-16LE for PowerShell. */
import { decodeUtf8 } from './base64.ts';

/** Bytes to text and back; undefined for what the encoding can not say. */
export interface TextEncoding {
  encode(text: string): Uint8Array | undefined;
  decode(bytes: Uint8Array): string | undefined;
}

const utf8: TextEncoding = {
  encode: (text) => Buffer.from(text, 'utf8'),
  decode: (bytes) => withoutReplacement(decodeUtf8(bytes)),
};

const utf16LittleEndian: TextEncoding = {
  encode: (text) => Buffer.from(text, 'utf16le'),
  decode: (bytes) => decodeUtf16(bytes, 'utf-16le'),
};

const utf16BigEndian: TextEncoding = {
  encode: (text) => Buffer.from(text, 'utf16le').swap16(),
  decode: (bytes) => decodeUtf16(bytes, 'utf-16be'),
};

/** Big-endian unless a byte order mark says otherwise; written with the mark. */
const utf16: TextEncoding = {
  encode: (text) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(),
  decode: (bytes) => {
    if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeUtf16(bytes.subarray(2), 'utf-16le');
    const start = bytes[0] === 0xfe && bytes[1] === 0xff ? 2 : 0;
    return decodeUtf16(bytes.subarray(start), 'utf-16be');
  },
};

// https://www.iana.org/assignments/character-sets/character-sets.xhtml
const encodings: ReadonlyMap<string, TextEncoding> = new Map([
  ['utf-8', utf8],
  ['csutf8', utf8],
  ['utf-16', utf16],
  ['csutf16', utf16],
  ['utf-16le', utf16LittleEndian],
  ['csutf16le', utf16LittleEndian],
  ['utf-16be', utf16BigEndian],
  ['csutf16be', utf16BigEndian],
  ['iso-8859-1', singleByte(0xff)],
  ['iso_8859-1', singleByte(0xff)],
  ['latin1', singleByte(0xff)],
  ['l1', singleByte(0xff)],
  ['us-ascii', singleByte(0x7f)],
]);

/** By its IANA name or alias; undefined for what is not known here. */
export function textEncoding(name: string): TextEncoding | undefined {
  return encodings.get(name.toLowerCase());
}

function singleByte(last: number): TextEncoding {
  return {
    encode: (text) => (mostOf(text) > last ? undefined : Buffer.from(text, 'latin1')),
    decode: (bytes) => (bytes.some((byte) => byte > last) ? undefined : Buffer.from(bytes).toString('latin1')),
  };
}

function mostOf(text: string): number {
  let most = 0;
  for (const character of text) most = Math.max(most, character.codePointAt(0) ?? 0);
  return most;
}

function decodeUtf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): string | undefined {
  try {
    return withoutReplacement(new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

/** Terraform takes the replacement character for the sign of a failure. */
function withoutReplacement(text: string | undefined): string | undefined {
  return text?.includes('\uFFFD') === true ? undefined : text;
}
