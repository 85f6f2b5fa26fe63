import { ViewId, WorkspaceId } from '../ids.ts';
import { route } from '../route.ts';
import { View, ViewCreate, ViewDefault, ViewList, ViewPatch } from '../schemas/view.ts';

const workspace = { workspaceId: WorkspaceId };
const view = { ...workspace, viewId: ViewId };

// Whoever sees clients keeps views of his own. What everybody finds on the page is the furniture of the workspace,
// as its lists are: to share a view, and to change a shared one, takes lists.manage.
export const views = {
  list: route('GET /api/staff/workspaces/{workspaceId}/views', {
    summary: 'The views of the list of clients, shared ones and your own, and the one you begin with',
    audience: 'staff',
    permission: 'clients.view',
    feature: 'clients',
    needs: ['table.read'],
    params: workspace,
    response: ViewList,
    status: 200,
    budget: { calls: 2, rcu: 60, wcu: 0 },
  }),
  create: route('POST /api/staff/workspaces/{workspaceId}/views', {
    summary: 'Save a view; to share it takes lists.manage',
    audience: 'staff',
    permission: 'clients.view',
    feature: 'clients',
    needs: ['table.read', 'table.write'],
    params: workspace,
    body: ViewCreate,
    response: View,
    status: 201,
    budget: { calls: 1, rcu: 0, wcu: 16 },
  }),
  update: route('PATCH /api/staff/workspaces/{workspaceId}/views/{viewId}', {
    summary: 'Change a view; a shared one, or one that becomes it, takes lists.manage',
    audience: 'staff',
    permission: 'clients.view',
    feature: 'clients',
    needs: ['table.read', 'table.write'],
    params: view,
    body: ViewPatch,
    response: View,
    status: 200,
    budget: { calls: 2, rcu: 4, wcu: 24 },
  }),
  remove: route('DELETE /api/staff/workspaces/{workspaceId}/views/{viewId}', {
    summary: 'Remove a view; a shared one takes lists.manage',
    audience: 'staff',
    permission: 'clients.view',
    feature: 'clients',
    needs: ['table.read', 'table.write'],
    params: view,
    response: null,
    status: 204,
    budget: { calls: 2, rcu: 4, wcu: 16 },
  }),
  // Without If-Match: a choice of one's own, of which the last one counts.
  setDefault: route('POST /api/staff/workspaces/{workspaceId}/views/default', {
    summary: 'Choose the view that your list of clients begins with',
    audience: 'staff',
    permission: 'clients.view',
    feature: 'clients',
    needs: ['table.read', 'table.write'],
    params: workspace,
    body: ViewDefault,
    response: ViewDefault,
    status: 200,
    budget: { calls: 2, rcu: 4, wcu: 4 },
  }),
} as const;
