import { expect, test } from 'vitest';
import { givenWorkspace } from '../support/given.ts';
import { expectSound } from '../support/sound.ts';

const address = { kind: 'billing' as const, line1: 'Kantstraße 1', city: 'Berlin', country: 'DE' };

test('C1 a client begins with its first contact, who is its primary one, in one step', async () => {
  const given = await givenWorkspace();
  const firstContact = {
    firstName: 'Ana',
    lastName: 'Ruiz',
    title: 'VP Operations',
    email: 'Ana@acme.example',
    phone: '030 1234567',
  };
  const { data: client } = await given.api.clients.create({
    params: given,
    body: { name: 'Acme', addresses: [address], firstContact },
  });
  if (!client) throw new Error('no client');
  const params = { ...given, clientId: client.id };
  const people = (await given.api.contacts.list({ params })).data?.data;
  expect(people).toMatchObject([
    {
      name: 'Ana Ruiz',
      title: 'VP Operations',
      emails: ['ana@acme.example'],
      phones: ['+49301234567'],
      primary: true,
      version: 1,
    },
  ]);
  expect(client).toMatchObject({
    version: 1,
    primaryContactId: people?.[0]?.id,
    primaryContactName: 'Ana Ruiz',
  });
  const again = given.api.contacts.create({
    params,
    body: { firstName: 'Other', emails: ['ana@acme.example'] },
  });
  await expect(again).rejects.toMatchObject({ status: 409, code: 'email_taken' });
  const known = await given.api.duplicates.find({ params: given, body: { emails: ['ana@acme.example'] } });
  expect(known.data?.data.map(({ client: { id } }) => id)).toEqual([client.id]);
  await expectSound(given);
});

test('C1 what is wrong with the first contact is named, and neither he nor the client is written', async () => {
  const given = await givenWorkspace();
  const create = (firstContact: object) =>
    given.api.clients.create({
      params: given,
      body: { name: 'Acme', firstContact: firstContact as { firstName: string } },
    });
  await expect(create({ email: 'nobody', phone: '1' })).rejects.toMatchObject({
    status: 422,
    errors: [{ pointer: '/firstContact/firstName' }, { pointer: '/firstContact/email' }],
  });
  await expect(create({ firstName: 'Ana', phone: '12' })).rejects.toMatchObject({
    status: 422,
    errors: [{ pointer: '/firstContact/phone', code: 'invalid_phone' }],
  });
  expect((await given.api.clients.list({ params: given, query: {} })).data?.data).toEqual([]);
});
