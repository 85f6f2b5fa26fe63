import { beforeEach, describe, expect, test } from 'vitest';
import type { ClientId, ContactId } from '#contracts/ids.ts';
import type { Contact } from '#contracts/schemas/contact.ts';
import { givenWorkspace } from '../support/given.ts';

type Given = Awaited<ReturnType<typeof givenWorkspace>>;
let given: Given;
let clientId: ClientId;
let otherClientId: ClientId;

beforeEach(async () => {
  given = await givenWorkspace();
  const address = { kind: 'billing' as const, line1: '1 St', city: 'Oakland', country: 'US' };
  [clientId, otherClientId] = (await Promise.all(
    ['Acme', 'Bolt'].map(async (name) => {
      const { data } = await given.api.clients.create({
        params: given,
        body: { name, addresses: [address] },
      });
      if (!data) throw new Error('no client');
      return data.id;
    }),
  )) as [ClientId, ClientId];
});

const params = () => ({ workspaceId: given.workspaceId, clientId });
const add = async (body: {
  firstName: string;
  emails?: string[];
  phones?: string[];
  primary?: true;
}): Promise<Contact> => {
  const { data } = await given.api.contacts.create({ params: params(), body });
  if (!data) throw new Error('no contact');
  return data;
};
const one = ({ id }: { id: ContactId }) => ({ ...params(), contactId: id });
const list = async () => (await given.api.contacts.list({ params: params() })).data?.data ?? [];
const client = async () => (await given.api.clients.get({ params: params() })).data;

describe('adding a person', () => {
  test('folds e-mails, writes phones as E.164 in the country of the client, and names the person', async () => {
    const { data } = await given.api.contacts.create({
      params: params(),
      body: {
        firstName: ' Ana ',
        lastName: 'Ruiz',
        emails: ['Ana@ACME.test'],
        phones: ['(415) 555-2671', '+49 30 901820'],
        title: 'VP',
        flags: ['approver'],
        locale: 'en-US',
        timeZone: 'America/Los_Angeles',
      },
    });
    expect(data).toMatchObject({
      name: 'Ana Ruiz',
      emails: ['ana@acme.test'],
      phones: ['+14155552671', '+4930901820'],
      flags: ['approver'],
      version: 1,
      clientId,
    });
  });

  test('makes the first one primary, and the client knows the name', async () => {
    const [ana, ben] = [await add({ firstName: 'Ana' }), await add({ firstName: 'Ben' })];
    expect([ana.primary, ben.primary]).toEqual([true, false]);
    expect(await client()).toMatchObject({ primaryContactId: ana.id, primaryContactName: 'Ana', version: 2 });
  });

  test('names a phone that is none, an e-mail that is none, an unknown flag, zone and field', async () => {
    await expect(add({ firstName: 'Bad', phones: ['12'] })).rejects.toMatchObject({
      status: 422,
      errors: [{ pointer: '/phones/0', code: 'invalid_phone' }],
    });
    const body = {
      firstName: 'Bad',
      emails: ['x'],
      flags: ['king'],
      timeZone: 'Mars/One',
      clientId,
    } as never;
    const refused = await given.api.contacts.create({ params: params(), body }).catch((error) => error);
    expect(refused.errors.map(({ pointer }: { pointer: string }) => pointer).sort()).toEqual([
      '/clientId',
      '/emails/0',
      '/flags/0',
      '/timeZone',
    ]);
    expect(await list()).toEqual([]);
  });

  test('S1 keeps an extension apart, and refuses a number that is there twice', async () => {
    const kept = await add({ firstName: 'Ana', phones: ['(415) 555-2671 ext. 5', '+14155552671;ext=6'] });
    expect(kept.phones).toEqual(['+14155552671;ext=5', '+14155552671;ext=6']);
    const again = { params: one(kept), body: { phones: kept.phones }, ifMatch: kept.version };
    expect((await given.api.contacts.update(again)).data?.phones).toEqual(kept.phones);
    const phones = ['(415) 555-2671', '12', '+1 415 555 2671', '+14155552671 x123456789'];
    await expect(add({ firstName: 'Bad', phones })).rejects.toMatchObject({
      status: 422,
      errors: [
        { pointer: '/phones/1', code: 'invalid_phone' },
        { pointer: '/phones/2', code: 'phone_twice' },
        { pointer: '/phones/3', code: 'invalid_extension' },
      ],
    });
  });

  test('S1 IDN safe: either spelling of a domain is one address of a client', async () => {
    const ana = await add({ firstName: 'Ana', emails: ['Jörg@MÜNCHEN.de', '用户@例子.广告'] });
    expect(ana.emails).toEqual(['jörg@xn--mnchen-3ya.de', '用户@xn--fsqu00a.xn--4rr70v']);
    for (const email of ['jörg@xn--mnchen-3ya.de', 'jo\u0308rg@münchen.de']) {
      await expect(add({ firstName: 'Twin', emails: [email] })).rejects.toMatchObject({
        code: 'email_taken',
        errors: [{ pointer: '/emails/0' }],
      });
    }
    await expect(
      add({ firstName: 'Twin', emails: ['a@münchen.de', 'a@xn--mnchen-3ya.de'] }),
    ).rejects.toMatchObject({ status: 422, errors: [{ pointer: '/emails', code: 'custom' }] });
    await expect(add({ firstName: '\u200b' })).rejects.toMatchObject({
      status: 422,
      errors: [{ pointer: '/firstName', code: 'too_small' }],
    });
    const { data } = await given.api.duplicates.find({
      params: { workspaceId: given.workspaceId },
      body: { emails: ['jörg@münchen.de'] },
    });
    expect(data?.data.map(({ client: found }) => found.id)).toEqual([clientId]);
  });

  test('with an address of another contact is refused; at another client it is free', async () => {
    await add({ firstName: 'Ana', emails: ['ana@acme.test'] });
    await expect(add({ firstName: 'Twin', emails: ['ANA@acme.test'] })).rejects.toMatchObject({
      status: 409,
      code: 'email_taken',
      errors: [{ pointer: '/emails/0' }],
    });
    const elsewhere = await given.api.contacts.create({
      params: { ...params(), clientId: otherClientId },
      body: { firstName: 'Ana', emails: ['ana@acme.test'] },
    });
    expect(elsewhere.data?.primary).toBe(true);
  });

  test('twenty first contacts at once leave exactly one primary', async () => {
    const added = await Promise.all(
      Array.from({ length: 20 }, (_, n) => add({ firstName: `P${n}` }).catch((error) => error)),
    );
    expect(added.filter((one) => one instanceof Error)).toEqual([]);
    expect((await list()).filter(({ primary }) => primary)).toHaveLength(1);
  });
});

