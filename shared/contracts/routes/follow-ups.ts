import * as z from 'zod';
import { ClientId, FollowUpId, WorkspaceId } from '../ids.ts';
import { pageOf, pagingQuery } from '../paging.ts';
import { route } from '../route.ts';
import { FollowUp, FollowUpCreate, FollowUpPatch, followUpStates, MyFollowUp } from '../schemas/follow-up.ts';

const workspace = { workspaceId: WorkspaceId };
const ofClient = { ...workspace, clientId: ClientId };
const followUp = { ...ofClient, followUpId: FollowUpId };

export const followUps = {
  mine: route('GET /api/staff/workspaces/{workspaceId}/follow-ups', {
    summary:
      'What the asker owes, by a day or at all, the longest due first; what is snoozed beyond it is not there',
    audience: 'staff',
    permission: 'timeline.view',
    feature: 'timeline',
    needs: ['table.read'],
    params: workspace,
    query: {
      ...pagingQuery,
      until: z.iso.date().optional().meta({
        description: 'The last day that counts, such as today where the asker is; all days without',
      }),
    },
    response: pageOf(MyFollowUp),
    status: 200,
    errors: ['bad_cursor'],
    budget: { calls: 2, rcu: 60, wcu: 0 },
  }),
  list: route('GET /api/staff/workspaces/{workspaceId}/clients/{clientId}/follow-ups', {
    summary: 'The follow-ups of a client: the open ones as they come due, or those done, last first',
    audience: 'staff',
    permission: 'timeline.view',
    feature: 'timeline',
    needs: ['table.read'],
    params: ofClient,
    query: { ...pagingQuery, state: z.enum(followUpStates).default('open') },
    response: pageOf(FollowUp),
    status: 200,
    errors: ['bad_cursor'],
    budget: { calls: 2, rcu: 9, wcu: 0 },
  }),
  create: route('POST /api/staff/workspaces/{workspaceId}/clients/{clientId}/follow-ups', {
    summary: 'Promise something to a client by a day',
    audience: 'staff',
    permission: 'timeline.note',
    feature: 'timeline',
    needs: ['table.read', 'table.write'],
    params: ofClient,
    body: FollowUpCreate,
    response: FollowUp,
    status: 201,
    budget: { calls: 3, rcu: 3, wcu: 20 },
  }),
  get: route('GET /api/staff/workspaces/{workspaceId}/clients/{clientId}/follow-ups/{followUpId}', {
    summary: 'Read one follow-up',
    audience: 'staff',
    permission: 'timeline.view',
    feature: 'timeline',
    needs: ['table.read'],
    params: followUp,
    response: FollowUp,
    status: 200,
    budget: { calls: 2, rcu: 3, wcu: 0 },
  }),
  update: route('PATCH /api/staff/workspaces/{workspaceId}/clients/{clientId}/follow-ups/{followUpId}', {
    summary: 'Change, hand on, snooze, finish or reopen a follow-up',
    audience: 'staff',
    permission: 'timeline.note',
    feature: 'timeline',
    needs: ['table.read', 'table.write'],
    params: followUp,
    body: FollowUpPatch,
    response: FollowUp,
    status: 200,
    budget: { calls: 4, rcu: 4, wcu: 24 },
  }),
  remove: route('DELETE /api/staff/workspaces/{workspaceId}/clients/{clientId}/follow-ups/{followUpId}', {
    summary: 'Remove a follow-up that was never meant; what is kept is done, not removed',
    audience: 'staff',
    permission: 'timeline.note',
    feature: 'timeline',
    needs: ['table.read', 'table.write'],
    params: followUp,
    response: null,
    status: 204,
    budget: { calls: 4, rcu: 3, wcu: 24 },
  }),
} as const;
