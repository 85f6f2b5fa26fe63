import { describe, expect, test } from 'vitest';
import { ulidIds } from '#cloud/ids.ts';
import { at, bulkOf, ids, someClients } from '../support/bulk.ts';
import { givenWorkspace } from '../support/given.ts';
import { joinLimited } from '../support/limited.ts';
import { refusalOf } from '../support/refused.ts';

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
