import { describe, expect, test } from 'vitest';
import { ulidIds } from '#cloud/ids.ts';
import type { BulkEditId, ClientId } from '#contracts/ids.ts';
import type { BulkEditCreate } from '#contracts/schemas/bulk-edit.ts';
import { bulkOf } from '../support/bulk.ts';
import { bearer, givenWorkspace, send } from '../support/given.ts';
import { joinLimited } from '../support/limited.ts';
import { refusalOf } from '../support/refused.ts';
import { expectSound } from '../support/sound.ts';

type Given = Awaited<ReturnType<typeof givenWorkspace>>;

async function someClients(given: Pick<Given, 'api' | 'workspaceId'>, names: readonly string[], more = {}) {
  const made = [];
  for (const name of names) {
    const { data } = await given.api.clients.create({ params: given, body: { name, ...more } });
    if (!data) throw new Error('no client');
    made.push(data);
  }
  return made;
}
const ids = (clients: readonly { id: ClientId }[]) => clients.map(({ id }) => id);
const at = (given: Given, clientId: ClientId) => ({ params: { workspaceId: given.workspaceId, clientId } });

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
    await given.api.clients.update({ ...at(given, acme.id), ifMatch: 1, body: { name: 'Acme Inc' } });
    const done = await bulk.run(ready);
    expect(done.tally).toMatchObject({ ok: 1, conflict: 1 });
    expect(await bulk.rows(done.id, { outcome: 'conflict' })).toMatchObject([
      { name: 'Acme Inc', code: 'version_conflict' },
    ]);
    expect((await given.api.clients.get(at(given, acme.id))).data?.tags).toEqual([]);
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

describe('C6 the view scope of a bulk edit', () => {
  test('a client out of sight is like none: nothing of it is named, and nothing of it changes', async () => {
    const given = await givenWorkspace();
    const limited = await joinLimited(given);
    const [hidden] = await someClients(given, ['Hidden']);
    const [own] = await someClients({ ...given, ...limited }, ['Own']);
    const [trashed] = await someClients({ ...given, ...limited }, ['Trashed']);
    if (!hidden || !own || !trashed) throw new Error('no clients');
    await given.api.clients.remove({ ...at(given, trashed.id), ifMatch: 1 });
    const foreign = ulidIds.next('client');
    const bulk = bulkOf({ ...given, ...limited });
    const ready = await bulk.prepared({ field: 'tags', add: ['Key'] }, [
      hidden.id,
      own.id,
      foreign,
      trashed.id,
    ]);
    expect(ready.preview).toMatchObject({
      tally: { ok: 1, denied: 3 },
      skipped: [{ outcome: 'denied', code: 'not_found', clients: 3 }],
      owners: [{ name: limited.person.name, clients: 1 }],
    });
    const done = await bulk.run(ready);
    const denied = await bulk.rows(done.id, { outcome: 'denied' });
    expect(denied.map(({ name, code }) => [name, code])).toEqual(Array(3).fill([null, 'not_found']));
    expect((await given.api.clients.get(at(given, hidden.id))).data?.version).toBe(1);
    expect(await bulk.prepared({ field: 'tags', add: ['More'] }, {})).toMatchObject({ total: 1 });
    const asked = await refusalOf(
      limited.api.bulkEdits.create({
        params: given,
        body: {
          change: { field: 'tags', add: ['More'] },
          selection: { by: 'filter', filter: { owner: given.person.userId } },
        },
      }),
    );
    expect(asked).toMatchObject({ status: 422, errors: [{ pointer: '/selection/filter/owner' }] });
  });

  test('the name of a client that is out of sight by now is not told by an old result', async () => {
    const given = await givenWorkspace();
    const limited = await joinLimited(given);
    const [own] = await someClients({ ...given, ...limited }, ['Own']);
    const bulk = bulkOf({ ...given, ...limited });
    const owner = { field: 'owner', ownerId: given.person.userId } as const;
    const done = await bulk.run(await bulk.prepared(owner, ids(own ? [own] : [])));
    expect(done.tally.ok).toBe(1);
    expect(await bulk.rows(done.id)).toMatchObject([{ name: null, outcome: 'ok' }]);
    // He gave it away, and nobody touched it since: he may think better of it.
    expect((await bulk.undone(done)).undo?.tally.ok).toBe(1);
    expect(await bulk.rows(done.id)).toMatchObject([{ name: 'Own', undone: 'ok' }]);
  });

  test('a bulk edit is its maker’s alone', async () => {
    const given = await givenWorkspace();
    const [acme] = await someClients(given, ['Acme']);
    const { id, version } = await bulkOf(given).prepared(
      { field: 'tags', add: ['Key'] },
      ids(acme ? [acme] : []),
    );
    const other = await given.join('admin');
    const params = { workspaceId: given.workspaceId, bulkEditId: id };
    for (const call of [
      () => other.api.bulkEdits.get({ params }),
      () => other.api.bulkEdits.start({ params, ifMatch: version }),
      () => other.api.bulkEdits.cancel({ params }),
      () => other.api.bulkEdits.undo({ params, ifMatch: version }),
      () => other.api.bulkEdits.rows({ params }),
    ])
      expect(await refusalOf(call())).toMatchObject({ status: 404 });
    expect((await other.api.bulkEdits.list({ params })).data?.data).toEqual([]);
    expect((await given.api.bulkEdits.list({ params })).data?.data).toMatchObject([{ id }]);
  });
});

