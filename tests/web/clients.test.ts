import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { ClientCreate } from '#contracts/schemas/client.ts';
import { useBrowser } from '#tests/support/browser.ts';
import { givenWorkspace } from '#tests/support/given.ts';

const browser = useBrowser();

/** A workspace with these clients, and its owner looking at the list. */
async function givenList(...clients: Omit<ClientCreate, 'ownerId'>[]) {
  const workspace = await givenWorkspace();
  const { workspaceId, api } = workspace;
  const created = [];
  for (const body of clients) {
    const { data } = await api.clients.create({ params: { workspaceId }, body });
    if (!data) throw new Error('creating answered nothing');
    created.push(data);
  }
  const visit = await browser.signIn(workspace.person.email);
  await visit.page.getByRole('heading', { level: 1, name: 'Clients' }).waitFor();
  return { ...workspace, ...visit, created };
}

const rows = (page: Page) => page.locator('tbody tr[data-row]');
const row = (page: Page, name: string) => rows(page).filter({ hasText: name });
const names = async (page: Page) => rows(page).getByRole('link').allTextContents();

test('filters stand in the address, orders in aria-sort, and hidden columns stay hidden', async () => {
  const { page } = await givenList({ name: 'Acme' }, { name: 'Beta' }, { name: 'Alder' });
  await row(page, 'Beta').waitFor();
  expect(await names(page)).toEqual(['Acme', 'Alder', 'Beta']);

  await page.getByPlaceholder('Name begins with…').fill('al');
  await page.waitForURL('**/clients?q=al');
  await row(page, 'Acme').waitFor({ state: 'hidden' });
  expect(await names(page)).toEqual(['Alder']);
  await page.getByRole('button', { name: 'Clear the search' }).click();

  await page.getByRole('button', { name: 'Created', exact: true }).click();
  await page.waitForURL('**/clients?sort=-createdAt');
  await page
    .getByRole('columnheader', { name: 'Created' })
    .and(page.locator('[aria-sort="descending"]'))
    .waitFor();
  await row(page, 'Beta').waitFor();

  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await page.getByRole('menuitem', { name: 'me', exact: true }).click();
  await page.waitForURL('**/clients?owner=me');
  await page.getByRole('button', { name: 'Remove filter Owner is me' }).click();
  await page.waitForURL('**/clients');

  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('checkbox', { name: 'Tags' }).uncheck();
  await page.reload();
  await row(page, 'Acme').waitFor();
  expect(await page.getByRole('columnheader', { name: 'Tags' }).count()).toBe(0);
});

test('C4 a condition becomes a chip and an address, and can be changed', async () => {
  const workspace = await givenWorkspace();
  const params = { workspaceId: workspace.workspaceId };
  const make = (name: string, tags: string[]) =>
    workspace.api.clients.create({ params, body: { name, tags } });
  await make('Acme', ['Internal']);
  await make('Beta', ['Retainer']);
  const { page } = await browser.signIn(workspace.person.email);
  await row(page, 'Acme').waitFor();

  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Tag…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Filter by Tag' });
  await dialog.getByRole('button', { name: 'Show clients' }).click();
  await dialog.getByText('Say what to compare with').waitFor();
  await dialog.getByLabel('Condition').selectOption('Tag is not');
  await dialog.getByRole('combobox', { name: 'Any of these' }).fill('internal');
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: 'Show clients' }).click();
  await page.waitForURL('**/clients?tag=not%3Ainternal');
  await row(page, 'Acme').waitFor({ state: 'hidden' });
  expect(await names(page)).toEqual(['Beta']);
  await page.getByText('1 among 2 looked at').waitFor();

  await page.getByRole('button', { name: 'Tag is not internal', exact: true }).click();
  await dialog.getByLabel('Condition').selectOption('Tag is empty');
  await dialog.getByRole('button', { name: 'Show clients' }).click();
  await page.getByText('No client matches').waitFor();
  await page.getByRole('button', { name: /^Remove filter Tag is empty/ }).click();
  await row(page, 'Acme').waitFor();
});

test('pages of fifty go on and back, and survive a reload', async () => {
  const workspace = await givenWorkspace();
  const params = { workspaceId: workspace.workspaceId };
  for (let number = 10; number <= 61; number += 1) {
    await workspace.api.clients.create({ params, body: { name: `Client ${number}` } });
  }
  const { page } = await browser.signIn(workspace.person.email);
  await page.getByText('1–50 of 52').waitFor();
  await page.getByRole('button', { name: 'Next page' }).click();
  await page.getByText('51–52 of 52').waitFor();
  await page.reload();
  await page.getByText('51–52 of 52').waitFor();
  await page.getByRole('button', { name: 'Previous page' }).click();
  await page.getByText('1–50 of 52').waitFor();
});

