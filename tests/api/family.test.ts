import { beforeEach, expect, test } from 'vitest';
import type { ClientId } from '#contracts/ids.ts';
import { givenWorkspace, type SignedIn } from '../support/given.ts';
import { joinLimited } from '../support/limited.ts';
import { expectSound } from '../support/sound.ts';

let given: Awaited<ReturnType<typeof givenWorkspace>>;
beforeEach(async () => {
  given = await givenWorkspace();
});

const at = (clientId: ClientId) => ({ workspaceId: given.workspaceId, clientId });
const make = async (name: string): Promise<ClientId> => {
  const { data } = await given.api.clients.create({ params: given, body: { name } });
  if (!data) throw new Error('no client');
  return data.id;
};
const read = async (clientId: ClientId) => {
  const { data } = await given.api.clients.get({ params: at(clientId) });
  if (!data) throw new Error('no client');
  return data;
};
const move = async (clientId: ClientId, parentId: ClientId | null, as: SignedIn = given) => {
  const { version: ifMatch } = await read(clientId);
  return as.api.family.setParent({ params: at(clientId), ifMatch, body: { parentId } });
};
const familyOf = async (clientId: ClientId, as: SignedIn = given) => {
  const { data } = await as.api.family.get({ params: at(clientId) });
  const parentId = data?.members.find(({ id }) => id === clientId)?.parentId ?? null;
  const children = data?.members.filter((member) => member.parentId === clientId).map(({ id }) => id);
  return { parent: parentId, children };
};

test('a client stands below another, goes elsewhere and stands alone again', async () => {
  const [group, acme, bolt] = [await make('Group'), await make('Acme'), await make('Bolt')];
  const { data: moved } = await move(bolt, group);
  expect(moved).toMatchObject({ parentId: group, version: 2 });
  await move(acme, group);
  expect(await familyOf(group)).toEqual({ parent: null, children: [acme, bolt] });
  await move(bolt, acme);
  expect(await familyOf(acme)).toEqual({ parent: group, children: [bolt] });
  await move(bolt, null);
  expect(await familyOf(bolt)).toEqual({ parent: null, children: [] });
  const stale = given.api.family.setParent({ params: at(bolt), ifMatch: 1, body: { parentId: group } });
  await expect(stale).rejects.toMatchObject({ status: 412 });
  await expectSound(given);
});

test('no client stands below itself, nor deeper than four, nor below one that is not there', async () => {
  const [a, b, c, d, e] = await Promise.all(['A', 'B', 'C', 'D', 'E'].map(make));
  if (!a || !b || !c || !d || !e) throw new Error('no clients');
  const circle = { status: 409, code: 'hierarchy_cycle' };
  await expect(move(a, a)).rejects.toMatchObject(circle);
  await move(b, a);
  await expect(move(a, b)).rejects.toMatchObject(circle);
  await move(c, b);
  await expect(move(a, c)).rejects.toMatchObject(circle);
  await move(d, c);
  await expect(move(e, d)).rejects.toMatchObject({ status: 409, code: 'hierarchy_limit' });
  await expect(move(a, e)).rejects.toMatchObject({ status: 409, code: 'hierarchy_limit' });
  await given.api.clients.remove({ params: at(e), ifMatch: 1 });
  const unknown = { status: 422, errors: [{ pointer: '/parentId', code: 'unknown_client' }] };
  await expect(move(a, e)).rejects.toMatchObject(unknown);
  const foreign = await givenWorkspace();
  const { data: theirs } = await foreign.api.clients.create({ params: foreign, body: { name: 'X' } });
  await expect(move(a, theirs?.id ?? a)).rejects.toMatchObject(unknown);
  await expectSound(given);
});

test('moves at the same time make no circle together', async () => {
  for (let round = 0; round < 4; round += 1) {
    const ring = await Promise.all(['A', 'B', 'C'].map(make));
    const settled = await Promise.allSettled(
      ring.map((id, n) => move(id, ring[(n + 1) % ring.length] as ClientId)),
    );
    const refused = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason.code] : []));
    expect(refused).toEqual(['hierarchy_cycle']);
  }
  await expectSound(given);
});

test('at most forty stand directly below one', async () => {
  const group = await make('Group');
  for (let n = 0; n < 40; n += 1) await move(await make(`C${n}`), group);
  expect((await familyOf(group)).children).toHaveLength(40);
  await expect(move(await make('One more'), group)).rejects.toMatchObject({ code: 'hierarchy_limit' });
  await expectSound(given);
}, 60_000);

test('children stay when their parent goes to the trash, and stand alone once it is gone for ever', async () => {
  const [group, acme, deep] = [await make('Group'), await make('Acme'), await make('Deep')];
  await move(acme, group);
  await move(deep, acme);
  await given.api.clients.remove({ params: at(group), ifMatch: 1 });
  expect(await familyOf(acme)).toEqual({ parent: null, children: [deep] });
  await given.api.clients.restore({ params: at(group), ifMatch: 2 });
  expect(await familyOf(acme)).toEqual({ parent: group, children: [deep] });
  const { version } = await read(acme);
  await given.api.clients.remove({ params: at(acme), ifMatch: version });
  expect(await familyOf(group)).toEqual({ parent: null, children: [] });
  await given.api.clients.destroy({ params: at(acme), ifMatch: version + 1 });
  expect(await familyOf(deep)).toEqual({ parent: null, children: [] });
  await move(deep, group);
  expect(await familyOf(group)).toEqual({ parent: null, children: [deep] });
  await expectSound(given);
});

