import { describe, expect, test } from 'vitest';
import { ulidIds } from '#cloud/ids.ts';
import { MOST_VIEWS } from '#contracts/schemas/view.ts';
import { bearer, givenWorkspace, type SignedIn, send } from '../support/given.ts';
import { refusalOf } from '../support/refused.ts';
import { expectSound } from '../support/sound.ts';

type Given = Awaited<ReturnType<typeof givenWorkspace>>;

const layout = { hidden: ['code'], order: ['name', 'owner'], widths: { name: 300 } };
const pending = { name: 'Pending', filters: { status: 'pending' as const }, layout };

async function save(given: Pick<Given, 'workspaceId'> & Pick<SignedIn, 'api'>, more = {}) {
  const { data } = await given.api.views.create({ params: given, body: { ...pending, ...more } });
  if (!data) throw new Error('no view');
  return data;
}
const namesFor = async (given: Pick<Given, 'workspaceId'>, { api }: Pick<SignedIn, 'api'>) =>
  (await api.views.list({ params: given })).data?.data.map(({ name }) => name);
const at = (given: Pick<Given, 'workspaceId'>, { id }: Awaited<ReturnType<typeof save>>) => ({
  params: { workspaceId: given.workspaceId, viewId: id },
});

describe('F2 saved views', () => {
  test('of one’s own are nobody else’s, shared ones everybody’s, the shared first', async () => {
    const given = await givenWorkspace();
    const viewer = await given.join('viewer');
    await save({ ...given, api: viewer.api }, { name: 'Mine' });
    await save(given, { name: 'Everybody', shared: true });
    await save(given, { name: 'Owner only' });
    expect(await namesFor(given, viewer)).toEqual(['Everybody', 'Mine']);
    expect(await namesFor(given, given)).toEqual(['Everybody', 'Owner only']);
    await expectSound(given);
  });

  test('keep filters, order and columns as they were saved, and change by field', async () => {
    const given = await givenWorkspace();
    const view = await save(given, { filters: { owner: 'me', sort: 'name' } });
    expect(view).toMatchObject({ filters: { owner: 'me', sort: 'name' }, layout, version: 1, shared: false });
    const { data: renamed } = await given.api.views.update({
      ...at(given, view),
      ifMatch: 1,
      body: { name: 'Mine', filters: {} },
    });
    expect(renamed).toMatchObject({ name: 'Mine', filters: {}, layout, version: 2 });
    const stale = given.api.views.update({ ...at(given, view), ifMatch: 1, body: { name: 'Late' } });
    expect(await refusalOf(stale)).toMatchObject({ status: 412, code: 'version_conflict' });
    const same = await given.api.views.update({ ...at(given, view), ifMatch: 2, body: { name: 'Mine' } });
    expect(same.data?.version).toBe(2);
  });

  test('are shared, changed and removed for everybody by whoever holds lists.manage alone', async () => {
    const given = await givenWorkspace();
    const manager = await given.join('manager');
    const asManager = { ...given, api: manager.api };
    expect(await refusalOf(save(asManager, { shared: true }))).toMatchObject({
      status: 403,
      permission: 'lists.manage',
    });
    const own = await save(asManager, { name: 'Own' });
    const shared = await save(given, { name: 'Shared', shared: true });
    for (const call of [
      () => manager.api.views.update({ ...at(given, own), ifMatch: 1, body: { shared: true } }),
      () => manager.api.views.update({ ...at(given, shared), ifMatch: 1, body: { name: 'X' } }),
      () => manager.api.views.remove({ ...at(given, shared), ifMatch: 1 }),
    ])
      expect(await refusalOf(call())).toMatchObject({ status: 403 });
    // Of a view of somebody's own, not even an owner knows.
    const foreign = given.api.views.update({ ...at(given, own), ifMatch: 1, body: { name: 'X' } });
    expect(await refusalOf(foreign)).toMatchObject({ status: 404 });
    await given.api.views.remove({ ...at(given, shared), ifMatch: 1 });
    expect(await namesFor(given, manager)).toEqual(['Own']);
    await expectSound(given);
  });

  test('move between shared and own, and are their maker’s again', async () => {
    const given = await givenWorkspace();
    const admin = await given.join('admin');
    const view = await save({ ...given, api: admin.api });
    await admin.api.views.update({ ...at(given, view), ifMatch: 1, body: { shared: true } });
    expect(await namesFor(given, given)).toEqual(['Pending']);
    await given.api.views.update({ ...at(given, view), ifMatch: 2, body: { shared: false } });
    expect(await namesFor(given, given)).toEqual([]);
    expect(await namesFor(given, admin)).toEqual(['Pending']);
    await expectSound(given);
  });

  test('begin a member’s list where he chose one; one that is gone is no choice', async () => {
    const given = await givenWorkspace();
    const viewer = await given.join('viewer');
    const view = await save(given, { shared: true });
    const own = await save(given);
    const chosen = async () => (await viewer.api.views.list({ params: given })).data?.defaultViewId;
    await viewer.api.views.setDefault({ params: given, body: { viewId: view.id } });
    expect(await chosen()).toBe(view.id);
    const hidden = viewer.api.views.setDefault({ params: given, body: { viewId: own.id } });
    expect(await refusalOf(hidden)).toMatchObject({ status: 404 });
    expect((await given.api.views.list({ params: given })).data?.defaultViewId).toBeNull();
    await given.api.views.remove({ ...at(given, view), ifMatch: 1 });
    expect(await chosen()).toBeNull();
    await viewer.api.views.setDefault({ params: given, body: { viewId: null } });
    expect(await chosen()).toBeNull();
  });

  test('are fifty at most on each shelf, however many arrive at once', async () => {
    const given = await givenWorkspace();
    const made = await Promise.allSettled(
      Array.from({ length: MOST_VIEWS + 4 }, (_, n) => save(given, { name: `View ${n}` })),
    );
    for (
      let there = made.filter(({ status }) => status === 'fulfilled').length;
      there < MOST_VIEWS;
      there += 1
    )
      await save(given);
    expect(await refusalOf(save(given))).toMatchObject({
      status: 422,
      errors: [{ pointer: '/name', code: 'too_many' }],
    });
    expect(await namesFor(given, given)).toHaveLength(MOST_VIEWS);
    await save(given, { shared: true });
    await expectSound(given);
  });
});

