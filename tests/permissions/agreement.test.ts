import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { allows } from '#contracts/access.ts';
import { urlOf } from '#contracts/client.ts';
import { moduleCatalogue, modules } from '#contracts/modules.ts';
import { type Permission, permissions } from '#contracts/permissions.ts';
import { impliedBy } from '#contracts/roles.ts';
import type { Route } from '#contracts/route.ts';
import { allRoutes } from '#contracts/routes.ts';
import { bearer, givenWorkspace, send } from '../support/given.ts';

/** Routes that read and need nothing but a workspace or a client: each is asked, explained and looked for in the app. */
const probes = allRoutes()
  .map(({ route }) => route)
  .filter(({ method, audience, params }) => {
    const names = Object.keys(params);
    const known = names.every((name) => name === 'workspaceId' || name === 'clientId');
    return method === 'GET' && audience === 'staff' && names.includes('workspaceId') && known;
  })
  .filter(
    ({ permission, query }) =>
      permission !== 'member' &&
      !['name', 'action', 'position', 'loserId', 'until', 'q'].some((name) => name in query),
  );

const asked = [...new Set(probes.map(({ permission }) => permission as Permission))];
const optional = modules.filter((module) => !moduleCatalogue[module].core);

const world = fc.record({
  keys: fc.subarray([...permissions]),
  // Random subsets seldom hold what is asked for: these are thrown in.
  wanted: fc.subarray(asked),
  plan: fc.constantFrom('solo', 'studio', 'agency'),
  portalAddOn: fc.boolean(),
  off: fc.subarray(optional),
  tie: fc.constantFrom('owner', 'project', 'none'),
});

const withImplied = (keys: readonly Permission[]) => [
  ...new Set(keys.flatMap((key) => [key, ...impliedBy(key)])),
];

test('random roles, ties, plans and modules: app, API and explanation never disagree', async () => {
  const given = await givenWorkspace();
  const at = { workspaceId: given.workspaceId };
  const version = async () => (await given.api.workspaceSettings.get({ params: at })).data?.version ?? 0;
  const save = async (body: object) =>
    given.api.workspacePlan.update({ params: at, ifMatch: await version(), body });
  const all = Object.fromEntries(optional.map((module) => [module, 'enabled'] as const));
  await given.api.roles.create({
    params: at,
    ifMatch: await version(),
    body: { key: 'random', name: 'Random', permissions: [] },
  });
  const member = await given.join('random');
  const userId = member.person.userId;

  const agree = async (route: Route, clientId: string) => {
    const action = route.permission as Permission;
    const ofClient = 'clientId' in route.params;
    const { status } = await send('GET', urlOf(route, { params: { ...at, clientId } }), {
      headers: bearer(member.token),
    });
    const { data: explained } = await member.api.access.explain({
      params: at,
      query: { action, record: ofClient ? (clientId as never) : undefined },
    });
    const told = (await member.api.staffMe.get({})).data?.workspaces[0];
    const visible = told ? allows(told, { feature: route.feature, permission: action }) : false;
    const open = explained?.gates.every(({ gate, verdict }) => gate === 'scope' || verdict !== 'shut');
    const expected = explained?.allowed ? 200 : statusOf[explained?.stop ?? 'role'];
    expect([route.key, status, visible]).toEqual([route.key, expected, open]);
  };

  await fc.assert(
    fc.asyncProperty(world, async ({ keys, wanted, plan, portalAddOn, off, tie }) => {
      await save({ plan: 'agency', modules: all });
      await given.api.roles.update({
        params: { ...at, role: 'random' },
        ifMatch: await version(),
        body: { name: 'Random', permissions: withImplied([...keys, ...wanted]) },
      });
      const ownerId = tie === 'owner' && withImplied([...keys, ...wanted]).includes('clients.view');
      const { data: client } = await given.api.clients.create({
        params: at,
        body: { name: 'Subject', ...(ownerId && { ownerId: userId }) },
      });
      if (!client) throw new Error('no client');
      if (tie === 'project') {
        const params = { ...at, clientId: client.id };
        await given.api.projects.create({ params, body: { name: 'Tie', memberIds: [userId] } });
      }
      await save({
        plan,
        addOns: portalAddOn ? ['portal'] : [],
        modules: Object.fromEntries(off.map((module) => [module, 'disabled'])),
      });
      for (const route of probes) await agree(route, client.id);
    }),
    { numRuns: 12 },
  );
}, 120_000);

/** What the API answers behind the first gate that stays shut. */
const statusOf = { membership: 404, module: 404, plan: 402, role: 403, scope: 404, status: 404 } as const;
