/** Base64 and bytes as text, as strict as Terraform reads them. */

/** Undefined for what is no padded Base64 of the standard alphabet; line breaks are read over. https://pkg.go.dev/encoding/base64#Encoding.Decode */
export function decodeBase64(written: string): Uint8Array | undefined {
  const digits = written.replace(/[\r\n]/gu, '');
  const isValid = digits.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/u.test(digits);
  return isValid ? Buffer.from(digits, 'base64') : undefined;
}

export function encodeBase64(bytes: string | Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}

/** Undefined for bytes that are no text in UTF-8. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