describe('changing a person', () => {
  test('needs the version, answers the next, and frees an address that is gone', async () => {
    const ana = await add({ firstName: 'Ana', emails: ['ana@acme.test'] });
    const { data } = await given.api.contacts.update({
      params: one(ana),
      ifMatch: 1,
      body: { lastName: 'Ruiz', emails: [] },
    });
    expect(data).toMatchObject({ name: 'Ana Ruiz', emails: [], version: 2, primary: true });
    expect(await client()).toMatchObject({ primaryContactName: 'Ana Ruiz' });
    await add({ firstName: 'Heir', emails: ['ana@acme.test'] });
    await expect(
      given.api.contacts.update({ params: one(ana), ifMatch: 1, body: { title: 'x' } }),
    ).rejects.toMatchObject({ status: 412 });
  });

  test('primary: true takes the place from whoever has it', async () => {
    const [ana, ben] = [await add({ firstName: 'Ana' }), await add({ firstName: 'Ben' })];
    const { data } = await given.api.contacts.update({
      params: one(ben),
      ifMatch: 1,
      body: { primary: true },
    });
    expect(data?.primary).toBe(true);
    expect((await list()).filter(({ primary }) => primary).map(({ id }) => id)).toEqual([ben.id]);
    expect((await given.api.contacts.get({ params: one(ana) })).data?.primary).toBe(false);
  });
});

describe('removing a person', () => {
  test('who is primary needs a successor while others are left', async () => {
    const [ana, ben] = [await add({ firstName: 'Ana' }), await add({ firstName: 'Ben' })];
    await expect(given.api.contacts.remove({ params: one(ana), ifMatch: 1 })).rejects.toMatchObject({
      status: 409,
      code: 'successor_needed',
    });
    await given.api.contacts.remove({ params: one(ana), ifMatch: 1, query: { successor: ben.id } });
    expect((await list()).map(({ name, primary }) => [name, primary])).toEqual([['Ben', true]]);
    await given.api.contacts.remove({ params: one(ben), ifMatch: 1 });
    expect(await list()).toEqual([]);
    expect(await client()).toMatchObject({ primaryContactId: null, primaryContactName: null });
  });
});

test('ATK-8 the contact of one client is no contact of another', async () => {
  const ana = await add({ firstName: 'Ana' });
  const nested = { ...params(), clientId: otherClientId, contactId: ana.id };
  await expect(given.api.contacts.get({ params: nested })).rejects.toMatchObject({ status: 404 });
  await expect(
    given.api.contacts.update({ params: nested, ifMatch: 1, body: { title: 'x' } }),
  ).rejects.toMatchObject({ status: 404 });
  await expect(given.api.contacts.remove({ params: nested, ifMatch: 1 })).rejects.toMatchObject({
    status: 404,
  });
  expect((await list()).map(({ id }) => id)).toEqual([ana.id]);
});
