import { expect, test } from 'vitest';
import { useBrowser } from '#tests/support/browser.ts';
import { givenWorkspace } from '#tests/support/given.ts';

const browser = useBrowser();

test('contacts are added, made primary, refused when taken, and removed with a successor', async () => {
  const workspace = await givenWorkspace();
  const params = { workspaceId: workspace.workspaceId };
  const address = { kind: 'billing', line1: '418 Foundry St', city: 'Oakland', country: 'US' } as const;
  const { data: client } = await workspace.api.clients.create({
    params,
    body: { name: 'Acme', addresses: [address] },
  });
  const { page } = await browser.signIn(workspace.person.email, { path: `/clients/${client?.id}/contacts` });
  const drawer = page.getByRole('dialog', { name: 'New contact' });
  const row = (name: string) => page.locator('tbody tr[data-row]').filter({ hasText: name });
  const add = async (first: string, email: string, phone: string) => {
    await page.getByRole('link', { name: 'Add contact' }).click();
    await drawer.getByRole('textbox', { name: 'First name' }).fill(first);
    await drawer.getByRole('textbox', { name: 'E-mail' }).fill(email);
    await drawer.getByRole('textbox', { name: 'Phone' }).fill(phone);
    await drawer.getByRole('button', { name: 'Save contact' }).click();
  };

  await add('Ana', 'ana@acme.test', '(415) 555-0123');
  await row('Ana').getByText('(415) 555-0123').waitFor();
  await row('Ana').getByRole('img', { name: 'Primary contact' }).waitFor();

  await add('Marcus', 'ana@acme.test', '+49 30 123456');
  await drawer.getByText('Another contact of this client has this address', { exact: true }).waitFor();
  await drawer.getByRole('textbox', { name: 'E-mail' }).fill('marcus@acme.test');
  await drawer.getByRole('textbox', { name: 'Phone' }).fill('12');
  await drawer.getByRole('button', { name: 'Save contact' }).click();
  await drawer
    .getByText('Not a phone number. One from abroad begins with + and its country code', { exact: true })
    .waitFor();
  await drawer.getByRole('textbox', { name: 'Phone' }).fill('+49 30 123456');
  await drawer.getByRole('button', { name: 'Save contact' }).click();
  await row('Marcus').getByText('+49 30 123456').waitFor();

  await page.getByRole('button', { name: 'Actions for Marcus' }).click();
  await page.getByRole('menuitem', { name: 'Make primary' }).click();
  await row('Marcus').getByRole('img', { name: 'Primary contact' }).waitFor();
  expect(await page.getByRole('table').getByRole('img', { name: 'Primary contact' }).count()).toBe(1);

  await page.getByRole('button', { name: 'Actions for Marcus' }).click();
  await page.getByRole('menuitem', { name: 'Remove' }).click();
  const asking = page.getByRole('dialog', { name: 'Remove Marcus?' });
  await asking.getByRole('button', { name: 'Remove' }).click();
  await asking.getByText('A primary contact needs a successor').waitFor();
  await asking.getByRole('combobox', { name: 'Who becomes the primary contact?' }).click();
  await page.getByRole('option', { name: 'Ana' }).click();
  await asking.getByRole('button', { name: 'Remove' }).click();
  await row('Marcus').waitFor({ state: 'hidden' });
  await row('Ana').getByRole('img', { name: 'Primary contact' }).waitFor();
});
