/** What people read about the built-in policies is made from them. After a change, or a conflict in it: `npm run policies`. */
import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { leftOverPages, policyDocs } from '../scripts/policy-docs.ts';

let docs: ReadonlyMap<string, string>;

beforeAll(async () => {
  docs = await policyDocs('.');
});

test('the pages, and the examples that explain shows, are what policies/ and fixtures/policies/ hold', () => {
  const stale = [...docs].filter(([path, text]) => readFileSync(path, 'utf8') !== text).map(([path]) => path);
  expect([...stale, ...leftOverPages('.', docs)], 'run `npm run policies`').toEqual([]);
});

test('every link leads to a heading', () => {
  const broken: string[] = [];
  for (const [path, text] of docs) {
    for (const [, id = '', page = '', anchor] of text.matchAll(/\[([\w/-]+)\]\(([\w-]+\.md)#([\w-]+)\)/gu)) {
      const isThere = docs.get(`docs/policies/${page}`)?.includes(`\n## ${id}\n`) === true;
      if (!isThere || anchor !== id.replaceAll('/', '')) broken.push(`${path}: ${id}`);
    }
  }
  expect(broken).toEqual([]);
});
