import AxeBuilder from '@axe-core/playwright';
import type { BrowserContext, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { enterPassword, useBrowser } from '#tests/support/browser.ts';
import { givenWorkspace } from '#tests/support/given.ts';
import { untranslated } from './untranslated.ts';

const browser = useBrowser();
const axeTags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What a page is told from: its heading, its title, and something that is there once it is done. */
interface PageCase {
  name: string;
  path: () => string;
  heading: string;
  title?: string;
  done: (page: Page) => Promise<unknown>;
  /** Nobody needs to be signed in. */
  isPublic?: boolean;
}

let owner: string;
let context: BrowserContext;
let clientId: string;

const pages: PageCase[] = [
  {
    name: 'sign-in',
    path: () => '/sign-in',
    heading: 'Sign in',
    title: 'Sign in · Foyer',
    done: (page) => page.getByRole('button', { name: 'Sign in' }).waitFor(),
    isPublic: true,
  },
  {
    name: 'clients',
    path: () => '/clients',
    heading: 'Clients',
    done: (page) => page.getByRole('link', { name: 'Acme Robotics' }).waitFor(),
  },
  {
    name: 'new client',
    path: () => '/clients/new',
    heading: 'Clients',
    done: (page) => page.getByRole('dialog', { name: 'New client' }).waitFor(),
  },
  {
    name: 'client',
    path: () => `/clients/${clientId}`,
    heading: 'Acme Robotics',
    done: (page) => page.getByText('created Acme Robotics').waitFor(),
  },
  {
    name: 'edit client',
    path: () => `/clients/${clientId}/edit`,
    heading: 'Acme Robotics',
    done: (page) => page.getByRole('dialog', { name: 'Edit Acme Robotics' }).waitFor(),
  },
  {
    name: 'contacts',
    path: () => `/clients/${clientId}/contacts`,
    heading: 'Acme Robotics',
    done: (page) => page.getByText('(415) 555-0123').waitFor(),
  },
  {
    name: 'new contact',
    path: () => `/clients/${clientId}/contacts/new`,
    heading: 'Acme Robotics',
    done: (page) => page.getByRole('dialog', { name: 'New contact' }).waitFor(),
  },
  {
    name: 'activity',
    path: () => `/clients/${clientId}/activity`,
    heading: 'Acme Robotics',
    done: (page) => page.getByText('created Acme Robotics').waitFor(),
  },
  {
    name: 'trash',
    path: () => '/trash',
    heading: 'Trash',
    done: (page) => page.getByRole('button', { name: 'Restore Blue Harbor Foods' }).waitFor(),
  },
  {
    name: 'not found',
    path: () => '/nowhere',
    heading: 'Page not found',
    done: (page) => page.getByRole('link', { name: 'Go to clients' }).waitFor(),
  },
];

beforeAll(async () => {
  const workspace = await givenWorkspace();
  const params = { workspaceId: workspace.workspaceId };
  const address = { kind: 'billing', line1: '418 Foundry St', city: 'Oakland', country: 'US' } as const;
  const acme = await workspace.api.clients.create({
    params,
    body: { name: 'Acme Robotics', code: 'ACM', tags: ['Retainer'], addresses: [address] },
  });
  const blue = await workspace.api.clients.create({ params, body: { name: 'Blue Harbor Foods' } });
  if (!acme.data || !blue.data) throw new Error('creating answered nothing');
  clientId = acme.data.id;
  await workspace.api.contacts.create({
    params: { ...params, clientId: acme.data.id },
    body: {
      firstName: 'Ana',
      lastName: 'Ruiz',
      emails: ['ana@acme.test'],
      phones: ['(415) 555-0123'],
      flags: ['approver'],
    },
  });
  await workspace.api.clients.remove({ params: { ...params, clientId: blue.data.id }, ifMatch: 1 });
  owner = workspace.person.email;
  ({ context } = await browser.signIn(owner));
});

const heading = (page: Page) => page.getByRole('heading', { level: 1 });

/** A tab with the page in it, ready to be looked at. */
async function visit({ path, done, isPublic }: PageCase, at?: { width: number; height: number }) {
  const tab = isPublic ? await browser.visit({ path: path() }) : await browser.open(context);
  if (at) await tab.page.setViewportSize(at);
  if (!isPublic) await tab.page.goto(path());
  await done(tab.page);
  return tab;
}

describe.each(pages)('$name', (each) => {
  test('PAGE-1 PAGE-8 one h1, its own title, and a silent console', async () => {
    const { page, complaints } = await visit(each);
    expect(await page.locator('h1').allTextContents()).toEqual([each.heading]);
    expect(await page.title()).toBe(each.title ?? `${each.heading} · Test Studio`);
    // Asking for a session that is not there is how a stranger's visit begins.
    expect(complaints.filter((line) => !each.isPublic || !line.includes('401'))).toEqual([]);
    await page.close();
  });

  test('PAGE-2 no finding of axe, in light and in dark', async () => {
    const { page } = await visit(each);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.locator(`html[data-mantine-color-scheme="${colorScheme}"]`).waitFor();
      const { violations } = await new AxeBuilder({ page }).withTags(axeTags).analyze();
      const found = violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
      expect(found, colorScheme).toEqual([]);
    }
    await page.close();
  });

  test('PAGE-3 nothing to scroll sideways at 320 px', async () => {
    const { page } = await visit(
      { ...each, done: (page) => heading(page).waitFor() },
      { width: 320, height: 640 },
    );
    await page.setViewportSize({ width: 320, height: 640 });
    await page.waitForLoadState('networkidle');
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    await page.close();
  });

  test('PAGE-9 no untranslated text', async () => {
    const tab = each.isPublic ? await browser.visit() : await browser.open(await pseudo());
    await tab.page.goto(`${each.path()}?lang=en-XA`);
    await heading(tab.page).waitFor();
    await tab.page.waitForLoadState('networkidle');
    expect(await untranslated(tab.page)).toEqual([]);
    await tab.page.close();
  });
});

let pseudoContext: BrowserContext | undefined;
/** A visit whose language stays the pseudo one. */
async function pseudo() {
  pseudoContext ??= (await browser.signIn(owner)).context;
  return pseudoContext;
}

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

test.each(['/clients', '/trash', 'client'])(
  'PAGE-6 %s: an error keeps the shell, has a trace id and Retry works',
  async (place) => {
    const path = place === 'client' ? `/clients/${clientId}` : place;
    const { page } = await browser.open(context);
    await failing(page);
    await page.goto(path);
    await page.getByText('Trace id trace-7').waitFor();
    expect(await page.getByRole('navigation', { name: 'Main' }).isVisible()).toBe(true);
    await page.unroute('**/api/staff/workspaces/**');
    await page.getByRole('button', { name: 'Try again' }).click();
    await heading(page)
      .filter({ hasText: /Clients|Trash|Acme Robotics/ })
      .waitFor();
    await page.close();
  },
);

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
    const token = route.request().headers().authorization ?? '';
    if (dead.size === 0) dead.add(token);
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
