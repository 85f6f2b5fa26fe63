import { createApi } from '#contracts/client.ts';
import { routes } from '#contracts/routes.ts';
import type { PortalBootstrap } from '#contracts/schemas/portal.ts';
import { createSession } from '../../session.ts';

const open = createApi(
  { portalAuth: routes.portalAuth, portalFront: routes.portalFront },
  { fetch: (input, init) => fetch(input, init), token: () => null },
);

const base = createSession(open.portalAuth);

/**
 * Whose portal is at this host name, as anybody may know.
 * @throws {ApiError} `not_found` when it is nobody's
 */
export async function bootstrap(): Promise<PortalBootstrap> {
  const { data } = await open.portalFront.bootstrap({});
  if (!data) throw new Error('The answer has no body');
  return data;
}

export const session = {
  ...base,

  /** Has a code mailed, if the address is known; nothing tells whether it is. */
  async requestCode(email: string): Promise<void> {
    await open.portalAuth.requestCode({ body: { email } });
  },

  /** @throws {ApiError} `unauthenticated` for a code that is wrong, used or too old */
  async signIn(email: string, code: string): Promise<void> {
    const { data } = await open.portalAuth.signIn({ body: { email, code } });
    if (data) base.accept(data);
  },
};

/** The API as the person who is signed in. */
export const api = createApi({ portal: routes.portal }, { fetch: session.fetch, token: session.token });
