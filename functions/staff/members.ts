import { members } from '#contracts/routes/members.ts';
import { accountTeamRepository } from '#data/repositories/account-team.ts';
import { clientRepository } from '#data/repositories/clients.ts';
import { followUpRepository } from '#data/repositories/follow-ups.ts';
import { memberRepository } from '#data/repositories/members.ts';
import { requirementRepository } from '#data/repositories/requirements.ts';
import * as Leaving from '#domain/leaving.ts';
import * as Members from '#domain/members.ts';
import { staff } from '../audiences/staff.ts';
import { define } from '../runtime/define.ts';
import { belongingChange } from '../tools/directory-change.ts';
import { tableOf } from '../tools/table.ts';

export const handler = define({
  routes: members,
  audience: staff,
  tools: {
    ...tableOf({
      members: memberRepository,
      clients: clientRepository,
      followUps: followUpRepository,
      requirements: requirementRepository,
      accountTeam: accountTeamRepository,
    }),
    'directory.change': belongingChange,
  },
  handlers: {
    list: (context) => Members.list(context, context.page),
    update: (context) => Leaving.change(context, context.params.userId, context.body, context.expected),
    handOver: (context) => Leaving.handOver(context, context.params.userId, context.body.to),
    remove: async (context) => {
      await Leaving.remove(context, context.params.userId, context.expected);
      return undefined;
    },
  },
});
