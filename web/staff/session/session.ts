import { createApi } from '#contracts/client.ts';
import { routes } from '#contracts/routes.ts';
import type { StaffChallenge, StaffChallengeAnswer } from '#contracts/schemas/session.ts';
import { createSession } from '../../session.ts';

const auth = createApi(
  { staffAuth: routes.staffAuth },
  { fetch: (input, init) => fetch(input, init), token: () => null },
).staffAuth;

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
};
