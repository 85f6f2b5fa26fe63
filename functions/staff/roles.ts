import { roles } from '#contracts/routes/roles.ts';
import { memberRepository } from '#data/repositories/members.ts';
import { workspaceRepository } from '#data/repositories/workspaces.ts';
import * as Roles from '#domain/roles.ts';
import { staff } from '../audiences/staff.ts';
import { define } from '../runtime/define.ts';
import { tableOf } from '../tools/table.ts';

export const handler = define({
  routes: roles,
  audience: staff,
  tools: { ...tableOf({ members: memberRepository, workspaces: workspaceRepository }) },
  handlers: {
    list: (context) => Roles.list(context),
    create: (context) => Roles.create(context, context.body, context.expected),
    update: (context) => Roles.update(context, context.params.role, context.body, context.expected),
    remove: async (context) => {
      await Roles.remove(context, context.params.role, context.query.successor, context.expected);
      return undefined;
    },
  },
});
