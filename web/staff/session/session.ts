import { createApi } from '#contracts/client.ts';
import { routes } from '#contracts/routes.ts';
import type { StaffChallenge, StaffChallengeAnswer, StaffSignUp } from '#contracts/schemas/session.ts';
import { createSession } from '../../session.ts';

const { staffAuth: auth, staffSignUp } = createApi(
  { staffAuth: routes.staffAuth, staffSignUp: routes.staffSignUp },
  { fetch: (input, init) => fetch(input, init), token: () => null },
);

const base = createSession(auth);

export const session = {
  ...base,

  /**
   * Signs in, or says what is still asked: a new password, or the code of an authenticator.
   * @throws {ApiError} `unauthenticated`, the same for an unknown address and a wrong password
   */
  async signIn(email: string, password: string): Promise<StaffChallenge['challenge'] | null> {
    const { data } = await auth.signIn({ body: { email, password } });
    if (data && 'challenge' in data) return data.challenge;
    if (data) base.accept(data);
    return null;
  },

  /** @throws {ApiError} `unauthenticated` for a wrong code, `validation_failed` for a password that is too weak */
  async answer(body: StaffChallengeAnswer): Promise<StaffChallenge['challenge'] | null> {
    const { data } = await auth.answer({ body });
    if (data && 'challenge' in data) return data.challenge;
    if (data) base.accept(data);
    return null;
  },

  /** Has a code for a new password mailed, if the address is known; nothing tells whether it is. */
  async forgot(email: string): Promise<void> {
    await auth.forgot({ body: { email } });
  },

  /** @throws {ApiError} `validation_failed` for a code that is wrong, used or too old */
  async reset(email: string, code: string, password: string): Promise<void> {
    await auth.reset({ body: { email, code, password } });
  },

  /** @throws {ApiError} `validation_failed`, with `slug_taken` where another workspace has the address */
  async signUp(body: StaffSignUp): Promise<void> {
    await staffSignUp.create({ body });
  },
};
