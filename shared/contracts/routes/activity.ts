import * as z from 'zod';
import { eventTypes } from '../events.ts';
import { ClientId, WorkspaceId } from '../ids.ts';
import { pageOf, pagingQuery } from '../paging.ts';
import { route } from '../route.ts';
import { Activity } from '../schemas/activity.ts';
import { Instant } from '../schemas/text.ts';

export const activity = {
  ofClient: route('GET /api/staff/workspaces/{workspaceId}/clients/{clientId}/activity', {
    summary: 'The timeline of a client, newest first; poll it with If-None-Match',
    audience: 'staff',
    permission: 'timeline.view',
    feature: 'timeline',
    needs: ['table.read'],
    params: { workspaceId: WorkspaceId, clientId: ClientId },
    query: {
      ...pagingQuery,
      type: z.enum(eventTypes).optional(),
      actor: z.string().max(64).optional().meta({ description: 'Id of whoever did it' }),
      from: Instant.optional().meta({ description: 'Nothing that is older' }),
      to: Instant.optional().meta({ description: 'Only what is older than this' }),
    },
    response: pageOf(Activity),
    status: 200,
    errors: ['bad_cursor'],
    // At its worst every entry is a note of full length, whose text is read from where it stands.
    budget: { calls: 4, rcu: 60, wcu: 0 },
  }),
} as const;
