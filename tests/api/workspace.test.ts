import { describe, expect, test } from 'vitest';
import { frozenClock } from '#cloud/clock.ts';
import * as Workspaces from '#domain/workspaces.ts';
import { givenWorkspace, send, unique, world } from '../support/given.ts';
import { refused } from '../support/refused.ts';

describe('settings', () => {
  test('the slug moves within a day, and the portal with it', async () => {
    const given = await givenWorkspace();
    const slug = unique('moved');
    const { data } = await given.api.workspaceSettings.update({ params: given, ifMatch: 1, body: { slug } });
    expect(data).toMatchObject({ slug, version: 2 });
    const front = async (name: string) =>
      (await send('GET', '/api/portal/bootstrap', { site: `${name}.portal.localhost` })).status;
    expect([await front(slug), await front(given.slug)]).toEqual([200, 404]);
    const other = await givenWorkspace();
    const taken = other.api.workspaceSettings.update({ params: other, ifMatch: 1, body: { slug } });
    expect(await refused(taken)).toEqual([422, 'validation_failed']);
  });

  test('after a day it stays, the rest does not', async () => {
    const given = await givenWorkspace();
    const tomorrow = frozenClock(new Date(Date.now() + 25 * 60 * 60 * 1000).toISOString());
    const deps = world().acting(given.workspaceId, given.person, 'owner', tomorrow);
    const slugs = { move: () => Promise.reject(new Error('must not be reached')) };
    const move = Workspaces.updateSettings({ ...deps, slugs }, { slug: 'other-name' }, 1);
    await expect(move).rejects.toMatchObject({ options: { errors: [{ code: 'slug_locked' }] } });
    const kept = await Workspaces.updateSettings({ ...deps, slugs }, { timeZone: 'Europe/Lisbon' }, 1);
    expect(kept.timeZone).toBe('Europe/Lisbon');
  });

  test('bad values are all named, and a stale change is told who was faster', async () => {
    const given = await givenWorkspace();
    const body = { timeZone: 'Mars/Olympus', currency: 'XXQ', locale: 'not a tag' };
    const error = await given.api.workspaceSettings
      .update({ params: given, ifMatch: 1, body })
      .catch((thrown) => thrown);
    const pointers = error.problem.errors.map(({ pointer }: { pointer: string }) => pointer);
    expect(pointers.sort()).toEqual(['/currency', '/locale', '/timeZone']);
    await given.api.workspaceSettings.update({ params: given, ifMatch: 1, body: { name: 'Renamed' } });
    const stale = given.api.workspaceSettings.update({ params: given, ifMatch: 1, body: { name: 'Late' } });
    expect(await refused(stale)).toEqual([412, 'version_conflict']);
  });
});

describe('lists', () => {
  test('entries come, are renamed, ordered and archived; a key that was there stays', async () => {
    const given = await givenWorkspace();
    const entry = (key: string, label = key, archived = false) => ({ key, label, archived });
    const params = { workspaceId: given.workspaceId, list: 'industries' } as const;
    const put = (ifMatch: number, entries: ReturnType<typeof entry>[]) =>
      given.api.lists.update({ params, ifMatch, body: { entries } });
    await put(0, [entry('retail'), entry('health')]);
    const { data } = await put(1, [entry('health', 'Health care'), entry('retail', 'Retail', true)]);
    expect(data).toMatchObject({ version: 2, entries: [{ label: 'Health care' }, { archived: true }] });
    expect(await refused(put(2, [entry('health')]))).toEqual([422, 'validation_failed']);
    expect(await refused(put(1, [entry('health')]))).toEqual([412, 'version_conflict']);
    expect(await refused(put(2, [entry('health'), entry('retail'), entry('retail')]))).toEqual([
      422,
      'validation_failed',
    ]);
    const { data: all } = await given.api.lists.list({ params: given });
    expect(all?.data.map(({ name, version }) => [name, version])).toEqual([
      ['industries', 2],
      ['service_types', 0],
      ['positions', 0],
    ]);
  });
});