test('B2: the whole family is shown as a tree, and what stands below a client is counted by status', async () => {
  const [group, acme, bolt] = [await make('Group'), await make('Acme'), await make('Bolt')];
  const [deep, deepest] = [await make('Deep'), await make('Deepest')];
  for (const [child, parent] of [
    [acme, group],
    [bolt, group],
    [deep, acme],
    [deepest, deep],
  ] as const) {
    await move(child, parent);
  }
  const { version: ifMatch } = await read(deep);
  await given.api.clients.setStatus({ params: at(deep), ifMatch, body: { status: 'active' } });
  const { data } = await given.api.family.get({ params: at(deep) });
  expect(data).toMatchObject({ parent: 'shown', more: false });
  expect(data?.members.map(({ id, level, parentId }) => [id, level, parentId])).toEqual([
    [group, 0, null],
    [acme, 1, group],
    [deep, 2, acme],
    [deepest, 3, deep],
    [bolt, 1, group],
  ]);
  expect(data?.below).toEqual({ active: 0, pending: 1, inactive: 0 });
  const { data: top } = await given.api.family.get({ params: at(group) });
  expect(top?.below).toEqual({ active: 1, pending: 3, inactive: 0 });
  expect(top?.parent).toBe('none');
});

test('B2: of a large family its own line is shown first, and that there are more', async () => {
  const group = await make('Group');
  const below = await Promise.all([1, 2].map((n) => make(`Part ${n}`)));
  for (const part of below) {
    await move(part, group);
    const body = { name: 'Leaf' };
    for (let n = 0; n < 26; n += 1) await given.api.family.addBelow({ params: at(part), body });
  }
  for (const part of below) {
    const { data } = await given.api.family.get({ params: at(part) });
    expect(data?.members).toHaveLength(50);
    expect(data).toMatchObject({ more: true, below: { pending: 26 } });
    expect((await familyOf(part)).parent).toBe(group);
  }
}, 60_000);

test('B2: a subsidiary is created below its parent, as deep and as often as may be', async () => {
  const group = await make('Group');
  const add = (parentId: ClientId, name = 'Below') =>
    given.api.family.addBelow({ params: at(parentId), body: { name, code: name.slice(0, 3).toUpperCase() } });
  const { data: acme } = await add(group, 'Acme');
  expect(acme).toMatchObject({ parentId: group, status: 'pending', version: 1 });
  await expect(add(group, 'Acme')).rejects.toMatchObject({ status: 409, code: 'code_taken' });
  const { data: bolt } = await add(acme?.id ?? group, 'Bolt');
  const { data: core } = await add(bolt?.id ?? group, 'Core');
  await expect(add(core?.id ?? group, 'Dune')).rejects.toMatchObject({ code: 'hierarchy_limit' });
  const together = await Promise.all(['Elm', 'Fir', 'Gum'].map((name) => add(group, name)));
  expect((await familyOf(group)).children).toEqual([acme?.id, ...together.map(({ data }) => data?.id)]);
  await given.api.clients.remove({ params: at(bolt?.id ?? group), ifMatch: 1 });
  await expect(add(bolt?.id ?? group, 'Oak')).rejects.toMatchObject({ status: 404 });
  await expectSound(given);
});

test('B2: a parent that is in the trash or out of sight is told of, not named', async () => {
  const tom = await joinLimited(given);
  const { data: his } = await tom.api.clients.create({ params: given, body: { name: 'His' } });
  if (!his) throw new Error('no client');
  const group = await make('Group');
  await move(his.id, group);
  const stateFor = async (as: SignedIn) => (await as.api.family.get({ params: at(his.id) })).data?.parent;
  expect(await stateFor(tom)).toBe('out_of_sight');
  expect(await stateFor(given)).toBe('shown');
  await given.api.clients.remove({ params: at(group), ifMatch: 1 });
  expect(await stateFor(given)).toBe('in_trash');
  // Whether an unseen client is in the trash is none of his business.
  expect(await stateFor(tom)).toBe('out_of_sight');
  expect(await familyOf(his.id)).toEqual({ parent: null, children: [] });
});

test('access does not flow down, nor up: who sees one client sees only it', async () => {
  const tom = await joinLimited(given);
  const { data: his } = await tom.api.clients.create({ params: given, body: { name: 'His' } });
  if (!his) throw new Error('no client');
  const [group, child] = [await make('Group'), await make('Child')];
  await move(his.id, group);
  await move(child, his.id);
  expect(await familyOf(his.id, tom)).toEqual({ parent: null, children: [] });
  await expect(tom.api.family.get({ params: at(group) })).rejects.toMatchObject({ status: 404 });
  await expect(move(his.id, child, tom)).rejects.toMatchObject({
    status: 422,
    errors: [{ code: 'unknown_client' }],
  });
  expect(await familyOf(his.id)).toEqual({ parent: group, children: [child] });
});
