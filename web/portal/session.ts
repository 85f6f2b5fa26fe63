import { createApi } from '#contracts/client.ts';
import { routes } from '#contracts/routes.ts';
import { createSession } from '../session.ts';

const open = createApi(
  { portalAuth: routes.portalAuth, portalFront: routes.portalFront },
  { fetch: (input, init) => fetch(input, init), token: () => null },
);

const base = createSession(open.portalAuth);

/** The portal at this host name, as anybody may know it. */
export const bootstrap = async () => (await open.portalFront.bootstrap({})).data;

export const session = {
  ...base,

  /** Has a code mailed, if the address is known; nothing tells whether it is. */
  requestCode: (email: string) => open.portalAuth.requestCode({ body: { email } }),

  /** @throws {ApiError} `unauthenticated` for a code that is wrong, used or too old */
  async signIn(email: string, code: string): Promise<void> {
    const { data } = await open.portalAuth.signIn({ body: { email, code } });
    if (data) base.accept(data);
  },
};

/** The API as the person who is signed in. */
export const api = createApi({ portal: routes.portal }, { fetch: session.fetch, token: session.token });
