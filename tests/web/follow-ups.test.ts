import { expect, test } from 'vitest';
import { daysAfter } from '#contracts/days.ts';
import { useBrowser } from '#tests/support/browser.ts';
import { givenWorkspace } from '#tests/support/given.ts';

const browser = useBrowser();

/** Today where the browser of the tests is. */
const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Lisbon' }).format(new Date());

async function givenClient() {
  const workspace = await givenWorkspace();
  const { workspaceId, api } = workspace;
  const { data: client } = await api.clients.create({ params: { workspaceId }, body: { name: 'Acme' } });
  if (!client) throw new Error('creating answered nothing');
  const params = { workspaceId, clientId: client.id };
  const promise = (what: string, days: number) =>
    api.followUps.create({ params, body: { what, dueOn: daysAfter(today, days) } });
  return { ...workspace, params, promise, base: `/clients/${client.id}` };
}

test('T6 on the overview something is promised, put off, done, taken back and removed', async () => {
  const { person, base, join } = await givenClient();
  await join('manager', 'Priya Raman');
  const { page, complaints } = await browser.signIn(person.email, { path: base });
  const card = page.getByRole('region', { name: 'Follow-ups' });
  await card.getByText('Nothing is owed.').waitFor();
  await card.getByRole('button', { name: 'Add follow-up' }).click();
  const drawer = page.getByRole('dialog', { name: 'New follow-up' });
  await drawer.getByRole('button', { name: 'Save follow-up' }).click();
  await drawer.getByText('Must not be blank').first().waitFor();
  await drawer.getByLabel('What was promised').fill('Send the quote');
  await drawer.getByLabel('Due').fill(daysAfter(today, -2));
  await drawer.getByLabel('Who keeps it').selectOption('Priya Raman');
  await drawer.getByRole('button', { name: 'Save follow-up' }).click();
  await card.getByText('Overdue since').waitFor();
  await card.getByText('Priya Raman').waitFor();

  await card.getByRole('button', { name: 'Actions for Send the quote' }).click();
  await page
    .getByRole('menuitem', { name: /^Snooze until/ })
    .first()
    .click();
  await card.getByText('Snoozed until').waitFor();
  await card.getByRole('button', { name: 'Actions for Send the quote' }).click();
  await page.getByRole('menuitem', { name: 'Bring back' }).click();
  await card.getByText('Overdue since').waitFor();

  await card.getByRole('checkbox', { name: 'Done: Send the quote' }).click();
  await card.getByText('Nothing is owed.').waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await card.getByText('Overdue since').waitFor();
  await card.getByRole('checkbox', { name: 'Done: Send the quote' }).click();
  await card.getByRole('button', { name: 'Show done' }).click();
  const kept = page.getByRole('region', { name: 'Follow-ups done' });
  await kept.getByRole('checkbox', { name: 'Done: Send the quote', checked: true }).waitFor();
  await page.getByText('You finished the follow-up Send the quote').first().waitFor();

  await kept.getByRole('button', { name: 'Actions for Send the quote' }).click();
  await page.getByRole('menuitem', { name: 'Remove' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await kept.getByText('Nothing was done yet.').waitFor();
  expect(complaints).toEqual([]);
});

test('T6 my day shows what is late, due and coming, each leading to its client, and who only looks changes nothing', async () => {
  const { person, promise, params, api, join } = await givenClient();
  await promise('Late one', -3);
  await promise('Due one', 0);
  await promise('Coming one', 7);
  await promise('Far one', 8);
  const { page } = await browser.signIn(person.email, { path: '/clients' });
  await page.getByRole('link', { name: 'My day' }).first().click();
  await page.getByRole('heading', { level: 1, name: 'My day' }).waitFor();
  const late = page.getByRole('region', { name: 'Overdue' });
  await late.getByText('Late one').waitFor();
  await page.getByRole('region', { name: 'Today' }).getByText('Due one').waitFor();
  await page.getByRole('region', { name: 'Next seven days' }).getByText('Coming one').waitFor();
  expect(await page.getByText('Far one').count()).toBe(0);
  await late.getByRole('checkbox', { name: 'Done: Late one' }).click();
  await late.waitFor({ state: 'detached' });
  await page.getByRole('link', { name: 'Acme' }).first().click();
  await page.getByRole('heading', { level: 1, name: 'Acme' }).waitFor();

  const viewer = await join('viewer', 'Vera Viewer');
  await api.projects.create({ params, body: { name: 'Shared', memberIds: [viewer.person.userId] } });
  const body = { what: 'Watch it', dueOn: today, ownerId: viewer.person.userId };
  await api.followUps.create({ params, body });
  const other = await browser.signIn(viewer.person.email, { path: '/follow-ups' });
  await other.page.getByText('Watch it').waitFor();
  expect(await other.page.getByRole('checkbox').isDisabled()).toBe(true);
  expect(await other.page.getByRole('button', { name: /^Actions for/ }).count()).toBe(0);
});
