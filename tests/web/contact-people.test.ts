import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { daysAfter } from '#contracts/days.ts';
import type { Contact, ContactCreate } from '#contracts/schemas/contact.ts';
import { useBrowser } from '#tests/support/browser.ts';
import { givenWorkspace } from '#tests/support/given.ts';
import { nothingWished, shownOf } from '../../web/staff/contacts/shown.ts';
import { vcardOf } from '../../web/staff/contacts/vcard.ts';
import { expectNoFindings } from './given-pages.ts';

const browser = useBrowser();

const named = (name: string, fields: Partial<Contact> = {}) =>
  ({
    id: `con_${name}`,
    name,
    firstName: name,
    lastName: null,
    title: null,
    department: null,
    emails: [],
    phones: [],
    flags: [],
    leftOn: null,
    updatedAt: '2026-11-22T09:30:00.000Z',
    ...fields,
  }) as unknown as Contact;

describe('who is shown', () => {
  const people = [
    named('Zoë', { leftOn: '2026-01-01' }),
    named('Émile', { title: 'Buyer', emails: ['e@xn--mnchen-3ya.de'] }),
    named('Ana', { flags: ['approver'], leftOn: '2026-01-02' }),
  ];
  const names = (wish: Partial<typeof nothingWished>) =>
    shownOf(people, { ...nothingWished, ...wish }, '2026-01-02', 'en').map(({ name }) => name);

  test('stand as added, whoever left behind the rest', () => {
    expect(names({})).toEqual(['Émile', 'Ana', 'Zoë']);
    expect(names({ sort: { id: 'name', desc: false } })).toEqual(['Ana', 'Émile', 'Zoë']);
    expect(names({ sort: { id: 'name', desc: true } })).toEqual(['Émile', 'Ana', 'Zoë']);
    expect(names({ sort: { id: 'title', desc: true } })).toEqual(['Émile', 'Ana', 'Zoë']);
  });

  test('are found without their marks, by any of their words, and by role', () => {
    expect(names({ text: ' emile BUY' })).toEqual(['Émile']);
    expect(names({ text: 'münchen' })).toEqual(['Émile']);
    expect(names({ flag: 'approver' })).toEqual(['Ana']);
    expect(names({ text: 'nobody' })).toEqual([]);
  });
});

test('a vCard escapes what would end a value, and folds lines between characters', () => {
  const contact = named('Ana; "X", Ruiz', { title: 'ü'.repeat(60), phones: ['+14155552671;ext=5'] });
  const card = vcardOf(contact, 'Acme, Inc');
  expect(card).toContain('FN:Ana\\; "X"\\, Ruiz\r\n');
  expect(card).toContain('ORG:Acme\\, Inc\r\n');
  expect(card).toContain('TEL;TYPE=WORK,VOICE,PREF:+14155552671 ext. 5\r\n');
  for (const line of card.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  expect(card.replaceAll('\r\n ', '')).toContain(`TITLE:${'ü'.repeat(60)}\r\n`);
});

/** A client with so many people, the first of them by name. */
async function givenPeople(count: number, first: Partial<ContactCreate> = {}) {
  const workspace = await givenWorkspace();
  const { api, workspaceId } = workspace;
  const { data: client } = await api.clients.create({ params: { workspaceId }, body: { name: 'Acme' } });
  if (!client) throw new Error('no client');
  const params = { workspaceId, clientId: client.id };
  const { data: ana } = await api.contacts.create({
    params,
    body: { firstName: 'Ana', lastName: 'Ruiz', emails: ['ana@münchen.de'], ...first },
  });
  if (!ana) throw new Error('no contact');
  for (let n = 2; n <= count; n += 1) {
    const body = { firstName: `Person ${String(n).padStart(2, '0')}`, title: 'Buyer' };
    await api.contacts.create({ params, body });
  }
  return { ...workspace, params, client, ana, base: `/clients/${client.id}/contacts` };
}

/** What lies over one of these, or is cut off, though it was scrolled to. */
const covered = (page: Page, selector: string) =>
  page.evaluate((what) => {
    const parts = [...document.querySelectorAll<HTMLElement>(what)];
    return parts.flatMap((part) => {
      part.scrollIntoView({ block: 'center' });
      const { left, top, width, height } = part.getBoundingClientRect();
      const hit = document.elementFromPoint(left + Math.min(width / 2, 40), top + height / 2);
      return hit && (part.contains(hit) || hit.contains(part)) ? [] : [part.textContent];
    });
  }, selector);

/** Boxes that scroll up and down, by their names. */
const scrollers = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('main, main *')]
      .filter((box) => box.scrollHeight > box.clientHeight + 1)
      .filter((box) => ['auto', 'scroll'].includes(getComputedStyle(box).overflowY))
      .map((box) => box.getAttribute('aria-label') ?? box.tagName),
  );

