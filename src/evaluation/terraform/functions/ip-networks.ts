/** IP addresses and networks as Terraform reads and prints them, IPv4 and IPv6. */

export interface Address {
  readonly value: bigint;
  readonly bits: 32 | 128;
}

/** `address` has a host part of zero. */
export interface Network {
  readonly address: bigint;
  /** How many bits of it name the network. */
  readonly length: number;
  readonly bits: 32 | 128;
}

/** Undefined for what is no address in CIDR notation: `10.0.0.0/8`, `fd00::/48`. */
export function parseNetwork(prefix: string): Network | undefined {
  const [, written = '', lengthText = ''] = /^([0-9a-fA-F.:]+)\/(\d{1,3})$/u.exec(prefix) ?? [];
  const parsed = parseAddress(written);
  const length = Number(lengthText);
  if (parsed === undefined || length > parsed.bits) return undefined;
  const { value, bits } = parsed;
  return { address: value & maskOf({ length, bits }), length, bits };
}

export function parseAddress(written: string): Address | undefined {
  const bits = written.includes(':') ? 128 : 32;
  const value = bits === 32 ? parseIpv4(written) : parseIpv6(written);
  return value === undefined ? undefined : { value, bits };
}

/** Zeros in front are read over: `010` is ten, for configurations have relied on it. */
function parseIpv4(written: string): bigint | undefined {
  const bytes = written.split('.');
  if (bytes.length !== 4 || !bytes.every((byte) => /^\d{1,10}$/u.test(byte) && Number(byte) < 256)) return undefined;
  let address = 0n;
  for (const byte of bytes) address = (address << 8n) | BigInt(byte);
  return address;
}

function parseIpv6(written: string): bigint | undefined {
  const halves = written.split('::');
  if (halves.length > 2) return undefined;
  const [head = [], tail = []] = halves.map((half) => groupsOf(half));
  const missing = 8 - head.length - tail.length;
  if (halves.length === 1 ? missing !== 0 : missing < 1) return undefined;
  const groups = [...head, ...Array.from({ length: missing }, () => '0'), ...tail];
  if (!groups.every((group) => /^[0-9a-fA-F]{1,4}$/u.test(group))) return undefined;
  let address = 0n;
  for (const group of groups) address = (address << 16n) | BigInt(`0x${group}`);
  return address;
}

/** The last two groups may be written as an IPv4 address. */
function groupsOf(half: string): readonly string[] {
  if (half === '') return [];
  const groups = half.split(':');
  const last = groups.at(-1) ?? '';
  const ipv4 = last.includes('.') ? parseIpv4(last) : undefined;
  if (ipv4 === undefined) return groups;
  return [...groups.slice(0, -1), (ipv4 >> 16n).toString(16), (ipv4 & 0xffffn).toString(16)];
}

export function maskOf({ length, bits }: Pick<Network, 'length' | 'bits'>): bigint {
  return ((1n << BigInt(length)) - 1n) << BigInt(bits - length);
}

/** How many addresses it holds. */
export function sizeOf({ length, bits }: Pick<Network, 'length' | 'bits'>): bigint {
  return 1n << BigInt(bits - length);
}

export function printNetwork(network: Network): string {
  const { address, length, bits } = network;
  return `${printAddress({ value: address, bits })}/${isMapped(address, bits) ? length - 96 : length}`;
}

export function printAddress({ value, bits }: Address): string {
  if (isMapped(value, bits)) return printAddress({ value: value & 0xffffffffn, bits: 32 });
  const step = bits === 32 ? 8 : 16;
  const groups: string[] = [];
  for (let shift = bits - step; shift >= 0; shift -= step) {
    groups.push(((value >> BigInt(shift)) & ((1n << BigInt(step)) - 1n)).toString(bits === 32 ? 10 : 16));
  }
  return bits === 32 ? groups.join('.') : shortIpv6(groups);
}

/** An IPv4 address written as IPv6 is printed as what it is. https://pkg.go.dev/net#IP.String */
function isMapped(value: bigint, bits: 32 | 128): boolean {
  return bits === 128 && value >> 32n === 0xffffn;
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
