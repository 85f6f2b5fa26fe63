import { createHash } from 'node:crypto';
import { Refusal } from '#contracts/errors.ts';
import type { WorkspaceId } from '#contracts/ids.ts';
import type { Admission } from '../admission.ts';
import type { Turn } from '../context.ts';
import type { Layer } from '../layer.ts';
import { readParams } from './parse.ts';

/** Proves the workspace of the path with a membership (else 404), and loads what is held there. */
export function authorize(audience: Admission): Layer {
  return {
    before: async ({ context: { turn } }) => {
      readParams(turn);
      turn.claim = claimOf(turn);
      await audience.admit(turn);
    },
  };
}

const KEY = /^[\x21-\x7e]{1,255}$/;

/** What an Idempotency-Key stands for: this actor, this route, this record; and what the request said. */
function claimOf({ event, route, params, subject, clock }: Turn): Turn['claim'] {
  const key = event.headers['idempotency-key'];
  const workspaceId = params.workspaceId as WorkspaceId | undefined;
  if (route.method !== 'POST' || key === undefined || !workspaceId) return null;
  if (!KEY.test(key)) {
    const message = 'must be 1 to 255 visible ASCII characters';
    throw new Refusal('validation_failed', {
      errors: [{ pointer: '#Idempotency-Key', code: 'invalid_format', message }],
    });
  }
  return {
    workspaceId,
    claim: hash([route.key, subject, key]),
    bodyHash: hash([event.rawPath, event.body ?? '', event.headers['if-match'] ?? '']),
    now: Math.floor(Date.parse(clock.now()) / 1000),
  };
}

const hash = (parts: unknown[]) => createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
