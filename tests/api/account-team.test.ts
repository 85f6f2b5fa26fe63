import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { expect, test } from 'vitest';
import type { ClientId, UserId } from '#contracts/ids.ts';
import type { TeamPlaceCreate } from '#contracts/schemas/account-team.ts';
import { eventually } from '../support/eventually.ts';
import { givenWorkspace, type SignedIn, world } from '../support/given.ts';
import { joinLimited } from '../support/limited.ts';
import { refused } from '../support/refused.ts';
import { expectSound } from '../support/sound.ts';

async function givenClient() {
  const given = await givenWorkspace();
  const { workspaceId } = given;
  const make = async (name: string, ownerId?: UserId) => {
    const body = { name, ...(ownerId && { ownerId }) };
    const { data } = await given.api.clients.create({ params: given, body });
    if (!data) throw new Error('no client');
    return { workspaceId, clientId: data.id };
  };
  const params = await make('Acme');
  const put = async (
    { person }: Pick<SignedIn, 'person'>,
    body: Partial<TeamPlaceCreate> = {},
    at = params,
  ) => {
    const whole = { role: 'delivery' as const, ...body, userId: person.userId };
    const { data } = await given.api.accountTeam.create({ params: at, body: whole });
    if (!data) throw new Error('no place');
    return data;
  };
  const team = async (at = params, api = given.api) =>
    (await api.accountTeam.list({ params: at })).data?.data ?? [];
  const told = async () =>
    (await given.api.activity.ofClient({ params })).data?.data.map(({ type, record }) => [
      type,
      record.label,
    ]);
  return { ...given, params, make, put, team, told };
}

test('C7 members are put on a team, change what they do and leave it, and the timeline tells of it', async () => {
  const { api, params, put, team, told, join, ...given } = await givenClient();
  const [priya, jonas] = [await join('manager', 'Priya Raman'), await join('admin', 'Jonas Weber')];
  const place = await put(priya, { since: '2026-02-01' });
  expect(place).toMatchObject({
    version: 1,
    memberName: 'Priya Raman',
    role: 'delivery',
    since: '2026-02-01',
    status: 'active',
    seesClient: true,
  });
  const { since } = await put(jonas, { role: 'lead' });
  expect(since).toMatch(/^\d{4}-\d\d-\d\d$/);
  expect((await team()).map(({ memberName }) => memberName)).toEqual(['Jonas Weber', 'Priya Raman']);

  const at = { ...params, userId: priya.person.userId };
  const change = { params: at, body: { role: 'support' } as const };
  const { data: changed } = await api.accountTeam.update({ ...change, ifMatch: 1 });
  expect(changed).toMatchObject({ version: 2, role: 'support', since: '2026-02-01' });
  expect(await refused(api.accountTeam.update({ ...change, ifMatch: 1 }))).toEqual([412, 'version_conflict']);
  await expect(api.accountTeam.remove({ params: at, ifMatch: 1 })).rejects.toMatchObject({ status: 412 });
  await api.accountTeam.remove({ params: at, ifMatch: 2 });
  expect(await refused(api.accountTeam.remove({ params: at, ifMatch: 3 }))).toEqual([404, 'not_found']);
  await put(priya, { role: 'finance' });
  await eventually(told, (entries) => entries?.length === 6);
  expect((await told())?.slice(0, 5).sort()).toEqual([
    ['account_team.created', 'Jonas Weber'],
    ['account_team.created', 'Priya Raman'],
    ['account_team.created', 'Priya Raman'],
    ['account_team.deleted', 'Priya Raman'],
    ['account_team.updated', 'Priya Raman'],
  ]);
  await expectSound(given);
});

test('C7 a place gives no sight: the team says so until a project does', async () => {
  const { api, params, put, team, join, ...given } = await givenClient();
  const limited = await joinLimited({ ...given, join });
  await put(limited);
  const [place] = await team();
  expect(place).toMatchObject({ status: 'active', seesClient: false });
  expect(await refused(limited.api.clients.get({ params }))).toEqual([404, 'not_found']);
  expect(await refused(limited.api.accountTeam.list({ params }))).toEqual([404, 'not_found']);
  const mine = { workspaceId: params.workspaceId, userId: limited.person.userId };
  const places = async (who: SignedIn['api']) =>
    (await who.accountTeam.ofMember({ params: mine })).data?.data.map(({ clientName }) => clientName);
  expect([await places(limited.api), await places(api)]).toEqual([[], ['Acme']]);

  await api.projects.create({ params, body: { name: 'One', memberIds: [limited.person.userId] } });
  expect(await team()).toMatchObject([{ seesClient: true }]);
  expect(await team(params, limited.api)).toHaveLength(1);
  expect(await places(limited.api)).toEqual(['Acme']);
});

