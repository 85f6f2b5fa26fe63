import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { enterPassword, useBrowser } from '#tests/support/browser.ts';
import { givenWorkspace } from '#tests/support/given.ts';
import { newTotpCode } from '#tests/support/totp.ts';
import { expectNoFindings } from './given-pages.ts';

const browser = useBrowser();

/** The key on screen, as an authenticator app takes it. */
const secretOn = async (page: Page) =>
  ((await page.getByTestId('totp-secret').textContent()) ?? '').replaceAll(' ', '');

async function visitProfile() {
  const workspace = await givenWorkspace();
  return { ...workspace, ...(await browser.signIn(workspace.person.email, { path: '/me' })) };
}

test('the account menu leads to who one is, and out', async () => {
  const { person } = await givenWorkspace();
  const { page } = await browser.signIn(person.email);
  await page.getByRole('button', { name: 'Mara Lindqvist, account menu' }).click();
  await page.getByRole('menuitem', { name: 'Profile' }).click();
  await page.locator('h1:focus', { hasText: 'Profile' }).waitFor();
  await page.getByRole('definition').filter({ hasText: person.email }).waitFor();
  await page.getByRole('definition').filter({ hasText: 'Owner in Test Studio' }).waitFor();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.waitForURL('**/sign-in');
});

test('the look and the single-key shortcuts are chosen at once, and stay', async () => {
  const { page } = await visitProfile();
  await page.getByRole('radio', { name: 'Dark' }).click();
  await page.locator('html[data-mantine-color-scheme="dark"]').waitFor();
  await page.getByRole('switch', { name: 'Single-key shortcuts' }).click();
  await page.reload();
  await page.getByRole('heading', { level: 1, name: 'Profile' }).waitFor();
  await page.locator('html[data-mantine-color-scheme="dark"]').waitFor();
  expect(await page.getByRole('radio', { name: 'Dark' }).isChecked()).toBe(true);
  expect(await page.getByRole('switch', { name: 'Single-key shortcuts' }).isChecked()).toBe(false);
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('?');
  expect(await page.getByRole('dialog').count()).toBe(0);
});

test('an authenticator is set up with its code, asked for at sign-in, and removed', async () => {
  const { page, person, complaints } = await visitProfile();
  await page.getByRole('button', { name: 'Set up' }).click();
  await page.getByRole('img', { name: 'QR code for an authenticator app' }).waitFor();
  const secret = await secretOn(page);
  await expectNoFindings(page);
  await page.setViewportSize({ width: 320, height: 640 });
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  await page.setViewportSize({ width: 1280, height: 800 });

  await page.getByLabel('Digit 1 of 6').fill('12');
  await page.getByRole('button', { name: 'Turn on' }).click();
  await page.getByText('Six digits, as the app shows them').waitFor();
  expect(complaints).toEqual([]);
  await page.getByLabel('Digit 1 of 6').fill('000000');
  await page.getByRole('button', { name: 'Turn on' }).click();
  await page.getByText('This is not the code that the app shows now. Enter the newest one.').waitFor();
  await page.getByLabel('Digit 1 of 6').fill(newTotpCode(secret));
  await page.getByRole('button', { name: 'Turn on' }).click();
  await page.getByText('The authenticator is on').waitFor();

  const again = await browser.visit({ path: '/sign-in?next=%2Fme' });
  await enterPassword(again.page, person.email);
  await again.page.getByRole('heading', { level: 1, name: 'Enter your code' }).waitFor();
  await again.page.getByLabel('Digit 1 of 6').fill(newTotpCode(secret, 1));
  await again.page.getByRole('button', { name: 'Continue' }).click();
  await again.page.getByRole('button', { name: 'Remove' }).click();
  const asking = again.page.getByRole('dialog', { name: 'Remove the authenticator?' });
  await asking.getByRole('button', { name: 'Remove' }).click();
  await again.page.getByRole('button', { name: 'Set up' }).waitFor();
  await again.page.reload();
  await again.page.getByRole('button', { name: 'Set up' }).waitFor();
});

test('a set-up that is given up leaves everything as it was', async () => {
  const { page, api } = await visitProfile();
  await page.getByRole('button', { name: 'Set up' }).click();
  const first = await secretOn(page);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Set up' }).click();
  expect(await secretOn(page)).not.toBe(first);
  expect((await api.staffTotp.get({})).data).toEqual({ enabled: false });
});

test('PAGE-5 PAGE-6 the page stands while its authenticator loads, and when that fails', async () => {
  const { page } = await visitProfile();
  const slow = Promise.withResolvers<void>();
  await page.route('**/api/staff/me/totp', async (route) => {
    await slow.promise;
    await route.fulfill({
      status: 500,
      json: { type: 'x', title: 'x', status: 500, code: 'internal', traceId: 'trace-7' },
    });
  });
  await page.reload();
  await page.locator('[aria-busy="true"] [data-skeleton]').first().waitFor();
  slow.resolve();
  await page.getByText('Trace id trace-7').waitFor();
  expect(await page.getByRole('heading', { level: 1, name: 'Profile' }).isVisible()).toBe(true);
  await page.unroute('**/api/staff/me/totp');
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('button', { name: 'Set up' }).waitFor();
});

test('PAGE-12 a session that ends while the code is entered asks to sign in, and the code goes on', async () => {
  const { page, context, person, api } = await visitProfile();
  await page.getByRole('button', { name: 'Set up' }).click();
  await page.getByLabel('Digit 1 of 6').fill(newTotpCode(await secretOn(page)));
  await context.clearCookies();
  let refused = false;
  await page.route('**/api/staff/me/totp/verify', async (route) => {
    if (refused) return route.continue();
    refused = true;
    const body = { type: 'x', title: 'x', status: 401, code: 'unauthenticated', traceId: 'x' };
    await route.fulfill({ status: 401, json: body });
  });
  await page.getByRole('button', { name: 'Turn on' }).click();
  await page.getByRole('dialog', { name: 'Sign in to go on' }).waitFor();
  await enterPassword(page, person.email);
  await page.getByText('The authenticator is on').waitFor();
  expect((await api.staffTotp.get({})).data).toEqual({ enabled: true });
});
