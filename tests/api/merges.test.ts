import { beforeEach, describe, expect, test } from 'vitest';
import type { ClientId } from '#contracts/ids.ts';
import { givenWorkspace, world } from '../support/given.ts';
import { mergingOf, money } from '../support/merging.ts';
import { refusalOf, refused } from '../support/refused.ts';
import { expectSound } from '../support/sound.ts';

/** C11: two clients that are one become one, and nothing is lost. */

let given: Awaited<ReturnType<typeof givenWorkspace>>;
let merging: ReturnType<typeof mergingOf>;

beforeEach(async () => {
  given = await givenWorkspace();
  merging = mergingOf(given, world);
});

const preview = async (keep: { id: ClientId }, lose: { id: ClientId }) => {
  const { data } = await given.api.merges.preview({
    params: merging.at(keep.id),
    query: { loserId: lose.id },
  });
  if (!data) throw new Error('no preview');
  return data;
};

describe('the preview of a merge', () => {
  test('compares field by field, counts what moves, and names what collides and what must be chosen', async () => {
    const { survivor, loser } = await merging.pair();
    const told = await preview(survivor, loser);
    const stateOf = Object.fromEntries(told.fields.map(({ field, state }) => [field, state]));
    expect(stateOf).toMatchObject({
      name: 'differs',
      website: 'loser_only',
      currency: 'loser_only',
      ownerId: 'same',
      'settings.taxRate': 'differs',
      'settings.reportCadence': 'same',
      'custom.contract': 'differs',
      'custom.region': 'same',
    });
    expect(
      told.fields
        .filter(({ mustChoose }) => mustChoose)
        .map(({ field }) => field)
        .sort(),
    ).toEqual(Object.keys(money('survivor')).sort());
    expect(Object.fromEntries(told.moves.map(({ kind, count }) => [kind, count]))).toEqual({
      contact: 2,
      brand: 2,
      billing_profile: 2,
      project: 2,
      rate: 5,
      requirement: 2,
      note: 2,
      follow_up: 1,
      child: 1,
      portal_access: 2,
    });
    expect(told.collisions.map(({ kind, outcome }) => `${kind} ${outcome}`).sort()).toEqual([
      'brand folded',
      'contact folded',
      'portal_access folded',
      'project renamed',
      'rate kept',
      'requirement kept',
      'routing kept',
    ]);
    expect(told.blocks).toEqual([]);
  });

  test('says why two that stand below each other cannot be merged, and the merge refuses', async () => {
    const { loser, child } = await merging.pair();
    expect((await preview(child, loser)).blocks).toMatchObject([{ block: 'related' }]);
    const below = await merging.get(child.id);
    const problem = await refusalOf(merging.merge(below, loser));
    expect(problem).toMatchObject({ status: 409, code: 'merge_blocked', blocks: ['related'] });
  });
});

