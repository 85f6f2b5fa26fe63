import { beforeAll, expect, test } from 'vitest';
import type { ClientCreate } from '#contracts/schemas/client.ts';
import { useBrowser } from '#tests/support/browser.ts';
import { eventually } from '#tests/support/eventually.ts';
import { givenWorkspace } from '#tests/support/given.ts';

const browser = useBrowser();
let given: Awaited<ReturnType<typeof givenWorkspace>>;
const client = (body: ClientCreate) => given.api.clients.create({ params: given, body });
const open = async () => (await given.api.duplicates.list({ params: given })).data?.data ?? [];

beforeAll(async () => {
  given = await givenWorkspace();
  await client({ name: 'Acme', website: 'acme.test', code: 'ACM' });
  await client({ name: 'Acme Robotics', website: 'www.acme.test', taxId: 'DE1' });
  await client({ name: 'Bolt', taxId: 'DE 1' });
  await eventually(open, (pairs) => pairs.length === 2);
});

test('C11 from the list to the pairs; one is said to be two, taken back by its toast, and decided later', async () => {
  const { page } = await browser.signIn(given.person.email, { path: '/clients' });
  await page.getByRole('link', { name: 'Find duplicates' }).click();
  const pairs = page.getByRole('article');
  await pairs.first().getByText('Almost certainly the same').waitFor();
  expect(await pairs.count()).toBe(2);
  const second = page.getByRole('article', { name: 'Acme and Acme Robotics' });
  await second.getByText('same website').waitFor();
  const compare = await second.getByRole('link', { name: 'Compare and merge' }).getAttribute('href');
  expect(compare).toMatch(/^\/clients\/merge\?keep=cli_\w+&lose=cli_\w+$/);
  await second.getByRole('button', { name: 'Not duplicates' }).click();
  await second.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Undo' }).click();
  await second.getByRole('button', { name: 'Not duplicates' }).click();
  await second.waitFor({ state: 'detached' });
  await page.getByRole('link', { name: 'Not duplicates' }).click();
  await second.getByText(`said ${given.person.name}`).waitFor();
  await second.getByRole('button', { name: 'Decide again' }).click();
  await page.getByRole('heading', { name: 'Nothing was set aside' }).waitFor();
  await page.getByRole('link', { name: 'To decide' }).click();
  await second.waitFor();
});

test('A3 whoever may not merge finds no way there, and is told so at the address', async () => {
  const manager = await given.join('manager');
  const { page } = await browser.signIn(manager.person.email, { path: '/clients' });
  await page.getByRole('link', { name: 'Acme', exact: true }).waitFor();
  expect(await page.getByRole('link', { name: 'Find duplicates' }).count()).toBe(0);
  await page.goto('/clients/duplicates');
  await page.getByText('clients.merge').first().waitFor();
});
