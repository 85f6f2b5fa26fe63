import type { Tokens } from '#cloud/identity.ts';
import { Refusal } from '#contracts/errors.ts';
import { staffAuth } from '#contracts/routes/staff-auth.ts';
import type { Session } from '#contracts/schemas/session.ts';
import { anyone } from '../audiences/public.ts';
import type { Cookies } from '../runtime/cookies.ts';
import { define } from '../runtime/define.ts';
import { identityStaff } from '../tools/identity.ts';

const COOKIE = '__Host-foyer-staff';
const COOKIE_SECONDS = 30 * 24 * 60 * 60;

export const handler = define({
  routes: staffAuth,
  audience: anyone,
  tools: { 'identity.staff': identityStaff },
  handlers: {
    signIn: async ({ identity, cookies, body }) =>
      session(cookies, await identity.signIn(body.email, body.password)),

    refresh: async ({ identity, cookies }) => {
      const token = cookies.get(COOKIE);
      if (!token) throw new Refusal('unauthenticated', { internal: 'no refresh cookie' });
      return session(cookies, await identity.refresh(token));
    },

    signOut: async ({ identity, cookies }) => {
      const token = cookies.get(COOKIE);
      cookies.clear(COOKIE);
      if (token) await identity.revoke(token);
      return undefined;
    },
  },
});

/** The refresh token goes into the cookie and nowhere else; the access token lives in the page's memory. */
function session(cookies: Cookies, { accessToken, expiresIn, refreshToken }: Tokens): Session {
  cookies.set(COOKIE, refreshToken, COOKIE_SECONDS);
  return { accessToken, expiresIn };
}
