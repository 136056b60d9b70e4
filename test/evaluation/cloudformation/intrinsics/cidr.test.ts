import { expect, test } from 'vitest';
import { cidrBlocks } from '../../../../src/evaluation/cloudformation/intrinsics/cidr.ts';

test.each([
  [
    'IPv4',
    '192.168.0.0/24',
    6,
    5,
    ['192.168.0.0/27', '192.168.0.32/27', '192.168.0.64/27', '192.168.0.96/27', '192.168.0.128/27', '192.168.0.160/27'],
  ],
  ['IPv4 without host bits', '10.1.0.0/16', 2, undefined, ['10.1.0.0/24', '10.1.1.0/24']],
  ['an address inside the block', '10.1.7.9/16', 1, 8, ['10.1.0.0/24']],
  ['the highest addresses', '255.255.255.0/24', 2, 7, ['255.255.255.0/25', '255.255.255.128/25']],
  ['IPv6', '2001:db8::/56', 3, 64, ['2001:db8::/64', '2001:db8:0:1::/64', '2001:db8:0:2::/64']],
  [
    'IPv6 without host bits',
    '2001:db8:1234:1a00::/56',
    2,
    undefined,
    ['2001:db8:1234:1a00::/64', '2001:db8:1234:1a01::/64'],
  ],
  ['more than fit', '10.0.0.0/24', 3, 7, undefined],
  ['more than CloudFormation allows', '10.0.0.0/8', 257, 8, undefined],
  ['no block', '10.0.0.0', 1, 8, undefined],
  ['no address', '10.0.0.256/24', 1, 8, undefined],
  ['no IPv6 address', '2001::db8::/56', 1, 64, undefined],
  ['no count', '10.0.0.0/16', Number.NaN, 8, undefined],
])('%s', (_, block, count, hostBits, expected) => {
  expect(cidrBlocks(block, count, hostBits)).toEqual(expected);
});
