import { describe, expect, test } from 'vitest';
import { at, bulkOf, ids, someClients } from '../support/bulk.ts';
import { givenWorkspace } from '../support/given.ts';
import { refusalOf } from '../support/refused.ts';
import { expectSound } from '../support/sound.ts';

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
    await given.api.clients.setStatus({ ...at(given, blue.id), ifMatch: 2, body: { status: 'active' } });
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
      status: 'active',
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
