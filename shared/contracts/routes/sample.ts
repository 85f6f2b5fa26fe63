import { WorkspaceId } from '../ids.ts';
import { route } from '../route.ts';
import { Sample } from '../schemas/sample.ts';

const workspace = { workspaceId: WorkspaceId };

export const sample = {
  get: route('GET /api/staff/workspaces/{workspaceId}/sample', {
    summary: 'Whether the sample data is loaded',
    audience: 'staff',
    permission: 'settings.manage',
    feature: 'clients',
    needs: ['table.read'],
    params: workspace,
    response: Sample,
    status: 200,
    budget: { calls: 2, rcu: 3, wcu: 0 },
  }),
  load: route('POST /api/staff/workspaces/{workspaceId}/sample', {
    summary: 'Load a sample client with people and a project; loading twice adds nothing',
    audience: 'staff',
    permission: 'settings.manage',
    feature: 'clients',
    needs: ['table.read', 'table.write'],
    params: workspace,
    response: Sample,
    status: 201,
    budget: { calls: 13, rcu: 20, wcu: 200 },
  }),
  remove: route('POST /api/staff/workspaces/{workspaceId}/sample/removal', {
    summary: 'Remove the sample data; what hangs on it goes with it',
    audience: 'staff',
    permission: 'settings.manage',
    feature: 'clients',
    needs: ['table.read', 'table.write', 'jobs.send'],
    params: workspace,
    response: Sample,
    status: 200,
    budget: { calls: 7, rcu: 10, wcu: 160 },
  }),
} as const;
