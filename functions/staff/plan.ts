import { workspacePlan } from '#contracts/routes/plans.ts';
import { allRoutes } from '#contracts/routes.ts';
import * as Plans from '#domain/plans.ts';
import { staff } from '../audiences/staff.ts';
import { define } from '../runtime/define.ts';
import { directoryOfOffers } from '../tools/founding.ts';
import { tableRead, tableWrite } from '../tools/table.ts';

const routes = allRoutes().map(({ route }) => route);

export const handler = define({
  routes: workspacePlan,
  audience: staff,
  tools: { 'table.read': tableRead, 'table.write': tableWrite, 'directory.read': directoryOfOffers },
  handlers: {
    get: (context) => Plans.get(context),
    simulate: (context) => Plans.simulate({ ...context, routes }, context.body),
    update: (context) => Plans.update(context, context.body, context.expected),
  },
});
