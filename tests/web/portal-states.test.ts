import type { Page, Route } from 'playwright-core';
import { expect, test } from 'vitest';
import { useBrowser } from '#tests/support/browser.ts';
import { askForCode, enterCode, givenPortal } from '#tests/support/portal-given.ts';
import { expectNoFindings } from './given-pages.ts';

const browser = useBrowser();

const broken = (route: Route, status: number, code: string) =>
  route.fulfill({
    status,
    contentType: 'application/problem+json',
    json: { type: 'x', title: 'x', status, code, traceId: 'trace-1' },
  });

/** Somebody of these companies, signed in and at home. */
async function signedIn(companies = ['Acme Robotics']) {
  const portal = await givenPortal(companies);
  const visit = await browser.visit();
  await visit.page.goto(portal.url);
  await askForCode(visit.page, portal.email);
  await enterCode(visit.page, portal.email);
  await manager(visit.page).waitFor();
  return { ...portal, ...visit };
}

const manager = (page: Page) => page.getByRole('heading', { name: 'Your account manager' });
const h1 = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();

test('PAGE-5 a slow answer shows a skeleton, and nothing jumps when it comes', async () => {
  const { page, url } = await signedIn();
  const slow = Promise.withResolvers<void>();
  await page.route('**/company', async (route) => {
    await slow.promise;
    await route.continue();
  });
  await page.goto(url);
  await page.evaluate(() => {
    const shifts = { total: 0 };
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.total += (entry as unknown as { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await h1(page, 'Acme Robotics');
  await page.locator('[aria-busy="true"]').waitFor();
  slow.resolve();
  await manager(page).waitFor();
  const shift = await page.evaluate(() => (window as unknown as { shifts: { total: number } }).shifts.total);
  expect(shift).toBeLessThan(0.05);
});

test('PAGE-6 an error keeps the frame and offers another try that works', async () => {
  const { page, url } = await signedIn();
  await page.route('**/company', (route) => broken(route, 500, 'internal'));
  await page.goto(url);
  await page.getByText('Trace id trace-1').waitFor();
  await page.getByRole('button', { name: 'Ana Ruiz, account menu' }).waitFor();
  await expectNoFindings(page);
  await page.unroute('**/company');
  await page.getByRole('button', { name: 'Try again' }).click();
  await manager(page).waitFor();
});

test('PAGE-6 a portal that does not answer says so without a name, and can be tried again', async () => {
  const { url } = await givenPortal();
  const { page } = await browser.visit();
  await page.route('**/bootstrap', (route) => broken(route, 503, 'dependency_down'));
  await page.goto(url);
  await page.getByText('Trace id trace-1').waitFor();
  await page.unroute('**/bootstrap');
  await page.getByRole('button', { name: 'Try again' }).click();
  await h1(page, 'Sign in');
});

test('PAGE-7 whose company is gone is told so, with the address signed in with and the way out', async () => {
  const { page, workspace, clientIds, email, url } = await signedIn();
  const [clientId] = clientIds;
  if (!clientId) throw new Error('no client');
  const params = { workspaceId: workspace.workspaceId, clientId };
  const { data: client } = await workspace.api.clients.get({ params });
  await workspace.api.clients.remove({ params, ifMatch: client?.version });
  await page.goto(url);
  await h1(page, 'You have no company in this portal');
  await page.getByText(email).waitFor();
  await expectNoFindings(page);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await h1(page, 'Sign in');
});

test('PAGE-7 a section that is not granted is named', async () => {
  const { url, email } = await givenPortal(['Acme Robotics'], []);
  const { page } = await browser.visit();
  await page.goto(url);
  await askForCode(page, email);
  await enterCode(page, email);
  await h1(page, 'You don’t have access to this page');
  await page.getByText('portal.dashboard').waitFor();
});

test('PAGE-10 Back goes to the address just given, and a reload stays at the code', async () => {
  const { url, email } = await givenPortal();
  const { page } = await browser.visit();
  await page.goto(url);
  await askForCode(page, email);
  await page.reload();
  await h1(page, 'Enter your code');
  await page.goBack();
  await h1(page, 'Sign in');
  expect(await page.getByLabel('E-mail').inputValue()).toBe(email);
  await page.goForward();
  await h1(page, 'Enter your code');
  await page.getByRole('button', { name: 'Use another e-mail' }).click();
  await h1(page, 'Sign in');
});

test('another code may be asked for after half a minute, and only the newest works', async () => {
  const { url, email } = await givenPortal();
  const { page } = await browser.visit();
  await page.clock.install();
  await page.goto(url);
  await askForCode(page, email);
  await page.getByText(/^New code in 0:(30|2\d)$/).waitFor();
  const again = page.getByRole('button', { name: 'Send a new code' });
  expect(await again.count()).toBe(0);
  await page.clock.fastForward(30_000);
  await again.click();
  await page.getByText('A new code is on its way.').waitFor();
  await page.getByText(/^New code in/).waitFor();
  await enterCode(page, email);
  await manager(page).waitFor();
});

test('PAGE-12 a session that ends asks for a code over the page, which then goes on', async () => {
  const { page, context, email } = await signedIn(['Acme Robotics', 'Bolt Works']);
  await context.clearCookies();
  const dead = new Set<string>();
  await page.route('**/api/portal/**', async (route) => {
    const token = route.request().headers().authorization ?? '';
    if (dead.size === 0) dead.add(token);
    await (dead.has(token) ? broken(route, 401, 'unauthenticated') : route.continue());
  });
  await page.getByRole('button', { name: 'Switch company' }).click();
  await page.getByRole('menuitemradio', { name: 'Bolt Works' }).click();
  const again = page.getByRole('dialog', { name: 'Sign in to go on' });
  await again.getByRole('button', { name: 'Send me a code' }).click();
  await again.getByLabel('Digit 1 of 6').waitFor();
  await expectNoFindings(page);
  await enterCode(page, email);
  await again.waitFor({ state: 'hidden' });
  await manager(page).waitFor();
  await h1(page, 'Bolt Works');
});

test('without a network a strip says that what is shown may be old', async () => {
  const { page, context } = await signedIn();
  const strip = page.getByText('You are offline. What you see may be old.');
  await context.setOffline(true);
  await strip.waitFor();
  await context.setOffline(false);
  await strip.waitFor({ state: 'detached' });
});

test('language and scheme change without a reload and stay chosen', async () => {
  const { page } = await signedIn();
  let documents = 0;
  page.on('request', (request) => {
    if (request.isNavigationRequest()) documents += 1;
  });
  await page.getByRole('button', { name: 'Ana Ruiz, account menu' }).click();
  await page.getByRole('menuitemradio', { name: 'Dark' }).click();
  await page.locator('html[data-mantine-color-scheme="dark"]').waitFor();
  await page.getByRole('menuitemradio', { name: 'Deutsch' }).click();
  await page.getByRole('heading', { name: 'Ihr Ansprechpartner' }).waitFor();
  expect(documents).toBe(0);
  await page.reload();
  await page.locator('html[lang="de"][data-mantine-color-scheme="dark"]').waitFor();
  await page.getByRole('heading', { name: 'Ihr Ansprechpartner' }).waitFor();
});
