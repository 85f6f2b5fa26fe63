import * as z from 'zod';
import { ClientId, UserId, WorkspaceId } from '../ids.ts';
import { pageOf, pagingQuery } from '../paging.ts';
import { route } from '../route.ts';
import { Client, ClientCreate, ClientRow, ClientStatus } from '../schemas/client.ts';

const workspace = { workspaceId: WorkspaceId };
const client = { ...workspace, clientId: ClientId };

/** The orders a list of clients can be read in; a leading minus is descending. */
export const clientSorts = ['name', '-createdAt', '-lastActivityAt'] as const;
export const ClientSort = z.enum(clientSorts);
export type ClientSort = z.infer<typeof ClientSort>;

export const clients = {
  list: route('GET /api/staff/workspaces/{workspaceId}/clients', {
    summary: 'List clients, fifty at a time',
    audience: 'staff',
    permission: 'clients.view',
    feature: 'clients',
    needs: ['table.read'],
    params: workspace,
    query: {
      ...pagingQuery,
      status: ClientStatus.optional(),
      owner: UserId.optional(),
      sort: ClientSort.optional(),
    },
    response: pageOf(ClientRow),
    status: 200,
    errors: ['bad_cursor'],
    budget: { calls: 1, rcu: 5, wcu: 0 },
  }),
  create: route('POST /api/staff/workspaces/{workspaceId}/clients', {
    summary: 'Create a client; it starts as pending',
    audience: 'staff',
    permission: 'clients.create',
    feature: 'clients',
    needs: ['table.read', 'table.write'],
    params: workspace,
    body: ClientCreate,
    response: Client,
    status: 201,
    errors: ['code_taken'],
    budget: { calls: 2, rcu: 1, wcu: 24 },
  }),
  get: route('GET /api/staff/workspaces/{workspaceId}/clients/{clientId}', {
    summary: 'Read one client',
    audience: 'staff',
    permission: 'clients.view',
    feature: 'clients',
    needs: ['table.read'],
    params: client,
    response: Client,
    status: 200,
    budget: { calls: 1, rcu: 1, wcu: 0 },
  }),
} as const;
