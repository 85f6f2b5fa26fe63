import { describe, expect, test } from 'vitest';
import { ApiError } from '#contracts/client.ts';
import type { WorkspaceId } from '#contracts/ids.ts';
import type { MemberPatch } from '#contracts/schemas/member.ts';
import { givenWorkspace, type SignedIn } from '../support/given.ts';
import { refusalOf, refused } from '../support/refused.ts';
import { expectSound } from '../support/sound.ts';

const at = (given: { workspaceId: WorkspaceId }, { person }: SignedIn) => ({
  workspaceId: given.workspaceId,
  userId: person.userId,
});

describe('members', () => {
  test('a role that changes counts from the next request, and so does disabling (FLT-28)', async () => {
    const given = await givenWorkspace();
    const viewer = await given.join('viewer');
    const create = () => viewer.api.clients.create({ params: given, body: { name: 'Mine' } });
    expect(await refused(create())).toEqual([403, 'forbidden']);
    const params = at(given, viewer);
    const promoted = await given.api.members.update({ params, ifMatch: 1, body: { role: 'manager' } });
    expect(promoted.data).toMatchObject({ role: 'manager', version: 2 });
    expect((await create()).data).toBeTruthy();
    const out = { status: 'disabled', handOverTo: given.person.userId } as const;
    await given.api.members.update({ params, ifMatch: 2, body: out });
    expect(await refused(create())).toEqual([404, 'not_found']);
    await given.api.members.update({ params, ifMatch: 3, body: { status: 'active' } });
    expect((await create()).data).toBeTruthy();
    await expectSound(given);
  });

  test('nobody gives, takes or touches rights that he does not hold', async () => {
    const given = await givenWorkspace();
    const [admin, other] = [await given.join('admin'), await given.join('viewer')];
    const promote = admin.api.members.update({
      params: at(given, other),
      ifMatch: 1,
      body: { role: 'owner' },
    });
    expect(await refused(promote)).toEqual([403, 'escalation']);
    const lower = admin.api.members.update({
      params: at(given, given),
      ifMatch: 1,
      body: { role: 'viewer' },
    });
    expect(await refused(lower)).toEqual([403, 'escalation']);
    const invented = admin.api.members.update({
      params: at(given, other),
      ifMatch: 1,
      body: { role: 'nobodys_role' },
    });
    expect(await refused(invented)).toEqual([422, 'validation_failed']);
  });

  test('ATK-43 two owners who lower each other at once leave one', async () => {
    const given = await givenWorkspace();
    const second = await given.join('owner');
    const outcomes = await Promise.all([
      given.api.members
        .update({ params: at(given, second), ifMatch: 1, body: { role: 'viewer' } })
        .catch((error: ApiError) => error),
      second.api.members
        .update({ params: at(given, given), ifMatch: 1, body: { status: 'disabled' } })
        .catch((error: ApiError) => error),
    ]);
    const failures = outcomes.filter((one) => one instanceof ApiError);
    expect(failures).toHaveLength(1);
    // Whoever was later met the counter, or had lost his own rights by then.
    expect([403, 404, 409]).toContain(failures[0]?.status);
    await expectSound(given);
  });

  test('the last owner cannot be lowered, disabled or removed', async () => {
    const given = await givenWorkspace();
    const params = at(given, given);
    for (const body of [{ role: 'admin' }, { status: 'disabled' }] as const) {
      expect(await refused(given.api.members.update({ params, ifMatch: 1, body }))).toEqual([
        409,
        'last_owner',
      ]);
    }
    expect(await refused(given.api.members.remove({ params, ifMatch: 1 }))).toEqual([
      409,
      'invalid_transition',
    ]);
  });

  test('a seat more than the plan has is refused, and coming back takes one too', async () => {
    const given = await givenWorkspace('owner', 'solo');
    const second = await given.join('viewer');
    const params = at(given, second);
    await given.api.members.update({ params, ifMatch: 1, body: { status: 'disabled' } });
    await given.join('viewer');
    const back = given.api.members.update({ params, ifMatch: 2, body: { status: 'active' } });
    expect(await refused(back)).toEqual([402, 'limit_reached']);
  });

  test('a member goes when his clients have another owner, and his name stays on what he did', async () => {
    const given = await givenWorkspace();
    const [leaving, successor] = [await given.join('manager'), await given.join('manager')];
    for (let n = 1; n <= 23; n += 1) {
      await leaving.api.clients.create({ params: given, body: { name: `Account ${n}` } });
    }
    const params = at(given, leaving);
    const change = (body: MemberPatch) => given.api.members.update({ params, ifMatch: 1, body });
    // C7: nobody is left as an owner who is out, or who sees no clients.
    const { data: table } = await given.api.roles.list({ params: given });
    const clerk = { key: 'clerk', name: 'Clerk', permissions: ['members.view' as const] };
    await given.api.roles.create({ params: given, body: clerk, ifMatch: table?.version ?? 0 });
    for (const body of [{ status: 'disabled' }, { role: 'clerk' }] as const) {
      expect(await refusalOf(change(body))).toMatchObject({
        status: 409,
        code: 'owns_clients',
        clients: 23,
      });
    }
    const out = { status: 'disabled', handOverTo: leaving.person.userId } as const;
    expect(await refused(change(out))).toEqual([422, 'validation_failed']);
    expect(await refused(change({ handOverTo: successor.person.userId }))).toEqual([
      422,
      'validation_failed',
    ]);
    const to = successor.person.userId;
    expect((await change({ ...out, handOverTo: to })).data).toMatchObject({ status: 'disabled', version: 2 });
    const moved = await given.api.clients.list({ params: given, query: { owner: to } });
    expect(moved.data?.data).toHaveLength(20);
    expect(await refused(given.api.members.remove({ params, ifMatch: 2 }))).toEqual([409, 'owns_clients']);
    const second = await given.api.members.handOver({ params, body: { to } });
    expect(second.data).toEqual({ moved: 3, left: false });
    await given.api.members.remove({ params, ifMatch: 2 });
    const { data } = await given.api.members.list({ params: given });
    expect(data?.data.map(({ userId }) => userId)).not.toContain(leaving.person.userId);
    const { data: owned } = await given.api.clients.list({ params: given, query: { owner: to } });
    expect(owned?.data).toHaveLength(23);
    const { data: me } = await leaving.api.staffMe.get({});
    expect(me?.workspaces).toEqual([]);
  });

  test('a client cannot be given to somebody who is disabled, however close the two come', async () => {
    const given = await givenWorkspace();
    const other = await given.join('manager');
    const { data: client } = await given.api.clients.create({ params: given, body: { name: 'Acme' } });
    if (!client) throw new Error('no client');
    const disable = given.api.members.update({
      params: at(given, other),
      ifMatch: 1,
      body: { status: 'disabled', handOverTo: given.person.userId },
    });
    const give = given.api.clients
      .update({
        params: { workspaceId: given.workspaceId, clientId: client.id },
        ifMatch: 1,
        body: { ownerId: other.person.userId },
      })
      .catch((error: ApiError) => error);
    await disable;
    const outcome = await give;
    if (outcome instanceof ApiError) expect(outcome.problem?.errors?.[0]?.pointer).toBe('/ownerId');
    const again = given.api.clients.create({
      params: given,
      body: { name: 'Beta', ownerId: other.person.userId },
    });
    expect(await refused(again)).toEqual([422, 'validation_failed']);
  });
});
