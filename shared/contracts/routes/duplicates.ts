import { WorkspaceId } from '../ids.ts';
import { route } from '../route.ts';
import { DuplicateQuestion, Duplicates } from '../schemas/duplicate.ts';

export const duplicates = {
  // A question by POST: what is asked for is personal, and addresses end up in logs and histories.
  find: route('POST /api/staff/workspaces/{workspaceId}/clients/duplicates', {
    summary: 'Clients that may be the one about to be saved; a warning, which forbids nothing',
    audience: 'staff',
    permission: 'clients.view',
    feature: 'clients',
    needs: ['table.read'],
    params: { workspaceId: WorkspaceId },
    body: DuplicateQuestion,
    response: Duplicates,
    status: 200,
    budget: { calls: 14, rcu: 40, wcu: 0 },
  }),
} as const;
