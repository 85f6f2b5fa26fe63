import { expect, test } from 'vitest';
import { useBrowser } from '#tests/support/browser.ts';
import { eventually } from '#tests/support/eventually.ts';
import { givenWorkspace } from '#tests/support/given.ts';

const browser = useBrowser();

test('T1 what a colleague does shows on an open overview, with the record behind the entry', async () => {
  const { workspaceId, api, person } = await givenWorkspace();
  const { data: client } = await api.clients.create({ params: { workspaceId }, body: { name: 'Acme' } });
  if (!client) throw new Error('creating answered nothing');
  const params = { workspaceId, clientId: client.id };
  const { page } = await browser.signIn(person.email, { path: `/clients/${client.id}` });
  await page.getByText('Nothing is owed.').waitFor();
  await page.getByText('You created Acme').waitFor();
  const body = { what: 'Send the quote', dueOn: '2026-12-01' };
  await api.followUps.create({ params, body });
  await page.getByRole('checkbox', { name: 'Done: Send the quote' }).waitFor();
});

test('T1 days away, a deputy, brands and rules are told in words, before and after', async () => {
  const { workspaceId, api, person } = await givenWorkspace();
  const { data: client } = await api.clients.create({ params: { workspaceId }, body: { name: 'Acme' } });
  if (!client) throw new Error('creating answered nothing');
  const params = { workspaceId, clientId: client.id };
  const { data: brand } = await api.brands.create({ params, body: { name: 'Bolt' } });
  const add = async (firstName: string) =>
    (await api.contacts.create({ params, body: { firstName, flags: ['billing'] } })).data;
  const [ana, ben, cleo] = [await add('Ana'), await add('Ben'), await add('Cleo')];
  if (!brand || !ana || !ben || !cleo) throw new Error('creating answered nothing');
  const at = { ...params, contactId: ana.id };
  const away = { from: '2026-12-01', until: '2026-12-05' };
  await api.contacts.update({ params: at, ifMatch: 1, body: { away: { ...away, deputyId: ben.id } } });
  await api.contacts.update({ params: at, ifMatch: 2, body: { away: { ...away, deputyId: cleo.id } } });
  const cleoAt = { ...params, contactId: cleo.id };
  await api.contacts.update({ params: cleoAt, ifMatch: 1, body: { brandIds: [brand.id] } });
  const rule = (to: 'billing' | 'approver') => ({
    rules: [{ event: 'invoice_sent' as const, brandId: null, to: [to], cc: [] }],
  });
  await api.routing.update({ params, ifMatch: 0, body: rule('billing') });
  await api.routing.update({ params, ifMatch: 1, body: rule('approver') });

  const { page } = await browser.signIn(person.email, { path: `/clients/${client.id}/activity` });
  const told = page.getByRole('listitem');
  const changed = told.filter({ hasText: 'You changed who is written to' }).first();
  await changed.getByText('Billing', { exact: true }).waitFor();
  await changed.getByText('Approver', { exact: true }).waitFor();
  await told.filter({ hasText: 'You changed the brands of Cleo' }).getByText('Bolt').waitFor();
  const group = told.filter({ hasText: 'You changed the days away of Ana' }).first();
  await group.getByText('Dec 1, 2026 to Dec 5, 2026, deputy: Ben').waitFor();
  await group.getByText('Dec 1, 2026 to Dec 5, 2026, deputy: Cleo').waitFor();
});

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