describe('a merge', () => {
  test('refuses until everything about money is chosen, naming each field', async () => {
    const { survivor, loser } = await merging.pair();
    const problem = await refusalOf(merging.merge(survivor, loser, { nonsense: 'loser', rates: 'loser' }));
    expect(problem).toMatchObject({ status: 422, code: 'validation_failed' });
    expect(problem?.errors?.map(({ pointer, code }) => `${pointer} ${code}`).sort()).toEqual([
      '/choices/billingDefault choice_needed',
      '/choices/currency choice_needed',
      '/choices/nonsense unknown_field',
      '/choices/settings.taxRate choice_needed',
    ]);
  });

  test.each(['survivor', 'loser'] as const)(
    'leaves one client with everything of both, and a pointer; money is the %s’s',
    async (side) => {
      const { survivor, loser, child } = await merging.pair();
      const before = (await given.api.clients.counts({ params: given })).data;
      const merge = await merging.merge(survivor, loser, { ...money(side), name: 'loser', code: side });
      const gone = await refusalOf(given.api.clients.get({ params: merging.at(loser.id) }));
      expect(gone).toMatchObject({ status: 410, code: 'client_merged', mergedInto: survivor.id });
      const after = (await given.api.clients.counts({ params: given })).data;
      expect(after?.pending).toBe((before?.pending ?? 0) - 1);

      const done = await merging.until(merge, 'done');
      expect([done.handled, done.total]).toEqual([21, 21]);
      const params = merging.at(survivor.id);
      expect(await merging.get(survivor.id)).toMatchObject({
        name: loser.name,
        website: loser.website,
        tags: ['old', 'new'],
        currency: side === 'loser' ? 'CHF' : null,
        code: side === 'loser' ? loser.code : survivor.code,
      });
      const { api } = given;
      const contacts = (await api.contacts.list({ params })).data?.data ?? [];
      expect(contacts.map(({ firstName }) => firstName).sort()).toEqual(['Only', 'Only', 'Shared']);
      expect(contacts.find(({ firstName }) => firstName === 'Shared')?.emails).toHaveLength(3);
      const brands = (await api.brands.list({ params })).data?.data ?? [];
      expect(brands).toHaveLength(3);
      const ids = brands.map(({ id }) => id);
      expect(contacts.flatMap(({ brandIds }) => brandIds).every((id) => ids.includes(id))).toBe(true);
      const projects = (await api.projects.list({ params })).data?.data ?? [];
      expect(new Set(projects.map(({ name }) => name)).size).toBe(4);
      const profiles = (await api.billingProfiles.list({ params })).data?.data ?? [];
      expect(profiles).toHaveLength(4);
      expect(profiles.filter((profile) => profile.default)[0]?.legalName.startsWith(side)).toBe(
        side === 'loser',
      );
      expect((await api.rates.list({ params })).data?.data).toHaveLength(3);
      expect((await api.requirements.list({ params })).data?.data).toHaveLength(2);
      expect((await api.notes.list({ params })).data?.data).toHaveLength(4);
      expect((await api.followUps.list({ params })).data?.data).toHaveLength(2);
      expect(
        (await api.family.get({ params })).data?.members
          .filter(({ level }) => level === 1)
          .map(({ id }) => id),
      ).toEqual([child.id]);
      const left = await merging.partitionOf(loser.id);
      expect(left.map(({ sk }) => sk)).toEqual(['client']);
      await expectSound(given);
    },
  );

  test('is told on the timeline of the survivor; what was told of the other stays to be read', async () => {
    const { survivor, loser } = await merging.pair();
    const merge = await merging.merge(survivor, loser, money('survivor'));
    await merging.until(merge, 'done');
    await expectSound(given);
    const told = async (id: typeof survivor.id) =>
      (await given.api.activity.ofClient({ params: merging.at(id) })).data?.data ?? [];
    expect(await told(survivor.id)).toContainEqual(
      expect.objectContaining({
        type: 'merge.created',
        record: { kind: 'merge', id: merge.id, label: loser.name },
      }),
    );
    const former = await told(loser.id);
    expect(former.some(({ type }) => type === 'contact.created')).toBe(true);
    expect(former.find(({ type }) => type === 'note.created')?.note?.body).toContain('With loser');
  });

  test('answers nothing of the survivor to whoever does not see it', async () => {
    const limited = await given.join('basic');
    const survivor = await merging.client('Seen by few');
    const { data: loser } = await given.api.clients.create({
      params: given,
      body: { name: 'Seen by him', ownerId: limited.person.userId as never },
    });
    if (!loser) throw new Error('no client');
    await merging.until(await merging.merge(survivor, loser), 'done');
    expect(await refused(limited.api.clients.get({ params: merging.at(loser.id) }))).toEqual([
      404,
      'not_found',
    ]);
    expect(await refused(limited.api.activity.ofClient({ params: merging.at(loser.id) }))).toEqual([
      404,
      'not_found',
    ]);
  });

  test('of the same pair happens once, however many ask at once', async () => {
    const [survivor, loser] = [await merging.client('One'), await merging.client('Two')];
    const asked = await Promise.allSettled(Array.from({ length: 20 }, () => merging.merge(survivor, loser)));
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const { data } = await given.api.merges.list({ params: merging.at(survivor.id) });
    expect(data?.data).toHaveLength(1);
    await expectSound(given);
  });

  test('into a client that was merged itself is refused, and a pointer follows the whole way', async () => {
    const [one, two, three] = [
      await merging.client('A'),
      await merging.client('B'),
      await merging.client('C'),
    ];
    await merging.until(await merging.merge(two, one), 'done');
    await merging.until(await merging.merge(three, await merging.get(two.id)), 'done');
    const gone = await refusalOf(given.api.clients.get({ params: merging.at(one.id) }));
    expect(gone).toMatchObject({ code: 'client_merged', mergedInto: three.id });
    const fourth = await merging.client('D');
    expect(await refused(merging.merge(two, fourth))).toEqual([410, 'client_merged']);
    await expectSound(given);
  });
});

