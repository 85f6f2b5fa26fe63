import { expect, test } from 'vitest';
import { billing } from '#tests/support/billing.ts';
import { useBrowser } from '#tests/support/browser.ts';
import { givenWorkspace } from '#tests/support/given.ts';

const browser = useBrowser();

async function givenClient() {
  const workspace = await givenWorkspace();
  const params = { workspaceId: workspace.workspaceId };
  const make = async (name: string) => {
    const { data } = await workspace.api.clients.create({ params, body: { name } });
    if (!data) throw new Error('no client');
    return data;
  };
  return { workspace, params, make, acme: await make('Acme') };
}

test('a client is put below another one; a loop is refused with words; unlinking takes it out', async () => {
  const { workspace, make, acme } = await givenClient();
  await make('Bolt');
  const { page } = await browser.signIn(workspace.person.email, { path: `/clients/${acme.id}/companies` });
  const drawer = page.getByRole('dialog', { name: /^Parent of/ });
  const choose = async (name: string) => {
    await drawer.getByRole('combobox', { name: 'Parent company' }).fill(name.slice(0, 3));
    await page.getByRole('option', { name }).click();
    await drawer.getByRole('button', { name: 'Save parent' }).click();
  };
  const family = page.getByRole('region', { name: 'Parent and subsidiaries' });

  await family.getByRole('button', { name: 'Choose parent' }).click();
  await choose('Bolt');
  await family.getByText('Parent', { exact: true }).waitFor();
  await family.getByRole('link', { name: 'Bolt' }).click();
  await family.getByRole('link', { name: 'Acme' }).waitFor();
  await page.getByRole('button', { name: 'Actions for Bolt' }).click();
  await page.getByRole('menuitem', { name: 'Choose parent' }).click();
  await choose('Acme');
  await drawer
    .getByText('This client stands below the one you move, so it cannot stand above it', { exact: true })
    .waitFor();
  await drawer.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Discard' }).click();
  await page.getByRole('button', { name: 'Actions for Acme' }).click();
  await page.getByRole('menuitem', { name: 'Unlink' }).click();
  await family.getByText('Stands alone', { exact: false }).waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await family.getByRole('link', { name: 'Acme' }).waitFor();
  await family.getByText('1 subsidiary at any depth: 1 pending', { exact: false }).waitFor();
});

test('B2: a subsidiary is added from its parent, and a parent in the trash is told of', async () => {
  const { workspace, params, acme } = await givenClient();
  const { page } = await browser.signIn(workspace.person.email, { path: `/clients/${acme.id}/companies` });
  const family = page.getByRole('region', { name: 'Parent and subsidiaries' });
  await family.getByRole('button', { name: 'Add subsidiary' }).click();
  const drawer = page.getByRole('dialog', { name: 'New subsidiary of Acme' });
  await drawer.getByRole('textbox', { name: 'Name', exact: true }).fill('Acme Labs');
  await drawer.getByRole('button', { name: 'Save subsidiary' }).click();
  await family.getByRole('link', { name: 'Acme Labs' }).waitFor();
  const place = { ...params, clientId: acme.id };
  await workspace.api.clients.remove({ params: place, ifMatch: acme.version });
  await family.getByRole('link', { name: 'Acme Labs' }).click();
  await family.getByText('This client', { exact: true }).waitFor();
  await page.reload();
  await family.getByText('Stands below a client that is in the trash', { exact: false }).waitFor();
  await page.getByRole('button', { name: 'Actions for Acme Labs' }).click();
  await page.getByRole('menuitem', { name: 'Unlink' }).click();
  const asking = page.getByRole('dialog', { name: 'Unlink Acme Labs?' });
  await asking.getByRole('button', { name: 'Unlink' }).click();
  await family.getByText('Stands alone', { exact: false }).waitFor();
});

test('a brand is added, its name refused a second time at the field, changed and removed', async () => {
  const { workspace, acme } = await givenClient();
  const { page } = await browser.signIn(workspace.person.email, { path: `/clients/${acme.id}/companies` });
  const card = page.getByRole('region', { name: 'Brands' });
  const drawer = page.getByRole('dialog', { name: 'New brand' });
  const add = async (name: string) => {
    await card.getByRole('button', { name: 'Add brand' }).click();
    await drawer.getByRole('textbox', { name: 'Name' }).fill(name);
    await drawer.getByRole('button', { name: 'Save brand' }).click();
  };

  await add('Volt');
  await card.getByText('Volt').waitFor();
  await add('VOLT');
  await drawer.getByText('Another one has this name already', { exact: true }).waitFor();
  await drawer.getByRole('textbox', { name: 'Name' }).fill('Ampere');
  await drawer.getByRole('button', { name: 'Save brand' }).click();
  await card.getByText('Ampere').waitFor();
  await page.getByRole('button', { name: 'Actions for Volt' }).click();
  await page.getByRole('menuitem', { name: 'Remove' }).click();
  await page.getByRole('dialog', { name: 'Remove Volt?' }).getByRole('button', { name: 'Remove' }).click();
  await card.getByText('Volt').waitFor({ state: 'hidden' });
});

