import { describe, expect, test } from 'vitest';
import { ulidIds } from '#cloud/ids.ts';
import type { BulkEditId } from '#contracts/ids.ts';
import type { BulkEditCreate } from '#contracts/schemas/bulk-edit.ts';
import { at, bulkOf, ids, someClients } from '../support/bulk.ts';
import { bearer, givenWorkspace, send } from '../support/given.ts';
import { refusalOf } from '../support/refused.ts';
import { expectSound } from '../support/sound.ts';

describe('C10 a bulk edit', () => {
  test('previews, changes what fits by the rules of single changes, and tells each row', async () => {
    const given = await givenWorkspace();
    const bulk = bulkOf(given);
    const [acme, blue, cedar] = await someClients(given, ['Acme', 'Blue', 'Cedar']);
    if (!acme || !blue || !cedar) throw new Error('no clients');
    await given.api.clients.setStatus({ ...at(given, blue.id), ifMatch: 1, body: { status: 'active' } });
    const ready = await bulk.prepared({ field: 'status', status: 'active' }, ids([acme, blue, cedar]));
    expect(ready).toMatchObject({
      state: 'ready',
      total: 3,
      handled: 0,
      preview: {
        tally: { ok: 2, unchanged: 1 },
        skipped: [{ outcome: 'unchanged', code: null, clients: 1 }],
        owners: [{ name: given.person.name, clients: 2 }],
      },
    });
    expect((await given.api.clients.get(at(given, acme.id))).data?.status).toBe('pending');

    const done = await bulk.run(ready);
    expect(done).toMatchObject({ state: 'done', handled: 3, tally: { ok: 2, unchanged: 1 } });
    expect((await given.api.clients.get(at(given, acme.id))).data).toMatchObject({
      status: 'active',
      version: 2,
    });
    expect((await given.api.clients.counts({ params: given })).data).toEqual({
      active: 3,
      pending: 0,
      inactive: 0,
    });
    const rows = await bulk.rows(done.id);
    expect(rows.map(({ name, outcome }) => [name, outcome]).sort()).toEqual([
      ['Acme', 'ok'],
      ['Blue', 'unchanged'],
      ['Cedar', 'ok'],
    ]);
    expect((await bulk.rows(done.id, { outcome: 'unchanged' })).map(({ name }) => name)).toEqual(['Blue']);
    await expectSound(given);
  });

  test('of all that a filter finds is frozen with the preview: who comes later is not changed', async () => {
    const given = await givenWorkspace();
    const bulk = bulkOf(given);
    await someClients(given, ['Acme One', 'Acme Two', 'Blue']);
    const ready = await bulk.prepared({ field: 'tags', add: ['Key'] }, { q: 'acme', status: 'pending' });
    expect(ready).toMatchObject({ total: 2, filter: { q: 'acme', status: 'pending' } });
    const [late] = await someClients(given, ['Acme Late']);
    const done = await bulk.run(ready);
    expect(done.tally.ok).toBe(2);
    expect(late && (await given.api.clients.get(at(given, late.id))).data?.tags).toEqual([]);
  });

  test('leaves a client alone that somebody edited since the preview, and says conflict', async () => {
    const given = await givenWorkspace();
    const bulk = bulkOf(given);
    const [acme, blue] = await someClients(given, ['Acme', 'Blue']);
    if (!acme || !blue) throw new Error('no clients');
    const ready = await bulk.prepared({ field: 'tags', add: ['Key'] }, ids([acme, blue]));
    await given.api.clients.update({ ...at(given, acme.id), ifMatch: 1, body: { tags: ['Own'] } });
    const done = await bulk.run(ready);
    expect(done.tally).toMatchObject({ ok: 1, conflict: 1 });
    expect(await bulk.rows(done.id, { outcome: 'conflict' })).toMatchObject([
      { name: 'Acme', code: 'version_conflict' },
    ]);
    expect((await given.api.clients.get(at(given, acme.id))).data?.tags).toEqual(['Own']);
  });

  test('is not in the way of a contact or of another field, before it runs and before it is taken back', async () => {
    const given = await givenWorkspace();
    const bulk = bulkOf(given);
    const [acme] = await someClients(given, ['Acme'], { tags: ['vip'] });
    if (!acme) throw new Error('no client');
    const place = at(given, acme.id);
    const contact = (firstName: string) => given.api.contacts.create({ ...place, body: { firstName } });
    const version = async () => (await given.api.clients.get(place)).data?.version ?? 0;
    const ready = await bulk.prepared({ field: 'tags', add: ['Key', 'VIP'] }, [acme.id]);
    await contact('Ana');
    await given.api.clients.update({ ...place, ifMatch: await version(), body: { notes: 'Called' } });
    const done = await bulk.run(ready);
    expect(done.tally).toMatchObject({ ok: 1, conflict: 0 });
    expect((await given.api.clients.get(place)).data?.tags).toEqual(['vip', 'Key']);
    await contact('Ben');
    await given.api.clients.update({ ...place, ifMatch: await version(), body: { name: 'Acme Inc' } });
    expect((await bulk.undone(done)).undo?.tally).toMatchObject({ ok: 1, conflict: 0 });
    expect((await given.api.clients.get(place)).data).toMatchObject({
      tags: ['vip'],
      notes: 'Called',
      name: 'Acme Inc',
    });
    await expectSound(given);
  });

  test('adds and takes away tags, empties them only when told so, and refuses more than fit', async () => {
    const given = await givenWorkspace();
    const bulk = bulkOf(given);
    const [acme] = await someClients(given, ['Acme'], { tags: ['A', 'B'] });
    const many = Array.from({ length: 20 }, (_, n) => `T${n}`);
    const [full] = await someClients(given, ['Full'], { tags: many });
    if (!acme || !full) throw new Error('no client');
    const tags = async () => (await given.api.clients.get(at(given, acme.id))).data?.tags;
    const first = await bulk.prepared({ field: 'tags', add: ['C', 'A'], remove: ['B'] }, ids([acme, full]));
    expect(first.preview?.skipped).toEqual([{ outcome: 'invalid', code: 'too_many_tags', clients: 1 }]);
    expect((await bulk.run(first)).tally).toMatchObject({ ok: 1, invalid: 1 });
    expect(await tags()).toEqual(['A', 'C']);
    await bulk.run(await bulk.prepared({ field: 'tags', clear: true, add: ['C', 'D'] }, [acme.id]));
    expect(await tags()).toEqual(['C', 'D']);
    await bulk.run(await bulk.prepared({ field: 'tags', clear: true }, [acme.id]));
    expect(await tags()).toEqual([]);
  });

  test('of an owner: the owner must be able to own, and whoever is affected is told', async () => {
    const given = await givenWorkspace();
    const bulk = bulkOf(given);
    const clients = await someClients(given, ['Acme', 'Blue']);
    const ana = await given.join('manager', 'Ana Ruiz');
    const done = await bulk.run(
      await bulk.prepared({ field: 'owner', ownerId: ana.person.userId }, ids(clients)),
    );
    expect(done).toMatchObject({ ownerName: 'Ana Ruiz', tally: { ok: 2 } });
    const { data: own } = await given.api.clients.list({
      params: given,
      query: { owner: ana.person.userId },
    });
    expect(own?.data).toHaveLength(2);
    const stranger = (await givenWorkspace()).person.userId;
    const refused = await refusalOf(
      given.api.bulkEdits.create({
        params: given,
        body: { change: { field: 'owner', ownerId: stranger }, selection: { by: 'ids', ids: ids(clients) } },
      }),
    );
    expect(refused).toMatchObject({ status: 422, errors: [{ pointer: '/change/ownerId' }] });
    await expectSound(given);
  });

  test('without clients.update is refused before anything is prepared, and by the start of somebody who lost the key', async () => {
    const given = await givenWorkspace();
    const { data: table } = await given.api.roles.list({ params: given });
    const keys = ['clients.view', 'clients.view_all', 'clients.bulk_update'] as const;
    const role = { key: 'bulky', name: 'Bulky', permissions: [...keys] };
    await given.api.roles.create({ params: given, ifMatch: table?.version ?? 0, body: role });
    const member = await given.join('bulky');
    const [acme] = await someClients(given, ['Acme']);
    const body: BulkEditCreate = {
      change: { field: 'tags', add: ['Key'], remove: [], clear: false },
      selection: { by: 'ids', ids: ids(acme ? [acme] : []) },
    };
    expect(await refusalOf(member.api.bulkEdits.create({ params: given, body }))).toMatchObject({
      status: 403,
    });

    const admin = await given.join('admin');
    const bulk = bulkOf({ ...given, ...admin });
    const ready = await bulk.prepared({ field: 'tags', add: ['Key'] }, ids(acme ? [acme] : []));
    const { data: people } = await given.api.members.list({ params: given });
    const version = people?.data.find(({ userId }) => userId === admin.person.userId)?.version ?? 0;
    await given.api.members.update({
      params: { ...given, userId: admin.person.userId },
      ifMatch: version,
      body: { role: 'viewer' },
    });
    expect(await refusalOf(bulk.start(ready))).toMatchObject({ status: 403 });
  });
});

