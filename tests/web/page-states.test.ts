import type { BrowserContext, Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { enterPassword, useBrowser } from '#tests/support/browser.ts';
import { givenWorkspace } from '#tests/support/given.ts';
import { expectNoFindings, givenPages, heading } from './given-pages.ts';

const browser = useBrowser();

let owner: string;
let context: BrowserContext;
let clientId: string;

beforeAll(async () => {
  ({ owner, clientId } = await givenPages());
  ({ context } = await browser.signIn(owner));
});

/** The drawer of a project, with its record behind it. */
async function openProject(page: Page) {
  await page.getByRole('link', { name: /^Projects/ }).click();
  await page.getByRole('link', { name: 'Website relaunch' }).click();
}

const overlays: [string, string, (page: Page) => Promise<unknown>][] = [
  ['palette', '/clients', (page) => page.keyboard.press('Control+k')],
  ['help', '/clients', (page) => page.keyboard.press('?')],
  ['columns', '/clients', (page) => page.getByRole('button', { name: 'Columns' }).click()],
  ['filters', '/clients', (page) => page.getByRole('button', { name: 'Filter', exact: true }).click()],
  ['row menu', '/clients', (page) => page.getByRole('button', { name: 'Actions for Acme Robotics' }).click()],
  ['account', '/clients', (page) => page.getByRole('button', { name: /account menu/ }).click()],
  ['project', 'client', openProject],
  ['member', '/settings/team', (page) => page.getByRole('button', { name: 'Actions for Ana Ruiz' }).click()],
  [
    'review of roles',
    '/settings/roles',
    async (page) => {
      await page.getByRole('checkbox', { name: 'Draft invoices, Basic' }).click();
      await page.getByRole('button', { name: 'Review and save' }).click();
    },
  ],
  ['status', 'client', (page) => page.getByRole('button', { name: /change status/ }).click()],
];

test.each(overlays)('PAGE-2 what opens over a page: %s', async (_name, place, open) => {
  const { page } = await browser.open(context, place === 'client' ? `/clients/${clientId}` : place);
  await heading(page).waitFor();
  await page.waitForLoadState('networkidle');
  await open(page);
  await page.locator('[role="dialog"], [role="menu"]').first().waitFor();
  await expectNoFindings(page);
  await page.close();
});

test('PAGE-4 the skip link comes first, and a move hands the focus to the heading', async () => {
  const { page } = await browser.open(context, '/clients');
  await page.getByRole('link', { name: 'Acme Robotics' }).waitFor();
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to content' });
  expect(await skip.evaluate((link) => link === document.activeElement)).toBe(true);
  await page.keyboard.press('Enter');
  await page.locator('main:focus').waitFor();

  await page.keyboard.press('j');
  const link = page.getByRole('link', { name: 'Acme Robotics' });
  expect(await link.evaluate((element) => element === document.activeElement)).toBe(true);
  await page.keyboard.press('Enter');
  await page.locator('h1:focus', { hasText: 'Acme Robotics' }).waitFor();
  await page.close();
});

test('PAGE-5 a slow answer shows a skeleton, and nothing jumps when it comes', async () => {
  const { page } = await browser.open(context, '/trash');
  await page.getByRole('button', { name: 'Restore Blue Harbor Foods' }).waitFor();
  const slow = Promise.withResolvers<void>();
  await page.route('**/clients?*', async (route) => {
    await slow.promise;
    await route.continue();
  });
  await page.route('**/clients', async (route) => {
    if (route.request().resourceType() === 'fetch') await slow.promise;
    await route.continue();
  });
  await page.evaluate(() => {
    const shifts = { total: 0 };
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        shifts.total += (entry as PerformanceEntry & { value: number }).value;
    }).observe({ type: 'layout-shift' });
  });
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Clients' }).click();
  await page.locator('table[aria-busy="true"] [data-skeleton]').first().waitFor();
  slow.resolve();
  await page.getByRole('link', { name: 'Acme Robotics' }).waitFor();
  const total = await page.evaluate(() => (window as unknown as { shifts: { total: number } }).shifts.total);
  expect(total).toBeLessThan(0.05);
  await page.close();
});

const failing = (page: Page) =>
  page.route('**/api/staff/workspaces/**', (route) =>
    route.fulfill({
      status: 500,
      contentType: 'application/problem+json',
      body: JSON.stringify({
        type: '/problems/internal',
        title: 'x',
        status: 500,
        code: 'internal',
        traceId: 'trace-7',
      }),
    }),
  );

