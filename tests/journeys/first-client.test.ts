import { expect, test } from 'vitest';
import { useBrowser } from '#tests/support/browser.ts';
import { givenWorkspace, unique } from '#tests/support/given.ts';

const browser = useBrowser();

test('an owner signs in, creates a client, opens it and sees its history begin, without a reload', async () => {
  const { owner } = await givenWorkspace();
  const { page, complaints } = await browser.signIn(owner.person.email);
  let documents = 0;
  page.on('request', (request) => {
    if (request.isNavigationRequest()) documents += 1;
  });
  const name = unique('Acme Robotics');

  await page.getByRole('heading', { name: 'Add your first client' }).waitFor();
  await page.getByRole('link', { name: 'New client' }).click();
  const drawer = page.getByRole('dialog', { name: 'New client' });
  await drawer.getByRole('textbox', { name: 'Name', exact: true }).fill(name);
  await drawer.getByRole('button', { name: 'Save client' }).click();
  await drawer.waitFor({ state: 'hidden' });

  await page.getByRole('table', { name: 'Clients' }).getByRole('link', { name }).click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
  await page.getByRole('complementary', { name: 'Activity' }).getByText(`You created ${name}`).waitFor();

  expect(documents).toBe(0);
  expect(complaints).toEqual([]);
});

test('what a colleague does meanwhile appears on the open record by itself', async () => {
  const workspace = await givenWorkspace();
  const { data: client } = await workspace.owner.api.clients.create({
    params: { workspaceId: workspace.workspaceId },
    body: { name: 'Blue Harbor Foods' },
  });
  if (!client) throw new Error('creating answered nothing');
  const colleague = await workspace.join('admin');
  const { page } = await browser.signIn(workspace.owner.person.email, { path: `/clients/${client.id}` });
  const aside = page.getByRole('complementary', { name: 'Activity' });
  await aside.getByText('You created Blue Harbor Foods').waitFor();

  await colleague.api.clients.setStatus({
    params: { workspaceId: workspace.workspaceId, clientId: client.id },
    body: { status: 'active' },
    ifMatch: client.version,
  });

  await aside.getByText('changed the status').waitFor();
  await page.getByRole('button', { name: 'Active, change status of Blue Harbor Foods' }).waitFor();
});
