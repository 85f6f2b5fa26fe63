import { projects } from '#contracts/routes/projects.ts';
import { sightRepository } from '#data/repositories/client-sights.ts';
import { clientRepository } from '#data/repositories/clients.ts';
import { memberRepository } from '#data/repositories/members.ts';
import { projectRepository } from '#data/repositories/projects.ts';
import * as Projects from '#domain/projects.ts';
import { staff } from '../audiences/staff.ts';
import { define } from '../runtime/define.ts';
import { tableOf } from '../tools/table.ts';

export const handler = define({
  routes: projects,
  audience: staff,
  tools: {
    ...tableOf({
      clients: clientRepository,
      projects: projectRepository,
      sights: sightRepository,
      members: memberRepository,
    }),
  },
  handlers: {
    list: (context) => Projects.list(context, context.params.clientId, context.page),
    create: (context) => Projects.create(context, context.params.clientId, context.body),
    get: ({ params, ...context }) => Projects.get(context, params.clientId, params.projectId),
    update: ({ params, body, expected, ...context }) =>
      Projects.update(context, params.clientId, params.projectId, body, expected),
    remove: async ({ params, expected, ...context }) => {
      await Projects.remove(context, params.clientId, params.projectId, expected);
      return undefined;
    },
  },
});
