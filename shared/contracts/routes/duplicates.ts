import * as z from 'zod';
import { pairQueues } from '../duplicate-signs.ts';
import { ClientId, WorkspaceId } from '../ids.ts';
import { pageOf, pagingQuery } from '../paging.ts';
import { route } from '../route.ts';
import {
  DuplicatePair,
  DuplicateQuestion,
  Duplicates,
  PAIRS_OF_A_PAGE,
  PairDecision,
} from '../schemas/duplicate.ts';

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
  list: route('GET /api/staff/workspaces/{workspaceId}/clients/duplicates', {
    summary:
      'Pairs of clients that may be one, the likeliest first; a page may hold fewer than were asked for, as those are left out that the asker does not see',
    audience: 'staff',
    permission: 'clients.merge',
    feature: 'clients',
    needs: ['table.read'],
    params: { workspaceId: WorkspaceId },
    query: {
      ...pagingQuery,
      limit: z.coerce
        .number()
        .int()
        .min(1)
        .max(PAIRS_OF_A_PAGE)
        .default(PAIRS_OF_A_PAGE)
        .meta({ description: `Pairs of a page, 1 to ${PAIRS_OF_A_PAGE}` }),
      queue: z.enum(pairQueues).default('open'),
    },
    response: pageOf(DuplicatePair),
    status: 200,
    errors: ['bad_cursor'],
    budget: { calls: 2, rcu: 50, wcu: 0 },
  }),
  decide: route('PATCH /api/staff/workspaces/{workspaceId}/clients/{clientId}/duplicates/{otherId}', {
    summary: 'Say of two clients that they are two, or take it back; a new sign asks again',
    audience: 'staff',
    permission: 'clients.merge',
    feature: 'clients',
    needs: ['table.read', 'table.write'],
    params: { workspaceId: WorkspaceId, clientId: ClientId, otherId: ClientId },
    body: PairDecision,
    response: DuplicatePair,
    status: 200,
    budget: { calls: 3, rcu: 6, wcu: 12 },
  }),
} as const;
