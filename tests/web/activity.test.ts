import { expect, test } from 'vitest';
import { useBrowser } from '#tests/support/browser.ts';
import { eventually } from '#tests/support/eventually.ts';
import { givenWorkspace } from '#tests/support/given.ts';

const browser = useBrowser();

test('a long timeline loads in pages without duplicates, in groups that open, and can be filtered', async () => {
  const workspace = await givenWorkspace();
  const { workspaceId, api } = workspace;
  const { data: client } = await api.clients.create({ params: { workspaceId }, body: { name: 'Acme' } });
  if (!client) throw new Error('creating answered nothing');
  const params = { workspaceId, clientId: client.id };
  for (let version = 1; version <= 60; version += 1) {
    await api.clients.update({ params, body: { industry: `Trade ${version}` }, ifMatch: version });
  }
  await eventually(
    async () => (await api.activity.ofClient({ params })).data?.data[0]?.changes[0]?.after,
    (after) => after === 'Trade 60',
  );

  const { page } = await browser.signIn(workspace.person.email, { path: `/clients/${client.id}/activity` });
  await page.getByRole('button', { name: 'Show 49 more changes made in one go' }).click();
  await page.getByRole('button', { name: 'Show older entries' }).click();
  await page.getByText('You created Acme').waitFor();
  await page.getByRole('heading', { level: 3, name: 'Today' }).waitFor();
  const told = await page
    .getByRole('listitem')
    .getByText(/^Trade \d+$/)
    .allTextContents();
  // Each value stands once as what was put in, and once as what the next one replaced.
  expect(told).toHaveLength(119);
  expect(new Set(told)).toEqual(new Set(Array.from({ length: 60 }, (_, index) => `Trade ${index + 1}`)));

  await page.getByRole('combobox', { name: 'What happened' }).click();
  await page.getByRole('option', { name: 'Client created' }).click();
  await page.waitForURL('**/activity?type=client.created');
  await page.getByText('You created Acme').waitFor();
  expect(await page.getByText(/^Trade/).count()).toBe(0);
});
