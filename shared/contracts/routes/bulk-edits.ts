import { BulkEditId, WorkspaceId } from '../ids.ts';
import { pageOf, pagingQuery } from '../paging.ts';
import { route } from '../route.ts';
import { BulkEdit, BulkEditCreate, BulkOutcome, BulkRow } from '../schemas/bulk-edit.ts';

const workspace = { workspaceId: WorkspaceId };
const bulkEdit = { ...workspace, bulkEditId: BulkEditId };

export const bulkEdits = {
  list: route('GET /api/staff/workspaces/{workspaceId}/bulk-edits', {
    summary: 'Your own bulk edits of the last days, newest first',
    audience: 'staff',
    permission: 'clients.bulk_update',
    feature: 'clients',
    needs: ['table.read'],
    params: workspace,
    query: pagingQuery,
    response: pageOf(BulkEdit),
    status: 200,
    errors: ['bad_cursor'],
    budget: { calls: 1, rcu: 20, wcu: 0 },
  }),
  create: route('POST /api/staff/workspaces/{workspaceId}/bulk-edits', {
    summary: 'Prepare a change of many clients: their ids are frozen, and a preview is made',
    audience: 'staff',
    permission: 'clients.bulk_update',
    feature: 'clients',
    needs: ['table.read', 'table.write', 'jobs.send'],
    params: workspace,
    body: BulkEditCreate,
    response: BulkEdit,
    status: 201,
    budget: { calls: 2, rcu: 1, wcu: 480 },
  }),
  get: route('GET /api/staff/workspaces/{workspaceId}/bulk-edits/{bulkEditId}', {
    summary: 'One of your own bulk edits: its preview, how far it is, and what became of it',
    audience: 'staff',
    permission: 'clients.bulk_update',
    feature: 'clients',
    needs: ['table.read'],
    params: bulkEdit,
    response: BulkEdit,
    status: 200,
    budget: { calls: 1, rcu: 2, wcu: 0 },
  }),
  start: route('POST /api/staff/workspaces/{workspaceId}/bulk-edits/{bulkEditId}/start', {
    summary: 'Start a bulk edit that is ready; one that is running already is told to go on',
    audience: 'staff',
    permission: 'clients.bulk_update',
    feature: 'clients',
    needs: ['table.read', 'table.write', 'jobs.send'],
    params: bulkEdit,
    ifMatch: true,
    response: BulkEdit,
    status: 200,
    errors: ['invalid_transition'],
    budget: { calls: 2, rcu: 2, wcu: 8 },
  }),
  // Without If-Match: progress moves the version all the time, and "stop" is meant whatever it is.
  cancel: route('POST /api/staff/workspaces/{workspaceId}/bulk-edits/{bulkEditId}/cancel', {
    summary: 'Stop a bulk edit; what is changed stays changed until it is undone',
    audience: 'staff',
    permission: 'clients.bulk_update',
    feature: 'clients',
    needs: ['table.read', 'table.write', 'jobs.send'],
    params: bulkEdit,
    response: BulkEdit,
    status: 200,
    errors: ['invalid_transition'],
    budget: { calls: 2, rcu: 2, wcu: 8 },
  }),
  undo: route('POST /api/staff/workspaces/{workspaceId}/bulk-edits/{bulkEditId}/undo', {
    summary: 'Take a bulk edit back within 24 hours; clients that were edited since are left alone',
    audience: 'staff',
    permission: 'clients.bulk_update',
    feature: 'clients',
    needs: ['table.read', 'table.write', 'jobs.send'],
    params: bulkEdit,
    ifMatch: true,
    response: BulkEdit,
    status: 200,
    errors: ['invalid_transition'],
    budget: { calls: 2, rcu: 2, wcu: 8 },
  }),
  rows: route('GET /api/staff/workspaces/{workspaceId}/bulk-edits/{bulkEditId}/rows', {
    summary: 'What became of each client of a bulk edit',
    audience: 'staff',
    permission: 'clients.bulk_update',
    feature: 'clients',
    needs: ['table.read'],
    params: bulkEdit,
    query: {
      ...pagingQuery,
      outcome: BulkOutcome.optional().meta({ description: 'Only those that met this outcome' }),
      undone: BulkOutcome.optional().meta({
        description: 'Only those that met this outcome when taken back',
      }),
    },
    response: pageOf(BulkRow),
    status: 200,
    errors: ['bad_cursor'],
    budget: { calls: 3, rcu: 120, wcu: 0 },
  }),
} as const;
