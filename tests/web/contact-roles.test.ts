import { expect, test } from 'vitest';
import { daysAfter } from '#contracts/days.ts';
import { useBrowser } from '#tests/support/browser.ts';
import { givenWorkspace } from '#tests/support/given.ts';
import { expectNoFindings } from './given-pages.ts';

const browser = useBrowser();

/** Today where the browser of the tests is. */
const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Lisbon' }).format(new Date());

test('S5 a change of roles is planned, shown, and cancelled; the past is told by day', async () => {
  const { api, workspaceId, person, join } = await givenWorkspace();
  const { data: client } = await api.clients.create({ params: { workspaceId }, body: { name: 'Acme' } });
  if (!client) throw new Error('no client');
  const params = { workspaceId, clientId: client.id };
  await api.contacts.create({ params, body: { firstName: 'Ana', title: 'Buyer', flags: ['reviewer'] } });
  const { page, complaints } = await browser.signIn(person.email, { path: `/clients/${client.id}/contacts` });
  const open = async () => {
    await page.getByRole('button', { name: 'Actions for Ana' }).click();
    await page.getByRole('menuitem', { name: 'Roles over time' }).click();
  };
  await open();
  const drawer = page.getByRole('dialog', { name: 'Roles over time: Ana' });
  await drawer.getByText('Buyer').waitFor();
  await drawer.getByRole('button', { name: 'Plan a change' }).click();

  const form = page.getByRole('dialog', { name: 'Plan a change of Ana' });
  await form.getByRole('button', { name: 'Plan the change' }).click();
  await form.getByText('Say what is to change').first().waitFor();
  await form.getByLabel('From').fill(today);
  await form.getByRole('checkbox', { name: 'Approver' }).check();
  await form.getByRole('button', { name: 'Plan the change' }).click();
  await form.getByText('Must be a day to come').first().waitFor();
  await form.getByLabel('From').fill(daysAfter(today, 20));
  await expectNoFindings(page);
  await form.getByRole('button', { name: 'Plan the change' }).click();
  await drawer.getByText('Reviewer, Approver', { exact: false }).waitFor();
  await expectNoFindings(page);
  await drawer.getByRole('button', { name: 'Close' }).click();
  await page.getByRole('row', { name: 'Ana' }).getByText('Changes', { exact: false }).waitFor();

  await open();
  await drawer.getByRole('button', { name: 'Cancel the change' }).click();
  await page.getByText('The planned change was cancelled').waitFor();
  await drawer.getByRole('button', { name: 'Plan a change' }).waitFor();
  // The browser itself reports the answer that the form explains.
  expect(complaints.filter((line) => !line.includes('422'))).toEqual([]);

  const viewer = await join('viewer', 'Vera Viewer');
  await api.projects.create({ params, body: { name: 'Shared', memberIds: [viewer.person.userId] } });
  const other = await browser.signIn(viewer.person.email, { path: `/clients/${client.id}/contacts` });
  await other.page.getByRole('button', { name: 'Actions for Ana' }).click();
  await other.page.getByRole('menuitem', { name: 'Roles over time' }).click();
  await other.page.getByRole('dialog').getByText('Buyer').waitFor();
  expect(await other.page.getByRole('button', { name: 'Plan a change' }).count()).toBe(0);
});
