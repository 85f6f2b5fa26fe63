import { type Answer, ApiError } from '#contracts/client.ts';
import type { Session } from '#contracts/schemas/session.ts';

/** `expired` is out, but with a page behind that may hold unsaved work. */
export type SessionState = 'unknown' | 'in' | 'out' | 'expired';

/** Tokens are renewed this long before they end, so that no request meets a dead one. */
const MARGIN_MS = 60_000;

/** The routes that keep a session going, of whichever audience. */
interface Auth {
  /** No session is an answer too: null, where there is no cookie. */
  refresh(call: Record<string, never>): Promise<Answer<Session | null>>;
  signOut(call: Record<string, never>): Promise<Answer<null>>;
}

/**
 * The session of one page, for both apps: the access token in memory only, renewed by the cookie before it
 * ends, and once more when the server refuses it.
 */
export function createSession(auth: Auth) {
  const listeners = new Set<() => void>();
  let state: SessionState = 'unknown';
  /** In memory only: gone with the page, out of reach of whatever reads storage. */
  let access: { token: string; goodUntil: number } | null = null;
  let starting: Promise<boolean> | null = null;
  let renewing: Promise<boolean> | null = null;
  let comingBack: { promise: Promise<void>; resolve: () => void } | null = null;

  function become(next: SessionState) {
    state = next;
    for (const listener of listeners) listener();
  }

  function accept({ accessToken, expiresIn }: Session) {
    const life = expiresIn * 1000;
    access = { token: accessToken, goodUntil: Date.now() + life - Math.min(MARGIN_MS, life / 2) };
    become('in');
    comingBack?.resolve();
    comingBack = null;
  }

  /** Trades the refresh cookie for a token; several askers share one request, as the cookie rotates. */
  function renew(): Promise<boolean> {
    renewing ??= trade().finally(() => {
      renewing = null;
    });
    return renewing;
  }

  async function trade(): Promise<boolean> {
    try {
      const { data } = await auth.refresh({});
      if (data) accept(data);
      else access = null;
      return data !== null;
    } catch (error) {
      if (!(error instanceof ApiError) || error.status !== 401) throw error;
      access = null;
      return false;
    }
  }

  /** A living session: renewed, or signed in again by the person in front of the page. */
  async function revive(): Promise<void> {
    if (await renew()) return;
    if (!comingBack) {
      comingBack = Promise.withResolvers<void>();
      become('expired');
    }
    await comingBack.promise;
  }

  /** A server that does not answer must not keep anybody in. */
  const end = () =>
    auth.signOut({}).then(
      () => {},
      () => {},
    );

  return {
    /** Takes the tokens of a sign-in. */
    accept,

    state: () => state,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },

    /** Finds out once, when the page loads, whether somebody is signed in. */
    start(): Promise<boolean> {
      if (state === 'in' || state === 'expired') return Promise.resolve(true);
      if (state === 'out') return Promise.resolve(false);
      starting ??= renew()
        .then((isIn) => {
          if (!isIn) become('out');
          return isIn;
        })
        .finally(() => {
          starting = null;
        });
      return starting;
    },

    /** Ends the session on the server; the page goes on with what it holds until it is loaded anew. */
    end,

    /** Ends the session here and on the server, and forgets all that this page holds by loading it anew. */
    async signOut(next?: string): Promise<void> {
      await end();
      window.location.assign(next ? `/sign-in?next=${encodeURIComponent(next)}` : '/sign-in');
    },

    async token(): Promise<string | null> {
      if (access && Date.now() < access.goodUntil) return access.token;
      if (state !== 'out') await revive();
      return access?.token ?? null;
    },

    /** A request whose token was refused is sent once more with a new one. */
    async fetch(input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> {
      const response = await fetch(input, init);
      if (response.status !== 401) return response;
      const used = new Headers(init.headers).get('authorization');
      if (!access || used === `Bearer ${access.token}`) await revive();
      const headers = {
        ...(init.headers as Record<string, string>),
        authorization: `Bearer ${access?.token}`,
      };
      return fetch(input, { ...init, headers });
    },
  };
}
