import { expect, test } from 'vitest';
import { useBrowser } from '#tests/support/browser.ts';
import { givenWorkspace } from '#tests/support/given.ts';
import { joinLimited } from '#tests/support/limited.ts';
import { expectNoFindings } from './given-pages.ts';

const browser = useBrowser();

async function givenClient() {
  const workspace = await givenWorkspace();
  const { workspaceId, api } = workspace;
  const { data: client } = await api.clients.create({ params: { workspaceId }, body: { name: 'Acme' } });
  if (!client) throw new Error('no client');
  return { ...workspace, params: { workspaceId, clientId: client.id }, base: `/clients/${client.id}` };
}

test('C7 somebody joins the account team, changes role and leaves; the overview shows the faces', async () => {
  const { person, base, join } = await givenClient();
  await join('manager', 'Priya Raman');
  const { page, complaints } = await browser.signIn(person.email, { path: `${base}/companies` });
  const card = page.getByRole('region', { name: 'Account team' });
  await card.getByText('Nobody else yet.').waitFor();
  await card.getByRole('button', { name: 'Add member' }).click();
  const drawer = page.getByRole('dialog', { name: 'Add to the account team' });
  await drawer.getByRole('button', { name: 'Save' }).click();
  await drawer.getByText('Choose a member').first().waitFor();
  await drawer.getByLabel('Member').selectOption('Priya Raman');
  await drawer.getByLabel('Role').selectOption('Lead');
  await expectNoFindings(page);
  await drawer.getByRole('button', { name: 'Save' }).click();
  await card.getByText('Lead', { exact: true }).waitFor();

  await card.getByRole('button', { name: 'Actions for Priya Raman' }).press('Enter');
  await page.getByRole('menuitem', { name: 'Edit' }).press('Enter');
  const editing = page.getByRole('dialog', { name: 'Edit the place of Priya Raman' });
  await editing.getByLabel('Role').selectOption('Finance');
  await editing.getByRole('button', { name: 'Save' }).click();
  await card.getByText('Finance', { exact: true }).waitFor();
  await expectNoFindings(page);

  await page.getByRole('link', { name: 'Overview' }).click();
  await page.getByTitle('Priya Raman, Finance').waitFor();
  await page.getByText('put Priya Raman on the account team').waitFor();
  await page.getByRole('link', { name: 'Account team' }).click();
  await card.getByRole('button', { name: 'Actions for Priya Raman' }).click();
  await page.getByRole('menuitem', { name: 'Remove' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await card.getByText('Nobody else yet.').waitFor();
  expect(complaints).toEqual([]);
});

test('C7 a member of the team who does not see the client is told so, and what he holds is shown', async () => {
  const given = await givenClient();
  const limited = await joinLimited(given);
  const { userId } = limited.person;
  await given.api.accountTeam.create({ params: given.params, body: { userId, role: 'support' } });
  const { page } = await browser.signIn(given.person.email, { path: `${given.base}/companies` });
  await page.getByText('Does not see this client yet').waitFor();
  await page.goto(new URL('/settings/team', page.url()).href);
  const name = limited.person.name;
  const row = page.getByRole('row', { name: limited.person.email });
  await row.getByRole('button', { name: `Actions for ${name}` }).click();
  await page.getByRole('menuitem', { name: 'What they hold' }).click();
  const drawer = page.getByRole('dialog', { name: `What ${name} holds` });
  await drawer.getByText('Owns no client.').waitFor();
  await drawer
    .getByRole('region', { name: 'On account teams' })
    .getByRole('link', { name: 'Acme' })
    .waitFor();
  await expectNoFindings(page);

  const viewer = await given.join('viewer', 'Vera Viewer');
  await given.api.projects.create({
    params: given.params,
    body: { name: 'Shared', memberIds: [viewer.person.userId] },
  });
  const other = await browser.signIn(viewer.person.email, { path: `${given.base}/companies` });
  await other.page.getByRole('region', { name: 'Account team' }).getByText('Support').waitFor();
  expect(await other.page.getByRole('button', { name: 'Add member' }).count()).toBe(0);
});
