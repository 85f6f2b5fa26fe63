import { expect, test } from 'vitest';
import { useBrowser } from '#tests/support/browser.ts';
import { givenWorkspace } from '#tests/support/given.ts';
import { expectNoFindings } from './given-pages.ts';

const browser = useBrowser();

test('S4 S3 a client shows who is written to and where nobody is; a brand may have its own', async () => {
  const { api, workspaceId, person } = await givenWorkspace();
  const { data: client } = await api.clients.create({ params: { workspaceId }, body: { name: 'Acme' } });
  if (!client) throw new Error('no client');
  const params = { workspaceId, clientId: client.id };
  await api.brands.create({ params, body: { name: 'Bolt' } });
  const add = (firstName: string, flag: 'approver' | 'decision_maker') =>
    api.contacts.create({
      params,
      body: { firstName, emails: [`${firstName.toLowerCase()}@acme.test`], flags: [flag] },
    });
  await add('Ana', 'approver');
  await add('Bo', 'decision_maker');
  const { context } = await browser.signIn(person.email);
  const { page } = await browser.open(context, `/clients/${client.id}/contacts`);
  const group = (name: string) => page.getByRole('region', { name, exact: true });
  await group('The client').getByText('Nobody yet: give somebody the role Billing').waitFor();

  await page.getByRole('button', { name: 'Edit who is written to' }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByRole('combobox', { name: 'For' }).click();
  await page.getByRole('option', { name: 'Bolt' }).click();
  const approvals = drawer.getByRole('group', { name: 'Approvals' });
  // The field of chosen roles takes clicks around its input.
  await approvals.getByRole('combobox', { name: 'Copy to' }).focus();
  await page.keyboard.press('ArrowDown');
  await page.getByRole('option', { name: 'Decision maker' }).click();
  await page.keyboard.press('Escape');
  await expectNoFindings(page);
  await drawer.getByRole('button', { name: 'Save changes' }).click();
  await drawer.waitFor({ state: 'hidden' });
  await group('Brand Bolt').getByText('Copy: Bo').waitFor();
  expect(await group('The client').getByText('Copy: Bo').count()).toBe(0);
  const { data } = await api.routing.get({ params });
  expect(data?.rules).toMatchObject([
    { event: 'approval_requested', to: ['approver'], cc: ['decision_maker'] },
  ]);

  const edit = async (name: string) => {
    await page.getByRole('link', { name, exact: true }).click();
    await drawer.getByRole('link', { name: 'Edit' }).click();
  };
  await edit('Ana');
  await drawer.getByRole('textbox', { name: 'Last day at the client' }).fill('2020-01-31');
  await drawer.getByText('Approvals would reach nobody').waitFor();
  await drawer.getByRole('button', { name: 'Save changes' }).click();
  await drawer.getByText('This person is the primary contact. Say who becomes it instead.').waitFor();
  await drawer.getByRole('combobox', { name: 'Who becomes the primary contact?' }).click();
  const heirs = page.getByRole('listbox', { name: 'Who becomes the primary contact?' });
  await heirs.getByRole('option', { name: 'Bo' }).click();
  await expectNoFindings(page);
  await drawer.getByRole('button', { name: 'Save changes' }).click();
  await drawer.waitFor({ state: 'hidden' });
  await page.getByText('Left', { exact: true }).waitFor();
  await group('The client').getByText('Nobody: no active contact with the role Approver').waitFor();

  await api.contacts.create({ params, body: { firstName: 'Cleo', emails: ['cleo@acme.test'] } });
  await page.reload();
  await edit('Bo');
  await drawer.getByRole('textbox', { name: 'Last day at the client' }).fill('2040-01-31');
  await drawer.getByText('Reports would reach nobody').waitFor();
  await drawer.getByRole('textbox', { name: 'Last day at the client' }).fill('');
  await drawer.getByLabel('Away from').fill('2035-08-14');
  await drawer.getByLabel('Away until').fill('2035-08-01');
  await drawer.getByLabel('Deputy').selectOption('Cleo');
  await drawer.getByRole('button', { name: 'Save changes' }).click();
  await drawer.getByText('Must not be before the first day').first().waitFor();
  await drawer.getByLabel('Away until').fill('2035-08-20');
  await drawer.getByRole('button', { name: 'Save changes' }).click();
  await drawer.waitFor({ state: 'hidden' });
  await page.getByLabel('On the day').fill('2035-08-15');
  await group('The client').getByText('Cleo (instead of Bo until', { exact: false }).waitFor();
  await page.close();
});
