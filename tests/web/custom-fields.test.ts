import { expect, test } from 'vitest';
import { useBrowser } from '#tests/support/browser.ts';
import { givenWorkspace } from '#tests/support/given.ts';
import { expectNoFindings, heading } from './given-pages.ts';

const browser = useBrowser();

test('C9 fields of the workspace are made, filled in at a client, and kept unique', async () => {
  const { api, workspaceId, person } = await givenWorkspace();
  const make = async (name: string) => {
    const { data } = await api.clients.create({ params: { workspaceId }, body: { name } });
    if (!data) throw new Error('no client');
    return data.id;
  };
  const [acme, bolt] = [await make('Acme'), await make('Bolt')];
  const { context } = await browser.signIn(person.email);
  const { page } = await browser.open(context, '/settings/fields');
  await heading(page).waitFor();
  await page.getByText('None yet.').waitFor();

  const drawer = page.getByRole('dialog');
  const add = page.getByRole('button', { name: 'Add field' });
  const type = async (name: string) => {
    await drawer.getByRole('combobox', { name: 'What it holds' }).click();
    await page.getByRole('option', { name, exact: true }).click();
  };
  const save = drawer.getByRole('button', { name: 'Save field' });
  await add.click();
  await save.click();
  await drawer.getByRole('link', { name: 'Name: Must not be blank' }).waitFor();
  await drawer.getByRole('textbox', { name: 'Name' }).fill('Contract number');
  await drawer.getByRole('checkbox', { name: 'Unique' }).check();
  await save.click();
  await drawer.waitFor({ state: 'hidden' });
  await add.click();
  await drawer.getByRole('textbox', { name: 'Name' }).fill('Tier');
  await type('One choice');
  await drawer.getByRole('textbox', { name: 'Choice 1' }).fill('Gold');
  await drawer.getByRole('button', { name: 'Add a choice' }).click();
  await drawer.getByRole('textbox', { name: 'Choice 2' }).fill('Silver');
  await drawer.getByRole('checkbox', { name: 'Required' }).check();
  await drawer.getByText('Everybody whom a client lets into its portal reads').waitFor();
  await drawer.getByRole('checkbox', { name: 'Show in the client portal' }).check();
  await expectNoFindings(page);
  await save.click();
  await drawer.waitFor({ state: 'hidden' });
  await add.click();
  await drawer.getByRole('textbox', { name: 'Name' }).fill('Budget');
  await type('Amount of money');
  await save.click();
  await drawer.waitFor({ state: 'hidden' });
  await page.getByText('In the portal').waitFor();
  const { data } = await api.customFields.list({ params: { workspaceId } });
  expect(data?.fields.map(({ portalVisible }) => portalVisible)).toEqual([false, true, false]);
  expect(data?.fields.map(({ key, type: is, options }) => [key, is, options.length])).toEqual([
    ['contract_number', 'text', 0],
    ['tier', 'select', 2],
    ['budget', 'money', 0],
  ]);

  await page.goto(`/clients/${acme}`);
  await page.getByText('Still missing: Tier').waitFor();
  const fill = async (contract: string) => {
    await page.getByRole('button', { name: 'Edit more about this client' }).click();
    await drawer.getByRole('textbox', { name: 'Contract number' }).fill(contract);
  };
  const keep = drawer.getByRole('button', { name: 'Save changes' });
  await fill('C-7');
  await drawer.getByRole('combobox', { name: 'Tier' }).click();
  await page.getByRole('option', { name: 'Silver' }).click();
  await drawer.getByRole('textbox', { name: 'Budget' }).fill('12.345');
  await keep.click();
  await drawer.getByRole('link', { name: 'Budget: Not a number as it is written' }).waitFor();
  await drawer.getByRole('textbox', { name: 'Budget' }).fill('1,200.50');
  await expectNoFindings(page);
  await keep.click();
  await drawer.waitFor({ state: 'hidden' });
  await page.getByText('€1,200.50').waitFor();
  await page.getByText('Still missing').waitFor({ state: 'detached' });

  await page.goto(`/clients/${bolt}`);
  await fill('c-7');
  await keep.click();
  await drawer.getByRole('link', { name: 'Contract number: Another client has this already' }).waitFor();
  await page.close();
});
