import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ClientId } from '#contracts/ids.ts';
import { useBrowser } from '#tests/support/browser.ts';
import { askForCode, enterCode, givenPortal } from '#tests/support/portal-given.ts';
import { expectNoFindings, heading } from './given-pages.ts';
import { untranslated } from './untranslated.ts';

const browser = useBrowser();
let portal: Awaited<ReturnType<typeof givenPortal>>;
let context: BrowserContext;

/** A page is told from its heading; strangers see some, others only whoever has signed in. */
interface PageCase {
  name: string;
  path: string;
  heading: string;
  isPublic?: boolean;
  open?: (page: Page) => Promise<void>;
}

const pages: PageCase[] = [
  { name: 'sign-in', path: '/sign-in', heading: 'Sign in', isPublic: true },
  {
    name: 'code',
    path: '/sign-in',
    heading: 'Enter your code',
    isPublic: true,
    open: (page) => askForCode(page, portal.email),
  },
  { name: 'home', path: '/', heading: 'Acme Robotics' },
  { name: 'not found', path: '/nowhere', heading: 'This page does not exist' },
];

beforeAll(async () => {
  portal = await givenPortal(['Acme Robotics', 'Bolt Works']);
  const { api, workspaceId } = portal.workspace;
  const option = { key: 'gold', label: 'Gold', archived: false };
  const flags = { required: false, unique: false, archived: false };
  const tier = { ...flags, key: 'tier', label: 'Tier', type: 'select' as const, options: [option] };
  const margin = { ...flags, key: 'margin', label: 'Margin', type: 'number' as const, options: [] };
  await api.customFields.update({
    params: { workspaceId },
    body: { fields: [{ ...tier, portalVisible: true }, margin] },
    ifMatch: 0,
  });
  await api.customFields.change({
    params: { workspaceId, clientId: portal.clientIds[0] as ClientId },
    body: { values: { tier: 'gold', margin: 40 } },
    ifMatch: 0,
  });
  const visit = await browser.visit();
  context = visit.context;
  await visit.page.goto(portal.url);
  await askForCode(visit.page, portal.email);
  await enterCode(visit.page, portal.email);
  await visit.page.getByRole('heading', { level: 1, name: 'Acme Robotics' }).waitFor();
});

async function visit({ path, isPublic, open, ...page }: PageCase) {
  const tab = isPublic ? await browser.visit() : await browser.open(context);
  await tab.page.goto(portal.url + path);
  await open?.(tab.page);
  await tab.page.getByRole('heading', { level: 1, name: page.heading }).waitFor();
  await tab.page.locator('[aria-busy="true"]').waitFor({ state: 'detached' });
  return tab;
}

describe.each(pages)('the page $name', (each) => {
  let tab: Awaited<ReturnType<typeof visit>>;
  beforeAll(async () => {
    tab = await visit(each);
  });
  afterAll(() => tab?.page.close());

  test('PAGE-1 PAGE-8 has one h1, its own title, and a silent console', async () => {
    expect(await tab.page.locator('h1').allTextContents()).toEqual([each.heading]);
    expect(await tab.page.title()).toBe(`${each.heading} · Test Studio`);
    expect(tab.complaints).toEqual([]);
  });

  test('PAGE-2 has no finding of axe, in light and in dark', () => expectNoFindings(tab.page));

  test('PAGE-3 does not scroll sideways at 320 px', async () => {
    await tab.page.setViewportSize({ width: 320, height: 640 });
    await tab.page.waitForLoadState('networkidle');
    const overflow = await tab.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });
});

test('C9 home shows the fields of the firm that are to be shown, and no other', async () => {
  const { page } = await browser.open(context, portal.url);
  const card = page.getByRole('region', { name: 'Your company' });
  await card.getByText('Gold', { exact: true }).waitFor();
  expect(await card.getByRole('listitem').allTextContents()).toContain('GoldTier');
  expect(await page.content()).not.toContain('Margin');
  await page.close();
});

const menus = [
  ['account', 'Ana Ruiz, account menu'],
  ['company', 'Switch company'],
] as const;

test.each(menus)('PAGE-2 the %s menu has no finding of axe', async (_name, button) => {
  const { page } = await browser.open(context, portal.url);
  await page.getByRole('button', { name: button }).click();
  await page.getByRole('menu').waitFor();
  await expectNoFindings(page);
  await page.close();
});

test('PAGE-4 the skip link comes first, and a move hands the focus to the heading', async () => {
  const { page } = await browser.open(context, `${portal.url}/nowhere`);
  const start = page.getByRole('link', { name: 'Go to the start' });
  await start.waitFor();
  await page.reload();
  await start.waitFor();
  await start.click();
  await page.locator('h1:focus', { hasText: 'Acme Robotics' }).waitFor();
  await page.reload();
  await heading(page).waitFor();
  await page.keyboard.press('Tab');
  await page.locator('a:focus', { hasText: 'Skip to content' }).waitFor();
  await page.keyboard.press('Enter');
  await page.locator('main:focus').waitFor();
  await page.close();
});

/** Names that stand in the records of this test or are the same in every language. */
const names = new Set(['Ana', 'Bolt Works', 'acme.test', 'English']);

test.each(['/sign-in', '/', '/nowhere'])('PAGE-9 has no untranslated text at %s', async (path) => {
  const { page } = path === '/sign-in' ? await browser.visit() : await browser.open(context);
  await page.goto(`${portal.url}${path}?lang=en-XA`);
  await heading(page).waitFor();
  await page.locator('[aria-busy="true"]').waitFor({ state: 'detached' });
  expect((await untranslated(page)).filter((text) => !names.has(text))).toEqual([]);
  await page.evaluate(() => localStorage.clear());
  await page.close();
});