test('C8: a new billing profile begins with what is settled, and one without a PO number says so where it is asked for', async () => {
  const { workspace, params, acme } = await givenClient();
  const place = { ...params, clientId: acme.id };
  const { data: settings } = await workspace.api.clientSettings.get({ params: place });
  await workspace.api.clientSettings.update({
    params: place,
    ifMatch: settings?.version ?? 0,
    body: { currency: 'JPY', terms: { terms: 'custom', termDays: 14 }, poRequired: true },
  });
  await workspace.api.billingProfiles.create({ params: place, body: billing });
  const { page } = await browser.signIn(workspace.person.email, { path: `/clients/${acme.id}/companies` });
  const card = page.getByRole('region', { name: 'Billing profiles' });
  await card.getByText('PO number missing', { exact: false }).waitFor();
  await card.getByRole('button', { name: 'Add billing profile' }).click();
  const drawer = page.getByRole('dialog', { name: 'New billing profile' });
  await drawer.getByText('ask for one on every invoice', { exact: false }).waitFor();
  expect(await drawer.getByRole('textbox', { name: 'Days to pay' }).inputValue()).toBe('14');
  expect(await drawer.getByRole('combobox', { name: 'Currency' }).inputValue()).toMatch(/^JPY/);
});

test('billing profiles: the second default replaces the first, and the default leaves with a successor', async () => {
  const { workspace, params, acme } = await givenClient();
  await workspace.api.billingProfiles.create({ params: { ...params, clientId: acme.id }, body: billing });
  const { page } = await browser.signIn(workspace.person.email, { path: `/clients/${acme.id}/companies` });
  const card = page.getByRole('region', { name: 'Billing profiles' });
  const row = (name: string) => card.getByRole('listitem').filter({ hasText: name });
  await row('Acme GmbH').getByText('Default', { exact: true }).waitFor();

  await card.getByRole('button', { name: 'Add billing profile' }).click();
  const drawer = page.getByRole('dialog', { name: 'New billing profile' });
  await drawer.getByRole('textbox', { name: 'Legal name' }).fill('Acme Inc.');
  await drawer.getByRole('textbox', { name: 'Tax ID' }).fill('12');
  await drawer.getByRole('textbox', { name: 'Street and number' }).fill('418 Foundry St');
  await drawer.getByRole('textbox', { name: 'City' }).fill('Oakland');
  await drawer.getByRole('combobox', { name: 'Country' }).fill('United States');
  await page.getByRole('option', { name: 'United States', exact: true }).click();
  await drawer.getByRole('combobox', { name: 'Currency' }).fill('USD');
  await page.getByRole('option', { name: /^USD/ }).click();
  await drawer.getByRole('combobox', { name: 'Payment terms' }).click();
  await page.getByRole('option', { name: 'Days of your own' }).click();
  await drawer.getByRole('textbox', { name: 'Invoices to' }).fill('ap@acme.test');
  await drawer.getByRole('button', { name: 'Save profile' }).click();
  await drawer.getByText('A whole number of days, 0 to 180', { exact: true }).waitFor();
  await drawer.getByRole('textbox', { name: 'Days to pay' }).fill('45');
  await drawer.getByRole('button', { name: 'Save profile' }).click();
  await row('Acme Inc.').getByText('45 days', { exact: false }).waitFor();
  await row('Acme Inc.').getByText('Check the tax ID', { exact: false }).waitFor();

  await page.getByRole('button', { name: 'Actions for Acme Inc.' }).click();
  await page.getByRole('menuitem', { name: 'Make default' }).click();
  await row('Acme Inc.').getByText('Default', { exact: true }).waitFor();
  expect(await card.getByText('Default', { exact: true }).count()).toBe(1);

  await page.getByRole('button', { name: 'Actions for Acme Inc.' }).click();
  await page.getByRole('menuitem', { name: 'Remove' }).click();
  const asking = page.getByRole('dialog', { name: 'Remove Acme Inc.?' });
  await asking.getByRole('button', { name: 'Remove' }).click();
  await asking.getByText('This place needs a successor').waitFor();
  await asking.getByRole('combobox', { name: 'Which profile becomes the default?' }).click();
  await page.getByRole('option', { name: 'Acme GmbH' }).click();
  await asking.getByRole('button', { name: 'Remove' }).click();
  await row('Acme Inc.').waitFor({ state: 'hidden' });
  await row('Acme GmbH').getByText('Default', { exact: true }).waitFor();
});

test('a viewer reads it all, changes nothing and sees no tax id', async () => {
  const { workspace, params, acme } = await givenClient();
  const at = { ...params, clientId: acme.id };
  await workspace.api.billingProfiles.create({ params: at, body: { ...billing, taxId: '12' } });
  const colours = { color: '#1f6feb', moreColors: ['#0b7285'] };
  await workspace.api.brands.create({ params: at, body: { name: 'Volt', note: 'Batteries', ...colours } });
  const viewer = await workspace.join('viewer');
  const memberIds = [viewer.person.userId];
  await workspace.api.projects.create({ params: at, body: { name: 'Link', memberIds } });
  const { page } = await browser.signIn(viewer.person.email, { path: `/clients/${acme.id}/companies` });
  await page.getByText('Acme GmbH').waitFor();
  expect(await page.getByRole('button', { name: /Add|Choose parent|Actions for/ }).count()).toBe(0);
  expect(await page.getByText('Check the tax ID', { exact: false }).count()).toBe(0);

  await page.getByRole('button', { name: 'Acme GmbH' }).click();
  const drawer = page.getByRole('dialog', { name: 'Acme GmbH' });
  await drawer.getByText(billing.address.line1, { exact: false }).waitFor();
  expect(await drawer.getByText('Tax ID').count()).toBe(0);
  expect(await drawer.getByRole('button', { name: 'Edit' }).count()).toBe(0);
  await drawer.getByRole('button', { name: 'Close' }).click();
  await page.getByRole('button', { name: 'Volt' }).click();
  await page.getByRole('dialog', { name: 'Volt' }).getByText('#0b7285').waitFor();
});
