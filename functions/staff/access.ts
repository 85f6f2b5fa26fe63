import { access } from '#contracts/routes/access.ts';
import { allRoutes } from '#contracts/routes.ts';
import { clientRepository } from '#data/repositories/clients.ts';
import { memberRepository } from '#data/repositories/members.ts';
import * as Access from '#domain/access.ts';
import { staff } from '../audiences/staff.ts';
import { define } from '../runtime/define.ts';
import { tableOf } from '../tools/table.ts';

const routes = allRoutes().map(({ route }) => route);

export const handler = define({
  routes: access,
  audience: staff,
  tools: { ...tableOf({ clients: clientRepository, members: memberRepository }) },
  handlers: {
    explain: (context) => Access.explain({ ...context, routes }, context.query),
  },
});