test('S1 every contact and what stands below can be reached at any width, and the page alone scrolls', async () => {
  const { person, base } = await givenPeople(14);
  const { page } = await browser.signIn(person.email, { path: base });
  await page.getByRole('heading', { name: 'Who is written to' }).waitFor();
  for (const width of [320, 390, 768, 1440]) {
    await page.setViewportSize({ width, height: 844 });
    const people = width < 768 ? 'ul[aria-label="Contacts"] > li' : 'tbody tr[data-row]';
    await page.locator(people).nth(13).waitFor();
    expect(await covered(page, `${people}, main h2, main dl dt`), String(width)).toEqual([]);
    expect(await scrollers(page), String(width)).toEqual(['MAIN']);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(width);
  }
});

test('S1 the 51st contact is read on, found, sorted, and may be chosen everywhere', async () => {
  const { person, base } = await givenPeople(53);
  const { page } = await browser.signIn(person.email, { path: base });
  const row = (name: string) => page.locator('tbody tr[data-row]').filter({ hasText: name });
  await page.getByText('50 are shown').waitFor();
  expect(await row('Person 53').count()).toBe(0);
  await page.getByRole('button', { name: 'Show more contacts' }).click();
  await row('Person 53').waitFor();
  expect(await page.getByRole('button', { name: 'Show more contacts' }).count()).toBe(0);

  await page.reload();
  await page.getByText('50 are shown').waitFor();
  await page.getByRole('searchbox', { name: 'Find a contact' }).fill('person 53');
  await row('Person 53').waitFor();
  expect(await page.locator('tbody tr[data-row]').count()).toBe(1);
  await page.getByRole('searchbox', { name: 'Find a contact' }).fill('nobody like that');
  await page.getByRole('heading', { name: 'Nobody like this' }).waitFor();
  await expectNoFindings(page);
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await page.getByRole('button', { name: 'Name', exact: true }).click();
  await page.getByRole('button', { name: 'Name', exact: true }).click();
  await page.locator('tbody tr[data-row]').first().getByText('Person 53').waitFor();

  await page.reload();
  await page.getByText('50 are shown').waitFor();
  await page.getByRole('button', { name: 'Actions for Ana Ruiz' }).click();
  await page.getByRole('menuitem', { name: 'Remove' }).click();
  await page.getByRole('combobox', { name: 'Who becomes the primary contact?' }).fill('Person 53');
  await page.getByRole('option', { name: 'Person 53' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await row('Ana Ruiz').waitFor({ state: 'hidden' });
});

test('S1 a contact is read by whoever may see it, and edited from there by whoever may', async () => {
  const { api, person, params, ana, base, client, join } = await givenPeople(2, {
    title: 'Head of IT',
    department: 'Operations',
    phones: ['+1 415 555 2671 ext. 5'],
    locale: 'de',
    timeZone: 'Europe/Berlin',
    pronouns: 'she/her',
    flags: ['approver'],
  });
  const { data: brand } = await api.brands.create({ params, body: { name: 'Bolt' } });
  const { data: people } = await api.contacts.list({ params });
  const deputy = people?.data.find(({ id }) => id !== ana.id);
  if (!brand || !deputy) throw new Error('not there');
  const today = new Date().toISOString();
  const away = {
    from: daysAfter(today.slice(0, 10), -2),
    until: daysAfter(today.slice(0, 10), 9),
    deputyId: deputy.id,
  };
  const at = { ...params, contactId: ana.id };
  await api.contacts.update({ params: at, body: { away }, ifMatch: ana.version });

  const viewer = await join('viewer', 'Vera Viewer');
  await api.projects.create({ params, body: { name: 'Shared', memberIds: [viewer.person.userId] } });
  const other = await browser.signIn(viewer.person.email, { path: base });
  await other.page.getByRole('link', { name: 'Ana Ruiz' }).click();
  const read = other.page.getByRole('dialog', { name: 'Ana Ruiz' });
  for (const text of [
    'Head of IT',
    'Operations',
    'ana@münchen.de',
    'German',
    'she/her',
    'The whole client',
  ]) {
    await read.getByText(text, { exact: true }).first().waitFor();
  }
  await read.getByText('Deputy: Person 02').waitFor();
  await read.getByText('Since', { exact: false }).waitFor();
  await read.getByRole('link', { name: 'Notes' }).waitFor();
  expect(await read.getByRole('link', { name: 'Edit' }).count()).toBe(0);
  await other.context.close();

  const { page } = await browser.signIn(person.email, { path: `/clients/${client.id}` });
  await page.getByText('Away until', { exact: false }).waitFor();
  await page.getByRole('link', { name: 'ana@münchen.de' }).waitFor();
  await page.getByRole('link', { name: 'Ana Ruiz' }).click();
  await expectNoFindings(page);
  const [card] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download vCard' }).click(),
  ]);
  expect(card.suggestedFilename()).toBe('Ana-Ruiz.vcf');
  await page.getByRole('dialog').getByRole('link', { name: 'Edit' }).click();
  const form = page.getByRole('dialog', { name: 'Edit Ana Ruiz' });
  await form.getByRole('textbox', { name: 'Extension' }).fill('77');
  await form.getByRole('button', { name: 'Add a phone' }).click();
  await form.getByRole('textbox', { name: 'Phone 2' }).fill('(415) 555-2671');
  await form.getByRole('textbox', { name: 'Extension 2' }).fill('77');
  await form.getByRole('button', { name: 'Save changes' }).click();
  // The client has no address, so a number without its country is none.
  await form.getByText('Not a phone number.', { exact: false }).first().waitFor();
  await form.getByRole('textbox', { name: 'Phone 2' }).fill('+1 415 555 2671');
  await form.getByRole('button', { name: 'Save changes' }).click();
  await form.getByText('This number is there already', { exact: true }).waitFor();
  await form.getByRole('button', { name: 'Remove Phone 2' }).click();
  await form.getByRole('button', { name: 'Save changes' }).click();
  await form.waitFor({ state: 'hidden' });
  expect((await api.contacts.get({ params: at })).data?.phones).toEqual(['+14155552671;ext=77']);
});

test('a contact that is not there says so in the tab, and nothing can be written about it', async () => {
  const { person, base } = await givenPeople(1);
  const { page } = await browser.signIn(person.email, { path: base });
  const unknown = `${base}/con_01ARZ3NDEKTSV4RRFFQ69G5FAV`;
  for (const path of [unknown, `${unknown}/edit`, `${unknown}/notes`, `${base}/nonsense/notes`]) {
    await page.goto(new URL(path, page.url()).href);
    const gone = page.getByRole('dialog', { name: 'Contact not found' });
    await gone.getByRole('heading', { name: 'Nobody is here' }).waitFor();
    expect(await gone.getByRole('textbox').count()).toBe(0);
  }
  await expectNoFindings(page);
  await page.getByRole('button', { name: 'Back to the contacts' }).click();
  await page.getByRole('link', { name: 'Ana Ruiz' }).waitFor();
});
