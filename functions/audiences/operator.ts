import { OPERATORS } from '#contracts/actor.ts';
import { Refusal } from '#contracts/errors.ts';
import { UserId } from '#contracts/ids.ts';
import type { Admission } from '../runtime/admission.ts';
import { poolVerifier } from './pool.ts';

/** Whoever runs the installation: a token of the staff pool whose person is in its group of operators. */
export const operators: Admission = {
  name: 'operator',
  identify: poolVerifier('FOYER_STAFF'),
  async admit(turn) {
    if (!turn.groups.includes(OPERATORS)) {
      throw new Refusal('forbidden', { detail: 'This is for those who run the installation.' });
    }
    turn.actor = { type: 'operator', userId: UserId.parse(turn.subject) };
  },
};
