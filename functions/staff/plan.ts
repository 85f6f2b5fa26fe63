import { workspacePlan } from '#contracts/routes/plans.ts';
import { allRoutes } from '#contracts/routes.ts';
import { clientRepository } from '#data/repositories/clients.ts';
import { holdingRepository } from '#data/repositories/holdings.ts';
import { memberRepository } from '#data/repositories/members.ts';
import { workspaceRepository } from '#data/repositories/workspaces.ts';
import * as Plans from '#domain/plans.ts';
import { staff } from '../audiences/staff.ts';
import { define } from '../runtime/define.ts';
import { directoryOfOffers } from '../tools/founding.ts';
import { tableOf } from '../tools/table.ts';

const routes = allRoutes().map(({ route }) => route);

export const handler = define({
  routes: workspacePlan,
  audience: staff,
  tools: {
    ...tableOf({
      clients: clientRepository,
      members: memberRepository,
      workspaces: workspaceRepository,
      holdings: holdingRepository,
    }),
    'directory.read': directoryOfOffers,
  },
  handlers: {
    get: (context) => Plans.get(context),
    simulate: (context) => Plans.simulate({ ...context, routes }, context.body),
    update: (context) => Plans.update(context, context.body, context.expected),
  },
});
