import type { Tokens } from '#cloud/sessions.ts';
import type { PendingChallenge } from '#cloud/staff-identity.ts';
import { Refusal } from '#contracts/errors.ts';
import { staffAuth } from '#contracts/routes/staff-auth.ts';
import { anyone } from '../audiences/public.ts';
import type { Cookies } from '../runtime/cookies.ts';
import { define } from '../runtime/define.ts';
import { identityStaff } from '../tools/identity.ts';
import { staffSessions as sessions } from './sessions.ts';

/** Carries the pool's challenge between the steps of a sign-in, as long as the pool keeps it. */
const CHALLENGE = '__Host-foyer-staff-challenge';
const CHALLENGE_SECONDS = 3 * 60;

export const handler = define({
  routes: staffAuth,
  audience: anyone,
  tools: { 'identity.staff': identityStaff },
  handlers: {
    signIn: async ({ identity, cookies, body: { email, password } }) =>
      goOn(cookies, email, await identity.signIn(email, password)),

    answer: async ({ identity, cookies, body }) => {
      const { email, session } = pending(cookies);
      return goOn(cookies, email, await identity.answer(email, session, body));
    },

    forgot: async ({ identity, body }) => {
      await identity.forgot(body.email);
      return { sent: true as const };
    },

    reset: async ({ identity, body: { email, code, password } }) => {
      await identity.reset(email, code, password);
      return undefined;
    },

    refresh: ({ identity, cookies }) => sessions.refresh(cookies, identity),
    signOut: ({ identity, cookies }) => sessions.close(cookies, identity),
  },
});

/** A session if the pool is content, or what it still asks. */
function goOn(cookies: Cookies, email: string, next: Tokens | PendingChallenge) {
  if ('challenge' in next) {
    const value = Buffer.from(JSON.stringify({ email, session: next.session })).toString('base64url');
    cookies.set(CHALLENGE, value, CHALLENGE_SECONDS);
    return { challenge: next.challenge };
  }
  if (cookies.get(CHALLENGE)) cookies.clear(CHALLENGE);
  return sessions.open(cookies, next);
}

/** The challenge that this browser was given. @throws {Refusal} `unauthenticated` */
function pending(cookies: Cookies): { email: string; session: string } {
  try {
    const { email, session } = JSON.parse(Buffer.from(cookies.get(CHALLENGE) ?? '', 'base64url').toString());
    if (typeof email === 'string' && typeof session === 'string') return { email, session };
  } catch {
    // A cookie that we did not write is as good as none.
  }
  throw new Refusal('unauthenticated', { internal: 'no challenge cookie' });
}