describe('C11 what does not fit together', () => {
  const address = { line1: '1 St', city: 'Lisbon', country: 'PT' };
  const tags = (letter: string) => Array.from({ length: 15 }, (_, n) => `${letter}${n}`);

  test('tags of both are chosen where they are more than a client can have, none is dropped unasked', async () => {
    const one = await merging.client('Acme', { tags: tags('a') });
    const other = await merging.client('Acme Inc', { tags: tags('b') });
    const told = (await preview(one, other)).fields.find(({ field }) => field === 'tags');
    expect(told).toMatchObject({ mustChoose: true, state: 'differs', loser: tags('b').join(', ') });
    expect((await refusalOf(merging.merge(one, other)))?.errors).toMatchObject([
      { pointer: '/choices/tags', code: 'choice_needed' },
    ]);
    await merging.until(await merging.merge(one, other, { tags: 'loser' }), 'done');
    expect((await merging.get(one.id)).tags).toEqual(tags('b'));
  });

  test('addresses are taken by kind, notes are joined, and tags that differ in case alone are one', async () => {
    const one = await merging.client('Acme', {
      notes: 'Old',
      tags: ['VIP'],
      addresses: [
        { kind: 'billing', ...address },
        { kind: 'service', ...address },
      ],
    });
    const other = await merging.client('Acme Inc', {
      notes: 'New',
      tags: ['vip', 'new'],
      addresses: [
        { kind: 'billing', ...address, line1: '2 St' },
        { kind: 'mailing', ...address, line1: '3 St' },
      ],
    });
    const told = (await preview(one, other)).fields;
    expect(told.filter(({ joinable }) => joinable).map(({ field }) => field)).toEqual(['notes']);
    expect(told.filter(({ field }) => field.startsWith('addresses')).map(({ state }) => state)).toEqual([
      'differs',
      'survivor_only',
      'loser_only',
    ]);
    expect((await refusalOf(merging.merge(one, other, { name: 'both' })))?.errors).toMatchObject([
      { pointer: '/choices/name', code: 'not_joinable' },
    ]);
    const choices = { notes: 'both', 'addresses.billing': 'loser' } as const;
    const done = await merging.until(await merging.merge(one, other, choices), 'done');
    const merged = await merging.get(one.id);
    expect(merged).toMatchObject({ notes: 'Old\n\nNew', tags: ['VIP', 'new'] });
    expect(merged.addresses.map(({ kind, line1 }) => `${kind} ${line1}`)).toEqual([
      'service 1 St',
      'billing 2 St',
      'mailing 3 St',
    ]);
    await merging.until(await merging.undo(done), 'undone');
    expect(await merging.get(one.id)).toMatchObject({
      notes: 'Old',
      addresses: one.addresses,
      tags: ['VIP'],
    });
    await expectSound(given);
  });
});
