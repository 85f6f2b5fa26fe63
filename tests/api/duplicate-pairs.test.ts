import { beforeEach, describe, expect, test } from 'vitest';
import type { PairQueue } from '#contracts/duplicate-signs.ts';
import type { ClientId } from '#contracts/ids.ts';
import type { Client, ClientCreate } from '#contracts/schemas/client.ts';
import type { DuplicatePair } from '#contracts/schemas/duplicate.ts';
import { verifyWorkspace } from '#data/verify.ts';
import { MOST_SHARING } from '#domain/pair-signs.ts';
import { eventually } from '../support/eventually.ts';
import { givenWorkspace, type SignedIn, world } from '../support/given.ts';
import { joinLimited } from '../support/limited.ts';
import { refused } from '../support/refused.ts';
import { expectSound } from '../support/sound.ts';

let given: Awaited<ReturnType<typeof givenWorkspace>>;
beforeEach(async () => {
  given = await givenWorkspace();
});

async function client(body: ClientCreate): Promise<Client> {
  const { data } = await given.api.clients.create({ params: given, body });
  if (!data) throw new Error('no client');
  return data;
}
const contact = (clientId: ClientId, ...emails: string[]) =>
  given.api.contacts.create({ params: { ...given, clientId }, body: { firstName: 'Ana', emails } });
const list = async (queue: PairQueue = 'open', as: SignedIn = given) =>
  (await as.api.duplicates.list({ params: given, query: { queue } })).data?.data ?? [];
const said = (pairs: DuplicatePair[]) =>
  pairs.map(({ clients: [one, other], shared }) => `${one.name} | ${other.name}: ${shared}`);
/** What a queue comes to hold, once the stream has told of the last change. */
const comes = (wanted: string[], queue: PairQueue = 'open', as?: SignedIn) =>
  eventually(
    async () => said(await list(queue, as)),
    (found) => JSON.stringify(found) === JSON.stringify(wanted),
  );
const decide = (
  { clients: [one, other], version }: DuplicatePair,
  dismissed: boolean,
  as: SignedIn = given,
) =>
  as.api.duplicates.decide({
    params: { ...given, clientId: one.id, otherId: other.id },
    ifMatch: version,
    body: { dismissed },
  });
const only = async (queue?: PairQueue): Promise<DuplicatePair> => {
  const [pair] = await list(queue);
  if (!pair) throw new Error('no pair');
  return pair;
};