describe('bad input', () => {
  const cases: [string, object, string][] = [
    ['a blank name', { ...pending, name: ' ' }, '/name'],
    ['an unknown filter', { ...pending, filters: { colour: 'x' } }, '/filters/colour'],
    [
      'a column that is no key',
      { ...pending, layout: { ...layout, hidden: ['<img onerror>'] } },
      '/layout/hidden/0',
    ],
    [
      'a width that is none',
      { ...pending, layout: { ...layout, widths: { name: 1e6 } } },
      '/layout/widths/name',
    ],
    ['an unknown field', { ...pending, color: 'red' }, '/color'],
  ];
  test.each(cases)('%s', async (_, body, pointer) => {
    const given = await givenWorkspace();
    const path = `/api/staff/workspaces/${given.workspaceId}/views`;
    const { status, json } = await send('POST', path, { headers: bearer(given.token), body });
    expect([status, json.errors?.[0]?.pointer]).toEqual([422, pointer]);
  });

  test('an id of another kind, and one that there is not', async () => {
    const given = await givenWorkspace();
    const gone = { params: { workspaceId: given.workspaceId, viewId: ulidIds.next('view') } };
    expect(await refusalOf(given.api.views.remove({ ...gone, ifMatch: 1 }))).toMatchObject({ status: 404 });
    const body = { viewId: ulidIds.next('client') };
    const path = `/api/staff/workspaces/${given.workspaceId}/views/default`;
    expect((await send('POST', path, { headers: bearer(given.token), body })).status).toBe(422);
  });
});
