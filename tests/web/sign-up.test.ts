import { expect, test } from 'vitest';
import { useBrowser } from '#tests/support/browser.ts';
import { givenWorkspace, unique } from '#tests/support/given.ts';
import { mailTo } from '#tests/support/portal.ts';

const browser = useBrowser();

test('the address follows the name until it gets one of its own, and is folded while typing', async () => {
  const { page } = await browser.visit({ path: '/sign-up' });
  const name = page.getByLabel('Name of the workspace');
  const slug = page.getByLabel('Address');
  await name.fill('Größe & Söhne, Ångström');
  expect(await slug.inputValue()).toBe('grosse-sohne-angstrom');
  await slug.fill('');
  await slug.pressSequentially('My Firm 2!');
  expect(await slug.inputValue()).toBe('my-firm-2-');
  await name.fill('Another name');
  expect(await slug.inputValue()).toBe('my-firm-2-');
  await slug.fill('');
  await name.fill('Third name');
  expect(await slug.inputValue()).toBe('third-name');
});

test('each wrong field says what is wrong with it, and the first one has the focus', async () => {
  const { slug } = await givenWorkspace();
  const { page } = await browser.visit({ path: '/sign-up' });
  const submit = page.getByRole('button', { name: 'Open the workspace' });
  await submit.click();
  await page.getByText('Must not be blank').first().waitFor();
  await page.getByText('An e-mail address, like ana@acme.com').waitFor();
  await page.getByText('3 to 40 letters, digits or hyphens, like northwind').waitFor();
  expect(await page.locator('input:focus').count()).toBe(1);

  await page.getByLabel('Your name').fill('Fay Founder');
  await page.getByLabel('Work e-mail').fill(`${unique('fay')}@example.test`);
  await page.getByLabel('Name of the workspace').fill('Twin Studio');
  await page.getByLabel('Address').fill(slug);
  await submit.click();
  await page.getByText('Taken by another workspace').waitFor();
  await page.getByLabel('Address').and(page.locator(':focus')).waitFor();
  expect(await page.getByLabel('Your name').inputValue()).toBe('Fay Founder');
});

test('ATK-37 a known address is answered like a new one, and gets no mail', async () => {
  const { person } = await givenWorkspace();
  const { page, complaints } = await browser.visit({ path: '/sign-up' });
  await page.getByLabel('Your name').fill('Twin');
  await page.getByLabel('Work e-mail').fill(person.email);
  await page.getByLabel('Name of the workspace').fill(unique('Twin'));
  await page.getByRole('button', { name: 'Open the workspace' }).click();
  await page.getByRole('heading', { level: 1, name: 'Check your mail' }).waitFor();
  await page.reload();
  await page.getByText(person.email).waitFor();
  expect(await mailTo(person.email)).toBe('');
  expect(complaints).toEqual([]);
});

test('PAGE-11 a half-filled form is not left by accident', async () => {
  const { page } = await browser.visit({ path: '/sign-up' });
  await page.getByLabel('Your name').fill('Fay');
  await page.getByRole('link', { name: 'Sign in' }).click();
  const asking = page.getByRole('dialog', { name: 'Leave without saving?' });
  await asking.getByRole('button', { name: 'Keep editing' }).click();
  expect(await page.getByLabel('Your name').inputValue()).toBe('Fay');
});
