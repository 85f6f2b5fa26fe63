import { expect, test } from 'vitest';
import { useBrowser } from '#tests/support/browser.ts';
import { givenWorkspace, world } from '#tests/support/given.ts';
import { mergingOf } from '#tests/support/merging.ts';
import { expectNoFindings, heading } from './given-pages.ts';

const browser = useBrowser();

test('C11 two clients are compared, merged once the money is chosen, found by the old address, and parted again', async () => {
  const given = await givenWorkspace();
  const merging = mergingOf(given, world);
  const survivor = await merging.client('Acme');
  const loser = await merging.client('Acme Inc', { currency: 'CHF', website: 'acme.test' });
  await given.api.contacts.create({ params: merging.at(loser.id), body: { firstName: 'Ana' } });
  const { context } = await browser.signIn(given.person.email);
  const { page } = await browser.open(context, `/clients/${survivor.id}`);
  await heading(page).waitFor();
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Merge with…' }).click();
  await page.getByRole('combobox', { name: 'Merge with' }).fill(loser.name);
  await page.getByRole('option', { name: loser.name }).click();

  const merge = page.getByRole('button', { name: `Merge into ${survivor.name}` });
  await page.getByText('Choose whose is kept in 1 field first.').waitFor();
  expect(await merge.isDisabled()).toBe(true);
  await page.getByText('1 contact').waitFor();
  await expectNoFindings(page);

  await page.getByRole('button', { name: 'Swap which one stays' }).click();
  await page.getByRole('button', { name: `Merge into ${loser.name}` }).waitFor();
  await page.getByRole('button', { name: 'Swap which one stays' }).click();
  await page.getByRole('radiogroup', { name: 'Currency' }).getByRole('radio').first().check();
  // By keyboard: the other value of the name.
  await page.getByRole('radiogroup', { name: 'Name' }).getByRole('radio').first().focus();
  await page.keyboard.press('ArrowRight');
  await page.getByText('You can undo it for 30 days.').waitFor();
  await merge.click();
  await page.getByText('is part of this client now').waitFor();
  expect((await merging.get(survivor.id)).name).toBe(loser.name);

  await page.goto(`/clients/${loser.id}`);
  await page.waitForURL(`**/clients/${survivor.id}?merged=${loser.id}`);
  await page.getByText(`${loser.name} was merged into this client on`).waitFor();
  await expectNoFindings(page);
  await page.getByRole('button', { name: `Undo the merge of ${loser.name}` }).click();
  await page.getByText('was merged into this client on').waitFor({ state: 'hidden' });
  await page.goto(`/clients/${loser.id}`);
  await heading(page).filter({ hasText: loser.name }).waitFor();
  expect(page.url()).not.toContain('merged=');
});