test('a status changes at once, is taken back when refused, and asks why when it ends', async () => {
  const { page } = await givenList({ name: 'Acme' });
  await page.getByRole('button', { name: 'Actions for Acme' }).click();
  await page.getByRole('menuitem', { name: 'Active', exact: true }).click();
  await row(page, 'Acme').getByText('Active', { exact: true }).waitFor();
  await page.getByText('Acme is now Active').waitFor();

  await page.getByRole('button', { name: 'Actions for Acme' }).click();
  await page.getByRole('menuitem', { name: 'Inactive' }).click();
  const asking = page.getByRole('dialog', { name: 'Make Acme inactive' });
  await asking.getByRole('button', { name: 'Make inactive' }).click();
  await asking.getByText('Say why, in a few words').waitFor();
  await asking.getByLabel('Reason').fill('Merged with Beta');
  await asking.getByRole('button', { name: 'Make inactive' }).click();
  await page.getByText('Acme is now Inactive').waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await row(page, 'Acme').getByText('Active', { exact: true }).waitFor();

  await page.route('**/status', (route) => route.fulfill({ status: 500, body: '{}' }));
  await page.getByRole('button', { name: 'Actions for Acme' }).click();
  await page.getByRole('menuitem', { name: 'Inactive' }).click();
  await asking.getByLabel('Reason').fill('Again');
  await asking.getByRole('button', { name: 'Make inactive' }).click();
  await page.getByRole('alert').getByText('Something went wrong on our side').waitFor();
  await row(page, 'Acme').getByText('Active', { exact: true }).waitFor();
});

test('an empty form lists what is missing and points at it; a double click creates one client', async () => {
  const { page, api, workspaceId } = await givenList({ name: 'Acme Robotics', code: 'ACM' });
  await page.getByRole('link', { name: 'New client' }).click();
  const drawer = page.getByRole('dialog', { name: 'New client' });
  const save = drawer.getByRole('button', { name: 'Save client' });
  const name = drawer.getByRole('textbox', { name: 'Name', exact: true });
  await drawer.getByRole('textbox', { name: 'Website' }).fill('acme optics');
  await save.click();
  const summary = drawer.getByRole('alert');
  await summary.getByText('2 things to fix before this can be saved').waitFor();
  await summary.getByRole('link', { name: 'Name: Must not be blank' }).click();
  expect(await name.evaluate((field) => field === document.activeElement)).toBe(true);

  await name.fill('ACME Robotics, Inc.');
  await drawer.getByText('Looks like Acme Robotics, which you already have: same name').waitFor();
  await name.fill('Acme Optics');
  await drawer.getByRole('textbox', { name: 'Website' }).fill('acme-optics.com');
  await drawer.getByRole('textbox', { name: 'Code' }).fill('acm');
  await save.click();
  await drawer.getByText('Taken by another client, or by one in the trash', { exact: true }).waitFor();
  await drawer
    .getByRole('button', { name: /^Use the code/ })
    .first()
    .click();
  await save.dblclick();
  await drawer.waitFor({ state: 'hidden' });
  await row(page, 'Acme Optics').waitFor();
  const { data } = await api.clients.list({ params: { workspaceId }, query: { q: 'Acme Optics' } });
  expect(data?.data.map(({ website }) => website)).toEqual(['https://acme-optics.com']);
});

test('C1 a new client begins with its first contact; what was typed survives a reload', async () => {
  const workspace = await givenWorkspace();
  const { page } = await browser.signIn(workspace.person.email, { path: '/clients/new' });
  const drawer = page.getByRole('dialog', { name: 'New client' });
  await drawer.getByRole('textbox', { name: 'Name', exact: true }).fill('Acme');
  await drawer.getByLabel('E-mail').fill('ana@acme.example');
  await drawer.getByText('Draft kept').waitFor();

  await page.reload();
  await drawer.getByText('Draft kept').waitFor();
  await drawer.getByRole('button', { name: 'Save client' }).click();
  await drawer.getByRole('link', { name: /First name/ }).waitFor();
  await drawer.getByLabel('First name').fill('Ana');
  await drawer.getByRole('button', { name: 'Save client' }).click();
  await row(page, 'Acme').getByText('Ana').waitFor();

  await page.goto('/clients/new');
  await drawer.waitFor();
  expect(await drawer.getByLabel('E-mail').inputValue()).toBe('');
});

test('save and add another begins anew with the drawer open', async () => {
  const { page } = await givenList({ name: 'Acme' });
  await page.getByRole('link', { name: 'New client' }).click();
  const drawer = page.getByRole('dialog', { name: 'New client' });
  const name = drawer.getByRole('textbox', { name: 'Name', exact: true });
  for (const one of ['Beta', 'Gamma']) {
    await name.fill(one);
    await drawer.getByRole('button', { name: 'Save and add another' }).click();
    await page.getByText(`${one} was created`).waitFor();
    expect(await name.inputValue()).toBe('');
  }
  await page.keyboard.press('Escape');
  await drawer.waitFor({ state: 'hidden' });
  await row(page, 'Gamma').waitFor();
  expect(await names(page)).toEqual(['Acme', 'Beta', 'Gamma']);
});

