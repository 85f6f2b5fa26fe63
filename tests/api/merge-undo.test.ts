import { beforeEach, describe, expect, test } from 'vitest';
import type { ClientId, ContactId } from '#contracts/ids.ts';
import { givenWorkspace, world } from '../support/given.ts';
import { mergingOf, money } from '../support/merging.ts';
import { refusalOf, refused } from '../support/refused.ts';
import { expectSound } from '../support/sound.ts';

/** C11: for thirty days a merge can be taken back. */

let given: Awaited<ReturnType<typeof givenWorkspace>>;
let merging: ReturnType<typeof mergingOf>;

beforeEach(async () => {
  given = await givenWorkspace();
  merging = mergingOf(given, world);
});

/** What of an item is its history and not what it says. */
const history = new Set([
  'version',
  'updatedAt',
  'updatedBy',
  'movedBy',
  'lastActivityAt',
  'gsi3sk',
  'gsi5sk',
  'row',
]);

const standing = async (clientId: ClientId) =>
  Object.fromEntries(
    (await merging.partitionOf(clientId))
      .filter(({ sk }) => !String(sk).startsWith('merge#'))
      .map((item) => [
        item.sk as string,
        Object.fromEntries(Object.entries(item).filter(([name]) => !history.has(name))),
      ]),
  );

describe('taking a merge back', () => {
  test.each(['survivor', 'loser'] as const)(
    'restores every item of both clients, money chosen of the %s',
    async (side) => {
      const { survivor, loser } = await merging.pair();
      const before = [await standing(survivor.id), await standing(loser.id)];
      const chosen = {
        ...money(side),
        name: side,
        code: side,
        'custom.contract': side,
        'settings.reportCadence': side,
      };
      const done = await merging.until(await merging.merge(survivor, loser, chosen), 'done');
      const back = await merging.until(await merging.undo(done), 'undone');
      expect([back.skipped, back.handled]).toEqual([[], 21]);
      expect([await standing(survivor.id), await standing(loser.id)]).toEqual(before);
      await expectSound(given);
    },
  );

  test('B3 leaves nobody with a brand that was removed since, or that went back', async () => {
    const { survivor, loser } = await merging.pair();
    const { api } = given;
    const params = merging.at(survivor.id);
    const brandsOf = async () => (await api.brands.list({ params })).data?.data ?? [];
    const own = new Set((await brandsOf()).map(({ id }) => id));
    const done = await merging.until(await merging.merge(survivor, loser, money('survivor')), 'done');
    const came = (await brandsOf()).filter(({ id }) => !own.has(id));
    expect(came.length).toBeGreaterThan(0);
    const [stays, goes] = [came.map(({ id }) => id), [...own]];
    const { data: since } = await api.contacts.create({
      params,
      body: { firstName: 'Since', brandIds: stays },
    });
    for (const brandId of goes) {
      const { data: brand } = await api.brands.get({ params: { ...params, brandId } });
      const query = { alone: 'widen' as const };
      await api.brands.remove({ params: { ...params, brandId }, ifMatch: brand?.version ?? 0, query });
    }
    await expectSound(given);
    await merging.until(await merging.undo(done), 'undone');
    const contactId = since?.id as ContactId;
    expect((await api.contacts.get({ params: { ...params, contactId } })).data?.brandIds).toEqual([]);
    await expectSound(given);
  });

  test('leaves what was changed or added since, and names what it could not give back', async () => {
    const { survivor, loser, kept, gone } = await merging.pair();
    const done = await merging.until(
      await merging.merge(survivor, loser, { ...money('survivor'), name: 'loser' }),
      'done',
    );
    const { api } = given;
    const params = merging.at(survivor.id);
    const now = await merging.get(survivor.id);
    await api.clients.update({ params, ifMatch: now.version, body: { name: 'Renamed since' } });
    const patch = async (contactId: typeof gone.single.id, title: string) => {
      const { data } = await api.contacts.get({ params: { ...params, contactId } });
      await api.contacts.update({
        params: { ...params, contactId },
        ifMatch: data?.version ?? 0,
        body: { title },
      });
    };
    await patch(gone.single.id, 'CFO');
    await patch(kept.shared.id, 'CEO');
    await api.notes.create({ params, body: { kind: 'note', body: 'Written since' } });

    const back = await merging.until(await merging.undo(done), 'undone');
    expect(back.skipped).toEqual([
      { kind: 'field', name: 'Name' },
      { kind: 'contact', name: 'Shared' },
    ]);
    expect((await merging.get(survivor.id)).name).toBe('Renamed since');
    expect((await merging.get(loser.id)).name).toBe(loser.name);
    const at = { ...merging.at(loser.id), contactId: gone.single.id };
    expect((await api.contacts.get({ params: at })).data?.title).toBe('CFO');
    const notes = (await api.notes.list({ params })).data?.data ?? [];
    expect(notes.map(({ body }) => body)).toContain('Written since');
    expect((await api.notes.list({ params: merging.at(loser.id) })).data?.data).toHaveLength(2);
    await expectSound(given);
    const told = (await api.activity.ofClient({ params })).data?.data ?? [];
    expect(told.some(({ type }) => type === 'merge.status_changed')).toBe(true);
  });

  test('is refused before it has ended, twice, and while the survivor is merged itself', async () => {
    const [one, two, three] = [
      await merging.client('A'),
      await merging.client('B'),
      await merging.client('C'),
    ];
    const done = await merging.until(await merging.merge(two, one), 'done');
    await merging.until(await merging.merge(three, await merging.get(two.id)), 'done');
    expect(await refused(merging.undo(done))).toEqual([410, 'client_merged']);
    const { data } = await given.api.merges.list({ params: merging.at(three.id) });
    const [last] = data?.data ?? [];
    if (!last) throw new Error('no merge');
    const undone = await merging.until(await merging.undo(last), 'undone');
    expect(await refused(merging.undo(undone))).toEqual([409, 'invalid_transition']);
    await merging.until(await merging.undo(done), 'undone');
    await expectSound(given);
  });
});

test('C11 while the client that stayed is in the trash, the way back is told: restore that first', async () => {
  const { api } = given;
  const one = await merging.client('Acme');
  const other = await merging.client('Acme Inc');
  const done = await merging.until(await merging.merge(one, other), 'done');
  const { version } = await merging.get(one.id);
  await api.clients.remove({ params: merging.at(one.id), ifMatch: version });
  const gone = await refusalOf(api.clients.get({ params: merging.at(other.id) }));
  expect(gone).toMatchObject({ status: 410, mergedInto: one.id, inTrash: true });
  expect(gone?.detail).toContain('restore that first');
  const early = await refusalOf(merging.undo(done));
  expect(early).toMatchObject({ status: 409, code: 'invalid_transition' });
  await api.clients.restore({ params: merging.at(one.id), ifMatch: version + 1 });
  await merging.until(await merging.undo(done), 'undone');
  expect((await merging.get(other.id)).name).toBe('Acme Inc');
});
