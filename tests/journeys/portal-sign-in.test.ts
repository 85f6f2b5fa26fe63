import { expect, test } from 'vitest';
import { useBrowser } from '#tests/support/browser.ts';
import { askForCode, enterCode, givenPortal } from '#tests/support/portal-given.ts';

const browser = useBrowser();

test('a contact signs in with the code from the mail and finds the own company and whom to turn to', async () => {
  const { url, email, workspace } = await givenPortal();
  const { page } = await browser.visit();
  await page.goto(url);
  await page.getByText('Test Studio').first().waitFor();
  await askForCode(page, email);
  await enterCode(page, email);
  await page.getByRole('heading', { level: 1, name: 'Acme Robotics' }).waitFor();
  await page.getByRole('link', { name: workspace.person.email }).waitFor();
  expect(await page.title()).toBe('Acme Robotics · Test Studio');
  expect(new URL(page.url()).pathname).toBe('/');
  // No vendor's name is anywhere in a portal.
  expect(await page.content()).not.toMatch(/foyer/i);

  await page.reload();
  await page.getByRole('heading', { level: 1, name: 'Acme Robotics' }).waitFor();
  await page.getByRole('button', { name: 'Ana Ruiz, account menu' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
});

test('a wrong code says so in one sentence and leaves the person where another try works', async () => {
  const { url, email } = await givenPortal();
  const { page } = await browser.visit();
  await page.goto(url);
  await askForCode(page, email);
  await page.getByLabel('Digit 1 of 6').fill('000000');
  await page.getByText('This is not the code, or it is too old.').waitFor();
  await enterCode(page, email);
  await page.getByRole('heading', { level: 1, name: 'Acme Robotics' }).waitFor();
});

test('with two companies the other is a choice away, and nothing of the first stays on the page', async () => {
  const { url, email } = await givenPortal(['Acme Robotics', 'Bolt Works']);
  const { page } = await browser.visit();
  await page.goto(url);
  await askForCode(page, email);
  await enterCode(page, email);
  await page.getByRole('heading', { level: 1, name: 'Acme Robotics' }).waitFor();
  await page.getByRole('button', { name: 'Switch company' }).click();
  await page.getByRole('menuitemradio', { name: 'Bolt Works' }).click();
  await page.getByRole('heading', { level: 1, name: 'Bolt Works' }).waitFor();
  expect(await page.getByRole('main').textContent()).not.toContain('Acme');
  await page.reload();
  await page.getByRole('heading', { level: 1, name: 'Bolt Works' }).waitFor();
});

test('at an address that is nobody’s portal nothing is given away', async () => {
  const { url } = await givenPortal();
  const { page } = await browser.visit();
  await page.goto(url.replace(/\/\/[^.]+/, '//nobody-has-this'));
  await page.getByRole('heading', { name: 'There is no portal at this address' }).waitFor();
  expect(await page.content()).not.toMatch(/foyer/i);
});
