import { WorkspaceId } from '../ids.ts';
import { route } from '../route.ts';
import { Offers, PlanChange, PlanSimulation, WorkspacePlan } from '../schemas/plan.ts';

const workspace = { workspaceId: WorkspaceId };

export const plans = {
  offers: route('GET /api/public/offers', {
    summary: 'Plans and add-ons of this installation, as the pricing page shows them',
    audience: 'public',
    permission: 'anyone',
    needs: ['directory.read'],
    response: Offers,
    status: 200,
    budget: { calls: 1, rcu: 5, wcu: 0 },
  }),
} as const;

export const workspacePlan = {
  get: route('GET /api/staff/workspaces/{workspaceId}/plan', {
    summary: 'Plan, add-ons and modules of the workspace, and how much of the limits is used',
    audience: 'staff',
    permission: 'member',
    needs: ['table.read'],
    params: workspace,
    response: WorkspacePlan,
    status: 200,
    budget: { calls: 3, rcu: 4, wcu: 0 },
  }),
  simulate: route('POST /api/staff/workspaces/{workspaceId}/plan/simulate', {
    summary: 'What a change of plan, add-ons or modules would do, without doing it',
    audience: 'staff',
    permission: 'modules.manage',
    needs: ['table.read', 'directory.read'],
    params: workspace,
    body: PlanChange,
    response: PlanSimulation,
    status: 200,
    errors: ['validation_failed'],
    budget: { calls: 7, rcu: 40, wcu: 0 },
  }),
  update: route('PATCH /api/staff/workspaces/{workspaceId}/plan', {
    summary: 'Change plan and add-ons to what is sold today, and switch modules',
    audience: 'staff',
    permission: 'modules.manage',
    needs: ['table.read', 'table.write', 'directory.read'],
    params: workspace,
    body: PlanChange,
    response: WorkspacePlan,
    status: 200,
    errors: ['forbidden', 'invalid_transition'],
    budget: { calls: 5, rcu: 12, wcu: 12 },
  }),
} as const;
