import { Refusal } from '#contracts/errors.ts';
import { portalAuth } from '#contracts/routes/portal-auth.ts';
import { anyone } from '../audiences/public.ts';
import { define } from '../runtime/define.ts';
import { identityPortal } from '../tools/identity.ts';
import { sessionsIn } from './sessions.ts';

/** Named after nobody: what a client's people see never names the vendor. */
const sessions = sessionsIn('__Host-session');

/** Carries the pool's challenge between asking for a code and entering it; the code is worth nothing without it. */
const CHALLENGE = '__Host-challenge';
const CHALLENGE_SECONDS = 3 * 60;

export const handler = define({
  routes: portalAuth,
  audience: anyone,
  tools: { 'identity.portal': identityPortal },
  handlers: {
    requestCode: async ({ identity, cookies, body }) => {
      cookies.set(CHALLENGE, await identity.requestCode(body.email), CHALLENGE_SECONDS);
      return { sent: true as const };
    },

    signIn: async ({ identity, cookies, body }) => {
      const challenge = cookies.get(CHALLENGE);
      if (!challenge) throw new Refusal('unauthenticated', { internal: 'no challenge cookie' });
      const tokens = await identity.enterCode(body.email, body.code, challenge);
      cookies.clear(CHALLENGE);
      return sessions.open(cookies, tokens);
    },

    refresh: ({ identity, cookies }) => sessions.refresh(cookies, identity),
    signOut: ({ identity, cookies }) => sessions.close(cookies, identity),
  },
});
