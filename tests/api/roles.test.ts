import { describe, expect, test } from 'vitest';
import type { Permission } from '#contracts/permissions.ts';
import { builtInRoles } from '#contracts/roles.ts';
import { givenWorkspace, type SignedIn } from '../support/given.ts';
import { refused } from '../support/refused.ts';

type Given = Awaited<ReturnType<typeof givenWorkspace>>;

const tableOf = async ({ api, workspaceId }: Given) => {
  const { data } = await api.roles.list({ params: { workspaceId } });
  if (!data) throw new Error('no table');
  return data;
};

describe('roles', () => {
  test('the table shows the five and how many hold each', async () => {
    const given = await givenWorkspace();
    await given.join('viewer');
    const { data } = await tableOf(given);
    expect(data.map(({ key, builtIn, members }) => [key, builtIn, members])).toEqual([
      ['owner', true, 1],
      ['admin', true, 0],
      ['manager', true, 0],
      ['basic', true, 0],
      ['viewer', true, 1],
    ]);
    expect(data[0]).toMatchObject({ locked: true });
  });

  test('a key that is ticked counts with the next request, without another sign-in', async () => {
    const given = await givenWorkspace();
    const basic = await given.join('basic');
    const make = () => basic.api.clients.create({ params: given, body: { name: 'New' } });
    expect(await refused(make())).toEqual([403, 'forbidden']);
    const { version } = await tableOf(given);
    const permissions: Permission[] = [...builtInRoles.basic, 'clients.create'];
    const params = { workspaceId: given.workspaceId, role: 'basic' };
    const changed = await given.api.roles.update({
      params,
      ifMatch: version,
      body: { name: 'Basic', permissions },
    });
    expect(changed.data?.data.find(({ key }) => key === 'basic')).toMatchObject({ changed: true });
    expect((await make()).data).toBeTruthy();
    await given.api.roles.remove({ params, ifMatch: version + 1 });
    expect(await refused(make())).toEqual([403, 'forbidden']);
  });

  test('a role of the workspace’s own is made, held, and removed when nobody holds it', async () => {
    const given = await givenWorkspace();
    const { version } = await tableOf(given);
    const body = {
      key: 'auditor',
      name: 'Auditor',
      permissions: ['clients.view', 'clients.view_all'] as Permission[],
    };
    await given.api.roles.create({ params: given, ifMatch: version, body });
    const auditor = await given.join('auditor');
    expect((await auditor.api.clients.list({ params: given })).data).toBeTruthy();
    const params = { workspaceId: given.workspaceId, role: 'auditor' };
    expect(await refused(given.api.roles.remove({ params, ifMatch: version + 1 }))).toEqual([
      409,
      'role_in_use',
    ]);
    const member = { workspaceId: given.workspaceId, userId: auditor.person.userId };
    await given.api.members.update({ params: member, ifMatch: 1, body: { role: 'viewer' } });
    await given.api.roles.remove({ params, ifMatch: version + 1 });
    expect((await tableOf(given)).data.map(({ key }) => key)).not.toContain('auditor');
  });

  test('A2 a role that is held is removed together with giving its members another one, or not at all', async () => {
    const given = await givenWorkspace();
    const { version } = await tableOf(given);
    const permissions: Permission[] = ['clients.view', 'clients.view_all', 'rates.view'];
    const body = { key: 'auditor', name: 'Auditor', permissions };
    await given.api.roles.create({ params: given, ifMatch: version, body });
    const [one, other] = [await given.join('auditor'), await given.join('auditor')];
    const params = { workspaceId: given.workspaceId, role: 'auditor' };
    const remove = (successor: string, ifMatch = version + 1) =>
      refused(given.api.roles.remove({ params, query: { successor }, ifMatch }));
    expect(await remove('owner')).toEqual([422, 'validation_failed']);
    expect(await remove('auditor')).toEqual([422, 'validation_failed']);
    expect(await remove('nobody')).toEqual([422, 'validation_failed']);
    expect(await remove('viewer', version)).toEqual([412, 'version_conflict']);
    const roleOf = async ({ person }: SignedIn) => {
      const { data } = await given.api.members.list({ params: given });
      return data?.data.find(({ userId }) => userId === person.userId)?.role;
    };
    expect(await roleOf(one)).toBe('auditor');
    await given.api.roles.remove({ params, query: { successor: 'viewer' }, ifMatch: version + 1 });
    expect([await roleOf(one), await roleOf(other)]).toEqual(['viewer', 'viewer']);
    const table = await tableOf(given);
    expect(table.data.map(({ key }) => key)).not.toContain('auditor');
    expect(table.data.find(({ key }) => key === 'viewer')?.members).toBe(2);
    // What they may do changed with it, at the next request.
    expect((await one.api.clients.list({ params: given })).data?.data).toEqual([]);
  });

  test('A2 ATK-43 nobody passes members on to a role above his own', async () => {
    const given = await givenWorkspace();
    const { version } = await tableOf(given);
    const own: Permission[] = ['members.view', 'roles.manage', 'settings.manage'];
    const make = async (key: string, permissions: Permission[], ifMatch: number) =>
      given.api.roles.create({ params: given, ifMatch, body: { key, name: key, permissions } });
    await make('keeper', own, version);
    await make('guest', ['members.view'], version + 1);
    const keeper = await given.join('keeper');
    await given.join('guest');
    const pass = (successor: string) =>
      refused(
        keeper.api.roles.remove({
          params: { workspaceId: given.workspaceId, role: 'guest' },
          query: { successor },
          ifMatch: version + 2,
        }),
      );
    expect(await pass('keeper')).toEqual([403, 'forbidden']);
    const params = { workspaceId: given.workspaceId, role: 'keeper' };
    const permissions: Permission[] = [...own, 'members.manage'];
    await given.api.roles.update({ params, ifMatch: version + 2, body: { name: 'keeper', permissions } });
    const again = keeper.api.roles.remove({
      params: { workspaceId: given.workspaceId, role: 'guest' },
      query: { successor: 'admin' },
      ifMatch: version + 3,
    });
    expect(await refused(again)).toEqual([403, 'escalation']);
  });

  test('ATK-43 nobody grants above his own keys, or locks himself out', async () => {
    const given = await givenWorkspace();
    const admin = await given.join('admin');
    const { version } = await tableOf(given);
    const asAdmin = (key: string, permissions: readonly Permission[]) =>
      admin.api.roles.update({
        params: { workspaceId: given.workspaceId, role: key },
        ifMatch: version,
        body: { name: 'Changed', permissions: [...permissions] },
      });
    expect(await refused(asAdmin('viewer', [...builtInRoles.viewer, 'plan.manage']))).toEqual([
      403,
      'escalation',
    ]);
    expect(await refused(asAdmin('owner', builtInRoles.viewer))).toEqual([403, 'forbidden']);
    const without = builtInRoles.admin.filter((key) => key !== 'roles.manage');
    expect(await refused(asAdmin('admin', without))).toEqual([422, 'validation_failed']);
    const invite = admin.api.invitations.create({
      params: given,
      body: { email: 'x@example.test', role: 'owner' },
    });
    expect(await refused(invite)).toEqual([403, 'escalation']);
    expect((await tableOf(given)).version).toBe(version);
  });

  test('a key without the one it needs is named', async () => {
    const given = await givenWorkspace();
    const { version } = await tableOf(given);
    const body = { key: 'odd', name: 'Odd', permissions: ['clients.update'] as Permission[] };
    const error = await given.api.roles
      .create({ params: given, ifMatch: version, body })
      .catch((thrown) => thrown);
    expect(error.problem.errors).toMatchObject([
      { pointer: '/permissions/0', message: 'needs clients.view as well' },
    ]);
  });

  test('without roles of one’s own in the plan they cannot be made', async () => {
    const given = await givenWorkspace('owner', 'studio');
    const { version } = await tableOf(given);
    const body = { key: 'own', name: 'Own', permissions: ['clients.view'] as Permission[] };
    expect(await refused(given.api.roles.create({ params: given, ifMatch: version, body }))).toEqual([
      402,
      'plan_required',
    ]);
  });
});