test('C7 only active members who may see clients join, nobody twice, thirty at most', async () => {
  const { api, params, put, join, workspaceId, team, owner } = await givenClient();
  const body = (userId: string) => ({ userId: userId as UserId, role: 'lead' as const });
  const wrong = { status: 422, errors: [{ pointer: '/userId', code: 'assignee_no_access' }] };
  const nobody = '5f0f3c1e-0f43-4b57-9d3e-0a8b3f2a7c11';
  await expect(api.accountTeam.create({ params, body: body(nobody) })).rejects.toMatchObject(wrong);
  const gone = await join('manager');
  const at = { workspaceId, userId: gone.person.userId };
  await api.members.update({ params: at, body: { status: 'disabled' }, ifMatch: 1 });
  await expect(api.accountTeam.create({ params, body: body(at.userId) })).rejects.toMatchObject(wrong);
  const { data: table } = await owner.api.roles.list({ params: { workspaceId } });
  const blind = { key: 'blind', name: 'Blind', permissions: ['members.view' as const] };
  await owner.api.roles.create({ params: { workspaceId }, ifMatch: table?.version ?? 0, body: blind });
  const sightless = (await join('blind')).person.userId;
  await expect(api.accountTeam.create({ params, body: body(sightless) })).rejects.toMatchObject(wrong);

  const priya = await join('manager');
  const twice = await Promise.allSettled([put(priya), put(priya)]);
  expect(twice.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await refused(put(priya))).toEqual([409, 'already_on_team']);
  expect(await team()).toHaveLength(1);
  const elsewhere = { ...params, clientId: 'cli_01JD8Z5K6M7N8P9Q0R1S2T3V4W' as ClientId };
  expect(await refused(put(priya, {}, elsewhere))).toEqual([404, 'not_found']);

  const crowd = await Promise.all(Array.from({ length: 30 }, () => join('viewer')));
  for (const member of crowd.slice(1)) await put(member);
  const full = { status: 422, errors: [{ pointer: '/userId', code: 'too_many' }] };
  await expect(put(crowd[0] as SignedIn)).rejects.toMatchObject(full);

  const bad = api.accountTeam.create({ params, body: { userId: 'x', role: 'boss', since: 'now' } as never });
  await expect(bad).rejects.toMatchObject({
    status: 422,
    errors: [{ pointer: '/userId' }, { pointer: '/role' }, { pointer: '/since' }],
  });
});

test('C7 a removal that died half-way is in nobody’s way', async () => {
  const { params, put, team, join, ...given } = await givenClient();
  const priya = await join('manager', 'Priya Raman');
  await put(priya);
  const { client, tables } = world();
  const home = `w#${params.workspaceId}`;
  // What the first of the two steps of a removal leaves behind.
  await client.send(
    new UpdateCommand({
      TableName: tables.main,
      Key: { pk: `${home}#client#${params.clientId}`, sk: `team#${priya.person.userId}` },
      UpdateExpression:
        'SET deletedAt = :at, updatedAt = :at, version = :two, heldBy = :nobody REMOVE gsi1pk, gsi1sk',
      ExpressionAttributeValues: { ':at': '2026-11-22T10:00:00.000Z', ':two': 2, ':nobody': '-' },
    }),
  );
  expect(await team()).toEqual([]);
  expect(await put(priya, { role: 'lead' })).toMatchObject({ version: 1, role: 'lead' });
  expect(await team()).toMatchObject([{ role: 'lead' }]);
  await expectSound(given);
});

test('C7 who leaves hands the places over; where the successor is on the team, they end', async () => {
  const { api, params, make, put, team, join, workspaceId, told, ...given } = await givenClient();
  const [leaving, heir] = [await join('manager', 'Lea Ving'), await join('manager', 'Hei Rin')];
  const bolt = await make('Bolt');
  await put(leaving, { role: 'lead' });
  await put(leaving, { role: 'support' }, bolt);
  await put(heir, { role: 'finance' }, bolt);
  const at = { workspaceId, userId: leaving.person.userId };
  const { data: out } = await api.members.update({ params: at, body: { status: 'disabled' }, ifMatch: 1 });
  expect(await team()).toMatchObject([{ status: 'disabled', seesClient: false }]);
  const ifMatch = out?.version ?? 0;
  expect(await refused(api.members.remove({ params: at, ifMatch }))).toEqual([409, 'on_account_teams']);
  const { data: progress } = await api.members.handOver({ params: at, body: { to: heir.person.userId } });
  expect(progress).toEqual({ moved: 2, left: false });
  expect(await team()).toMatchObject([{ memberName: 'Hei Rin', role: 'lead' }]);
  expect(await team(bolt)).toMatchObject([{ memberName: 'Hei Rin', role: 'finance' }]);
  await api.members.remove({ params: at, ifMatch });
  await eventually(told, (entries) => entries?.length === 4);
  await expectSound({ workspaceId, ...given });
});

test('C7 nobody is on a team since a day to come', async () => {
  const { api, params, put, join } = await givenClient();
  const priya = await join('manager', 'Priya Raman');
  const early = { status: 422, errors: [{ pointer: '/since', code: 'in_future' }] };
  await expect(put(priya, { since: '2190-01-01' })).rejects.toMatchObject(early);
  await put(priya);
  const at = { ...params, userId: priya.person.userId };
  const later = api.accountTeam.update({ params: at, ifMatch: 1, body: { since: '2190-01-01' } });
  await expect(later).rejects.toMatchObject(early);
});
