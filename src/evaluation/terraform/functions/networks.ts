/** IP network functions, IPv4 and IPv6. https://developer.hashicorp.com/terraform/language/functions */
import { list, scalar } from '../../../core/value.ts';
import { takesOne, takesOneAndAll, takesThree, takesTwo, type FunctionTable } from './function.ts';
import { integer, text } from './parameters.ts';

export const networkFunctions: FunctionTable = {
  cidrhost: takesTwo(text, integer, (prefix, host) => hostIn(prefix, host)),
  cidrnetmask: takesOne(text, (prefix) => {
    const network = parseNetwork(prefix);
    return network?.bits === 32 ? printAddress(maskOf(network), 32) : undefined;
  }),
  cidrsubnet: takesThree([text, integer, integer], (prefix, newBits, number) => {
    const network = parseNetwork(prefix);
    return network === undefined ? undefined : subnetOf(network, newBits, BigInt(number));
  }),
  cidrsubnets: takesOneAndAll(text, integer, (prefix, newBits) => {
    const network = parseNetwork(prefix);
    const subnets = network === undefined ? undefined : consecutiveSubnets(network, newBits);
    return subnets === undefined ? undefined : list(subnets.map((subnet) => scalar(subnet)));
  }),
};

/** `address` as a number, its host part zero. */
interface Network {
  readonly address: bigint;
  readonly length: number;
  readonly bits: 32 | 128;
}

function parseNetwork(prefix: string): Network | undefined {
  const match = /^([0-9a-fA-F.:]+)\/(\d{1,3})$/u.exec(prefix);
  const [, written = '', lengthText = ''] = match ?? [];
  const bits = written.includes(':') ? 128 : 32;
  const parsed = bits === 32 ? parseIpv4(written) : parseIpv6(written);
  const length = Number(lengthText);
  if (match === null || parsed === undefined || length > bits) return undefined;
  const network = { address: parsed, length, bits } as const;
  return { ...network, address: parsed & maskOf(network) };
}

function parseIpv4(written: string): bigint | undefined {
  const bytes = written.split('.');
  if (bytes.length !== 4 || !bytes.every((byte) => /^\d{1,3}$/u.test(byte) && Number(byte) < 256)) return undefined;
  let address = 0n;
  for (const byte of bytes) address = (address << 8n) | BigInt(byte);
  return address;
}

function parseIpv6(written: string): bigint | undefined {
  const halves = written.split('::');
  if (halves.length > 2) return undefined;
  const [head = [], tail = []] = halves.map((half) => (half === '' ? [] : half.split(':')));
  const missing = 8 - head.length - tail.length;
  if (halves.length === 1 ? missing !== 0 : missing < 1) return undefined;
  const groups = [...head, ...Array.from({ length: missing }, () => '0'), ...tail];
  if (!groups.every((group) => /^[0-9a-fA-F]{1,4}$/u.test(group))) return undefined;
  let address = 0n;
  for (const group of groups) address = (address << 16n) | BigInt(`0x${group}`);
  return address;
}

function maskOf({ length, bits }: Network): bigint {
  return ((1n << BigInt(length)) - 1n) << BigInt(bits - length);
}

/** A negative host counts back from the end. */
function hostIn(prefix: string, host: number): string | undefined {
  const network = parseNetwork(prefix);
  if (network === undefined) return undefined;
  const size = 1n << BigInt(network.bits - network.length);
  const offset = host < 0 ? size + BigInt(host) : BigInt(host);
  return offset < 0n || offset >= size ? undefined : printAddress(network.address + offset, network.bits);
}

function subnetOf(network: Network, newBits: number, number: bigint): string | undefined {
  const length = network.length + newBits;
  if (newBits < 0 || length > network.bits || number < 0n || number >= 1n << BigInt(newBits)) return undefined;
  return `${printAddress(network.address + (number << BigInt(network.bits - length)), network.bits)}/${length}`;
}

/** Each subnet starts where the one before ends, rounded up to its own size. */
function consecutiveSubnets(network: Network, newBits: readonly number[]): readonly string[] | undefined {
  const end = network.address + (1n << BigInt(network.bits - network.length));
  const subnets: string[] = [];
  let next = network.address;
  for (const bits of newBits) {
    const length = network.length + bits;
    if (bits < 1 || length > network.bits) return undefined;
    const size = 1n << BigInt(network.bits - length);
    const start = ((next + size - 1n) / size) * size;
    if (start + size > end) return undefined;
    subnets.push(`${printAddress(start, network.bits)}/${length}`);
    next = start + size;
  }
  return subnets;
}

function printAddress(address: bigint, bits: 32 | 128): string {
  const step = bits === 32 ? 8 : 16;
  const groups: string[] = [];
  for (let shift = bits - step; shift >= 0; shift -= step) {
    groups.push(((address >> BigInt(shift)) & ((1n << BigInt(step)) - 1n)).toString(bits === 32 ? 10 : 16));
  }
  return bits === 32 ? groups.join('.') : shortIpv6(groups);
}

/** The longest run of zeros, two or more, becomes `::`. https://www.rfc-editor.org/rfc/rfc5952#section-4.2 */
function shortIpv6(groups: readonly string[]): string {
  let best = { start: 0, length: 1 };
  let start = 0;
  for (const [at, group] of [...groups, 'end'].entries()) {
    if (group === '0') continue;
    if (at - start > best.length) best = { start, length: at - start };
    start = at + 1;
  }
  if (best.length < 2) return groups.join(':');
  return `${groups.slice(0, best.start).join(':')}::${groups.slice(best.start + best.length).join(':')}`;
}
