import { accountTeam } from '#contracts/routes/account-team.ts';
import { accountTeamRepository } from '#data/repositories/account-team.ts';
import { clientRepository } from '#data/repositories/clients.ts';
import { memberRepository } from '#data/repositories/members.ts';
import { workspaceRepository } from '#data/repositories/workspaces.ts';
import * as AccountTeam from '#domain/account-team.ts';
import { staff } from '../audiences/staff.ts';
import { define } from '../runtime/define.ts';
import { tableOf } from '../tools/table.ts';

export const handler = define({
  routes: accountTeam,
  audience: staff,
  tools: tableOf({
    accountTeam: accountTeamRepository,
    clients: clientRepository,
    members: memberRepository,
    workspaces: workspaceRepository,
  }),
  handlers: {
    list: (context) => AccountTeam.list(context, context.params.clientId),
    create: (context) => AccountTeam.create(context, context.params.clientId, context.body),
    update: ({ params, body, expected, ...context }) =>
      AccountTeam.update(context, params.clientId, params.userId, body, expected),
    remove: async ({ params, expected, ...context }) => {
      await AccountTeam.remove(context, params.clientId, params.userId, expected);
      return undefined;
    },
    ofMember: (context) => AccountTeam.ofMember(context, context.params.userId, context.page),
  },
});
