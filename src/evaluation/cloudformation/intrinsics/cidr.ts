/**
 * `Fn::Cidr`: `count` address blocks out of one, each with `cidrBits` host bits.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-cidr.html
 */
import { joinMarks, list, scalar, type Value } from '../../../core/value.ts';
import { derivedUnknown } from '../symbols.ts';
import { knownText } from '../text.ts';
import { argumentList, type IntrinsicCall, wrongCall } from './intrinsic.ts';

const mostBlocks = 256;

export function evaluateCidr(call: IntrinsicCall): Value {
  const { range, scope } = call;
  const items = argumentList(call, 2, 3);
  if ('kind' in items) return items;
  const values = items.map((item) => scope.evaluate(item));
  const [block, count, bits = ''] = values.map(knownText);
  if (block === undefined || count === undefined || (values[2] !== undefined && bits === '')) {
    return derivedUnknown('Fn::Cidr', values, range);
  }
  const blocks = cidrBlocks(block, Number(count), bits === '' ? undefined : Number(bits));
  if (blocks === undefined) return wrongCall(call, `Fn::Cidr can't cut ${count} blocks out of "${block}".`);
  const marks = joinMarks(values.filter((value) => value !== undefined));
  return list(
    blocks.map((text) => scalar(text, range, marks)),
    range,
    marks,
  );
}

interface AddressBlock {
  readonly first: bigint;
  readonly prefix: number;
  /** 32 or 128. */
  readonly width: number;
}

/** Undefined where the block can't be read or is too small. Without `hostBits` those that CloudFormation takes: 8 for IPv4, 64 for IPv6. */
export function cidrBlocks(text: string, count: number, hostBits: number | undefined): readonly string[] | undefined {
  const block = parseBlock(text);
  if (block === undefined || !Number.isInteger(count) || count < 1 || count > mostBlocks) return undefined;
  const bits = hostBits ?? (block.width === 32 ? 8 : 64);
  const prefix = block.width - bits;
  if (!Number.isInteger(bits) || bits < 1 || prefix < block.prefix || prefix - block.prefix > 128) return undefined;
  if (BigInt(count) > 1n << BigInt(prefix - block.prefix)) return undefined;
  return Array.from({ length: count }, (_, index) => {
    const first = block.first + (BigInt(index) << BigInt(bits));
    return `${block.width === 32 ? printIPv4(first) : printIPv6(first)}/${prefix}`;
  });
}

function parseBlock(text: string): AddressBlock | undefined {
  const match = /^([\d.]+|[\da-f:]+)\/(\d{1,3})$/iu.exec(text);
  const [, address = '', length = ''] = match ?? [];
  const width = address.includes(':') ? 128 : 32;
  const value = width === 32 ? parseIPv4(address) : parseIPv6(address);
  const prefix = Number(length);
  if (match === null || value === undefined || prefix > width) return undefined;
  const hostBits = BigInt(width - prefix);
  return { first: (value >> hostBits) << hostBits, prefix, width };
}

function parseIPv4(text: string): bigint | undefined {
  const octets = text.split('.').map(Number);
  if (octets.length !== 4 || octets.some((octet) => !Number.isInteger(octet) || octet > 255)) return undefined;
  return octets.reduce((value, octet) => (value << 8n) | BigInt(octet), 0n);
}

function parseIPv6(text: string): bigint | undefined {
  const [head = '', tail, ...more] = text.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const missing = 8 - left.length - right.length;
  if (more.length > 0 || missing < 0 || (tail === undefined && missing !== 0)) return undefined;
  const groups = [...left, ...Array.from({ length: missing }, () => '0'), ...right];
  if (groups.some((group) => !/^[\da-f]{1,4}$/iu.test(group))) return undefined;
  return groups.reduce((value, group) => (value << 16n) | BigInt(`0x${group}`), 0n);
}

function printIPv4(value: bigint): string {
  return [24n, 16n, 8n, 0n].map((shift) => (value >> shift) & 255n).join('.');
}

/** The longest run of zero groups is left out. https://www.rfc-editor.org/rfc/rfc5952 */
function printIPv6(value: bigint): string {
  const groups = Array.from({ length: 8 }, (_, index) => ((value >> BigInt(112 - 16 * index)) & 0xffffn).toString(16));
  const { start, length } = longestZeroRun(groups);
  if (length < 2) return groups.join(':');
  return `${groups.slice(0, start).join(':')}::${groups.slice(start + length).join(':')}`;
}

function longestZeroRun(groups: readonly string[]): { readonly start: number; readonly length: number } {
  let longest = { start: 0, length: 0 };
  for (let start = 0; start < groups.length; start += 1) {
    let length = 0;
    while (groups[start + length] === '0') length += 1;
    if (length > longest.length) longest = { start, length };
  }
  return longest;
}
