import { followUps } from '#contracts/routes/follow-ups.ts';
import { clientRepository } from '#data/repositories/clients.ts';
import { followUpRepository } from '#data/repositories/follow-ups.ts';
import { memberRepository } from '#data/repositories/members.ts';
import * as FollowUps from '#domain/follow-ups.ts';
import { staff } from '../audiences/staff.ts';
import { define } from '../runtime/define.ts';
import { tableOf } from '../tools/table.ts';

export const handler = define({
  routes: followUps,
  audience: staff,
  tools: {
    ...tableOf({ followUps: followUpRepository, clients: clientRepository, members: memberRepository }),
  },
  handlers: {
    mine: (context) => FollowUps.mine(context, context.query.until ?? null, context.page),
    list: (context) => FollowUps.list(context, context.params.clientId, context.query.state, context.page),
    create: (context) => FollowUps.create(context, context.params.clientId, context.body),
    get: ({ params, ...context }) => FollowUps.get(context, params.clientId, params.followUpId),
    update: ({ params, body, expected, ...context }) =>
      FollowUps.update(context, params.clientId, params.followUpId, body, expected),
    remove: async ({ params, expected, ...context }) => {
      await FollowUps.remove(context, params.clientId, params.followUpId, expected);
      return undefined;
    },
  },
});