describe('C10 undo', () => {
  test('gives every field back, pending too, but not to a client that was edited since', async () => {
    const given = await givenWorkspace();
    const bulk = bulkOf(given);
    const clients = await someClients(given, ['Acme', 'Blue', 'Cedar']);
    const [acme, blue, cedar] = clients;
    if (!acme || !blue || !cedar) throw new Error('no clients');
    const status = { field: 'status', status: 'inactive', reason: 'Season is over' } as const;
    const done = await bulk.run(await bulk.prepared(status, ids(clients)));
    expect(Date.parse(done.undoUntil ?? '') - Date.parse(done.finishedAt ?? '')).toBe(24 * 60 * 60_000);
    await given.api.clients.update({ ...at(given, blue.id), ifMatch: 2, body: { notes: 'Called' } });
    await given.api.clients.remove({ ...at(given, cedar.id), ifMatch: 2 });
    const undone = await bulk.undone(done);
    expect(undone).toMatchObject({ state: 'undone', undo: { tally: { ok: 1, conflict: 2 } } });
    const {
      version,
      updatedAt,
      lastActivityAt: _told,
      ...now
    } = (await given.api.clients.get(at(given, acme.id))).data ?? {};
    const { version: _, updatedAt: __, lastActivityAt: ___, ...then } = acme;
    expect(now).toEqual(then);
    expect(version).toBe(3);
    expect(updatedAt).not.toBe(acme.updatedAt);
    expect((await given.api.clients.get(at(given, blue.id))).data).toMatchObject({
      status: 'inactive',
      notes: 'Called',
    });
    expect((await bulk.rows(done.id, { undone: 'conflict' })).map(({ name }) => name).sort()).toEqual([
      'Blue',
      null,
    ]);
    expect(await refusalOf(bulk.undo(undone))).toMatchObject({ status: 409, code: 'invalid_transition' });
    await expectSound(given);
  });

  test('is refused where nothing was changed', async () => {
    const given = await givenWorkspace();
    const bulk = bulkOf(given);
    const [acme] = await someClients(given, ['Acme']);
    const ready = await bulk.prepared({ field: 'tags', remove: ['Nothing'] }, ids(acme ? [acme] : []));
    expect(await refusalOf(bulk.undo(ready))).toMatchObject({ code: 'invalid_transition' });
    const done = await bulk.run(ready);
    expect(done).toMatchObject({ tally: { unchanged: 1 }, undoUntil: null });
    expect(await refusalOf(bulk.undo(done))).toMatchObject({ code: 'invalid_transition' });
  });
});

describe('C10 cancel', () => {
  test('drops what was not started, and is refused once it has ended', async () => {
    const given = await givenWorkspace();
    const bulk = bulkOf(given);
    const [acme] = await someClients(given, ['Acme']);
    const ready = await bulk.prepared({ field: 'tags', add: ['Key'] }, ids(acme ? [acme] : []));
    const cancelled = await bulk.cancel(ready.id);
    expect(cancelled).toMatchObject({ state: 'cancelled', handled: 0 });
    expect(await refusalOf(bulk.start(cancelled))).toMatchObject({ code: 'invalid_transition' });
    const done = await bulk.run(
      await bulk.prepared({ field: 'tags', add: ['Key'] }, ids(acme ? [acme] : [])),
    );
    expect(await refusalOf(bulk.cancel(done.id))).toMatchObject({ code: 'invalid_transition' });
  });

  test('after some were changed keeps those, counts them, and undo gives them back', async () => {
    const given = await givenWorkspace();
    const bulk = bulkOf(given);
    const clients = await Promise.all(
      Array.from({ length: 90 }, (_, n) => someClients(given, [`Client ${n}`])),
    );
    const ready = await bulk.prepared({ field: 'tags', add: ['Key'] }, ids(clients.flat()));
    await bulk.start(ready);
    await bulk.until(ready.id, ({ handled }) => handled > 0);
    await bulk.cancel(ready.id);
    const ended = await bulk.until(ready.id, ({ state }) => state === 'cancelled' || state === 'done');
    const rows = await bulk.rows(ready.id, { outcome: 'ok' });
    expect(rows).toHaveLength(ended.tally.ok);
    expect(ended.handled).toBe(ended.tally.ok);
    const { data: tagged } = await given.api.clients.list({ params: given, query: { limit: 50 } });
    expect(tagged?.data.filter(({ tags }) => tags.length > 0).length).toBeLessThanOrEqual(ended.tally.ok);
    const undone = await bulk.undone(ended);
    expect(undone.undo?.tally).toMatchObject({ ok: ended.tally.ok, conflict: 0 });
    await expectSound(given);
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
