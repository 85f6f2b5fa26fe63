import { ClientId, WorkspaceId } from '../ids.ts';
import { pageOf, pagingQuery, searchedPageOf } from '../paging.ts';
import { route } from '../route.ts';
import {
  Client,
  ClientCounts,
  ClientCreate,
  ClientPatch,
  ClientRow,
  ClientSort,
  ClientStatusChange,
  CodeSuggestion,
  TrashRow,
} from '../schemas/client.ts';
import { clientFilterFields } from '../schemas/client-filter.ts';
import { line } from '../schemas/text.ts';

const workspace = { workspaceId: WorkspaceId };
const client = { ...workspace, clientId: ClientId };

/** What is read of many clients: a function of its own answers it. */
export const clientLists = {
  list: route('GET /api/staff/workspaces/{workspaceId}/clients', {
    summary: 'List clients, fifty at a time',
    audience: 'staff',
    permission: 'clients.view',
    feature: 'clients',
    needs: ['table.read'],
    params: workspace,
    query: {
      ...pagingQuery,
      ...clientFilterFields,
      q: line(80).optional().meta({ description: 'Beginning of the name, case and accents aside' }),
      sort: ClientSort.optional(),
    },
    response: searchedPageOf(ClientRow),
    status: 200,
    errors: ['bad_cursor'],
    // Without conditions that no index answers it is a quarter of that.
    budget: { calls: 2, rcu: 40, wcu: 0 },
  }),
  counts: route('GET /api/staff/workspaces/{workspaceId}/clients/counts', {
    summary: 'How many clients of each status, as far as the asker sees',
    audience: 'staff',
    permission: 'clients.view',
    feature: 'clients',
    needs: ['table.read'],
    params: workspace,
    response: ClientCounts,
    status: 200,
    budget: { calls: 1, rcu: 1, wcu: 0 },
  }),
  trash: route('GET /api/staff/workspaces/{workspaceId}/clients/trash', {
    summary: 'Clients in the trash, by name, with the day on which each is deleted for ever',
    audience: 'staff',
    permission: 'clients.delete',
    feature: 'clients',
    needs: ['table.read'],
    params: workspace,
    query: pagingQuery,
    response: pageOf(TrashRow),
    status: 200,
    errors: ['bad_cursor'],
    budget: { calls: 2, rcu: 10, wcu: 0 },
  }),
  suggestCode: route('GET /api/staff/workspaces/{workspaceId}/clients/code-suggestion', {
    summary: 'Free client codes made from a name',
    audience: 'staff',
    permission: 'clients.view',
    feature: 'clients',
    needs: ['table.read'],
    params: workspace,
    query: { name: line(120) },
    response: CodeSuggestion,
    status: 200,
    budget: { calls: 8, rcu: 330, wcu: 0 },
  }),
} as const;

/** How a client begins; a function of its own, which knows contacts too. */
export const clientBeginnings = {
  create: route('POST /api/staff/workspaces/{workspaceId}/clients', {
    summary: 'Create a client, with its first contact if there is one; it starts as pending',
    audience: 'staff',
    permission: 'clients.create',
    feature: 'clients',
    needs: ['table.read', 'table.write'],
    params: workspace,
    body: ClientCreate,
    response: Client,
    status: 201,
    errors: ['code_taken'],
    budget: { calls: 2, rcu: 1, wcu: 40 },
  }),
} as const;

/** One client, and what is done with it. */
export const clientRecords = {
  get: route('GET /api/staff/workspaces/{workspaceId}/clients/{clientId}', {
    summary: 'Read one client',
    audience: 'staff',
    permission: 'clients.view',
    feature: 'clients',
    needs: ['table.read'],
    params: client,
    response: Client,
    status: 200,
    budget: { calls: 1, rcu: 3, wcu: 0 },
  }),
  update: route('PATCH /api/staff/workspaces/{workspaceId}/clients/{clientId}', {
    summary: 'Change fields of a client',
    audience: 'staff',
    permission: 'clients.update',
    feature: 'clients',
    needs: ['table.read', 'table.write'],
    params: client,
    body: ClientPatch,
    response: Client,
    status: 200,
    errors: ['code_taken'],
    budget: { calls: 3, rcu: 3, wcu: 56 },
  }),
  setStatus: route('POST /api/staff/workspaces/{workspaceId}/clients/{clientId}/status', {
    summary: 'Make a client active or inactive',
    audience: 'staff',
    permission: 'clients.update',
    feature: 'clients',
    needs: ['table.read', 'table.write'],
    params: client,
    body: ClientStatusChange,
    ifMatch: true,
    response: Client,
    status: 200,
    errors: ['invalid_transition'],
    budget: { calls: 2, rcu: 2, wcu: 56 },
  }),
  remove: route('DELETE /api/staff/workspaces/{workspaceId}/clients/{clientId}', {
    summary: 'Move a client to the trash; its code stays reserved',
    audience: 'staff',
    permission: 'clients.delete',
    feature: 'clients',
    needs: ['table.read', 'table.write'],
    params: client,
    response: null,
    status: 204,
    budget: { calls: 2, rcu: 2, wcu: 56 },
  }),
  restore: route('POST /api/staff/workspaces/{workspaceId}/clients/{clientId}/restore', {
    summary: 'Take a client out of the trash, in the status it had',
    audience: 'staff',
    permission: 'clients.delete',
    feature: 'clients',
    needs: ['table.read', 'table.write'],
    params: client,
    ifMatch: true,
    response: Client,
    status: 200,
    budget: { calls: 2, rcu: 2, wcu: 56 },
  }),
  destroy: route('DELETE /api/staff/workspaces/{workspaceId}/clients/trash/{clientId}', {
    summary: 'Delete a client of the trash for ever, with all that hangs on it; its code becomes free',
    audience: 'staff',
    permission: 'clients.destroy',
    feature: 'clients',
    needs: ['table.read', 'table.write', 'jobs.send'],
    params: client,
    response: null,
    status: 204,
    budget: { calls: 2, rcu: 2, wcu: 60 },
  }),
} as const;

export const clients = { ...clientLists, ...clientBeginnings, ...clientRecords } as const;
