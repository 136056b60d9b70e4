import { describe, expect, test } from 'vitest';
import { creationTraces } from '../../../src/loaders/cdk/creation-traces.ts';

const older = (trace: unknown): string =>
  JSON.stringify({
    version: '36.0.0',
    artifacts: {
      Shop: { metadata: { '/Shop/Orders/Resource': [{ type: 'aws:cdk:logicalId', data: 'Orders', trace }] } },
    },
  });
const newer = (data: unknown): string =>
  JSON.stringify({
    '/Shop/Orders/Resource': [
      { type: 'aws:cdk:logicalId', data: 'Orders' },
      { type: 'aws:cdk:creationStack', data },
    ],
  });

describe('the calls that created a construct', () => {
  test.each([
    { what: 'in a manifest', text: older(['new Shop (/home/ana/app/lib/shop.ts:12:5)']) },
    { what: 'in a file of metadata', text: newer(['new Shop (/home/ana/app/lib/shop.ts:12:5)']) },
    { what: 'as a file URL', text: newer(['new Shop (file:///home/ana/app/lib/shop.ts:12:5)']) },
    { what: 'without a function', text: newer(['at /home/ana/app/lib/shop.ts:12:5']) },
    {
      what: 'behind calls inside packages',
      text: newer(['...new Table in aws-cdk-lib...', '/home/ana/app/lib/shop.ts:12']),
    },
    {
      what: 'behind calls inside node_modules',
      text: older([
        'new Table (/home/ana/app/node_modules/cdk/table.js:1:2)',
        'new Shop (/home/ana/app/lib/shop.ts:12:5)',
      ]),
    },
  ])('$what', ({ text }) => {
    expect(creationTraces(text, 'Shop').get('Shop/Orders/Resource')).toEqual([
      { path: '/home/ana/app/lib/shop.ts', line: 12 },
    ]);
  });

  test('on Windows', () => {
    const text = newer(['new Shop (C:\\Users\\ana\\app\\lib\\shop.ts:12:5)']);
    expect(creationTraces(text, 'Shop').get('Shop/Orders/Resource')).toEqual([
      { path: 'C:/Users/ana/app/lib/shop.ts', line: 12 },
    ]);
  });

  test.each([
    { what: 'no JSON', text: '{' },
    { what: 'of another stack', text: older([]).replace('"Shop"', '"Other"') },
    { what: 'of another shape', text: newer({ 0: '/home/ana/app/lib/shop.ts:12:5' }) },
    { what: 'files that are no programs', text: newer(['/home/ana/app/.env:1:1', '/home/ana/app/secrets.json:3:1']) },
    { what: 'of node itself', text: older(['Module.load (node:internal/modules/loader.js:10:1)']) },
  ])('none: $what', ({ text }) => {
    expect(creationTraces(text, 'Shop').size).toBe(0);
  });
});
