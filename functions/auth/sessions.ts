import type { Sessions, Tokens } from '#cloud/sessions.ts';
import type { Session } from '#contracts/schemas/session.ts';
import type { Cookies } from '../runtime/cookies.ts';

const COOKIE_SECONDS = 30 * 24 * 60 * 60;

/** What both audiences do with a session once it exists; each has a cookie of its own. */
export const sessionsIn = (cookie: string) => {
  /** The refresh token goes into the cookie and nowhere else; the access token lives in the page's memory. */
  const open = (cookies: Cookies, { accessToken, expiresIn, refreshToken }: Tokens): Session => {
    cookies.set(cookie, refreshToken, COOKIE_SECONDS);
    return { accessToken, expiresIn };
  };
  return {
    open,

    /** A stranger's first visit asks too, and is no error; a cookie that is worth nothing is. */
    async refresh(cookies: Cookies, identity: Sessions): Promise<Session | null> {
      const token = cookies.get(cookie);
      if (!token) return null;
      return open(cookies, await identity.refresh(token));
    },

    async close(cookies: Cookies, identity: Sessions): Promise<undefined> {
      const token = cookies.get(cookie);
      cookies.clear(cookie);
      if (token) await identity.revoke(token);
      return undefined;
    },
  };
};

/** The sessions of staff, however they begin: by password, or by accepting an invitation. */
export const staffSessions = sessionsIn('__Host-foyer-staff');
