import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { useBrowser } from '#tests/support/browser.ts';
import { codeFor } from '#tests/support/portal.ts';
import { givenPortal } from '#tests/support/portal-given.ts';

const browser = useBrowser();
let portal: Awaited<ReturnType<typeof givenPortal>>;
beforeAll(async () => {
  portal = await givenPortal();
});

const pages: Record<string, (page: Page) => Promise<void>> = {
  'sign-in': async (page) => {
    await page.goto(portal.url);
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  },
  code: async (page) => {
    await pages['sign-in']?.(page);
    await page.getByLabel('E-mail').fill(portal.email);
    await page.getByRole('button', { name: 'Send me a code' }).click();
    await page.getByRole('heading', { name: 'Enter your code' }).waitFor();
  },
  home: async (page) => {
    await pages.code?.(page);
    await page.getByLabel('Digit 1 of 6').fill(await codeFor(portal.email));
    await page.getByRole('heading', { name: 'Your account manager' }).waitFor();
  },
  'not found': async (page) => {
    await page.goto(`${portal.url}/nowhere`);
    await page.getByRole('heading', { name: 'This page does not exist' }).waitFor();
  },
};

describe.each(Object.entries(pages))('the page %s', (_, open) => {
  test.each(['light', 'dark'] as const)(
    'PAGE-1 PAGE-2 has one h1, a title, and no finding of axe in %s',
    async (colorScheme) => {
      const { page } = await browser.visit({ colorScheme });
      await open(page);
      expect(await page.locator('h1').count()).toBe(1);
      expect(await page.title()).toContain(' · Test Studio');
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
        .analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    },
  );

  test('PAGE-3 does not scroll sideways at 320 px', async () => {
    const { page } = await browser.visit({ width: 320, height: 640 });
    await open(page);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });
});

test('PAGE-6 an error keeps the frame and offers another try that works', async () => {
  const { page } = await browser.visit();
  let broken = true;
  await page.route('**/company', (route) =>
    broken
      ? route.fulfill({
          status: 500,
          json: { code: 'internal', status: 500, title: 'x', type: 'x', traceId: 'trace-1' },
        })
      : route.continue(),
  );
  await pages.code?.(page);
  await page.getByLabel('Digit 1 of 6').fill(await codeFor(portal.email));
  await page.getByText('Trace id trace-1').waitFor();
  broken = false;
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('heading', { name: 'Your account manager' }).waitFor();
});
