import { expect, test } from 'vitest';
import { useBrowser } from '#tests/support/browser.ts';
import { givenWorkspace } from '#tests/support/given.ts';
import { expectNoFindings } from './given-pages.ts';

const browser = useBrowser();

async function givenClient() {
  const workspace = await givenWorkspace();
  const { workspaceId, api } = workspace;
  const { data: client } = await api.clients.create({ params: { workspaceId }, body: { name: 'Acme' } });
  if (!client) throw new Error('creating answered nothing');
  const params = { workspaceId, clientId: client.id };
  const { data: ana } = await api.contacts.create({ params, body: { firstName: 'Ana', lastName: 'Ruiz' } });
  return { ...workspace, params, ana, base: `/clients/${client.id}` };
}

test('T5 a call is logged on the activity tab, told with its text, changed and removed', async () => {
  const { person, base } = await givenClient();
  const { page, complaints } = await browser.signIn(person.email, { path: `${base}/activity` });
  const line = page.getByRole('button', { name: 'Write a note, or log a call, meeting or mail' });
  await line.click();
  const composer = page.getByRole('form', { name: 'New note' });
  await page.getByText('Internal: never shown to the client').waitFor();
  await page.getByRole('button', { name: 'Add note' }).click();
  await page.getByText('Must not be blank').first().waitFor();
  await page.getByText('Call', { exact: true }).click();
  await composer.getByLabel('Contact').selectOption('Ana Ruiz');
  await composer.getByLabel('Text').fill('Wants it\nby March');
  await expectNoFindings(page);
  await page.getByRole('button', { name: 'Add note' }).click();
  await page.getByText('You logged a call with Ana Ruiz').waitFor();
  expect(await page.getByText('Wants it').textContent()).toBe('Wants it\nby March');
  // One line again, ready for the next.
  await line.waitFor();
  expect(await composer.count()).toBe(0);

  await page.getByRole('button', { name: 'Actions for this note' }).click();
  await page.getByRole('menuitem', { name: 'Edit' }).click();
  const drawer = page.getByRole('dialog', { name: 'Edit note' });
  await drawer.getByLabel('Text').fill('Wants it by April');
  await drawer.getByRole('button', { name: 'Save note' }).click();
  await page.getByText('Wants it by April').waitFor();
  await page.getByText('You changed the text of a call').waitFor();

  await page.getByRole('button', { name: 'Actions for this note' }).click();
  await page.getByRole('menuitem', { name: 'Remove' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await page.getByText('Removed by Mara Lindqvist').waitFor();
  await page.getByText('You removed a call').waitFor();
  expect(await page.getByText('Wants it by April').count()).toBe(0);
  expect(complaints).toEqual([]);
});

test('S6 relationship notes of a contact are read by whoever sees the client, and written by whoever may', async () => {
  const { api, params, ana, base, person, join } = await givenClient();
  const body = { kind: 'note', body: 'Never on Fridays', contactId: ana?.id ?? null } as const;
  await api.notes.create({ params, body });
  const { page } = await browser.signIn(person.email, { path: `${base}/contacts` });
  await page.getByRole('button', { name: 'Actions for Ana Ruiz' }).click();
  await page.getByRole('menuitem', { name: 'Relationship notes' }).click();
  const drawer = page.getByRole('dialog', { name: 'Relationship notes: Ana Ruiz' });
  await drawer.getByText('Never on Fridays').waitFor();
  await drawer.getByRole('button', { name: 'Write a note, or log a call, meeting or mail' }).click();
  await drawer.getByLabel('Text').fill('Prefers calls');
  await drawer.getByRole('button', { name: 'Add note' }).click();
  await drawer.getByText('Prefers calls').waitFor();

  const viewer = await join('viewer', 'Vera Viewer');
  const work = { name: 'Shared', memberIds: [viewer.person.userId] };
  await api.projects.create({ params, body: work });
  const path = `${base}/contacts/${ana?.id}/notes`;
  const other = await browser.signIn(viewer.person.email, { path });
  const theirs = other.page.getByRole('dialog', { name: 'Relationship notes: Ana Ruiz' });
  await theirs.getByText('Never on Fridays').waitFor();
  expect(await theirs.getByRole('button', { name: /^Write a note/ }).count()).toBe(0);
  expect(await theirs.getByRole('button', { name: 'Actions for this note' }).count()).toBe(0);
});
