import { beforeEach, describe, expect, test } from 'vitest';
import type { ClientCreate } from '#contracts/schemas/client.ts';
import type { DuplicateQuestion } from '#contracts/schemas/duplicate.ts';
import { eventually } from '../support/eventually.ts';
import { givenWorkspace, type SignedIn } from '../support/given.ts';
import { expectSound } from '../support/sound.ts';

let given: Awaited<ReturnType<typeof givenWorkspace>>;
beforeEach(async () => {
  given = await givenWorkspace();
});

async function client(body: ClientCreate) {
  const { data } = await given.api.clients.create({ params: given, body });
  if (!data) throw new Error('no client');
  return data;
}

/** Which clients share what, once the index has caught up with the last write. */
const find = async (body: DuplicateQuestion, as: SignedIn = given) =>
  ((await as.api.duplicates.find({ params: given, body })).data?.data ?? []).map(
    ({ client: { name }, shared }) => `${name}: ${shared}`,
  );
const finds = (body: DuplicateQuestion, wanted: string[], as?: SignedIn) =>
  eventually(
    () => find(body, as),
    (found) => JSON.stringify(found) === JSON.stringify(wanted),
  );

describe('C11 likely doubles', () => {
  test('by tax id, domain, e-mail and name, the strongest first; never a prohibition', async () => {
    const acme = await client({ name: 'Acme Robotics', website: 'www.acme.test', taxId: 'DE 123456789' });
    await client({ name: 'ACME Robotics, Inc.' });
    const bolt = await client({ name: 'Bolt Works' });
    const contact = { firstName: 'Ana', emails: ['ana@bolt.test'] };
    await given.api.contacts.create({ params: { ...given, clientId: bolt.id }, body: contact });
    const asked = {
      name: 'acme robotics gmbh',
      website: 'https://acme.test/en',
      taxId: 'de123456789',
      emails: ['ANA@bolt.test'],
    };
    await finds(asked, [
      'Acme Robotics: taxId,domain,name',
      'Bolt Works: email',
      'ACME Robotics, Inc.: name',
    ]);
    await finds({ ...asked, except: acme.id }, ['Bolt Works: email', 'ACME Robotics, Inc.: name']);
    expect(await find({ name: 'Acme Optics' })).toEqual([]);
  });

  test('what changes is found by what it is, and no longer by what it was', async () => {
    const { id: clientId } = await client({ name: 'Acme', website: 'acme.test' });
    await finds({ website: 'acme.test' }, ['Acme: domain']);
    const params = { ...given, clientId };
    await given.api.clients.update({ params, ifMatch: 1, body: { website: 'bolt.test', name: 'Bolt' } });
    await finds({ website: 'bolt.test' }, ['Bolt: domain']);
    await finds({ website: 'acme.test', name: 'Acme' }, []);
    await given.api.clients.remove({ params, ifMatch: 2 });
    await finds({ name: 'Bolt' }, []);
    await given.api.clients.restore({ params, ifMatch: 3 });
    await finds({ name: 'Bolt' }, ['Bolt: name']);
    await expectSound(given);
  });

  test('C6 whoever does not see a client is not told of it; A3 nor by what he may not read', async () => {
    const limited = await given.join('basic');
    await client({ name: 'Acme' });
    const own = await client({ name: 'ACME Ltd', ownerId: limited.person.userId });
    await finds({ name: 'acme' }, ['Acme: name', 'ACME Ltd: name']);
    await finds({ name: 'acme' }, [`${own.name}: name`], limited);
    await expect(find({ taxId: 'DE123456789' }, limited)).rejects.toMatchObject({
      status: 403,
      code: 'forbidden',
    });
  });

  test('a question must ask for something, in the form that it is stored', async () => {
    await expect(find({})).rejects.toMatchObject({ status: 422 });
    await expect(find({ website: 'nothing', emails: ['x'] })).rejects.toMatchObject({
      status: 422,
      errors: [{ pointer: '/website' }, { pointer: '/emails/0' }],
    });
  });
});
