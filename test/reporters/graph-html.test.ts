import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { graphHtml } from '../../src/reporters/graph-html.ts';
import { hostileEstate, hostileText, twoRegions } from '../helpers/estate.ts';
import { lintText } from '../helpers/lint-text.ts';

test('the same input gives the same page', async () => {
  expect(graphHtml(await lintText(twoRegions))).toBe(graphHtml(await lintText(twoRegions)));
});

test('its own policy lets its style and its script through, and nothing else', async () => {
  const page = graphHtml(await lintText(twoRegions));
  const policy = /http-equiv="Content-Security-Policy"\s+content="([^"]*)"/u.exec(page)?.[1];
  const hashOf = (element: string): string => {
    const [, text = ''] = new RegExp(`<${element}>([^]*?)</${element}>`, 'u').exec(page) ?? [];
    return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  };
  expect(policy).toBe(
    `default-src 'none'; style-src ${hashOf('style')}; script-src ${hashOf('script')}; base-uri 'none'; form-action 'none'`,
  );
  expect(page).not.toMatch(/\sstyle=|\son\w+=/u);
});

test('nothing is asked of the network', async () => {
  const page = graphHtml(await lintText(twoRegions));
  expect(page).not.toMatch(/\b(?:src|srcset|action|data)=|@import|https?:|url\((?!#)/u);
  expect(page.match(/href="[^"]*"/gu)?.filter((href) => !href.startsWith('href="#'))).toEqual([]);
});

test('what was written in the code stays text', async () => {
  const page = graphHtml(
    await lintText(hostileEstate(), {
      config: {
        workloads: [
          {
            name: hostileText,
            include: ['**'],
            resources: [],
            tags: {},
            tier: undefined,
            objectives: undefined,
            needs: {},
            statedAt: undefined,
          },
        ],
      },
    }),
  );
  expect(page).toContain('&lt;script&gt;alert(1)');
  expect(page.match(/<script/gu)).toHaveLength(1);
  expect(page).not.toContain('<img');
});
