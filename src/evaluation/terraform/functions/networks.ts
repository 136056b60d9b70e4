/** IP network functions. https://developer.hashicorp.com/terraform/language/functions */
import { list, scalar } from '../../../core/value.ts';
import {
  refuse,
  takesOne,
  takesOneAndAll,
  takesThree,
  takesTwo,
  type FunctionTable,
  type Refusal,
  type Result,
} from './function.ts';
import { maskOf, parseAddress, parseNetwork, printAddress, printNetwork, sizeOf, type Network } from './ip-networks.ts';
import { integer, text, wideInteger } from './parameters.ts';

export const networkFunctions: FunctionTable = {
  // https://opentofu.org/docs/language/functions/cidrcontains/
  cidrcontains: takesTwo(text, text, (prefix, inner) => inNetwork(prefix, (network) => contains(network, inner))),
  cidrhost: takesTwo(text, wideInteger, (prefix, host) => inNetwork(prefix, (network) => hostIn(network, host))),
  cidrnetmask: takesOne(text, (prefix) =>
    inNetwork(prefix, (network) =>
      network.bits === 32
        ? printAddress({ value: maskOf(network), bits: 32 })
        : refuse('cidrnetmask() works for IPv4 only.'),
    ),
  ),
  cidrsubnet: takesThree([text, integer, wideInteger], (prefix, newBits, number) =>
    inNetwork(prefix, (network) => subnetOf(network, newBits, number)),
  ),
  cidrsubnets: takesOneAndAll(text, integer, (prefix, newBits) =>
    inNetwork(prefix, (network) => consecutiveSubnets(network, newBits)),
  ),
};

function inNetwork(prefix: string, find: (network: Network) => Result): Result {
  const network = parseNetwork(prefix);
  return network === undefined ? refuse('This is no network in CIDR notation, like 10.0.0.0/16.') : find(network);
}

/** Whether an address, or all addresses of a network, lie in the network. */
function contains(network: Network, inner: string): Result {
  const address = parseAddress(inner);
  const part =
    address === undefined ? parseNetwork(inner) : { ...address, address: address.value, length: address.bits };
  if (part === undefined) return refuse('This is neither an address nor a network in CIDR notation.');
  if (part.bits !== network.bits) return refuse('One of the two is IPv4, the other IPv6.');
  const end = part.address + sizeOf(part);
  return part.address >= network.address && end <= network.address + sizeOf(network);
}

/** A negative host counts back from the end. */
function hostIn(network: Network, host: bigint): Result {
  const size = sizeOf(network);
  const offset = host < 0n ? size + host : host;
  if (offset < 0n || offset >= size) return refuse(`The network has only ${size} addresses.`);
  return printAddress({ value: network.address + offset, bits: network.bits });
}

function subnetOf(network: Network, newBits: number, number: bigint): Result {
  const longer = extended(network, newBits);
  if ('because' in longer) return longer;
  if (number < 0n || number >= 1n << BigInt(newBits))
    return refuse(`${newBits} more bits do not number so many networks.`);
  return printNetwork({ ...longer, address: network.address + number * sizeOf(longer) });
}

/** Each subnet starts where the one before ends, rounded up to its own size. */
function consecutiveSubnets(network: Network, newBits: readonly number[]): Result {
  const end = network.address + sizeOf(network);
  const subnets: string[] = [];
  let next = network.address;
  for (const bits of newBits) {
    // https://developer.hashicorp.com/terraform/language/functions/cidrsubnets
    if (bits < 1 || bits > 32) return refuse('A prefix is extended by one to 32 bits.');
    const longer = extended(network, bits);
    if ('because' in longer) return longer;
    const size = sizeOf(longer);
    const start = ((next + size - 1n) / size) * size;
    if (start + size > end) return refuse('The network has no room for so many subnets.');
    subnets.push(printNetwork({ ...longer, address: start }));
    next = start + size;
  }
  return list(subnets.map((subnet) => scalar(subnet)));
}

function extended(network: Network, newBits: number): Network | Refusal {
  const length = network.length + newBits;
  if (newBits < 0) return refuse('A prefix can not be made shorter.');
  return length > network.bits ? refuse(`A prefix has no more than ${network.bits} bits.`) : { ...network, length };
}