test('an edit of a record that somebody else saved is compared field by field', async () => {
  const { page, api, workspaceId, created } = await givenList({ name: 'Acme', industry: 'Robots' });
  const [client] = created;
  if (!client) throw new Error('no client');
  await page.goto(`/clients/${client.id}/edit`);
  const drawer = page.getByRole('dialog', { name: 'Edit Acme' });
  await drawer.getByRole('combobox', { name: 'Industry' }).fill('Optics');
  await drawer.getByRole('textbox', { name: 'Legal name' }).fill('Acme Ltd');
  await api.clients.update({
    params: { workspaceId, clientId: client.id },
    body: { industry: 'Shipping', legalName: 'Acme Inc', notes: 'Theirs' },
    ifMatch: 1,
  });
  await drawer.getByRole('button', { name: 'Save changes' }).click();
  const compare = page.getByRole('dialog', { name: 'Mara Lindqvist changed this client' });
  await compare
    .getByRole('radiogroup', { name: 'Legal name' })
    .getByRole('radio', { name: /Acme Inc/ })
    .click();
  await compare.getByRole('button', { name: 'Save this choice' }).click();
  await drawer.waitFor({ state: 'hidden' });
  const { data } = await api.clients.get({ params: { workspaceId, clientId: client.id } });
  expect(data).toMatchObject({ industry: 'Optics', legalName: 'Acme Inc', notes: 'Theirs' });
});

test('a client goes to the trash by its typed name and comes back', async () => {
  const { page, created } = await givenList({ name: 'Acme' }, { name: 'Beta' });
  await page.goto(`/clients/${created[0]?.id}`);
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Move to trash' }).click();
  const asking = page.getByRole('dialog', { name: 'Move Acme to the trash?' });
  await asking.getByRole('textbox').fill('Amce');
  await asking.getByRole('button', { name: 'Move to trash' }).click();
  await asking.getByText('Type exactly: Acme').waitFor();
  await asking.getByRole('textbox').fill('Acme');
  await asking.getByRole('button', { name: 'Move to trash' }).click();
  await row(page, 'Acme').waitFor({ state: 'hidden' });

  await page.getByRole('link', { name: 'Trash' }).click();
  await row(page, 'Acme').getByText('30 days left').waitFor();
  await page.getByRole('button', { name: 'Restore Acme' }).click();
  await page.getByRole('heading', { name: 'The trash is empty' }).waitFor();
  await page.getByRole('link', { name: 'Clients' }).click();
  await row(page, 'Acme').waitFor();
});

test('a client of the trash is deleted for ever by its typed name, by those who may', async () => {
  const { page, created, workspaceId, api, join } = await givenList({ name: 'Acme' }, { name: 'Beta' });
  const [acme] = created;
  if (!acme) throw new Error('no client');
  await api.clients.remove({ params: { workspaceId, clientId: acme.id }, ifMatch: acme.version });
  await page.goto('/trash');
  await page.getByRole('button', { name: 'Delete Acme for ever' }).click();
  const asking = page.getByRole('dialog', { name: 'Delete Acme for ever?' });
  await asking.getByRole('textbox').fill('Beta');
  await asking.getByRole('button', { name: 'Delete for ever' }).click();
  await asking.getByText('Type exactly: Acme').waitFor();
  const admin = await join('admin');
  const { page: other } = await browser.signIn(admin.person.email, { path: '/trash' });
  await row(other, 'Acme').getByText('30 days left').waitFor();
  expect(await other.getByRole('button', { name: 'Delete Acme for ever' }).count()).toBe(0);

  await asking.getByRole('textbox').fill('Acme');
  await asking.getByRole('button', { name: 'Delete for ever' }).click();
  await page.getByRole('heading', { name: 'The trash is empty' }).waitFor();
  await other.reload();
  await other.getByRole('heading', { name: 'The trash is empty' }).waitFor();
});

test('who sees own clients only is told so, and offered nothing that would be refused', async () => {
  const workspace = await givenWorkspace();
  const { workspaceId, api } = workspace;
  const basic = await workspace.join('basic');
  await api.clients.create({ params: { workspaceId }, body: { name: 'Acme' } });
  await api.clients.create({ params: { workspaceId }, body: { name: 'Own', ownerId: basic.person.userId } });
  const { page } = await browser.signIn(basic.person.email);
  await page.getByText('Showing clients you own or that your projects link you to.').waitFor();
  await row(page, 'Own').waitFor();
  expect(await names(page)).toEqual(['Own']);
  expect(await page.getByRole('link', { name: 'New client' }).count()).toBe(0);
  expect(await page.getByRole('button', { name: 'Created', exact: true }).count()).toBe(0);
});
