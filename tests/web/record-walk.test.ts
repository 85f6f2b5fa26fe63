import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { useBrowser } from '#tests/support/browser.ts';
import { givenWorkspace } from '#tests/support/given.ts';

const browser = useBrowser();
let owner: string;
let first: string;

beforeAll(async () => {
  const workspace = await givenWorkspace();
  owner = workspace.person.email;
  for (const name of ['Acme Robotics', 'Blue Harbor Foods', 'Cedar & Pine']) {
    const { data } = await workspace.api.clients.create({ params: workspace, body: { name } });
    first ??= data?.id ?? '';
  }
});

const record = (page: Page, name: string) =>
  page.locator('h1:focus', { hasText: name }).waitFor({ timeout: 10_000 });
const way = (page: Page, name: string) => page.locator(`[aria-label="${name} client"]`);

test('a record opened from a list leads to the next and the previous one of that list', async () => {
  const { page, complaints } = await browser.signIn(owner);
  await page.getByRole('link', { name: 'Acme Robotics' }).click();
  await page.getByText('1 of 3', { exact: true }).waitFor();
  expect(await way(page, 'Previous').isDisabled()).toBe(true);
  await page.getByRole('link', { name: 'Next client' }).click();
  await record(page, 'Blue Harbor Foods');
  await page.keyboard.press('j');
  await record(page, 'Cedar & Pine');
  await page.getByText('3 of 3', { exact: true }).waitFor();
  expect(await way(page, 'Next').isDisabled()).toBe(true);
  await page.keyboard.press('j');
  await page.keyboard.press('k');
  await record(page, 'Blue Harbor Foods');
  await page.goBack();
  await page.getByRole('heading', { level: 1, name: 'Cedar & Pine' }).waitFor();
  expect(complaints).toEqual([]);
});

test('the walk keeps the tab and follows the filters of the list', async () => {
  const { page } = await browser.signIn(owner, { path: '/clients?q=b' });
  await page.getByRole('link', { name: 'Blue Harbor Foods' }).click();
  await page.getByText('1 of 1', { exact: true }).waitFor();
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Clients' }).click();
  await page.getByRole('link', { name: 'Acme Robotics' }).click();
  await page.getByRole('link', { name: 'Activity' }).click();
  await page.waitForURL('**/activity');
  await page.keyboard.press('j');
  await page.waitForURL((url) => url.pathname.endsWith('/activity') && !url.pathname.includes(first));
  await page.getByRole('heading', { level: 1, name: 'Blue Harbor Foods' }).waitFor();
});

test('a record opened by its address belongs to no list', async () => {
  const { page } = await browser.signIn(owner, { path: `/clients/${first}` });
  await page.getByRole('heading', { level: 1, name: 'Acme Robotics' }).waitFor();
  await page.getByText('created Acme Robotics').waitFor();
  expect(await way(page, 'Next').count()).toBe(0);
});