describe('bad input', () => {
  const change = { field: 'tags', add: ['Key'] };
  const cases: [string, object, string][] = [
    [
      '5,001 ids',
      { change, selection: { by: 'ids', ids: Array.from({ length: 5_001 }, () => ulidIds.next('client')) } },
      '/selection/ids',
    ],
    ['no id', { change, selection: { by: 'ids', ids: [] } }, '/selection/ids'],
    [
      'ids of another kind',
      { change, selection: { by: 'ids', ids: [ulidIds.next('contact')] } },
      '/selection/ids/0',
    ],
    [
      'an unknown filter',
      { change, selection: { by: 'filter', filter: { name: 'x' } } },
      '/selection/filter/name',
    ],
    [
      'a field that is not on the list',
      { change: { field: 'name', name: 'x' }, selection: { by: 'filter', filter: {} } },
      '/change/field',
    ],
    [
      'going back to pending',
      { change: { field: 'status', status: 'pending' }, selection: { by: 'filter', filter: {} } },
      '/change/status',
    ],
    [
      'inactive without a reason',
      { change: { field: 'status', status: 'inactive' }, selection: { by: 'filter', filter: {} } },
      '/change/reason',
    ],
    ['no tag', { change: { field: 'tags' }, selection: { by: 'filter', filter: {} } }, '/change'],
    [
      'a tag that comes and goes',
      { change: { field: 'tags', add: ['A'], remove: ['A'] }, selection: { by: 'filter', filter: {} } },
      '/change/remove',
    ],
  ];
  test.each(cases)('%s', async (_, body, pointer) => {
    const given = await givenWorkspace();
    const path = `/api/staff/workspaces/${given.workspaceId}/bulk-edits`;
    const { status, json } = await send('POST', path, { headers: bearer(given.token), body });
    expect([status, json.errors?.[0]?.pointer]).toEqual([422, pointer]);
  });

  test('the same id twice', async () => {
    const given = await givenWorkspace();
    const id = ulidIds.next('client');
    const refused = await refusalOf(
      given.api.bulkEdits.create({
        params: given,
        body: { change: { field: 'tags', add: ['Key'] }, selection: { by: 'ids', ids: [id, id] } },
      }),
    );
    expect(refused).toMatchObject({ status: 422, errors: [{ pointer: '/selection/ids' }] });
  });

  test('a filter that finds nobody says so', async () => {
    const given = await givenWorkspace();
    const ended = await bulkOf(given).prepared({ field: 'tags', add: ['Key'] }, { q: 'nobody' });
    expect(ended).toMatchObject({ state: 'failed', problem: 'nothing' });
    const none = { workspaceId: given.workspaceId, bulkEditId: ulidIds.next('bulk_edit') as BulkEditId };
    expect(await refusalOf(given.api.bulkEdits.get({ params: none }))).toMatchObject({ status: 404 });
  });
});
