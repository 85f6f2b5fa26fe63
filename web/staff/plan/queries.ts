import { queryOptions } from '@tanstack/react-query';
import type { WorkspaceId } from '#contracts/ids.ts';
import type { Offer, PlanChange, PlanSimulation, WorkspacePlan } from '#contracts/schemas/plan.ts';
import { queryClient } from '../queryClient.ts';
import { api, bodyOf } from '../session/api.ts';
import { meQuery } from '../session/me.ts';

/** What the workspace has, and how much of its limits is used. */
export const workspacePlan = (workspaceId: WorkspaceId) =>
  queryOptions({
    queryKey: [workspaceId, 'plan'],
    queryFn: async ({ signal }): Promise<WorkspacePlan> =>
      bodyOf(await api.workspacePlan.get({ params: { workspaceId }, signal })),
  });

/** Everything that this installation sells or has sold; the same for everybody. */
export const offersQuery = queryOptions({
  queryKey: ['offers'],
  queryFn: async ({ signal }): Promise<Offer[]> => bodyOf(await api.plans.offers({ signal })).data,
});

/** What a change would do. Asked anew each time: the answer is about this very moment. */
export const simulationOf = (workspaceId: WorkspaceId, change: PlanChange) =>
  queryOptions({
    queryKey: [workspaceId, 'plan', 'simulation', change],
    queryFn: async ({ signal }): Promise<PlanSimulation> =>
      bodyOf(await api.workspacePlan.simulate({ params: { workspaceId }, body: change, signal })),
    staleTime: 0,
    gcTime: 0,
  });

/** After a change everything may be different: menus, records in sight, counts. */
export function keepPlan(workspaceId: WorkspaceId, plan: WorkspacePlan) {
  queryClient.setQueryData(workspacePlan(workspaceId).queryKey, plan);
  void queryClient.invalidateQueries(meQuery);
  void queryClient.invalidateQueries({
    predicate: ({ queryKey }) => queryKey[0] === workspaceId && queryKey[1] !== 'plan',
  });
}
