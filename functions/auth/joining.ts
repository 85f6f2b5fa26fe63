import { Refusal } from '#contracts/errors.ts';
import { joining } from '#contracts/routes/invitations.ts';
import * as Joining from '#domain/joining.ts';
import { anyone } from '../audiences/public.ts';
import { define } from '../runtime/define.ts';
import { granted, joiningDoors } from '../tools/directory-change.ts';
import { identityPeople, identityStaff } from '../tools/identity.ts';
import { staffSessions } from './sessions.ts';

export const handler = define({
  routes: joining,
  audience: anyone,
  tools: {
    'directory.read': joiningDoors,
    'table.read': granted,
    'table.write': granted,
    'directory.write': granted,
    'identity.people': identityPeople,
    'identity.staff': identityStaff,
  },
  handlers: {
    look: (context) => Joining.look(context, context.body.token),
    acceptAsNew: async (context) => {
      const { body, cookies, identity } = context;
      const email = await Joining.acceptAsNew(context, body);
      const tokens = await identity.signIn(email, body.password);
      if ('challenge' in tokens)
        throw new Refusal('unauthenticated', { internal: 'a new account is asked for more' });
      return staffSessions.open(cookies, tokens);
    },
  },
});
