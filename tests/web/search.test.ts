import { expect, test } from 'vitest';
import { useBrowser } from '#tests/support/browser.ts';
import { givenWorkspace } from '#tests/support/given.ts';

const browser = useBrowser();

async function givenClients() {
  const workspace = await givenWorkspace();
  for (const name of ['Acme Robotics', 'Blue Harbor Foods']) {
    await workspace.api.clients.create({ params: { workspaceId: workspace.workspaceId }, body: { name } });
  }
  return workspace;
}

test('the palette finds a client by name, opens it with Enter, and gives the focus back on Esc', async () => {
  const { person } = await givenClients();
  const { page } = await browser.signIn(person.email);
  const opener = page.getByRole('button', { name: /Search or jump to/ });
  await opener.focus();
  await page.keyboard.press('Control+k');
  const field = page.getByRole('dialog').getByPlaceholder('Search or jump to…');
  await field.waitFor();
  await page.keyboard.press('Escape');
  await field.waitFor({ state: 'hidden' });
  // The focus goes back once the palette has gone, a moment after it is out of sight.
  await page.locator('button:focus', { hasText: 'Search or jump to' }).waitFor();

  await page.keyboard.press('Control+k');
  await field.fill('ac');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /Acme Robotics/ })
    .waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Acme Robotics' }).waitFor();
});

test('F1 the palette finds people of all clients, says whose they are, and opens them', async () => {
  const { api, workspaceId, person } = await givenClients();
  const { data } = await api.clients.list({ params: { workspaceId }, query: { q: 'acme' } });
  const clientId = data?.data[0]?.id;
  if (!clientId) throw new Error('no client');
  await api.contacts.create({
    params: { workspaceId, clientId },
    body: { firstName: 'Ana', lastName: 'Ruiz' },
  });
  const { page } = await browser.signIn(person.email);
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog');
  await palette.getByPlaceholder('Search or jump to…').fill('ruiz');
  await palette.getByRole('button', { name: /Ana Ruiz.*Acme Robotics/ }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Ana Ruiz' }).waitFor();
  await page.getByRole('heading', { level: 1, name: 'Acme Robotics', includeHidden: true }).waitFor();
});

test('the palette opens although its key was pressed before it was read', async () => {
  const { person } = await givenClients();
  const { page } = await browser.signIn(person.email);
  const release = Promise.withResolvers<void>();
  await page.route(/StaffPalette/, async (route) => {
    await release.promise;
    await route.continue();
  });
  await page.reload();
  await page.getByRole('heading', { level: 1, name: 'Clients' }).waitFor();
  const opener = page.getByRole('button', { name: /Search or jump to/ });
  await opener.focus();
  await page.keyboard.press('Control+k');
  const field = page.getByRole('dialog').getByPlaceholder('Search or jump to…');
  expect(await field.count()).toBe(0);
  release.resolve();
  await field.waitFor();
  await page.keyboard.press('Escape');
  await page.locator('button:focus', { hasText: 'Search or jump to' }).waitFor();
});

test('keys go places, unless they are switched off', async () => {
  const { person } = await givenClients();
  const { page } = await browser.signIn(person.email, { path: '/trash' });
  await page.getByRole('heading', { level: 1, name: 'Trash' }).waitFor();
  await page.keyboard.press('g');
  await page.keyboard.press('c');
  await page.getByRole('link', { name: 'Acme Robotics' }).waitFor();
  await page.keyboard.press('/');
  await page.locator('input[data-page-search]:focus').waitFor();
  await page.keyboard.press('c');
  expect(await page.locator('input[data-page-search]').inputValue()).toBe('c');
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('c');
  await page.getByRole('dialog', { name: 'New client' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog', { name: 'New client' }).waitFor({ state: 'hidden' });
  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: 'Shortcuts' });
  await help.getByRole('switch', { name: 'Single-key shortcuts' }).uncheck({ force: true });
  await page.keyboard.press('Escape');
  await help.waitFor({ state: 'hidden' });
  await page.keyboard.press('c');
  expect(await page.getByRole('dialog').count()).toBe(0);
});
