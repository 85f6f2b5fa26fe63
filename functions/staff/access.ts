import { access } from '#contracts/routes/access.ts';
import { allRoutes } from '#contracts/routes.ts';
import * as Access from '#domain/access.ts';
import { staff } from '../audiences/staff.ts';
import { define } from '../runtime/define.ts';
import { tableRead } from '../tools/table.ts';

const routes = allRoutes().map(({ route }) => route);

export const handler = define({
  routes: access,
  audience: staff,
  tools: { 'table.read': tableRead },
  handlers: {
    explain: (context) => Access.explain({ ...context, routes }, context.query),
  },
});
