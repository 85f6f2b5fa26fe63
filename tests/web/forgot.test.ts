import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { enterPassword, useBrowser } from '#tests/support/browser.ts';
import { givenWorkspace } from '#tests/support/given.ts';
import { codeFor, mailTo } from '#tests/support/portal.ts';
import { newTotpCode } from '#tests/support/totp.ts';
import { expectNoFindings } from './given-pages.ts';
import { untranslated } from './untranslated.ts';

const browser = useBrowser();
const newPassword = 'Another-horse-8!';

/** The second step of a forgotten password, with the code on its way. */
async function askFor(email: string, path = '/forgot') {
  const visit = await browser.visit({ path });
  await visit.page.getByLabel('Work e-mail').fill(email);
  await visit.page.getByRole('button', { name: 'Send me a code' }).click();
  await visit.page.getByRole('heading', { level: 1, name: 'Choose a new password' }).waitFor();
  return visit;
}

const choose = async (page: Page, code: string, password = newPassword) => {
  await page.getByLabel('Digit 1 of 6').fill(code);
  await page.getByLabel('New password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Save and sign in' }).click();
};

test('a forgotten password is replaced with the code from the mail, and one is where one wanted to be', async () => {
  const { person } = await givenWorkspace();
  const { page, complaints } = await browser.visit({ path: '/clients?status=pending' });
  await page.getByRole('link', { name: 'Forgot your password?' }).click();
  await page.locator('h1:focus', { hasText: 'Forgot your password?' }).waitFor();
  await page.getByLabel('Work e-mail').fill(person.email);
  await page.getByRole('button', { name: 'Send me a code' }).click();
  await page.getByLabel('Digit 1 of 6').and(page.locator(':focus')).waitFor();
  expect(await page.getByLabel('Digit 1 of 6').getAttribute('autocomplete')).toBe('one-time-code');
  const password = page.getByLabel('New password', { exact: true });
  expect(await password.getAttribute('autocomplete')).toBe('new-password');
  await choose(page, await codeFor(person.email));
  await page.waitForURL('**/clients?status=pending');
  expect(complaints).toEqual([]);
});

test('ATK-37 nobody’s address gets the same page and no mail; its code is refused like a wrong one', async () => {
  const { person } = await givenWorkspace();
  const texts = [];
  for (const email of [person.email, 'nobody@example.test']) {
    const { page } = await askFor(email);
    const text = (await page.getByRole('main').textContent()) ?? '';
    texts.push(text.replace(email, '').replace(/0:\d\d/, ''));
    await choose(page, '000000');
    await page.getByText('This is not the code, or it is too old. Ask for a new one.').waitFor();
    await page.getByLabel('Digit 1 of 6').and(page.locator(':focus')).waitFor();
    expect(await page.getByLabel('New password', { exact: true }).inputValue()).toBe(newPassword);
  }
  expect(texts[0]).toBe(texts[1]);
  expect(await mailTo('nobody@example.test')).toBe('');
});

test('a weak password and a half code are told before anything is sent', async () => {
  const { person } = await givenWorkspace();
  const { page } = await askFor(person.email);
  await choose(page, '12', 'only-small');
  await page.getByText('Six digits, as they stand in the mail').waitFor();
  await page.getByText('Does not have all of this yet:').waitFor();
  const met = page.locator('li[data-met]');
  expect(await met.allInnerTexts()).toEqual([
    expect.stringContaining('10 characters or more'),
    expect.stringContaining('A symbol, like ! or -'),
  ]);
});

test('a new code can be asked for after 30 seconds, and Back corrects the address', async () => {
  const { person } = await givenWorkspace();
  const visit = await browser.visit();
  const { page } = visit;
  await page.clock.install();
  await page.goto('/forgot');
  await page.getByLabel('Work e-mail').fill(person.email);
  await page.getByRole('button', { name: 'Send me a code' }).click();
  await page.getByText(/New code in 0:\d\d/).waitFor();
  const first = await codeFor(person.email);
  await page.clock.fastForward(31_000);
  await page.getByRole('button', { name: 'Send a new code' }).click();
  await page.getByText('A new code is on its way. Only the newest one works.').waitFor();
  await choose(page, first);
  await page.getByText('This is not the code, or it is too old. Ask for a new one.').waitFor();
  await page.reload();
  await page.getByRole('heading', { level: 1, name: 'Choose a new password' }).waitFor();
  await page.getByRole('button', { name: 'Use another e-mail' }).click();
  await page.getByRole('heading', { level: 1, name: 'Forgot your password?' }).waitFor();
  expect(await page.getByLabel('Work e-mail').inputValue()).toBe(person.email);
});

test('who has an authenticator is asked for its code there too', async () => {
  const { person, api } = await givenWorkspace();
  const { data: made } = await api.staffTotp.begin({});
  await api.staffTotp.verify({ body: { code: newTotpCode(made?.secret ?? '') } });
  const { page } = await askFor(person.email);
  await choose(page, await codeFor(person.email));
  await page.getByRole('heading', { level: 1, name: 'Enter your code' }).waitFor();
  await page.getByLabel('Digit 1 of 6').fill(newTotpCode(made?.secret ?? '', 1));
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('heading', { level: 1, name: 'Clients' }).waitFor();
});

test('when signing in does not go at once, the sign-in page says that the password is changed', async () => {
  const { person } = await givenWorkspace();
  const { page } = await askFor(person.email, '/forgot?next=%2Ftrash');
  await page.route('**/api/auth/staff/sign-in', (route) => route.abort());
  await choose(page, await codeFor(person.email));
  await page.getByText('Your password is changed. Sign in with the new one.').waitFor();
  expect(await page.getByLabel('Work e-mail').inputValue()).toBe(person.email);
  await page.unroute('**/api/auth/staff/sign-in');
  await page.getByLabel('Password', { exact: true }).fill(newPassword);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL('**/trash');
});

test.each(['/sign-up', '/forgot'])(
  '%s sends whoever is signed in on, and never to an address elsewhere',
  async (path) => {
    const { person } = await givenWorkspace();
    const { page, context } = await browser.visit({
      path: `${path}?next=${encodeURIComponent('//evil.test/')}`,
    });
    await page.getByRole('link', { name: /sign in/i }).click();
    // The page being left has a field of the same name.
    await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
    await enterPassword(page, person.email);
    await page.waitForURL((url) => url.hostname === 'app.localhost' && url.pathname === '/clients');
    const other = await browser.open(context, `${path}?next=%2Ftrash`);
    await other.page.waitForURL('**/trash');
  },
);

test('PAGE-2 PAGE-3 PAGE-9 the step of the code', async () => {
  const { person } = await givenWorkspace();
  const { page } = await askFor(person.email);
  await choose(page, '12', 'x');
  await expectNoFindings(page);
  await page.setViewportSize({ width: 320, height: 640 });
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
  ).toBeLessThanOrEqual(0);
  await page.evaluate(() => localStorage.setItem('preferences', '{"language":"en-XA"}'));
  await page.reload();
  await page.getByLabel('1', { exact: false }).first().waitFor();
  expect(await untranslated(page)).toEqual([]);
});