test.each([
  '/clients',
  '/trash',
  'client',
  '/settings/general',
  '/settings/lists',
  '/settings/team',
  '/settings/roles',
  '/settings/plan',
])('PAGE-6 %s: an error keeps the shell, has a trace id and Retry works', async (place) => {
  const path = place === 'client' ? `/clients/${clientId}` : place;
  const { page } = await browser.open(context);
  await failing(page);
  await page.goto(path);
  await page.getByText('Trace id trace-7').waitFor();
  expect(await page.getByRole('navigation', { name: 'Main' }).isVisible()).toBe(true);
  await page.unroute('**/api/staff/workspaces/**');
  await page.getByRole('button', { name: 'Try again' }).click();
  await heading(page)
    .filter({ hasText: /Clients|Trash|Acme Robotics|General|Lists|Team|Roles|Plan and modules/ })
    .waitFor();
  await page.close();
});

test('PAGE-7 who lacks a permission is told its name; who asks for nothing gets the 404 page', async () => {
  const workspace = await givenWorkspace('viewer');
  const { page } = await browser.signIn(workspace.person.email, { path: '/trash' });
  await page.getByRole('heading', { level: 1, name: 'You don’t have access to this page' }).waitFor();
  await page.getByText('clients.delete', { exact: true }).waitFor();
  expect(await page.getByRole('link', { name: 'Trash' }).count()).toBe(0);
  await page.goto(`/clients/${clientId}`);
  await page.getByRole('heading', { level: 1, name: 'Page not found' }).waitFor();
});

test('PAGE-10 Back, Forward and reload bring the state back', async () => {
  const { page } = await browser.open(context, '/clients');
  const active = page.getByRole('button', { name: /^Active/ });
  const pending = page.getByRole('button', { name: /^Pending/ });
  const pressed = (button: typeof active) => button.and(page.locator('[aria-pressed="true"]')).waitFor();
  await pending.click();
  await page.waitForURL('**/clients?status=pending');
  await active.click();
  await page.waitForURL('**/clients?status=active');
  await page.getByRole('heading', { name: 'No client matches' }).waitFor();
  await page.goBack();
  await pressed(pending);
  await page.getByRole('link', { name: 'Acme Robotics' }).waitFor();
  await page.goForward();
  await pressed(active);
  await page.reload();
  await pressed(active);
  await page.getByRole('heading', { name: 'No client matches' }).waitFor();
  await page.close();
});

test('PAGE-11 unsaved work is not left by accident', async () => {
  const { page } = await browser.open(context, '/clients');
  await page.getByRole('link', { name: 'New client' }).click();
  const name = page.getByRole('textbox', { name: 'Name', exact: true });
  await name.fill('Half a name');
  await page.keyboard.press('Escape');
  const asking = page.getByRole('dialog', { name: 'Leave without saving?' });
  await asking.getByRole('button', { name: 'Keep editing' }).click();
  await asking.waitFor({ state: 'hidden' });
  expect(await name.inputValue()).toBe('Half a name');
  await page.goBack();
  await asking.getByRole('button', { name: 'Discard' }).click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await page.close();
});

test('PAGE-12 a session that ends under a form asks to sign in over it, and the form goes on', async () => {
  const { page, context: own } = await browser.signIn(owner, { path: '/clients/new' });
  const drawer = page.getByRole('dialog', { name: 'New client' });
  await drawer.getByRole('textbox', { name: 'Name', exact: true }).fill('Cedar & Pine');
  await own.clearCookies();
  const dead = new Set<string>();
  await page.route('**/api/staff/**', async (route) => {
    const request = route.request();
    const token = request.headers().authorization ?? '';
    if (dead.size === 0 && request.method() === 'POST') dead.add(token);
    if (!dead.has(token)) return route.continue();
    await route.fulfill({
      status: 401,
      contentType: 'application/problem+json',
      body: JSON.stringify({ type: 'x', title: 'x', status: 401, code: 'unauthenticated', traceId: 'x' }),
    });
  });
  await drawer.getByRole('button', { name: 'Save client' }).click();
  const again = page.getByRole('dialog', { name: 'Sign in to go on' });
  await again.waitFor();
  expect(await drawer.getByRole('textbox', { name: 'Name', exact: true }).inputValue()).toBe('Cedar & Pine');
  await enterPassword(page, owner);
  await again.waitFor({ state: 'hidden' });
  await page.getByRole('link', { name: 'Cedar & Pine' }).waitFor();
});