describe('C11 pairs of clients that may be one', () => {
  test('come in the order of their likelihood, with why and with what tells them apart', async () => {
    const address = { kind: 'billing' as const, line1: 'Foundry St 1', city: 'Oakland', country: 'US' };
    const acme = await client({ name: 'Acme', website: 'acme.test', taxId: 'DE 1', addresses: [address] });
    await client({ name: 'Acme Robotics', website: 'www.acme.test' });
    const bolt = await client({ name: 'Bolt', taxId: 'de-1' });
    const bolts = await client({ name: 'Bolt GmbH' });
    await client({ name: 'Alone' });
    await contact(bolt.id, 'ANA@bolt.test');
    await contact(bolts.id, 'ana@bolt.test');
    await comes(['Acme | Bolt: taxId', 'Acme | Acme Robotics: domain', 'Bolt | Bolt GmbH: email,name']);
    const pairs = await list();
    expect(pairs.map(({ likelihood }) => likelihood)).toEqual(['certain', 'possible', 'likely']);
    expect(pairs[0]).toMatchObject({ version: 1, dismissed: null });
    expect(pairs[0]?.clients[0]).toMatchObject({
      id: acme.id,
      city: 'Oakland',
      ownerName: given.person.name,
    });
    await expectSound(given);
  });

  test('a sign that goes takes its pair along, and one that comes brings it', async () => {
    const one = await client({ name: 'Acme', website: 'acme.test' });
    const other = await client({ name: 'ACME Inc.', website: 'acme.test' });
    await comes(['Acme | ACME Inc.: domain,name']);
    const params = { ...given, clientId: other.id };
    await given.api.clients.update({ params, ifMatch: 1, body: { website: null } });
    await comes(['Acme | ACME Inc.: name']);
    await given.api.clients.update({ params, ifMatch: 2, body: { name: 'Zenith' } });
    await comes([]);
    await contact(one.id, 'ana@acme.test');
    const { data } = await contact(other.id, 'ana@acme.test', 'ana@zenith.test');
    await comes(['Acme | Zenith: email']);
    await given.api.contacts.remove({ params: { ...params, contactId: data?.id as never }, ifMatch: 1 });
    await comes([]);
    await expectSound(given);
  });

  test('two that are said to be two stay so, until they share something new', async () => {
    await client({ name: 'Acme' });
    const other = await client({ name: 'Acme Ltd' });
    await comes(['Acme | Acme Ltd: name']);
    const { data: dismissed } = await decide(await only(), true);
    expect(dismissed).toMatchObject({ version: 2, dismissed: { byName: given.person.name } });
    await comes([]);
    await comes(['Acme | Acme Ltd: name'], 'dismissed');
    const { data: again } = await decide(await only('dismissed'), false);
    expect(again).toMatchObject({ version: 3, dismissed: null });
    await comes(['Acme | Acme Ltd: name']);
    await decide(await only(), true);

    const params = { ...given, clientId: other.id };
    await given.api.clients.update({ params, ifMatch: 1, body: { name: 'Zenith' } });
    await comes([], 'dismissed');
    await given.api.clients.update({ params, ifMatch: 2, body: { name: 'ACME' } });
    await comes(['Acme | ACME: name'], 'dismissed');
    const { data: first } = await given.api.clients.list({ params: given, query: { q: 'acme' } });
    for (const { id, version } of first?.data ?? []) {
      await given.api.clients.update({
        params: { ...given, clientId: id },
        ifMatch: version,
        body: { taxId: 'DE1' },
      });
    }
    await comes(['Acme | ACME: taxId,name']);
    expect(await list('dismissed')).toEqual([]);
    await expectSound(given);
  });

  test('nobody decides about what has changed meanwhile, nor about what is no pair', async () => {
    await client({ name: 'Acme' });
    await client({ name: 'Acme Ltd' });
    const far = await client({ name: 'Zenith' });
    await comes(['Acme | Acme Ltd: name']);
    const pair = await only();
    const both = await Promise.allSettled([decide(pair, true), decide(pair, true)]);
    // Who comes second is told, unless he asks for what is so already.
    expect(both.some(({ status }) => status === 'fulfilled')).toBe(true);
    expect(await refused(decide(pair, false))).toEqual([412, 'version_conflict']);
    const params = { ...given, clientId: pair.clients[0].id, otherId: far.id };
    const none = given.api.duplicates.decide({ params, ifMatch: 1, body: { dismissed: true } });
    expect(await refused(none)).toEqual([404, 'not_found']);
    const body = { dismissed: 'yes', other: 1 } as never;
    const wrong = given.api.duplicates.decide({ params, ifMatch: 1, body });
    await expect(wrong).rejects.toMatchObject({ status: 422 });
  });

  test('sleep while one of them is in the trash, and go with a client that is destroyed', async () => {
    const one = await client({ name: 'Acme' });
    const other = await client({ name: 'Acme Ltd' });
    const third = await client({ name: 'Acme SA' });
    const all = ['Acme Ltd | Acme SA: name', 'Acme | Acme SA: name', 'Acme | Acme Ltd: name'];
    await comes(all);
    await decide(await only(), true);
    for (const { id } of [one, other]) {
      await given.api.clients.remove({ params: { ...given, clientId: id }, ifMatch: 1 });
    }
    await comes([]);
    await comes([], 'dismissed');
    await expectSound(given);
    await given.api.clients.restore({ params: { ...given, clientId: one.id }, ifMatch: 2 });
    await comes(['Acme | Acme SA: name']);
    await given.api.clients.destroy({ params: { ...given, clientId: other.id }, ifMatch: 2 });
    await given.api.clients.remove({ params: { ...given, clientId: third.id }, ifMatch: 1 });
    await given.api.clients.destroy({ params: { ...given, clientId: third.id }, ifMatch: 2 });
    await comes([]);
    await expectSound(given);
    const { client: table, tables } = world();
    // Every half of a pair goes, also those in the partition of the client that stays.
    await eventually(
      async () => (await verifyWorkspace(table, tables.main, given.workspaceId)).pairs,
      (pairs) => pairs === 0,
    );
  });

  test('C6 A3 exist only for who sees both clients and may read what they share', async () => {
    const limited = await joinLimited(given);
    const mine = await client({ name: 'Acme', ownerId: limited.person.userId });
    await client({ name: 'Acme Ltd' });
    await client({ name: 'ACME', ownerId: limited.person.userId, taxId: 'DE1' });
    await client({ name: 'Zenith', taxId: 'DE1', ownerId: limited.person.userId });
    await comes(
      ['ACME | Zenith: taxId', 'Acme Ltd | ACME: name', 'Acme | ACME: name', 'Acme | Acme Ltd: name'],
      'open',
    );
    await comes(['ACME | Zenith: taxId', 'Acme | ACME: name'], 'open', limited);
    const hidden = (await list()).find(
      ({ clients: [one, other] }) => one.id === mine.id && other.name === 'Acme Ltd',
    );
    if (!hidden) throw new Error('no pair');
    expect(await refused(decide(hidden, true, limited))).toEqual([404, 'not_found']);

    const params = { workspaceId: given.workspaceId };
    const { data: table } = await given.api.roles.list({ params });
    const permissions = ['clients.view', 'clients.view_all', 'clients.merge'] as const;
    const body = { key: 'merger', name: 'Merger', permissions: [...permissions] };
    await given.api.roles.create({ params, ifMatch: table?.version ?? 0, body });
    const merger = await given.join('merger');
    const shown = said(await list('open', merger));
    expect(shown).toEqual(['Acme Ltd | ACME: name', 'Acme | ACME: name', 'Acme | Acme Ltd: name']);
    const taxed = (await list()).find(({ shared }) => shared.includes('taxId'));
    if (!taxed) throw new Error('no pair');
    expect(await refused(decide(taxed, true, merger))).toEqual([404, 'not_found']);

    const stranger = await givenWorkspace();
    expect(await refused(stranger.api.duplicates.list({ params: given }))).toEqual([404, 'not_found']);
    expect(await refused(decide(hidden, true, stranger))).toEqual([404, 'not_found']);
  });

  test('a name that many have makes few pairs, and tells again once few have it', async () => {
    const all: Client[] = [];
    for (let n = 0; n <= MOST_SHARING; n += 1) all.push(await client({ name: 'Acme', code: `ACM${n}` }));
    await expectSound(given);
    const late = all.at(-1);
    const pairsOf = async (id?: ClientId) => {
      const { data } = await given.api.duplicates.list({ params: given, query: { limit: 20 } });
      const rest = data?.page.next
        ? await given.api.duplicates.list({ params: given, query: { limit: 20, cursor: data.page.next } })
        : null;
      const pairs = [...(data?.data ?? []), ...(rest?.data?.data ?? [])];
      return pairs.filter(({ clients }) => !id || clients.some((client) => client.id === id)).length;
    };
    expect(await pairsOf()).toBeLessThanOrEqual((MOST_SHARING * (MOST_SHARING - 1)) / 2);
    const [first] = all;
    const params = { ...given, clientId: first?.id as ClientId };
    await given.api.clients.update({ params, ifMatch: 1, body: { name: 'Zenith' } });
    await eventually(
      () => pairsOf(late?.id),
      (count) => count === MOST_SHARING - 1,
    );
    await expectSound(given);
  });

  test('clients that come and change all at once leave the pairs that they would leave one by one', async () => {
    const made = await Promise.all(
      Array.from({ length: 6 }, (_, n) => client({ name: `Acme ${n % 2}`, website: `acme${n % 3}.test` })),
    );
    await Promise.all(
      made.map(({ id }, n) =>
        given.api.clients.update({
          params: { ...given, clientId: id },
          ifMatch: 1,
          body: n % 2 ? { name: 'Acme 0' } : { website: 'acme.test' },
        }),
      ),
    );
    await Promise.all([
      given.api.clients.remove({ params: { ...given, clientId: made[0]?.id as ClientId }, ifMatch: 2 }),
      given.api.clients.update({
        params: { ...given, clientId: made[2]?.id as ClientId },
        ifMatch: 2,
        body: { name: 'Zenith' },
      }),
    ]);
    await expectSound(given);
  });
});
