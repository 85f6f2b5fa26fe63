import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { useBrowser } from '#tests/support/browser.ts';
import { givenWorkspace } from '#tests/support/given.ts';

const browser = useBrowser();

async function givenOverview() {
  const { workspaceId, api, person } = await givenWorkspace();
  const { data: client } = await api.clients.create({ params: { workspaceId }, body: { name: 'Acme' } });
  if (!client) throw new Error('creating answered nothing');
  const base = `/clients/${client.id}`;
  return { ...(await browser.signIn(person.email, { path: base })), base };
}

/** The ways out of a drawer, other than saving. */
const waysOut: Record<string, (page: Page, drawer: Locator) => Promise<void>> = {
  Esc: (page) => page.keyboard.press('Escape'),
  'the overlay': (page) => page.mouse.click(20, 400),
  Cancel: (_, drawer) => drawer.getByRole('button', { name: 'Cancel' }).click(),
  '×': (_, drawer) => drawer.getByRole('button', { name: 'Close' }).click(),
};

/** Opens the drawer of a follow-up, which no route knows of. */
async function open(page: Page) {
  await page.getByRole('button', { name: 'Add follow-up' }).click();
  const drawer = page.getByRole('dialog', { name: 'New follow-up' });
  await drawer.waitFor();
  return { drawer, what: drawer.getByLabel('What was promised') };
}

test('PAGE-11 a drawer asks before what was typed is lost, whichever way it is closed, and once', async () => {
  const { page, complaints } = await givenOverview();
  const question = page.getByRole('dialog', { name: 'Leave without saving?' });
  for (const leave of Object.values(waysOut)) {
    const { drawer, what } = await open(page);
    await what.fill('Send the quote');
    await leave(page, drawer);
    await question.getByRole('button', { name: 'Keep editing' }).click();
    await question.waitFor({ state: 'hidden' });
    expect(await what.inputValue()).toBe('Send the quote');

    await leave(page, drawer);
    await question.getByRole('button', { name: 'Discard' }).click();
    await drawer.waitFor({ state: 'hidden' });
    await question.waitFor({ state: 'hidden' });
  }
  await page.getByText('Nothing is owed.').waitFor();
  expect(complaints).toEqual([]);
});

test('PAGE-11 a drawer in which nothing was changed, or no more, closes at once', async () => {
  const { page, complaints } = await givenOverview();
  for (const leave of Object.values(waysOut)) {
    const { drawer, what } = await open(page);
    await what.fill('x');
    await what.fill('');
    await leave(page, drawer);
    await drawer.waitFor({ state: 'hidden' });
    expect(await page.getByText('Leave without saving?').count()).toBe(0);
  }
  expect(complaints).toEqual([]);
});

test('PAGE-11 Esc answers the question with keeping, and the drawer below stays', async () => {
  const { page } = await givenOverview();
  const { drawer, what } = await open(page);
  await what.fill('Send the quote');
  await page.keyboard.press('Escape');
  const question = page.getByRole('dialog', { name: 'Leave without saving?' });
  await question.getByRole('button', { name: 'Keep editing' }).waitFor();
  await page.keyboard.press('Escape');
  await question.waitFor({ state: 'hidden' });
  expect(await what.inputValue()).toBe('Send the quote');
  expect(await drawer.isVisible()).toBe(true);
});

test('PAGE-11 a drawer of an address of its own asks once, and a note in the middle of a page asks too', async () => {
  const { page, base, complaints } = await givenOverview();
  await page.goto(new URL(`${base}/contacts/new`, page.url()).href);
  const drawer = page.getByRole('dialog', { name: 'New contact' });
  const question = page.getByRole('dialog', { name: 'Leave without saving?' });
  await drawer.getByLabel('First name').fill('Nadia');
  await page.keyboard.press('Escape');
  await question.getByRole('button', { name: 'Discard' }).click();
  await drawer.waitFor({ state: 'hidden' });
  await question.waitFor({ state: 'hidden' });
  expect(new URL(page.url()).pathname).toBe(`${base}/contacts`);

  await page.getByRole('link', { name: 'Activity' }).click();
  await page.getByRole('button', { name: 'Write a note, or log a call, meeting or mail' }).click();
  const composer = page.getByRole('form', { name: 'New note' });
  await composer.getByLabel('Text').fill('They asked for a lower rate.');
  await composer.getByRole('button', { name: 'Cancel' }).click();
  await question.getByRole('button', { name: 'Keep editing' }).click();
  await question.waitFor({ state: 'hidden' });
  expect(await composer.getByLabel('Text').inputValue()).toBe('They asked for a lower rate.');
  await composer.getByRole('button', { name: 'Cancel' }).click();
  await question.getByRole('button', { name: 'Discard' }).click();
  await composer.waitFor({ state: 'hidden' });
  expect(complaints).toEqual([]);
});

test('PAGE-11 Ctrl+Enter and Cmd+Enter save what announces them, from any field', async () => {
  const { page, base, complaints } = await givenOverview();
  for (const key of ['Control+Enter', 'Meta+Enter']) {
    const { drawer, what } = await open(page);
    expect(
      await drawer.getByRole('button', { name: 'Save follow-up' }).getAttribute('aria-keyshortcuts'),
    ).toBe('Meta+Enter Control+Enter');
    await what.fill(`Promised by ${key}`);
    await what.press(key);
    await drawer.waitFor({ state: 'hidden' });
    await page.getByRole('checkbox', { name: `Done: Promised by ${key}` }).waitFor();
  }

  await page.goto(new URL(`${base}/activity`, page.url()).href);
  await page.getByRole('button', { name: 'Write a note, or log a call, meeting or mail' }).click();
  const text = page.getByRole('form', { name: 'New note' }).getByLabel('Text');
  await text.fill('They asked for a lower rate.');
  await text.press('Control+Enter');
  await page.getByText('Saved for your team').waitFor();
  await page.getByText('They asked for a lower rate.').first().waitFor();
  expect(complaints).toEqual([]);
});
