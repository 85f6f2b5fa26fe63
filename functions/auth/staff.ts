import { staffAuth } from '#contracts/routes/staff-auth.ts';
import { anyone } from '../audiences/public.ts';
import { define } from '../runtime/define.ts';
import { identityStaff } from '../tools/identity.ts';
import { sessionsIn } from './sessions.ts';

const sessions = sessionsIn('__Host-foyer-staff');

export const handler = define({
  routes: staffAuth,
  audience: anyone,
  tools: { 'identity.staff': identityStaff },
  handlers: {
    signIn: async ({ identity, cookies, body }) =>
      sessions.open(cookies, await identity.signIn(body.email, body.password)),
    refresh: ({ identity, cookies }) => sessions.refresh(cookies, identity),
    signOut: ({ identity, cookies }) => sessions.close(cookies, identity),
  },
});
