import { Refusal } from '#contracts/errors.ts';
import type { Layer } from '../layer.ts';

/**
 * The record of an earlier request with the same key came with the authorisation. The same body gets the same
 * answer without running again; another body is refused. A race is settled by the transaction itself, which
 * writes effect and record together.
 */
export function idempotent(): Layer {
  return {
    before: ({ context: { turn } }) => {
      if (turn.replay && turn.replay.bodyHash !== turn.claim?.bodyHash)
        throw new Refusal('idempotency_mismatch');
    },
  };
}
