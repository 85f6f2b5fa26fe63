import { test } from 'vitest';
import * as z from 'zod';
import { ClientId, WorkspaceId } from '#contracts/ids.ts';
import { route } from '#contracts/route.ts';
import { clients } from '#contracts/routes/clients.ts';
import { clientRepository } from '#data/repositories/clients.ts';
import { anyone } from '#functions/audiences/public.ts';
import { staff } from '#functions/audiences/staff.ts';
import { define } from '#functions/runtime/define.ts';
import { tableOf } from '#functions/tools/table.ts';

const { 'table.read': tableRead, 'table.write': tableWrite } = tableOf({ clients: clientRepository });

const good = {
  summary: 'x',
  audience: 'staff',
  permission: 'clients.view',
  needs: ['table.read'],
  response: z.strictObject({ name: z.string() }),
  status: 200,
  budget: { calls: 1, rcu: 1, wcu: 0 },
} as const;

test('a declaration that fits compiles', () => {
  route('GET /api/things/{clientId}', { ...good, params: { clientId: ClientId } });
});

test('a parameter that the path does not have does not compile', () => {
  // @ts-expect-error workspaceId is not in the path
  route('GET /api/things/{clientId}', { ...good, params: { clientId: ClientId, workspaceId: WorkspaceId } });
});

test('a parameter of the path that is not declared does not compile', () => {
  // @ts-expect-error clientId is missing
  route('GET /api/things/{clientId}', { ...good, params: {} });
  // @ts-expect-error params are missing altogether
  route('GET /api/things/{clientId}', { ...good });
});

test('an unknown permission, capability, feature or error does not compile', () => {
  // @ts-expect-error no such key
  route('GET /api/things', { ...good, permission: 'clients.fly' });
  // @ts-expect-error no such capability
  route('GET /api/things', { ...good, needs: ['table.burn'] });
  // @ts-expect-error no such feature
  route('GET /api/things', { ...good, feature: 'teleport' });
  // @ts-expect-error no such error
  route('GET /api/things', { ...good, errors: ['too_sad'] });
});

test('a staff route open to anyone does not compile', () => {
  // @ts-expect-error staff routes ask for something
  route('GET /api/things', { ...good, permission: 'anyone' });
});

const things = {
  get: route('GET /api/things/{workspaceId}', { ...good, params: { workspaceId: WorkspaceId } }),
} as const;

test('a missing handler does not compile', () => {
  // @ts-expect-error there is no handler for get
  define({ routes: things, audience: staff, tools: { 'table.read': tableRead }, handlers: {} });
});

test('a response that does not fit does not compile', () => {
  const handlers = { get: async () => ({ title: 'x' }) };
  // @ts-expect-error the answer has no name
  define({ routes: things, audience: staff, tools: { 'table.read': tableRead }, handlers });
});

test('a missing tool does not compile', () => {
  // @ts-expect-error table.read is needed and not opened
  define({ routes: things, audience: staff, tools: {}, handlers: { get: async () => ({ name: 'x' }) } });
});

test('without table.write there is nothing to write with', () => {
  define({
    routes: things,
    audience: anyone,
    tools: { 'table.read': tableRead },
    handlers: {
      get: async ({ data }) => {
        // @ts-expect-error a reading route has no create
        data.clients.create;
        return { name: 'x' };
      },
    },
  });
});

test('with table.write the same repository writes', () => {
  const { create } = clients;
  define({
    routes: { create },
    audience: staff,
    tools: { 'table.read': tableRead, 'table.write': tableWrite },
    handlers: {
      create: async ({ data, params }) => {
        data.clients.update;
        const client = await data.clients.get(params.workspaceId as unknown as z.infer<typeof ClientId>);
        if (!client) throw new Error('absent');
        return client;
      },
    },
  });
});
