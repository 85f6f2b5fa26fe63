import { invitations } from '#contracts/routes/invitations.ts';
import { invitationRepository } from '#data/repositories/invitations.ts';
import { memberRepository } from '#data/repositories/members.ts';
import * as Invitations from '#domain/invitations.ts';
import { staff } from '../audiences/staff.ts';
import { define } from '../runtime/define.ts';
import { invitationDoorsChange } from '../tools/directory-change.ts';
import { mailPost } from '../tools/mail.ts';
import { tableOf } from '../tools/table.ts';

export const handler = define({
  routes: invitations,
  audience: staff,
  tools: {
    ...tableOf({ invitations: invitationRepository, members: memberRepository }),
    'directory.change': invitationDoorsChange,
    'mail.post': mailPost,
  },
  handlers: {
    list: (context) => Invitations.list(context, context.page),
    create: (context) => Invitations.create(context, context.body),
    resend: (context) => Invitations.resend(context, context.params.invitationId, context.expected),
    revoke: async (context) => {
      await Invitations.revoke(context, context.params.invitationId, context.expected);
      return undefined;
    },
  },
});
