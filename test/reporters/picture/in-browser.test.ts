/** The page as people see it: in a real browser, wide and narrow, light and dark. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { graphHtml } from '../../../src/reporters/graph-html.ts';
import { launchBrowser, missingForBrowser } from '../../helpers/browser.ts';
import { hostileEstate, twoRegions } from '../../helpers/estate.ts';
import { lintText } from '../../helpers/lint-text.ts';

const missing = missingForBrowser();

describe.skipIf(missing !== undefined)(`in Chromium${missing === undefined ? '' : ` (left out: ${missing})`}`, () => {
  let browser: Browser;
  let estate: string;
  beforeAll(async () => {
    browser = await launchBrowser();
    estate = graphHtml(await lintText(twoRegions));
  });
  afterAll(() => browser.close());

  interface Opened {
    readonly page: Page;
    /** Messages of the console, errors, dialogs, and requests for anything but the page. */
    readonly troubles: readonly string[];
  }

  async function open(html: string, width: number, colorScheme: 'light' | 'dark' = 'light'): Promise<Opened> {
    const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
    const troubles: string[] = [];
    page.on('console', (message) => void troubles.push(message.text()));
    page.on('pageerror', (error) => void troubles.push(error.message));
    page.on('dialog', (dialog) => {
      troubles.push(dialog.message());
      void dialog.dismiss();
    });
    const address = 'http://picture.invalid/';
    await page.route('**/*', async (route) => {
      if (route.request().url() === address) return route.fulfill({ contentType: 'text/html', body: html });
      // Browsers ask for it on their own.
      if (!route.request().url().endsWith('/favicon.ico')) troubles.push(route.request().url());
      return route.abort();
    });
    await page.goto(address);
    return { page, troubles };
  }

  const shown = (page: Page, selector: string): Promise<number> => page.locator(`${selector}:visible`).count();

  test.each([
    { width: 1280, colorScheme: 'light' },
    { width: 1280, colorScheme: 'dark' },
    { width: 400, colorScheme: 'light' },
    { width: 400, colorScheme: 'dark' },
  ] as const)('$width pixels, $colorScheme: Regions, arrows, gaps, no trouble', async ({ width, colorScheme }) => {
    const { page, troubles } = await open(estate, width, colorScheme);
    const titles = await page.locator('.region > h3 > span:first-child').allInnerTexts();
    expect(titles).toEqual(['us-east-1', 'eu-west-1', 'Global']);
    expect(await shown(page, '.box')).toBe(9);
    expect(await shown(page, '.box.error')).toBeGreaterThan(0);
    const view = width === 1280 ? '.wide' : '.narrow';
    expect(await page.locator(`${view} .arrow.replicatesTo`).count()).toBe(1);
    const arrow = await page.locator(`${view} .arrow.replicatesTo`).boundingBox();
    expect(arrow?.width).toBeGreaterThan(10);
    // Nothing is cut off at the side.
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    const [background, text] = await page.evaluate<string[]>(
      '[getComputedStyle(document.body).backgroundColor, getComputedStyle(document.body).color]',
    );
    const brightness = (color = ''): number => Math.max(...(color.match(/\d+/gu) ?? []).map(Number));
    expect(brightness(background) > brightness(text)).toBe(colorScheme === 'light');
    expect(troubles).toEqual([]);
    await page.close();
  });

  test('side by side on a wide screen, below each other on a narrow one', async () => {
    const tops = async (width: number): Promise<readonly number[]> => {
      const { page } = await open(estate, width);
      const boxes = await Promise.all(
        ['us-east-1', 'eu-west-1'].map((name) => page.locator('h3', { hasText: name }).boundingBox()),
      );
      await page.close();
      return boxes.map((box) => box?.y ?? 0);
    };
    const [left, right] = await tops(1280);
    const [first = 0, second = 0] = await tops(400);
    expect(left).toBe(right);
    expect(second).toBeGreaterThan(first);
  });

  test('by keyboard: a box opens with its lines, and closes again', async () => {
    const { page, troubles } = await open(estate, 1280);
    const box = page.locator('.box', { hasText: 'carts' }).first();
    await box.locator('summary').focus();
    expect(await shown(page, '.card')).toBe(0);
    await page.keyboard.press('Enter');
    expect(await box.locator('.card').innerText()).toMatch(/aws_dynamodb_table\.carts[^]*main\.tf:20/u);
    await page.keyboard.press('Escape');
    expect(await shown(page, '.card')).toBe(0);
    expect(troubles).toEqual([]);
    await page.close();
  });

  test('a kind of relation is taken out, a filter leaves what was asked for', async () => {
    const { page, troubles } = await open(estate, 1280);
    const display = (): Promise<string> =>
      page.evaluate("getComputedStyle(document.querySelector('.wide .arrow.copiesTo')).display");
    expect(await display()).not.toBe('none');
    await page.locator('#show-copiesTo').uncheck();
    expect(await display()).toBe('none');
    await page.locator('#search').fill('orders');
    const left = await page.locator('.box:not(.faint) .name').allInnerTexts();
    expect(left).toEqual(expect.arrayContaining(['orders', 'orders_replica', 'daily']));
    expect(left).not.toContain('carts');
    expect(troubles).toEqual([]);
    await page.close();
  });

  test('what a stranger wrote does nothing', async () => {
    const { page, troubles } = await open(graphHtml(await lintText(hostileEstate())), 1280);
    expect(await page.locator('.box').count()).toBeGreaterThan(2);
    expect(troubles).toEqual([]);
    await page.close();
  });
});
