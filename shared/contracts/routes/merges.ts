import { ClientId, MergeId, WorkspaceId } from '../ids.ts';
import { pageOf, pagingQuery } from '../paging.ts';
import { route } from '../route.ts';
import { Merge, MergeCreate, MergePreview } from '../schemas/merge.ts';

const ofClient = { workspaceId: WorkspaceId, clientId: ClientId };
const merge = { ...ofClient, mergeId: MergeId };

export const merges = {
  preview: route('GET /api/staff/workspaces/{workspaceId}/clients/{clientId}/merge-preview', {
    summary: 'What merging another client into this one would do, field by field; nothing is written',
    audience: 'staff',
    permission: 'clients.merge',
    feature: 'clients',
    needs: ['table.read'],
    params: ofClient,
    query: { loserId: ClientId.meta({ description: 'The client that would go' }) },
    response: MergePreview,
    status: 200,
    budget: { calls: 9, rcu: 60, wcu: 0 },
  }),
  list: route('GET /api/staff/workspaces/{workspaceId}/clients/{clientId}/merges', {
    summary: 'The clients that were merged into this one, last first',
    audience: 'staff',
    permission: 'clients.view',
    feature: 'clients',
    needs: ['table.read'],
    params: ofClient,
    query: pagingQuery,
    response: pageOf(Merge),
    status: 200,
    errors: ['bad_cursor'],
    budget: { calls: 2, rcu: 20, wcu: 0 },
  }),
  create: route('POST /api/staff/workspaces/{workspaceId}/clients/{clientId}/merges', {
    summary: 'Merge another client into this one; what hangs on it follows within moments',
    audience: 'staff',
    permission: 'clients.merge',
    feature: 'clients',
    needs: ['table.read', 'table.write', 'jobs.send'],
    params: ofClient,
    body: MergeCreate,
    response: Merge,
    status: 201,
    errors: ['merge_blocked', 'version_conflict', 'code_taken'],
    budget: { calls: 10, rcu: 60, wcu: 300 },
  }),
  get: route('GET /api/staff/workspaces/{workspaceId}/clients/{clientId}/merges/{mergeId}', {
    summary: 'One merge: how far it is, and until when it can be taken back',
    audience: 'staff',
    permission: 'clients.view',
    feature: 'clients',
    needs: ['table.read'],
    params: merge,
    response: Merge,
    status: 200,
    budget: { calls: 2, rcu: 4, wcu: 0 },
  }),
  // Without If-Match: it asks for nothing but that what was begun goes on.
  resume: route('POST /api/staff/workspaces/{workspaceId}/clients/{clientId}/merges/{mergeId}/resume', {
    summary: 'Tell a merge that stands still to go on; one that has ended stays as it is',
    audience: 'staff',
    permission: 'clients.merge',
    feature: 'clients',
    needs: ['table.read', 'jobs.send'],
    params: merge,
    response: Merge,
    status: 200,
    budget: { calls: 2, rcu: 4, wcu: 0 },
  }),
  undo: route('POST /api/staff/workspaces/{workspaceId}/clients/{clientId}/merges/{mergeId}/undo', {
    summary: 'Take a merge back within 30 days; what was changed since is left as it is, and named',
    audience: 'staff',
    permission: 'clients.merge',
    feature: 'clients',
    needs: ['table.read', 'table.write', 'jobs.send'],
    params: merge,
    ifMatch: true,
    response: Merge,
    status: 200,
    errors: ['invalid_transition', 'limit_reached'],
    budget: { calls: 8, rcu: 22, wcu: 300 },
  }),
} as const;
