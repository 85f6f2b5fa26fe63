import { activity } from '#contracts/routes/activity.ts';
import { activityRepository } from '#data/repositories/activity.ts';
import { sightRepository } from '#data/repositories/client-sights.ts';
import { clientRepository } from '#data/repositories/clients.ts';
import { noteRepository } from '#data/repositories/notes.ts';
import { projectRepository } from '#data/repositories/projects.ts';
import * as Activity from '#domain/activity.ts';
import { staff } from '../audiences/staff.ts';
import { define } from '../runtime/define.ts';
import { tableOf } from '../tools/table.ts';

export const handler = define({
  routes: activity,
  audience: staff,
  tools: {
    ...tableOf({
      activity: activityRepository,
      clients: clientRepository,
      sights: sightRepository,
      projects: projectRepository,
      notes: noteRepository,
    }),
  },
  handlers: {
    ofClient: (context) => Activity.ofClient(context, context.params.clientId, context.query, context.page),
  },
});
