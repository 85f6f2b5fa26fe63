import * as z from 'zod';
import { ClientId, UserId, WorkspaceId } from '../ids.ts';
import { permissions } from '../permissions.ts';
import { route } from '../route.ts';
import { Explanation } from '../schemas/access.ts';

export const access = {
  explain: route('GET /api/staff/workspaces/{workspaceId}/access/explain', {
    summary:
      'Why somebody can or cannot do something; of oneself without any key, of others with access.explain',
    audience: 'staff',
    permission: 'member',
    needs: ['table.read'],
    params: { workspaceId: WorkspaceId },
    query: {
      action: z.enum(permissions),
      subject: UserId.optional().meta({ description: 'Whose access; oneself unless named' }),
      record: ClientId.optional().meta({ description: 'A client that it is about' }),
    },
    response: Explanation,
    status: 200,
    budget: { calls: 2, rcu: 20, wcu: 0 },
  }),
} as const;
